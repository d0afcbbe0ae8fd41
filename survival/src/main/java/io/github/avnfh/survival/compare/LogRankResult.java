package io.github.avnfh.survival.compare;

import io.github.avnfh.core.evidence.Explanation;
import java.util.List;
import org.immutables.value.Value;

/**
 * The result of a test of the log-rank family.
 *
 * @see LogRank
 */
@Value.Immutable
public sealed interface LogRankResult extends ScoreTestResult permits ImmutableLogRankResult {

  /**
   * Returns the groups with their observed and expected events.
   *
   * @return the groups in their order
   */
  List<GroupCount> groups();

  /**
   * Says in words what was tested.
   *
   * @return the name of the test, such as {@code clustered stratified log-rank test}
   */
  default String title() {
    return name() + " test";
  }

  /**
   * Explains the test.
   *
   * @return the statistic, the rules of the test with observed and expected events, the statistics
   *     by other variances, how many clusters had the event where they are few, and what is missing
   *     where no test is possible
   */
  @Override
  default Explanation explanation() {
    return LogRankRules.explanation(this);
  }
}
