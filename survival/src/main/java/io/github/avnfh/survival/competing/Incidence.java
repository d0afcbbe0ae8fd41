package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.LimitMethod;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A cumulative incidence with its error and limits.
 *
 * <pre>{@code
 * CompetingFollowUp hips = CompetingFollowUp.of(
 *     List.of(EventStatus.EVENT, EventStatus.COMPETING, EventStatus.CENSORED, EventStatus.CENSORED),
 *     ended -> FollowUp.ofDays(new int[] {120, 400, 730, 740}, ended).build());
 * IncidenceCurve curve = CumulativeIncidence.withDefaults().estimate(hips).get(0);
 * Incidence replaced = curve.at(400).orElseThrow().event();
 * replaced.proportion();         // 0.25
 * replaced.standardError(); // OptionalDouble[0.2165…
 * }</pre>
 */
@Value.Immutable
public sealed interface Incidence permits ImmutableIncidence {

  /**
   * Returns the cumulative incidence.
   *
   * @return a proportion in 0..1
   */
  double proportion();

  /**
   * Returns the events of this kind at the time itself.
   *
   * @return the number of hips, or the sum of their weights
   */
  double events();

  /**
   * Returns the events of this kind up to and including the time.
   *
   * @return the number of hips, or the sum of their weights
   */
  double cumulativeEvents();

  /**
   * Returns the standard error, the infinitesimal jackknife: with clusters grouped by cluster.
   *
   * @return the standard error, or nothing where it is not estimable: before the first such event,
   *     or with all rows so far in one cluster
   */
  OptionalDouble standardError();

  /**
   * Returns the standard error that takes hips of one patient for independent.
   *
   * @return the standard error, or nothing before the first such event; equal to
   *     {@link #standardError()} without clusters
   */
  OptionalDouble naiveStandardError();

  /**
   * Returns the lower limit of the confidence interval.
   *
   * @return a proportion in 0..1, at most the incidence
   */
  double lower();

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return a proportion in 0..1, at least the incidence
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
   * much, F(1-F)/se<sup>2</sup>. Units are clusters, such as patients, or rows where none are
   * known.
   *
   * @return the size; where the incidence is 0 that of the exact upper limit; nothing where the
   *     standard error is not estimable otherwise, or is 0
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
