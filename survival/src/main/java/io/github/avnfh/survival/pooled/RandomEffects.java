package io.github.avnfh.survival.pooled;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Random effects: studies whose true values differ, pooled by their estimates and standard errors.
 *
 * <p>The true values are normal with a mean and a variance t between studies. The variance has the
 * greatest restricted likelihood (REML), found by its fixed point t = sum w&sup2;((y - m)&sup2; -
 * v) / sum w&sup2; + 1 / sum w, with w = 1/(v + t) and m the mean weighted by w. Limits are those
 * of Hartung and Knapp: the variance of m is sum w(y - m)&sup2; / ((k - 1) sum w) for k studies,
 * and its quantile that of t with k - 1 degrees of freedom. R's metafor has them by
 * {@code rma(method = "REML", test = "knha")}; its default is the normal quantile, too narrow with
 * few studies. Where studies happen to agree by more than chance, these limits are too narrow in
 * turn: {@link #withModifiedLimits()} keeps the variance of m at 1 / sum w or more.
 *
 * <p>The prediction interval for the true value of a further study is m &plusmn; the same quantile
 * times the root of t and the variance of m.
 *
 * <pre>{@code
 * PooledEstimate gain = RandomEffects.withDefaults().pool(List.of(
 *     PooledStudy.ofMean("Series A", 24.1, 9.8, 19, CountedUnit.HIPS),
 *     PooledStudy.ofMean("Series B", 29.6, 12.1, 46, CountedUnit.HIPS),
 *     PooledStudy.ofMean("Series C", 18.5, 8.0, 30, CountedUnit.HIPS)));
 * PooledScale scale = gain.studies().get(0).scale(); // IDENTITY
 * gain.size();     // 95
 * gain.estimate(); // 24.0…
 * }</pre>
 *
 * @see <a href="https://doi.org/10.3102/10769986030003261">Viechtbauer W. Bias and efficiency of
 *     meta-analytic variance estimators in the random-effects model. J Educ Behav Stat
 *     2005;30:261-93</a>
 * @see <a href="https://doi.org/10.1002/sim.1482">Knapp G, Hartung J. Improved tests for a random
 *     effects meta-regression with a single covariate. Stat Med 2003;22:2693-710</a>
 * @see <a href="https://doi.org/10.1111/j.1467-985X.2008.00552.x">Higgins JPT, Thompson SG,
 *     Spiegelhalter DJ. A re-evaluation of random-effects meta-analysis. J R Stat Soc A
 *     2009;172:137-59</a>
 */
public final class RandomEffects {
  static final Rule REML = Rule.of(
      "POOLED-REML",
      "1.0",
      "studies weigh one over the sum of their squared standard error and the variance between"
          + " studies of greatest restricted likelihood",
      Citation.of(
          "Viechtbauer W",
          "Bias and efficiency of meta-analytic variance estimators in the random-effects model",
          "J Educ Behav Stat 2005;30:261-93",
          "10.3102/10769986030003261"));

  static final Rule HARTUNG_KNAPP = Rule.of(
      "POOLED-HARTUNG-KNAPP",
      "1.0",
      "the variance of the pooled value from the weighted squared distances of the studies, its"
          + " quantile that of t with studies less one as degrees of freedom",
      Citation.of(
          "Knapp G, Hartung J",
          "Improved tests for a random effects meta-regression with a single covariate",
          "Stat Med 2003;22:2693-710",
          "10.1002/sim.1482"));

  private static final int FEW_STEPS = 100;
  private static final double CONVERGED = 1e-13;

  /** What counts as 0 beside the variances of the studies, whose sums are rounded. */
  private static final double ROUNDING = 1e-15;

  private final double level;
  private final boolean modified;

  private RandomEffects(double level, boolean modified) {
    this.level = level;
    this.modified = modified;
  }

  /**
   * Returns the usual options: limits of Hartung and Knapp at the level 0.95.
   *
   * @return the options
   */
  public static RandomEffects withDefaults() {
    return new RandomEffects(0.95, false);
  }

  /**
   * Chooses the level of limits and prediction.
   *
   * @param probability the level, above 0 and below 1
   * @return options with that level
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  public RandomEffects withLevel(double probability) {
    return new RandomEffects(ConfidenceLevel.check(probability), modified);
  }

  /**
   * Keeps the variance of the pooled value from falling below one over the sum of the weights.
   *
   * @return options with limits that are never narrower than those of known variances with t
   */
  public RandomEffects withModifiedLimits() {
    return new RandomEffects(level, true);
  }

  /**
   * Pools studies.
   *
   * @param studies two studies or more, of one scale and one unit
   * @return the pooled value
   * @throws IllegalArgumentException if there are fewer than two studies, or they differ in scale
   *     or unit
   */
  public PooledEstimate pool(List<PooledStudy> studies) {
    check(studies);
    Fit fit = new Fit(studies);
    int degrees = studies.size() - 1;
    double quantile = Distribution.studentT(degrees).upperQuantile((1 - level) / 2);
    double variance = fit.meanVariance(degrees, modified);
    // m +/- q se for the mean, m +/- q sqrt(t + se^2) for a further study
    double half = quantile * Math.sqrt(variance);
    double spread = quantile * Math.sqrt(variance + fit.variance);
    return builder(studies, fit.mean, half, half, spread)
        .level(level)
        .standardError(Math.sqrt(variance))
        .variance(fit.variance)
        .heterogeneity(fit.heterogeneity())
        .inconsistency(fit.inconsistency(degrees))
        .addRules(REML, HARTUNG_KNAPP)
        .build();
  }

  static void check(List<PooledStudy> studies) {
    Objects.requireNonNull(studies, "studies")
        .forEach(study -> Objects.requireNonNull(study, "studies"));
    if (studies.size() < 2) {
      throw new IllegalArgumentException(
          "studies [number] must be 2 or more, but was " + studies.size());
    }
    if (studies.stream().map(PooledStudy::unit).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "studies [hips or patients] must all count the same, but were of both");
    }
    if (studies.stream().map(PooledStudy::scale).distinct().count() > 1) {
      throw new IllegalArgumentException("studies [proportions, means or survival] must all give"
          + " the same, but gave different ones");
    }
  }

  /** The pooled value and its intervals, back from the scale of the studies. */
  static ImmutablePooledEstimate.Builder builder(
      List<PooledStudy> studies, double mean, double below, double above, double spread) {
    PooledScale scale = studies.get(0).scale();
    double first = scale.back(mean - below);
    double last = scale.back(mean + above);
    double low = scale.back(mean - spread);
    double high = scale.back(mean + spread);
    return ImmutablePooledEstimate.builder()
        .addAllStudies(studies)
        .estimate(scale.back(mean))
        .lower(Math.min(first, last))
        .upper(Math.max(first, last))
        .predictionLower(OptionalDouble.of(Math.min(low, high)))
        .predictionUpper(OptionalDouble.of(Math.max(low, high)));
  }

  /** The variance between studies, and the mean that it gives. */
  private static final class Fit {
    private final double[] values;
    private final double[] variances;
    private double variance;
    private double weights;
    private double mean;

    Fit(List<PooledStudy> studies) {
      this.values = studies.stream().mapToDouble(PooledStudy::estimate).toArray();
      this.variances = studies.stream()
          .mapToDouble(study -> study.standardError() * study.standardError())
          .toArray();
      weigh(between());
    }

    /** The fixed point of the restricted likelihood's derivative, where that is reached soon. */
    private double between() {
      double next = 0;
      for (int step = 0; step < FEW_STEPS; step++) {
        double last = next;
        next = step(last);
        if (Math.abs(next - last) <= CONVERGED * next) {
          return next;
        }
      }
      return uphill(next);
    }

    /**
     * The next maximum uphill of a variance: the derivative of the restricted likelihood has the
     * sign of step(t) - t. Studies with errors of very different size need it, because steps there
     * shrink by ever less, or go to and fro.
     */
    private double uphill(double from) {
      double least = ROUNDING * Arrays.stream(variances).min().orElseThrow();
      double low = from;
      double high = from;
      while (step(high) > high) {
        low = high;
        high = 2 * high + least;
      }
      while (low > least && step(low) <= low) {
        high = low;
        low /= 2;
      }
      while (high - low > CONVERGED * high + least) {
        double middle = low + (high - low) / 2;
        boolean rises = step(middle) > middle;
        low = rises ? middle : low;
        high = rises ? high : middle;
      }
      return low > least ? low : 0;
    }

    private void weigh(double between) {
      variance = between;
      weights = 0;
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        weights += weight(i);
        sum += weight(i) * values[i];
      }
      mean = sum / weights;
    }

    private double weight(int study) {
      return 1 / (variances[study] + variance);
    }

    /** The variance at which the derivative is 0 if weights stay as they are at another. */
    private double step(double between) {
      weigh(between);
      double squares = 0;
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        double square = weight(i) * weight(i);
        double distance = values[i] - mean;
        squares += square;
        // w^2 ((y - m)^2 - v)
        sum += square * (distance * distance - variances[i]);
      }
      // t = sum w^2 ((y - m)^2 - v) / sum w^2 + 1 / sum w
      return Math.max(0, sum / squares + 1 / weights);
    }

    double meanVariance(int degrees, boolean modified) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += weight(i) * (values[i] - mean) * (values[i] - mean);
      }
      // Hartung and Knapp: sum w (y - m)^2 / ((k - 1) sum w)
      double factor = sum / degrees;
      return (modified ? Math.max(1, factor) : factor) / weights;
    }

    double heterogeneity() {
      double between = variance;
      // Q = sum w (y - m)^2 with the weights 1 / v of no variance between studies
      weigh(0);
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += weight(i) * (values[i] - mean) * (values[i] - mean);
      }
      weigh(between);
      return sum;
    }

    /** With the typical variance (k - 1) sum w / ((sum w)^2 - sum w^2) within studies. */
    double inconsistency(int degrees) {
      double between = variance;
      weigh(0);
      double squares = 0;
      for (int i = 0; i < values.length; i++) {
        squares += weight(i) * weight(i);
      }
      // (k - 1) sum w / ((sum w)^2 - sum w^2) with w = 1 / v
      double typical = degrees * weights / (weights * weights - squares);
      weigh(between);
      // I^2 = t / (t + typical variance)
      return between / (between + typical);
    }
  }

  @Override
  public String toString() {
    return "RandomEffects{level " + level + (modified ? ", modified limits}" : "}");
  }
}
