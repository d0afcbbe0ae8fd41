package io.github.avnfh.examples.report;

import io.github.avnfh.core.Sex;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.scoring.summary.SummaryStatistics;
import java.util.List;

/** Who was treated: patients and hips, each with a denominator of its own. */
final class BaselineSection {
  private BaselineSection() {}

  static Section of(Cohort cohort) {
    return Section.of(
        "Baseline",
        List.of(
            "Sex, age and bilateral disease are counted in patients; etiology and stage are counted in hips."),
        patients(cohort),
        age(cohort),
        hips(cohort));
  }

  private static Table patients(Cohort cohort) {
    Table.Builder table = Table.builder()
        .name("baseline_patients")
        .title("Patients at baseline")
        .counted(Counted.patients(cohort))
        .addColumns(
            Column.of("characteristic", "Characteristic", Kind.TEXT),
            Column.of("patients", "Patients", Kind.SHARE));
    List<Patient> known = cohort.patients().stream()
        .filter(patient -> patient.sex() != Sex.UNKNOWN)
        .toList();
    int unknown = cohort.patients().size() - known.size();
    table.addRows(
        List.of(Cell.text("male"), Estimates.share(known, patient -> patient.sex() == Sex.MALE)));
    table.addRows(List.of(
        Cell.text("female"), Estimates.share(known, patient -> patient.sex() == Sex.FEMALE)));
    if (unknown > 0) {
      table.addRows(List.of(
          Cell.text("sex not recorded"),
          Cell.share(Count.of(unknown, cohort.patients().size()))));
    }
    Count bilateral = Count.of(cohort.bilateralPatients(), cohort.patients().size());
    return table.addRows(List.of(Cell.text("both hips"), Cell.share(bilateral))).build();
  }

  private static Table age(Cohort cohort) {
    SummaryStatistics age = SummaryStatistics.of(
        cohort.patients().stream().mapToDouble(Patient::ageYears).toArray());
    return Table.builder()
        .name("baseline_age")
        .title("Age at enrollment, years")
        .counted(Counted.patients(cohort))
        .addColumns(
            Column.of("patients", "Patients", Kind.COUNT),
            Column.of("age", "Mean ± SD", Kind.MEAN_SD),
            Column.of("minimum", "Minimum", Kind.NUMBER),
            Column.of("maximum", "Maximum", Kind.NUMBER))
        .addRows(List.of(
            Cell.count(age.count()),
            age.meanSd(1),
            Cell.number(age.minimum().orElseThrow(), 0),
            Cell.number(age.maximum().orElseThrow(), 0)))
        .build();
  }

  private static Table hips(Cohort cohort) {
    Table.Builder table = Table.builder()
        .name("baseline_hips")
        .title("Hips at baseline")
        .counted(Counted.hips(cohort))
        .addColumns(
            Column.of("characteristic", "Characteristic", Kind.TEXT),
            Column.of("level", "Level", Kind.TEXT),
            Column.of("hips", "Hips", Kind.SHARE));
    Grouping stages = Grouping.byStage(cohort.hips());
    addLevels(table, "etiology", Grouping.byCause(cohort.hips()), cohort);
    addLevels(
        table, stages.name().equals("stage") ? "Steinberg stage" : stages.name(), stages, cohort);
    return table.build();
  }

  /** Shares of levels are of the hips of which the level is recorded. */
  private static void addLevels(
      Table.Builder table, String characteristic, Grouping grouping, Cohort cohort) {
    int all = cohort.hips().size();
    int known =
        all - grouping.groups().getOrDefault(Grouping.NOT_RECORDED, List.of()).size();
    grouping
        .groups()
        .forEach((level, hips) -> table.addRows(List.of(
            Cell.text(characteristic),
            Cell.text(level),
            Cell.share(Count.of(hips.size(), level.equals(Grouping.NOT_RECORDED) ? all : known)))));
  }
}
