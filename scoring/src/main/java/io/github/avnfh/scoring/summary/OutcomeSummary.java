package io.github.avnfh.scoring.summary;

import io.github.avnfh.core.Timepoint;
import java.util.List;
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
}
