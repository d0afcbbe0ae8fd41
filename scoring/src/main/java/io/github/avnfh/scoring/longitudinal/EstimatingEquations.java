package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.PValueAdjustment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Generalized estimating equations (GEE) with the patient as cluster: immutable options and one
 * method, {@link #fit(VisitScores)}.
 *
 * <p>Means, or responses of 0 and 1, are compared as differences, odds ratios or risk ratios
 * ({@link Link}). The estimates are consistent for any correlation within patients, and so are the
 * errors with many patients, as they come from the sums of residuals of each patient; with few,
 * name a {@link SandwichVariance} that is corrected. Scores must be missing completely at random.
 *
 * <p>With the matrix R of the working correlation, the root A of the diagonal matrix of variances,
 * V = A R A and D the derivative of the means, the coefficients solve sum of D'V^-1 (y - m) = 0.
 * Scale and correlation are the mean square and the mean product of the residuals (y - m) / A.
 *
 * <pre>{@code
 * VisitScores responders = VisitScores.of(
 *         List.of("a", "b", "c", "d", "e", "f", "g", "h"),
 *         Collections.nCopies(8, "24"),
 *         Stream.of(1, 1, 1, 0, 1, 0, 0, 0).map(each -> OptionalDouble.of(each)).toList())
 *     .groups(List.of("I", "I", "I", "I", "III", "III", "III", "III"))
 *     .build();
 * VisitModelFit fit = EstimatingEquations.withDefaults()
 *     .with(Link.LOG)
 *     .with(WorkingCorrelation.INDEPENDENCE)
 *     .with(SandwichVariance.MANCL_DEROUEN)
 *     .fit(responders);
 * VisitModelFit.Contrast risks = fit.differences().get(0);
 * risks.name();                                           // 24: III - I
 * Digits.halfUp(3).print(risks.ratio().getAsDouble()); // 0.333
 * }</pre>
 */
public final class EstimatingEquations {
  private static final int MOST_STEPS = 500;
  private static final double CONVERGED = 1e-12;

  /** A coefficient beyond this, for columns of standard deviation 1, grows for ever. */
  private static final double UNBOUNDED = 30;

  private Link link = Link.IDENTITY;
  private WorkingCorrelation correlation = WorkingCorrelation.EXCHANGEABLE;
  private SandwichVariance variance = SandwichVariance.SANDWICH;
  private double level = 0.95;
  private PValueAdjustment adjustment = PValueAdjustment.HOLM;

  private EstimatingEquations() {}

  private EstimatingEquations(EstimatingEquations other) {
    this.link = other.link;
    this.correlation = other.correlation;
    this.variance = other.variance;
    this.level = other.level;
    this.adjustment = other.adjustment;
  }

  /**
   * Returns the equations with the defaults: identity, exchangeable, sandwich, 0.95, Holm.
   *
   * @return the options
   */
  public static EstimatingEquations withDefaults() {
    return new EstimatingEquations();
  }

  /**
   * Returns these equations with another link.
   *
   * @param link on which scale means are compared
   * @return the options
   */
  public EstimatingEquations with(Link link) {
    EstimatingEquations changed = new EstimatingEquations(this);
    changed.link = Objects.requireNonNull(link, "link");
    return changed;
  }

  /**
   * Returns these equations with another working correlation.
   *
   * @param correlation the correlation within a patient
   * @return the options
   */
  public EstimatingEquations with(WorkingCorrelation correlation) {
    EstimatingEquations changed = new EstimatingEquations(this);
    changed.correlation = Objects.requireNonNull(correlation, "correlation");
    return changed;
  }

  /**
   * Returns these equations with another empirical variance.
   *
   * @param variance the variance
   * @return the options
   */
  public EstimatingEquations with(SandwichVariance variance) {
    EstimatingEquations changed = new EstimatingEquations(this);
    changed.variance = Objects.requireNonNull(variance, "variance");
    return changed;
  }

  /**
   * Returns these equations with another confidence level.
   *
   * @param level a fraction between 0 and 1
   * @return the options
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public EstimatingEquations withLevel(double level) {
    EstimatingEquations changed = new EstimatingEquations(this);
    changed.level = ConfidenceLevel.check(level);
    return changed;
  }

  /**
   * Returns these equations with another adjustment for several contrasts.
   *
   * @param adjustment the adjustment
   * @return the options
   */
  public EstimatingEquations with(PValueAdjustment adjustment) {
    EstimatingEquations changed = new EstimatingEquations(this);
    changed.adjustment = Objects.requireNonNull(adjustment, "adjustment");
    return changed;
  }

  /**
   * Solves the equations.
   *
   * @param scores the scores: any for the identity, 0 to 1 for the logit, 0 or more for the log
   * @return means, contrasts, coefficients, scale and correlation, and residuals
   * @throws IllegalArgumentException if a score is out of range, a group has no score at a visit,
   *     columns of the design are not independent, there are not more patients than coefficients,
   *     or a coefficient has no estimate because a cell has only responders, or none
   */
  public VisitModelFit fit(VisitScores scores) {
    Objects.requireNonNull(scores, "scores");
    return new Solution(VisitDesign.of(scores, TimeEffect.FACTOR)).fit();
  }

  @Override
  public String toString() {
    return "EstimatingEquations{" + link.code() + ", " + correlation.code() + ", " + variance.code()
        + "}";
  }

  /** One solution. */
  private final class Solution {
    private final VisitDesign design;
    private final VisitScores scores;
    private final int[][] patients;
    private final double[] beta;
    private double scale = 1;
    private double alpha;

    Solution(VisitDesign design) {
      this.design = design;
      this.scores = design.scores();
      this.patients = MixedModel.members(scores.patients(), scores::patient, scores.size());
      if (patients.length <= design.size()) {
        throw new IllegalArgumentException("patients [count] must be more than the " + design.size()
            + " coefficients, but were " + patients.length);
      }
      double mean =
          IntStream.range(0, scores.size()).mapToDouble(this::checkedScore).sum() / scores.size();
      if (link != Link.IDENTITY && (mean <= 0 || (link == Link.LOGIT && mean >= 1))) {
        throw new IllegalArgumentException(
            "responses must be both 0 and 1, but the mean was " + mean);
      }
      this.beta = new double[design.size()];
      beta[0] = link.of(mean);
    }

    private double checkedScore(int row) {
      double score = scores.score(row);
      double most = link == Link.LOGIT ? 1 : Double.MAX_VALUE;
      if (link != Link.IDENTITY && !(score >= 0 && score <= most)) {
        throw new IllegalArgumentException("score of a model with the " + link.code()
            + " link must lie in 0.0.." + most + ", but was " + score);
      }
      return score;
    }

    VisitModelFit fit() {
      // without correlation first, as that of a poor start may be out of range
      solve(false);
      solve(correlation == WorkingCorrelation.EXCHANGEABLE);
      double spread = Math.sqrt(scale);
      VisitModelFit.Parts parts = new VisitModelFit.Parts(
          design, beta, new Sandwich(empirical(), patients.length - design.size()), row -> spread);
      parts.link = link;
      parts.level = level;
      parts.adjustment = adjustment;
      parts.variances = parameters();
      parts.method = "gee";
      parts.degreesOfFreedom = "between (" + variance.code() + ")";
      parts.rules = rules();
      parts.call = RCall.of(design, TimeEffect.FACTOR).estimatingEquations(link, correlation);
      return new VisitModelFit(parts);
    }

    private void solve(boolean isCorrelated) {
      double change = Double.POSITIVE_INFINITY;
      for (int step = 0; !(change <= CONVERGED); step++) {
        if (step == MOST_STEPS || largest() > UNBOUNDED) {
          throw noEstimate();
        }
        estimateCorrelation(isCorrelated);
        change = improve();
      }
    }

    private IllegalArgumentException noEstimate() {
      return new IllegalArgumentException("a coefficient must have an estimate, but one of the "
          + link.code() + " link has none: a cell may hold only responders, or none; Firth's"
          + " logistic regression is finite");
    }

    private double largest() {
      return link == Link.IDENTITY
          ? 0
          : Arrays.stream(beta).skip(1).map(Math::abs).max().orElse(0);
    }

    private Map<String, Double> parameters() {
      Map<String, Double> parameters = new LinkedHashMap<>();
      parameters.put("scale", scale);
      if (correlation == WorkingCorrelation.EXCHANGEABLE) {
        parameters.put("correlation", alpha);
      }
      return parameters;
    }

    private List<Rule> rules() {
      List<Rule> rules = new ArrayList<>(List.of(variance.rule()));
      if (link == Link.LOG) {
        rules.add(LongitudinalRules.MODIFIED_POISSON);
      }
      return rules;
    }

    /** One step of Gauss and Newton; returns how far it went. */
    private double improve() {
      Matrix information = Matrix.square(beta.length);
      double[] sum = new double[beta.length];
      for (int[] patient : patients) {
        // beta += (sum of D'V^-1 D)^-1 sum of D'V^-1 (y - m)
        Cluster cluster = new Cluster(patient);
        information.add(1, cluster.information);
        for (int j = 0; j < sum.length; j++) {
          sum[j] += cluster.score[j];
        }
      }
      double[] step = information.cholesky().orElseThrow(this::noEstimate).solve(sum);
      double change = 0;
      for (int j = 0; j < step.length; j++) {
        beta[j] += step[j];
        // relative for large coefficients, absolute for small ones
        change = Math.max(change, Math.abs(step[j]) / (1 + Math.abs(beta[j])));
      }
      return change;
    }

    private void estimateCorrelation(boolean isCorrelated) {
      double squares = 0;
      double products = 0;
      double pairs = 0;
      for (int[] patient : patients) {
        double sum = 0;
        double own = 0;
        for (int row : patient) {
          double residual = residual(row);
          sum += residual;
          own += residual * residual;
        }
        squares += own;
        // sum over pairs of r_i r_j = ((sum of r)^2 - sum of r^2) / 2
        products += (sum * sum - own) / 2;
        pairs += patient.length * (patient.length - 1.0) / 2;
      }
      // both over the number of their terms, with nothing taken off for the coefficients
      scale = squares / scores.size();
      alpha = isCorrelated && pairs > 0 && scale > 0 ? products / pairs / scale : 0;
    }

    private double mean(int row) {
      return link.mean(Matrix.dot(design.row(row), beta));
    }

    private double residual(int row) {
      double mean = mean(row);
      return (scores.score(row) - mean) / Math.sqrt(link.variance(mean));
    }

    /** D'V^-1 D and D'V^-1 (y - m) of a patient, with the inverse of R in closed form. */
    private final class Cluster {
      private final Matrix information = Matrix.square(beta.length);
      private final double[] score = new double[beta.length];

      Cluster(int[] rows) {
        double[] sum = new double[beta.length];
        double residuals = 0;
        for (int row : rows) {
          double[] columns = design.row(row);
          double mean = link.mean(Matrix.dot(columns, beta));
          double root = Math.sqrt(link.variance(mean));
          // row of A^-1 D, and of A^-1 (y - m): what is left is R^-1
          double factor = link.slope(mean) / root;
          double residual = (scores.score(row) - mean) / root;
          for (int j = 0; j < columns.length; j++) {
            columns[j] *= factor;
            sum[j] += columns[j];
            score[j] += columns[j] * residual;
          }
          information.addSquare(1, columns);
          residuals += residual;
        }
        // R = (1 - a) I + a 11', R^-1 = (I - a / (1 + (n - 1) a) 11') / (1 - a)
        double shared = alpha / (1 + (rows.length - 1) * alpha);
        if (!(alpha < 1 && 1 + (rows.length - 1) * alpha > 0)) {
          throw new IllegalArgumentException("working correlation must lie in -1 / (n - 1)..1 for n"
              + " scores of a patient, but was " + alpha + "; independence needs none");
        }
        information.addSquare(-shared, sum);
        for (int j = 0; j < score.length; j++) {
          score[j] = (score[j] - shared * residuals * sum[j]) / (1 - alpha);
        }
        // times 1 / (1 - a) = 1 + a / (1 - a)
        information.add(alpha / (1 - alpha), information.copy());
      }
    }

    /**
     * M (sum of s s') M, where M is the inverse of the sum of C = D'V^-1 D, and s the adjusted
     * D'V^-1 (y - m): the same without adjustment, T'^-1 (I - T'CT)^-1/2 T's for M = TT' by
     * Kauermann and Carroll, and M^-1 (M^-1 - C)^-1 s by Mancl and DeRouen, both of which follow
     * from the matrix of leverages D M D'V^-1 of the patient.
     */
    private Matrix empirical() {
      Matrix total = Matrix.square(beta.length);
      for (int[] patient : patients) {
        total.add(1, new Cluster(patient).information);
      }
      Matrix inverse = total.cholesky().orElseThrow(this::noEstimate).inverse();
      Matrix triangle = inverse.cholesky().orElseThrow(this::noEstimate).lower();
      Matrix middle = Matrix.square(beta.length);
      for (int[] patient : patients) {
        Cluster cluster = new Cluster(patient);
        middle.addSquare(
            1,
            switch (variance) {
              case SANDWICH -> cluster.score;
              case KAUERMANN_CARROLL -> rootAdjusted(cluster, total, triangle);
              case MANCL_DEROUEN -> adjusted(cluster, total);
            });
      }
      return inverse.times(middle).times(inverse);
    }

    private double[] rootAdjusted(Cluster cluster, Matrix total, Matrix triangle) {
      Matrix left = Matrix.identity(beta.length);
      Matrix transposed = triangle.transposed();
      // I - T'CT, symmetric, with the eigenvalues of I - (leverage of the patient)
      left.add(-1, transposed.times(cluster.information).times(triangle));
      double[] score = left.inverseRoot(CONVERGED).times(transposed.times(cluster.score));
      // T'^-1 = M^-1 T
      return total.times(triangle.times(score));
    }

    private double[] adjusted(Cluster cluster, Matrix total) {
      // M^-1 - C, the information of all other patients, is singular where only one determines a
      // coefficient
      Matrix others = total.copy();
      others.add(-1, cluster.information);
      return total.times(others
          .cholesky()
          .orElseThrow(() -> new IllegalArgumentException(
              "patients on whom a coefficient rests [count] must be 2 or more, but were 1"))
          .solve(cluster.score));
    }
  }

  /** An empirical variance with one number of degrees of freedom. */
  private static final class Sandwich implements ContrastVariance {
    private final Matrix covariance;
    private final int degrees;

    Sandwich(Matrix covariance, int degrees) {
      this.covariance = covariance;
      this.degrees = degrees;
    }

    @Override
    public double covariance(double[] one, double[] other) {
      return covariance.form(one, other);
    }

    @Override
    public double degreesOfFreedom(double[] contrast) {
      return degrees;
    }
  }
}
