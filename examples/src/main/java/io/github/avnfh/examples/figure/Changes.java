package io.github.avnfh.examples.figure;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.PairedScores;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.summary.OutcomePlan;
import io.github.avnfh.scoring.summary.OutcomeSummary;
import java.util.List;
import java.util.Optional;

/** The change of a score up to the last scheduled visit at which any hip has one. */
final class Changes {
  private Changes() {}

  /** The pairs of a cohort, or nothing if no hip has a score at baseline and at the last visit. */
  static Optional<PairedScores> toLastVisit(
      List<Hip> hips, Instrument instrument, ArthroplastyPolicy policy) {
    List<OutcomeSummary.OutcomeRow> rows =
        OutcomePlan.of(instrument, policy).summarize(hips).rows();
    return rows.stream()
        .map(OutcomeSummary.OutcomeRow::timepoint)
        .filter(timepoint -> !timepoint.equals(Timepoint.baseline()))
        .reduce((earlier, later) -> later)
        .map(last -> Pairing.of(instrument, Timepoint.baseline(), last, policy).pair(hips))
        .filter(paired -> !paired.changes().isEmpty());
  }

  static String visit(Timepoint timepoint) {
    int months = timepoint.months().orElseThrow();
    return months == 0 ? "baseline" : months + (months == 1 ? " month" : " months");
  }
}
