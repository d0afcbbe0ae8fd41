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
   * Returns the lower limit of the confidence interval.
   *
   * @return the limit, 0 or more and at most the mean, or nothing where no error is known
   */
  OptionalDouble lower();

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return the limit, the mean or more and at most the horizon, or nothing where no error is known
   */
  OptionalDouble upper();

  /**
   * Returns how the limits came about. From the standard error they lie on the {@link #scale()}.
   * Without events within the horizon the lower limit is the largest t (alpha/2)<sup>1/n</sup> over
   * all times t up to the horizon, with n the fewest at risk up to t: whoever survives t lost no
   * time before. The upper limit is then the horizon.
   *
   * @return the method
   */
  @Value.Default
  default LimitMethod limits() {
    return LimitMethod.NOT_ESTIMABLE;
  }

  /**
   * Returns the scale on which limits from the standard error are symmetric.
   *
   * @return the scale
   */
  RestrictedMeanScale scale();

  /**
   * Returns the degrees of freedom of the quantile of t: the independent units that had come under
   * observation within the horizon, less one.
   *
   * @return a number that means nothing where limits come from the normal quantile
   */
  double degreesOfFreedom();

  /**
   * Tells whether the horizon lies beyond the last time of the group while some of its members were
   * still free of the event, so that the curve had to be carried on flat.
   *
   * @return true if the mean rests on an assumption about what was not observed
   */
  boolean isExtrapolated();
}
