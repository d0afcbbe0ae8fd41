package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import org.immutables.value.Value;

/**
 * A confidence interval with its level.
 *
 * @see BlandAltman
 */
@Value.Immutable
public sealed interface Limits permits ImmutableLimits {

  /**
   * Returns the lower limit.
   *
   * @return the limit in the unit of the estimate
   */
  double lower();

  /**
   * Returns the upper limit.
   *
   * @return the limit in the unit of the estimate
   */
  double upper();

  /**
   * Returns the confidence level.
   *
   * @return the level, above 0 and below 1
   */
  double level();

  /**
   * Returns an interval.
   *
   * @param lower the lower limit
   * @param upper the upper limit
   * @param level the confidence level, above 0 and below 1
   * @return the interval
   * @throws IllegalArgumentException if the limits are out of order, not finite, or the level is
   *     none
   */
  static Limits of(double lower, double upper, double level) {
    if (!(lower <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "limits of an interval must be finite and in order, but were " + lower + " and " + upper);
    }
    return ImmutableLimits.builder()
        .lower(lower)
        .upper(upper)
        .level(ConfidenceLevel.check(level))
        .build();
  }
}
