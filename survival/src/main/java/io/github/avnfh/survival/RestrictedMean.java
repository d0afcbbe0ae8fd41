package io.github.avnfh.survival;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The mean time free of the event within a horizon: the area under the survival curve.
 *
 * @see SurvivalCurve
 */
@Value.Immutable
public sealed interface RestrictedMean permits ImmutableRestrictedMean {

  /**
   * Returns the horizon.
   *
   * @return the time up to which the area was taken, in the unit of the data
   */
  double horizon();

  /**
   * Returns the restricted mean survival time.
   *
   * @return the area, in the unit of the data
   */
  double mean();

  /**
   * Returns the standard error: with clusters the robust one, otherwise Greenwood's.
   *
   * @return the standard error, or nothing where no event lies within the horizon, or with all rows
   *     in one cluster
   */
  OptionalDouble standardError();

  /**
   * Returns the standard error that takes hips of one patient for independent.
   *
   * @return the standard error, or nothing where no event lies within the horizon
   */
  OptionalDouble naiveStandardError();

  /**
   * Tells whether the horizon lies beyond the last time of the group while some of its members were
   * still free of the event, so that the curve had to be carried on flat.
   *
   * @return true if the mean rests on an assumption about what was not observed
   */
  boolean isExtrapolated();
}
