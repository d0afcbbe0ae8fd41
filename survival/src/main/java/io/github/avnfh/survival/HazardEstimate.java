package io.github.avnfh.survival;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The cumulative hazard at one time with its error, and the survival that follows from it.
 *
 * @see NelsonAalen
 */
@Value.Immutable
public sealed interface HazardEstimate permits ImmutableHazardEstimate {

  /**
   * Returns the time.
   *
   * @return the time, in the unit of the data
   */
  double time();

  /**
   * Returns the cumulative hazard just after the time.
   *
   * @return a number of 0 or more
   */
  double hazard();

  /**
   * Returns the standard error of the cumulative hazard: with clusters the robust one.
   *
   * @return the standard error, or nothing where it is not estimable: before the first event, with
   *     all rows so far in one cluster, or with clusters after a correction for ties
   */
  OptionalDouble standardError();

  /**
   * Returns the standard error that takes hips of one patient for independent.
   *
   * @return the standard error, or nothing before the first event
   */
  OptionalDouble naiveStandardError();

  /**
   * Returns the lower limit of the confidence interval.
   *
   * @return the limit, 0 or more and at most the hazard, or nothing where no error is known
   */
  OptionalDouble lower();

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return the limit, at least the hazard, or nothing where no error is known
   */
  OptionalDouble upper();

  /**
   * Returns how the limits came about.
   *
   * @return the method
   */
  @Value.Default
  default LimitMethod limits() {
    return LimitMethod.NOT_ESTIMABLE;
  }

  /**
   * Returns the survival after Fleming and Harrington, exp(-H).
   *
   * @return a share, above 0 and at most 1
   */
  default double survival() {
    return Math.exp(-hazard());
  }

  /**
   * Returns the standard error of that survival, survival times the standard error of the hazard.
   *
   * @return the standard error, or nothing where that of the hazard is not estimable
   */
  default OptionalDouble survivalStandardError() {
    OptionalDouble error = standardError();
    return error.isPresent()
        ? OptionalDouble.of(survival() * error.getAsDouble())
        : OptionalDouble.empty();
  }
}
