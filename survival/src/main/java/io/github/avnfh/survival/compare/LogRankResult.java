package io.github.avnfh.survival.compare;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The result of a test of the log-rank family. */
@Value.Immutable
public sealed interface LogRankResult permits ImmutableLogRankResult {

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
   * Returns the statistic that takes hips of one patient for independent.
   *
   * @return the statistic, or nothing where no test is possible: without events, or with fewer than
   *     two groups that were ever at risk together at an event
   */
  Optional<ChiSquare> chiSquare();

  /**
   * Returns the statistic that is robust against hips of one patient not being independent.
   *
   * @return the statistic, or nothing without clusters, where no test is possible, or with no more
   *     clusters than degrees of freedom
   */
  Optional<ChiSquare> robustChiSquare();

  /**
   * Says in words what was tested.
   *
   * @return the name of the test, such as {@code stratified log-rank test}
   */
  default String title() {
    return (isStratified() ? "stratified " : "") + weighting().title() + " test";
  }
}
