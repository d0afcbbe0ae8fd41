package io.github.avnfh.survival;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * Survival at a given time, with the number at risk.
 *
 * @see SurvivalCurve
 */
@Value.Immutable
public sealed interface SurvivalAtTime permits ImmutableSurvivalAtTime {

  /**
   * Returns the time that was asked for.
   *
   * @return the time, in the unit of the data
   */
  double time();

  /**
   * Returns how many were at risk: entered before the time and not gone before it.
   *
   * @return the number of hips, or the sum of their weights
   */
  double atRisk();

  /**
   * Returns the survival just after the time.
   *
   * @return the estimate, or nothing beyond follow-up
   */
  Optional<SurvivalEstimate> estimate();

  /**
   * Tells whether the time lies beyond the last one of the group while the curve had not fallen to
   * 0, so that nothing is known.
   *
   * @return true if there is no estimate
   */
  default boolean isBeyondFollowUp() {
    return estimate().isEmpty();
  }
}
