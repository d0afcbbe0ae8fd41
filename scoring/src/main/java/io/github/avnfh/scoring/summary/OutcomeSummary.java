package io.github.avnfh.scoring.summary;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.scoring.change.ScoreStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One instrument over all timepoints, over hips, under a named policy.
 *
 * @see OutcomePlan
 */
@Value.Immutable
public sealed interface OutcomeSummary permits ImmutableOutcomeSummary {

  /**
   * Returns what was summarized, and how.
   *
   * @return instrument and policy
   */
  OutcomePlan plan();

  /**
   * Returns how many hips were looked at.
   *
   * @return hips, with scores or without
   */
  int hips();

  /**
   * Returns the timepoints at which a score was taken, in their order.
   *
   * @return a row for each
   */
  List<OutcomeRow> rows();

  /**
   * Returns the row of a timepoint, if there is one.
   *
   * @param timepoint the planned moment
   * @return its row
   */
  default Optional<OutcomeRow> at(Timepoint timepoint) {
    return rows().stream().filter(row -> row.timepoint().equals(timepoint)).findFirst();
  }

  /** The scores of hips at one timepoint, and their change from baseline. */
  @Value.Immutable
  sealed interface OutcomeRow permits ImmutableOutcomeRow {

    /**
     * Returns the planned moment.
     *
     * @return the timepoint
     */
    Timepoint timepoint();

    /**
     * Returns the scores at the timepoint.
     *
     * @return points of the instrument, over hips with a score
     */
    SummaryStatistics scores();

    /**
     * Returns the improvement since baseline.
     *
     * @return points, positive for improvement, over hips with both scores; nothing at baseline
     */
    Optional<SummaryStatistics> improvement();

    /**
     * Returns the later points minus those at baseline.
     *
     * @return points in the direction of the scale, over hips with both scores; nothing at baseline
     */
    Optional<SummaryStatistics> difference();

    /**
     * Returns how many hips came by their score in which way, or have none for which reason.
     *
     * @return hips by status, which add up to all hips; a status that did not occur is absent
     */
    Map<ScoreStatus, Integer> counts();

    /**
     * Returns how many hips have a given status.
     *
     * @param status the status
     * @return hips
     */
    default int count(ScoreStatus status) {
      return counts().getOrDefault(status, 0);
    }
  }
}
