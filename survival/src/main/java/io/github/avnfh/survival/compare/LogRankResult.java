package io.github.avnfh.survival.compare;

import io.github.avnfh.core.evidence.Explained;
import io.github.avnfh.core.evidence.Explanation;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The result of a test of the log-rank family.
 *
 * @see LogRank
 */
@Value.Immutable
public sealed interface LogRankResult extends Explained permits ImmutableLogRankResult {

  /**
   * Returns how much each time counted.
   *
   * @return the weighting
   */
  Weighting weighting();

  /**
   * Tells whether groups were compared within strata.
   *
   * @return true if there was more than one stratum
   */
  boolean isStratified();

  /**
   * Returns the groups with their observed and expected events.
   *
   * @return the groups in their order
   */
  List<GroupCount> groups();

  /**
   * Tells whether the statistic allows for rows of one cluster, such as the hips of one patient,
   * not being independent.
   *
   * @return true if clusters were known
   */
  boolean isRobust();

  /**
   * Returns the statistic: with clusters the robust one, otherwise the naive one.
   *
   * @return the statistic, or nothing where no test is possible: without events, with fewer than
   *     two groups that were ever at risk together at an event, or with no more clusters than
   *     degrees of freedom
   */
  Optional<ChiSquare> chiSquare();

  /**
   * Returns the statistic that takes hips of one patient for independent.
   *
   * @return the statistic, or nothing where no test is possible: without events, or with fewer than
   *     two groups that were ever at risk together at an event; equal to {@link #chiSquare()}
   *     without clusters
   */
  Optional<ChiSquare> naiveChiSquare();

  /**
   * Says in words what was tested.
   *
   * @return the name of the test, such as {@code cluster-robust stratified log-rank test}
   */
  default String title() {
    return (isRobust() ? "cluster-robust " : "") + (isStratified() ? "stratified " : "")
        + weighting().title() + " test";
  }

  /**
   * Explains the test.
   *
   * @return the statistic, the rules of the test with observed and expected events, the naive
   *     statistic beside a robust one, and what is missing where no test is possible
   */
  @Override
  default Explanation explanation() {
    return LogRankRules.explanation(this);
  }
}
