package io.github.avnfh.survival;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * An estimate of survival with its error: what share escaped the event, and how sure that is.
 *
 * @see SurvivalCurve
 */
@Value.Immutable
public sealed interface Estimate permits ImmutableEstimate {

  /**
   * Returns the estimated survival.
   *
   * @return a share in 0..1
   */
  double survival();

  /**
   * Returns the standard error on the scale of survival: with clusters the robust one, otherwise
   * Greenwood's.
   *
   * @return the standard error, or nothing where it is not estimable: in a group without events,
   *     where survival is 0, or with all rows in one cluster
   */
  OptionalDouble standardError();

  /**
   * Returns Greenwood's standard error, which takes hips of one patient for independent.
   *
   * @return the standard error, or nothing where it is not estimable; equal to
   *     {@link #standardError()} without clusters
   */
  OptionalDouble naiveStandardError();

  /**
   * Returns the lower limit of the confidence interval.
   *
   * @return a share in 0..1, at most the survival
   */
  double lower();

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return a share in 0..1, at least the survival
   */
  double upper();

  /**
   * Returns how the limits came about.
   *
   * @return the method
   */
  LimitMethod limits();
}
