package io.github.avnfh.examples.report;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Patient;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.scoring.summary.Description;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

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
    table.addRows(List.of(Cell.text("male"), share(cohort, patient -> patient.sex() == Sex.MALE)));
    table.addRows(
        List.of(Cell.text("female"), share(cohort, patient -> patient.sex() == Sex.FEMALE)));
    if (cohort.patients().stream().anyMatch(patient -> patient.sex() == Sex.UNKNOWN)) {
      table.addRows(List.of(
          Cell.text("sex not recorded"), share(cohort, patient -> patient.sex() == Sex.UNKNOWN)));
    }
    Count bilateral = Count.of(cohort.bilateralPatients(), cohort.patients().size());
    return table.addRows(List.of(Cell.text("both hips"), Cell.share(bilateral))).build();
  }

  private static Cell share(Cohort cohort, Predicate<Patient> condition) {
    int count = (int) cohort.patients().stream().filter(condition).count();
    return Cell.share(Count.of(count, cohort.patients().size()));
  }

  private static Table age(Cohort cohort) {
    Description age =
        Description.of(cohort.patients().stream().mapToDouble(Patient::ageYears).toArray());
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
    addLevels(table, cohort, "etiology", Etiology.values(), Hip::etiology);
    addLevels(table, cohort, "Steinberg stage", SteinbergStage.values(), Hip::baselineStage);
    return table.build();
  }

  private static <E extends Enum<E> & Coded> void addLevels(
      Table.Builder table,
      Cohort cohort,
      String characteristic,
      E[] levels,
      Function<Hip, E> level) {
    for (E each : levels) {
      int count = cohort.hipsWhere(hip -> level.apply(hip) == each).size();
      if (count > 0) {
        table.addRows(List.of(
            Cell.text(characteristic),
            Cell.text(each.code().replace('_', ' ')),
            Cell.share(Count.of(count, cohort.hips().size()))));
      }
    }
  }
}
