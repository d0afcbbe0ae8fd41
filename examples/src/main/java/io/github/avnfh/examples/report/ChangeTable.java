package io.github.avnfh.examples.report;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.statistics.PValueAdjustment;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import java.util.List;
import java.util.Optional;

/** How much a score changed since baseline, visit by visit, where any hip has both scores. */
final class ChangeTable {
  private ChangeTable() {}

  static Optional<Table> of(
      Cohort cohort, Instrument instrument, List<Timepoint> visits, ArthroplastyPolicy policy) {
    List<ChangeRow> rows = visits.stream()
        .map(visit -> ChangeRow.of(cohort.hips(), instrument, visit, policy))
        .filter(row -> row.hips() > 0)
        .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    double[] raw = rows.stream()
        .flatMap(row -> row.pByPatient().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
    double[] adjusted = raw.length == 0 ? raw : PValueAdjustment.HOLM.adjusted(raw);
    Table.Builder table = Table.builder()
        .name(instrument.code() + "_change")
        .title("Change since baseline, " + instrument.quantity().name() + " ["
            + instrument.quantity().unit() + "]")
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of("visit", "Visit", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("patients", "Patients", Kind.COUNT),
            Column.of("change", "Change (95 % interval), by patient", Kind.ESTIMATE),
            Column.of("p", "p, by patient", Kind.NUMBER),
            Column.of("p_holm", "p, adjusted", Kind.NUMBER),
            Column.of("naive", "Change (95 % interval), naive", Kind.ESTIMATE),
            Column.of("p_naive", "p, naive", Kind.NUMBER),
            Column.of("srm", "Standardized response mean", Kind.NUMBER),
            Column.of("d_baseline", "Change per SD at baseline", Kind.NUMBER))
        .addFootnotes(
            "By patient: bias-reduced standard error with the patient as cluster (CR2), and t with Satterthwaite's degrees"
                + " of freedom. Naive: the paired t test, which takes the hips as independent.",
            "Adjusted by Holm over the visits of this table.");
    int next = 0;
    for (ChangeRow row : rows) {
      table.addRows(row.cells(
          row.pByPatient().isPresent() ? Optional.of(adjusted[next++]) : Optional.empty()));
    }
    return Optional.of(table.build());
  }
}
