package io.github.avnfh.examples.shell;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.report.Analysis;
import io.github.avnfh.examples.report.ReportPart;
import io.github.avnfh.examples.report.Section;
import io.github.avnfh.examples.report.StudyReport;
import java.util.List;
import java.util.function.Predicate;

/** The hips of a cohort one by one, and parts of its report. */
final class CohortTables {
  private static final String NOT_RECORDED = "not recorded";

  private CohortTables() {}

  /** A row for each hip, in the order of the cohort and without identifiers. */
  static Table hips(Cohort cohort) {
    Table.Builder table = Table.builder()
        .name("hips")
        .title("Hips one by one")
        .counted(Counted.of(cohort.hips().size(), "hip"))
        .addColumns(
            Column.of("sex", "Sex", Kind.TEXT),
            Column.of("age", "Age", Kind.COUNT).withUnit("years"),
            Column.of("side", "Side", Kind.TEXT),
            Column.of("cause", "Cause", Kind.TEXT),
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("visits", "Visits", Kind.COUNT),
            Column.of("readings", "Image readings", Kind.COUNT),
            Column.of("last", "Last known", Kind.COUNT).withUnit("days"),
            Column.of("replaced", "Replaced", Kind.COUNT).withUnit("days"))
        .addFootnotes("Days are counted from the first treatment of the hip.");
    cohort.hips().forEach(hip -> table.addRows(row(cohort.patientOf(hip), hip)));
    return table.build();
  }

  private static List<Cell> row(Patient patient, Hip hip) {
    return List.of(
        word(patient.sex()),
        Cell.count(patient.ageYears()),
        word(hip.id().side()),
        word(hip.etiology()),
        word(hip.baselineStage()),
        Cell.count(hip.visits().size()),
        Cell.count(hip.imageReadings().size()),
        Cell.count(hip.lastKnownDay()),
        hip.arthroplasty()
            .map(Arthroplasty::day)
            .map(Cell::count)
            .orElseGet(() -> Cell.missing(Kind.COUNT, "no")));
  }

  private static Cell word(Coded word) {
    return word.isKnown() ? Cell.text(word.code()) : Cell.text(NOT_RECORDED, word);
  }

  static Answer part(Cohort cohort, Analysis analysis, ReportPart part) {
    return part(cohort, analysis, part, table -> true);
  }

  static Answer part(Cohort cohort, Analysis analysis, ReportPart part, Predicate<Table> isAsked) {
    Section section = StudyReport.part(cohort, analysis, part);
    return Answer.of(section, section.tables().stream().filter(isAsked).toList());
  }
}
