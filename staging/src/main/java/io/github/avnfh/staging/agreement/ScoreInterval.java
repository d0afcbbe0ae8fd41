package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.Distribution;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The interval of a kappa by inverting a test: all values k0 that are not farther from the estimate
 * than the critical value times the standard error that k0 itself implies.
 *
 * <p>The variance at k0 is that of the common correlation model: with probability k0 the readers
 * give one category, drawn from the proportions m of all readings; otherwise each draws his own
 * from m. A rare category leaves the estimate at random high, with a large error, or low, with a
 * small one; the variance at k0 does not follow the estimate. It is multiplied by the design effect
 * of patients.
 *
 * @see <a href="https://doi.org/10.1002/sim.4780111109">Donner A, Eliasziw M. A goodness-of-fit
 *     approach to inference procedures for the kappa statistic: confidence interval construction,
 *     significance-testing and sample size estimation. Stat Med 1992;11:1511-1519</a>
 */
final class ScoreInterval {
  static final String CONVENTION =
      "score interval with the variance under the common correlation model, t quantile with"
          + " patients - 1 degrees of freedom, times the design effect of patients";

  private static final int HALVINGS = 60;

  private final DoubleUnaryOperator model;
  private final DoubleBinaryOperator designEffect;

  /**
   * Chooses the model.
   *
   * @param model the variance of the coefficient at each value of it, of independent subjects
   * @param designEffect the factor of that variance, from the estimate and its standard error by
   *     the jackknife, which may be 0 or infinite
   */
  ScoreInterval(DoubleUnaryOperator model, DoubleBinaryOperator designEffect) {
    this.model = model;
    this.designEffect = designEffect;
  }

  /**
   * The design effect that brings the model at the estimate to the variance of the jackknife, and a
   * given one where the model has no variance there.
   */
  static ScoreInterval scaled(DoubleUnaryOperator model, double otherwise) {
    return new ScoreInterval(model, (estimate, error) -> {
      double expected = model.applyAsDouble(estimate);
      return expected > 0 ? error * error / expected : otherwise;
    });
  }

  double designEffect(double estimate, double error) {
    return designEffect.applyAsDouble(estimate, error);
  }

  Limits of(double estimate, double lowest, double error, int patients, double level) {
    // (estimate - k)^2 <= t^2 d V(k)
    double critical = Distribution.studentT(patients - 1.0).upperQuantile((1 - level) / 2);
    double factor = critical * critical * designEffect(estimate, error);
    if (!(factor < Double.MAX_VALUE)) {
      return Limits.of(lowest, 1, level);
    }
    return Limits.of(
        boundary(estimate, lowest, factor),
        boundary(estimate, Math.max(estimate, 1), factor),
        level);
  }

  /** The last value on the way to an end that is not rejected. */
  private double boundary(double estimate, double end, double factor) {
    if (!isRejected(estimate, end, factor)) {
      return end;
    }
    // the estimate itself is never rejected; 60 halvings of a range of about 2 leave only rounding
    double kept = estimate;
    double rejected = end;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = kept + (rejected - kept) / 2;
      if (isRejected(estimate, middle, factor)) {
        rejected = middle;
      } else {
        kept = middle;
      }
    }
    return kept;
  }

  private boolean isRejected(double estimate, double value, double factor) {
    double away = estimate - value;
    return away * away > factor * Math.max(0, model.applyAsDouble(value));
  }
}
