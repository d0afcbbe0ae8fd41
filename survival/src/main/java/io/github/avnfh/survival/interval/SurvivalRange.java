package io.github.avnfh.survival.interval;

import org.immutables.value.Value;

/**
 * What is known of survival at a time: between the survival if every event of which the time is not
 * known came as early as it can have, and the survival if it came as late.
 *
 * <p>It is no confidence interval: it would be as wide with any number of hips.
 *
 * @see Turnbull
 */
@Value.Immutable
public sealed interface SurvivalRange permits ImmutableSurvivalRange {

  /**
   * Returns the time.
   *
   * @return the time, in the unit of the data
   */
  double time();

  /**
   * Returns the survival if events came as early as they can have.
   *
   * @return a proportion in 0..1
   */
  double lowest();

  /**
   * Returns the survival if events came as late as they can have.
   *
   * @return a proportion in 0..1, at least the lowest
   */
  double highest();

  /**
   * Tells whether survival is known to the point, as it is at the times of visits to which all
   * came.
   *
   * @return true if the lowest and the highest are the same
   */
  default boolean isPoint() {
    return lowest() == highest();
  }
}
