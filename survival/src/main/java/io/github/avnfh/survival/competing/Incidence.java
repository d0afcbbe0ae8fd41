package io.github.avnfh.survival.competing;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * What share had an event of one kind first, and how sure that is.
 *
 * <pre>{@code
 * CompetingFollowUp hips = CompetingFollowUp.of(
 *     List.of(Outcome.EVENT, Outcome.COMPETING, Outcome.CENSORED, Outcome.CENSORED),
 *     ended -> FollowUp.ofDays(new int[] {120, 400, 730, 740}, ended).build());
 * IncidenceCurve curve = CumulativeIncidence.withDefaults().estimate(hips).get(0);
 * Incidence replaced = curve.at(400).orElseThrow().event();
 * replaced.share();         // 0.25
 * replaced.standardError(); // OptionalDouble[0.2165…
 * }</pre>
 */
@Value.Immutable
public sealed interface Incidence permits ImmutableIncidence {

  /**
   * Returns the cumulative incidence.
   *
   * @return a share in 0..1
   */
  double share();

  /**
   * Returns the standard error, the infinitesimal jackknife: with clusters grouped by cluster.
   *
   * @return the standard error, or nothing where it is not estimable: in a group without such an
   *     event, or with all rows in one cluster
   */
  OptionalDouble standardError();

  /**
   * Returns the standard error that takes hips of one patient for independent.
   *
   * @return the standard error, or nothing in a group without such an event; equal to
   *     {@link #standardError()} without clusters
   */
  OptionalDouble naiveStandardError();

  /**
   * Returns the lower limit of the confidence interval.
   *
   * @return a share in 0..1, at most the incidence
   */
  double lower();

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return a share in 0..1, at least the incidence
   */
  double upper();
}
