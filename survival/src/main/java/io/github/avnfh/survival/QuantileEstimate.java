package io.github.avnfh.survival;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The time by which a given share had the event, such as the median, with its limits.
 *
 * @see SurvivalCurve
 */
@Value.Immutable
public sealed interface QuantileEstimate permits ImmutableQuantileEstimate {

  /**
   * Returns the share that had the event.
   *
   * @return a probability between 0 and 1, 0.5 for the median
   */
  double probability();

  /**
   * Returns the time.
   *
   * @return the time in the unit of the data, or nothing if not reached
   */
  OptionalDouble time();

  /**
   * Returns the lower limit of the confidence interval.
   *
   * @return the time at which the lower limit of survival gets so low, or nothing if it does not
   */
  OptionalDouble lower();

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return the time at which the upper limit of survival gets so low, or nothing if it does not
   */
  OptionalDouble upper();

  /**
   * Tells whether so many had the event within follow-up.
   *
   * @return true if there is a time
   */
  default boolean isReached() {
    return time().isPresent();
  }
}
