package io.github.avnfh.survival.compare;

import io.github.avnfh.core.evidence.Explanation;
import java.util.List;
import org.immutables.value.Value;

/**
 * The result of a test for trend over ordered groups.
 *
 * @see Trend
 */
@Value.Immutable
public sealed interface TrendResult extends ScoreTestResult permits ImmutableTrendResult {

  /**
   * Returns the scores of the groups.
   *
   * @return a score for each group, in their order
   */
  List<Double> scores();

  /**
   * Returns the direction of the trend: the sum of score times observed minus expected events.
   *
   * @return above 0 where groups of a higher score had more events than expected, below 0 where
   *     they had fewer
   */
  double excess();

  /**
   * Says in words what was tested.
   *
   * @return the name of the test, such as {@code clustered log-rank test for trend}
   */
  default String title() {
    return name() + " test for trend";
  }

  /**
   * Explains the test.
   *
   * @return the statistic, the scores, the statistics by other variances, how many clusters had the
   *     event where they are few, and what is missing where no test is possible
   */
  @Override
  default Explanation explanation() {
    return LogRankRules.explanation(this);
  }
}
