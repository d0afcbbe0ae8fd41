package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.SatisfactionFigure;
import io.github.avnfh.scoring.satisfaction.SatisfactionSummary;
import java.util.List;

/** How satisfied the patients were at the end, on five levels. */
final class SatisfactionSection {
  private static final String TITLE = "Satisfaction";

  private SatisfactionSection() {}

  static Section of(Cohort cohort) {
    if (!cohort.isRecorded(DataKind.SATISFACTION)) {
      return Section.notRecorded(TITLE, "Satisfaction");
    }
    if (cohort.satisfaction().isEmpty()) {
      return Section.of(TITLE, List.of("No patient gave an answer."));
    }
    SatisfactionSummary summary = SatisfactionSummary.of(cohort.satisfaction().values());
    Count satisfied = summary.satisfied();
    int silent = cohort.patients().size() - summary.patients();
    return Section.of(
            TITLE,
            List.of(satisfied.count() + " of " + satisfied.total()
                + " patients with an answer were satisfied or very satisfied: "
                + Estimates.exactPercent(satisfied).printed() + " %, exact. "
                + (silent == 0
                    ? "Every patient answered."
                    : Counted.of(silent, "patient") + " gave no answer.")),
            summary.table())
        .with(SatisfactionFigure.of(cohort));
  }
}
