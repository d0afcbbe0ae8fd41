package io.github.avnfh.survival;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.survival.internal.CriticalQuantile;
import java.util.Optional;

/**
 * How the limits of a curve are found.
 *
 * @param intervalType the scale of the confidence interval
 * @param level the confidence level
 * @param chosenCriticalValue the distribution behind limits, if it was chosen
 * @param meanScale the scale of the confidence interval of restricted means
 * @param hasExactLimits whether limits before the first event are exact
 */
record CurveOptions(
    IntervalType intervalType,
    double level,
    Optional<CriticalValue> chosenCriticalValue,
    RestrictedMeanScale meanScale,
    boolean hasExactLimits) {
  private static final double USUAL_LEVEL = 0.95;

  static CurveOptions withDefaults() {
    return new CurveOptions(
        IntervalType.LOG_LOG,
        USUAL_LEVEL,
        Optional.empty(),
        RestrictedMeanScale.LOG_TIME_LOST_ADDED_EVENT,
        true);
  }

  CurveOptions with(IntervalType type) {
    return new CurveOptions(type, level, chosenCriticalValue, meanScale, hasExactLimits);
  }

  CurveOptions withLevel(double probability) {
    return new CurveOptions(
        intervalType,
        ConfidenceLevel.check(probability),
        chosenCriticalValue,
        meanScale,
        hasExactLimits);
  }

  CurveOptions with(CriticalValue value) {
    return new CurveOptions(intervalType, level, Optional.of(value), meanScale, hasExactLimits);
  }

  CurveOptions with(RestrictedMeanScale scale) {
    return new CurveOptions(intervalType, level, chosenCriticalValue, scale, hasExactLimits);
  }

  CurveOptions withoutExactLimits() {
    return new CurveOptions(intervalType, level, chosenCriticalValue, meanScale, false);
  }

  CriticalValue criticalValue(boolean clustered) {
    return chosenCriticalValue.orElse(clustered ? CriticalValue.T : CriticalValue.NORMAL);
  }

  /** The quantile that multiplies a standard error. */
  CriticalQuantile quantile(boolean clustered) {
    return new CriticalQuantile(level, criticalValue(clustered) == CriticalValue.T);
  }

  /** The probability beyond each limit. */
  double tail() {
    return (1 - level) / 2;
  }
}
