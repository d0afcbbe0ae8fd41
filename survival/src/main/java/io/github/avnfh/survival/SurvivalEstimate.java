package io.github.avnfh.survival;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * An estimate of survival with its error and limits.
 *
 * @see SurvivalCurve
 */
@Value.Immutable
public sealed interface SurvivalEstimate permits ImmutableSurvivalEstimate {

  /**
   * Returns the estimated survival.
   *
   * @return a proportion in 0..1
   */
  double survival();

  /**
   * Returns the standard error on the scale of survival: with clusters the robust one, otherwise
   * Greenwood's.
   *
   * @return the standard error, or nothing where it is not estimable: before the first event, where
   *     survival is 0, or with all rows so far in one cluster
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
   * @return a proportion in 0..1, at most the survival
   */
  double lower();

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return a proportion in 0..1, at least the survival
   */
  double upper();

  /**
   * Returns how the limits came about.
   *
   * @return the method
   */
  LimitMethod limits();

  /**
   * Returns the effective sample size: as many independent units without censoring would know as
   * much, S(1-S)/se<sup>2</sup>. Units are clusters, such as patients, or rows where none are
   * known.
   *
   * @return the size; where survival is 1 or 0, the fewest units at risk up to then; nothing where
   *     the standard error is not estimable otherwise, or is 0
   * @see <a href="https://doi.org/10.1002/sim.4780060605">Dorey FJ, Korn EL. Effective sample sizes
   *     for confidence intervals for survival probabilities. Stat Med 1987;6:679-87</a>
   */
  OptionalDouble effectiveSize();

  /**
   * Returns the degrees of freedom of the quantile of t: the independent units that had come under
   * observation by then, less one.
   *
   * @return a number that means nothing where limits come from the normal quantile
   */
  double degreesOfFreedom();
}
