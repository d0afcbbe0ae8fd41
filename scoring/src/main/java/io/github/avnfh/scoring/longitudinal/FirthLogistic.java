package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.core.table.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Firth's logistic regression of responses of 0 and 1: finite odds ratios also where every hip of a
 * group responded, or none.
 *
 * <p>The log-likelihood is penalized by half the logarithm of |X'WX|. Limits and p values are those
 * of its profile: the values at which twice the penalized log-likelihood, maximized over all other
 * coefficients, falls by the quantile of chi-square with one degree of freedom. With one group and
 * one visit each estimate is that of the table with 1/2 added to each cell. Hips count as
 * independent.
 *
 * <pre>{@code
 * VisitScores responders = VisitScores.of(
 *         List.of("a", "b", "c", "d", "e", "f"),
 *         Collections.nCopies(6, "24"),
 *         Stream.of(1, 1, 1, 0, 0, 1).map(each -> OptionalDouble.of(each)).toList())
 *     .groups(List.of("I", "I", "I", "III", "III", "III"))
 *     .build();
 * FirthLogistic.Result result = FirthLogistic.withDefaults().fit(responders);
 * Digits.halfUp(3).print(result.oddsRatios().get(0).oddsRatio()); // 0.086
 * }</pre>
 */
public final class FirthLogistic {
  private static final int MOST_STEPS = 200;
  private static final double CONVERGED = 1e-10;
  private static final double LONGEST_STEP = 2;

  private final double level;

  private FirthLogistic(double level) {
    this.level = level;
  }

  /**
   * Returns the regression with limits of level 0.95.
   *
   * @return the options
   */
  public static FirthLogistic withDefaults() {
    return new FirthLogistic(0.95);
  }

  /**
   * Returns this regression with another confidence level.
   *
   * @param level a fraction between 0 and 1
   * @return the options
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public FirthLogistic withLevel(double level) {
    return new FirthLogistic(ConfidenceLevel.check(level));
  }

  /**
   * Fits the regression.
   *
   * @param responses the responses, each 0 or 1, of hips at one visit or more
   * @return the odds ratios
   * @throws IllegalArgumentException if a response is neither 0 nor 1, a group has none at a visit,
   *     or columns of the design are not independent
   */
  public Result fit(VisitScores responses) {
    Objects.requireNonNull(responses, "responses");
    VisitDesign design = VisitDesign.of(responses, TimeEffect.FACTOR);
    return new Penalized(design).result();
  }

  @Override
  public String toString() {
    return "FirthLogistic{level " + level + "}";
  }

  /** The odds ratio of one term. */
  @Value.Immutable
  public sealed interface OddsRatio permits ImmutableOddsRatio {

    /**
     * Returns the term.
     *
     * @return such as {@code group[III]}
     */
    String term();

    /**
     * Returns the odds ratio.
     *
     * @return above 0
     */
    double oddsRatio();

    /**
     * Returns the lower limit of the profile.
     *
     * @return above 0
     */
    double lower();

    /**
     * Returns the upper limit of the profile.
     *
     * @return a finite number
     */
    double upper();

    /**
     * Returns the p value of the penalized likelihood ratio.
     *
     * @return a probability
     */
    double pValue();
  }

  /** The odds ratios of a regression. */
  @Value.Immutable
  public sealed interface Result extends Explainable permits ImmutableResult {

    /**
     * Returns the odds ratios.
     *
     * @return an odds ratio for each term but the intercept
     */
    List<OddsRatio> oddsRatios();

    /**
     * Counts the responses.
     *
     * @return hips at a visit
     */
    int responses();

    /**
     * Tells whether hips of one patient counted as independent.
     *
     * @return true if a patient has two hips
     */
    boolean hasPatientsWithTwoHips();

    /**
     * Explains the odds ratios.
     *
     * @return the first with its limits, the rule with the call of R, and a note where hips of one
     *     patient counted as independent
     */
    @Override
    default Explanation explanation() {
      Digits digits = Digits.halfUp(2);
      String first = oddsRatios().stream()
          .limit(1)
          .map(each -> "; " + each.term() + ": odds ratio " + digits.print(each.oddsRatio()) + " ("
              + digits.print(each.lower()) + " to " + digits.print(each.upper()) + ")")
          .findFirst()
          .orElse("");
      return Explanation.of(
          responses() + " responses" + first,
          List.of(Reason.of(LongitudinalRules.FIRTH, "logistf::logistf(response ~ ...)")),
          hasPatientsWithTwoHips()
              ? List.of("the correlation of two hips of one patient")
              : List.of());
    }
  }

  /** The penalized likelihood. */
  private final class Penalized {
    private final VisitDesign design;
    private final double[][] columns;
    private final double[] response;

    Penalized(VisitDesign design) {
      this.design = design;
      int n = design.scores().size();
      this.columns = IntStream.range(0, n).mapToObj(design::row).toArray(double[][]::new);
      this.response = IntStream.range(0, n).mapToDouble(design.scores()::score).toArray();
      for (double each : response) {
        if (each != 0 && each != 1) {
          throw new IllegalArgumentException("response must be 0 or 1, but was " + each);
        }
      }
    }

    Result result() {
      Point best = maximum(new double[design.size()], -1);
      List<OddsRatio> ratios = new ArrayList<>();
      for (int term = 1; term < design.size(); term++) {
        ratios.add(ratio(best, term));
      }
      return ImmutableResult.builder()
          .addAllOddsRatios(ratios)
          .responses(response.length)
          .hasPatientsWithTwoHips(design.scores().hasPatientsWithTwoHips())
          .build();
    }

    private OddsRatio ratio(Point best, int term) {
      double unit = design.coefficient(term)[term];
      double[] without = best.beta.clone();
      without[term] = 0;
      // 2 (l* at its maximum - l* with this coefficient held at 0): chi-square with one degree of
      // freedom
      double fall = 2 * (best.value - maximum(without, term).value);
      return ImmutableOddsRatio.builder()
          .term(design.terms().get(term))
          .oddsRatio(Math.exp(best.beta[term] * unit))
          .lower(Math.exp(limit(best, term, -1) * unit))
          .upper(Math.exp(limit(best, term, 1) * unit))
          .pValue(Distribution.chiSquare(1).upperTail(Math.max(0, fall)))
          .build();
    }

    /** The value of a coefficient at which the profile has fallen far enough, by halving. */
    private double limit(Point best, int term, int direction) {
      double quantile = Distribution.chiSquare(1).upperQuantile(1 - level);
      double near = best.beta[term];
      // doubling steps until the limit is bracketed, then halving: the profile falls on both sides
      double far = near + direction;
      while (fall(best, term, far) < quantile) {
        near = far;
        far += direction * Math.max(1, Math.abs(far - best.beta[term]));
      }
      for (int halving = 0; halving < 100 && Math.abs(far - near) > CONVERGED; halving++) {
        double middle = (near + far) / 2;
        if (fall(best, term, middle) < quantile) {
          near = middle;
        } else {
          far = middle;
        }
      }
      return (near + far) / 2;
    }

    private double fall(Point best, int term, double value) {
      double[] start = best.beta.clone();
      start[term] = value;
      return 2 * (best.value - maximum(start, term).value);
    }

    /** The largest value over all coefficients but one that is held. */
    private Point maximum(double[] start, int held) {
      Point point = new Point(start);
      for (int step = 0; step < MOST_STEPS; step++) {
        double[] direction = point.direction(held);
        double longest = 0;
        for (double each : direction) {
          longest = Math.max(longest, Math.abs(each));
        }
        if (longest < CONVERGED) {
          return point;
        }
        // a step of Newton's may overshoot where fitted probabilities are near 0 or 1
        point = better(point, direction, Math.min(1, LONGEST_STEP / longest));
      }
      return point;
    }

    private Point better(Point point, double[] direction, double longest) {
      double length = longest;
      for (int halving = 0; halving < 30; halving++) {
        double[] beta = point.beta.clone();
        for (int j = 0; j < beta.length; j++) {
          beta[j] += length * direction[j];
        }
        Point next = new Point(beta);
        if (next.value >= point.value) {
          return next;
        }
        length /= 2;
      }
      return point;
    }

    /** The penalized log-likelihood at given coefficients. */
    private final class Point {
      private final double[] beta;
      private final double[] mean;
      private final Matrix information;
      private final double value;

      Point(double[] beta) {
        this.beta = beta;
        this.mean = new double[response.length];
        this.information = Matrix.square(beta.length);
        double sum = 0;
        for (int row = 0; row < mean.length; row++) {
          double predictor = Matrix.dot(columns[row], beta);
          mean[row] = 1 / (1 + Math.exp(-predictor));
          // log m = -log(1 + e^-x) for a response of 1, log(1 - m) = -log(1 + e^x) for 0;
          // log(1 + e^s) = max(0, s) + log(1 + e^-|s|) does not overflow
          double sign = response[row] == 1 ? -predictor : predictor;
          sum -= Math.log1p(Math.exp(-Math.abs(sign))) + Math.max(0, sign);
          information.addSquare(mean[row] * (1 - mean[row]), columns[row]);
        }
        // the penalty 1/2 log |X'WX|, minus infinity where the information is singular
        this.value = sum
            + information
                .cholesky()
                .map(factor -> factor.logDeterminant() / 2)
                .orElse(Double.NEGATIVE_INFINITY);
      }

      /** The step to a larger value: F u with u the sum of x (y - m + h (1/2 - m)). */
      double[] direction(int held) {
        Matrix inverse =
            information.cholesky().orElseThrow(IllegalStateException::new).inverse();
        double[] score = new double[beta.length];
        for (int row = 0; row < mean.length; row++) {
          double weight = mean[row] * (1 - mean[row]);
          // h = w x'(X'WX)^-1 x, and d/db of the penalty is sum of h (1/2 - m) x
          double leverage = weight * inverse.form(columns[row], columns[row]);
          double residual = response[row] - mean[row] + leverage * (0.5 - mean[row]);
          for (int j = 0; j < score.length; j++) {
            score[j] += columns[row][j] * residual;
          }
        }
        if (held < 0) {
          return inverse.times(score);
        }
        int[] others = IntStream.range(0, beta.length).filter(j -> j != held).toArray();
        double[] partial = new double[others.length];
        for (int j = 0; j < others.length; j++) {
          partial[j] = score[others[j]];
        }
        // the step within the other coefficients, by their block of the information
        double[] solved = information
            .block(others)
            .cholesky()
            .orElseThrow(IllegalStateException::new)
            .solve(partial);
        double[] direction = new double[beta.length];
        for (int j = 0; j < others.length; j++) {
          direction[others[j]] = solved[j];
        }
        return direction;
      }
    }
  }
}
