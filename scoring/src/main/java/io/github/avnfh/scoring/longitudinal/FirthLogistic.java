package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.core.table.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  private static final int HALVINGS = 100;

  /** How close a limit is sought. */
  private static final double CLOSE = 1e-10;

  /** Twice what a last step gains: the square of its length in standard errors. */
  private static final double CONVERGED = 1e-14;

  /** Where no shorter step rises, only rounding is left of so small a gain. */
  private static final double ROUNDING = 1e-10;

  /** Steps that ran out while one gained no more came near enough for limits and p values. */
  private static final double NEAR = 1e-6;

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
   *     columns of the design are not independent, or the maximum is not found
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
      // 2 (l* at its maximum - l* with this coefficient held at 0): chi-square with one degree of
      // freedom
      double fall = 2 * (best.value - profile(best, term, 0).value);
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
      // from Wald's limit on, twice as far until the limit is bracketed: the profile falls on both
      // sides; the other coefficients start where they were best for the value before
      double width = direction * Math.sqrt(quantile * best.inverse(-1).get(term, term));
      Point near = best;
      double far = best.beta[term] + width;
      Point beyond = profile(near, term, far);
      while (2 * (best.value - beyond.value) < quantile) {
        near = beyond;
        width *= 2;
        far = best.beta[term] + width;
        beyond = profile(near, term, far);
      }
      for (int halving = 0;
          halving < HALVINGS && Math.abs(far - near.beta[term]) > CLOSE;
          halving++) {
        double middle = (near.beta[term] + far) / 2;
        Point point = profile(near, term, middle);
        if (2 * (best.value - point.value) < quantile) {
          near = point;
        } else {
          far = middle;
        }
      }
      return (near.beta[term] + far) / 2;
    }

    /** The largest value with a coefficient held, from where the others are best for another. */
    private Point profile(Point from, int term, double value) {
      double[] start = from.beta.clone();
      start[term] = value;
      return maximum(start, term);
    }

    /**
     * The largest value over all coefficients but one that is held. The information is not the
     * exact second derivative with the penalty: its inverse is corrected after each step by what
     * the gradient did (the update of Broyden, Fletcher, Goldfarb and Shanno).
     */
    private Point maximum(double[] start, int held) {
      Point point = new Point(start);
      if (point.value == Double.NEGATIVE_INFINITY) {
        return point;
      }
      double gain = Double.POSITIVE_INFINITY;
      double[] gradient = point.gradient(held);
      Optional<Matrix> inverse = Optional.empty();
      for (int step = 0; step < MOST_STEPS; step++) {
        Matrix approximate = inverse.isPresent() ? inverse.get() : point.inverse(held);
        double[] direction = approximate.times(gradient);
        // g'H g: about twice what the step gains
        gain = Matrix.dot(direction, gradient);
        if (gain < CONVERGED) {
          return point.moved(direction, 1);
        }
        Point next = better(point, direction);
        double[] after = next.gradient(held);
        inverse =
            corrected(approximate, difference(next.beta, point.beta), difference(gradient, after));
        if (next.value <= point.value && gain < ROUNDING) {
          return next;
        }
        point = next;
        gradient = after;
      }
      if (gain < NEAR) {
        return point;
      }
      throw new IllegalArgumentException("penalized likelihood must have a maximum within "
          + MOST_STEPS + " steps, but the last one still gained " + gain / 2);
    }

    /**
     * With y the fall of the gradient over a step s: H + (1 + y'Hy / s'y) s s' / s'y - (H y s' + s
     * y'H) / s'y; nothing where the gradient did not fall.
     */
    private static Optional<Matrix> corrected(Matrix inverse, double[] s, double[] y) {
      double sy = Matrix.dot(s, y);
      if (!(sy > 0)) {
        return Optional.empty();
      }
      double[] hy = inverse.times(y);
      Matrix next = inverse.copy();
      next.addProduct((1 + Matrix.dot(y, hy) / sy) / sy, s, s);
      next.addProduct(-1 / sy, hy, s);
      next.addProduct(-1 / sy, s, hy);
      return Optional.of(next);
    }

    private static double[] difference(double[] one, double[] other) {
      double[] difference = one.clone();
      Arrays.setAll(difference, j -> one[j] - other[j]);
      return difference;
    }

    private Point better(Point point, double[] direction) {
      double longest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
      // a step of Newton's may overshoot where fitted probabilities are near 0 or 1
      double length = Math.min(1, LONGEST_STEP / longest);
      for (int halving = 0; halving < 30; halving++) {
        Point next = point.moved(direction, length);
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
      private final double[] weights;
      private final Matrix information;
      private final double value;

      Point(double[] beta) {
        this.beta = beta;
        this.mean = new double[response.length];
        this.weights = new double[response.length];
        this.information = Matrix.square(beta.length);
        double sum = 0;
        for (int row = 0; row < mean.length; row++) {
          double predictor = Matrix.dot(columns[row], beta);
          mean[row] = 1 / (1 + Math.exp(-predictor));
          // log m = -log(1 + e^-x) for a response of 1, log(1 - m) = -log(1 + e^x) for 0;
          // log(1 + e^s) = max(0, s) + log(1 + e^-|s|) does not overflow
          double sign = response[row] == 1 ? -predictor : predictor;
          sum -= Math.log1p(Math.exp(-Math.abs(sign))) + Math.max(0, sign);
          // m (1 - m) = e^-|x| / (1 + e^-|x|)^2, where 1 - m itself is rounded to 0 too soon
          double odds = Math.exp(-Math.abs(predictor));
          weights[row] = odds / ((1 + odds) * (1 + odds));
          information.addSquare(weights[row], columns[row]);
        }
        // the penalty 1/2 log |X'WX|, minus infinity where the information is singular
        this.value = sum
            + information
                .cholesky()
                .map(factor -> factor.logDeterminant() / 2)
                .orElse(Double.NEGATIVE_INFINITY);
      }

      Point moved(double[] direction, double length) {
        double[] next = beta.clone();
        for (int j = 0; j < next.length; j++) {
          next[j] += length * direction[j];
        }
        return new Point(next);
      }

      /** The derivative by all coefficients, 0 for one that is held. */
      double[] gradient(int held) {
        Matrix inverse =
            information.cholesky().orElseThrow(IllegalStateException::new).inverse();
        double[] score = new double[beta.length];
        for (int row = 0; row < mean.length; row++) {
          // h = w x'(X'WX)^-1 x, and d/db of the penalty is sum of h (1/2 - m) x
          double leverage = weights[row] * inverse.form(columns[row], columns[row]);
          double residual = response[row] - mean[row] + leverage * (0.5 - mean[row]);
          for (int j = 0; j < score.length; j++) {
            score[j] += columns[row][j] * residual;
          }
        }
        if (held >= 0) {
          score[held] = 0;
        }
        return score;
      }

      /** The inverse of the information on the coefficients that are not held. */
      Matrix inverse(int held) {
        int[] free = IntStream.range(0, beta.length).filter(j -> j != held).toArray();
        Matrix part = information
            .block(free)
            .cholesky()
            .orElseThrow(IllegalStateException::new)
            .inverse();
        Matrix inverse = Matrix.square(beta.length);
        for (int i = 0; i < free.length; i++) {
          for (int j = 0; j < free.length; j++) {
            inverse.set(free[i], free[j], part.get(i, j));
          }
        }
        return inverse;
      }
    }
  }
}
