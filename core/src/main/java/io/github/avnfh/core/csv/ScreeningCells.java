package io.github.avnfh.core.csv;

import io.github.avnfh.core.cohort.Screening;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of what was asked before enrollment: 1, 0, or nothing where nobody answered. */
final class ScreeningCells {
  static final List<String> COLUMNS = List.of(
      "enrolled",
      "able_to_attend",
      "willing",
      "systemic_infection",
      "severe_coagulopathy",
      "active_malignancy",
      "pregnant");

  private static final Screening NOT_RECORDED = Screening.notRecorded();

  private ScreeningCells() {}

  static Screening read(CsvRow row) {
    return row.areEmpty(COLUMNS) ? NOT_RECORDED : answers(row);
  }

  private static Screening answers(CsvRow row) {
    return Screening.builder()
        .enrolled(row.flag("enrolled"))
        .ableToAttend(row.flag("able_to_attend"))
        .willing(row.flag("willing"))
        .systemicInfection(row.flag("systemic_infection"))
        .severeCoagulopathy(row.flag("severe_coagulopathy"))
        .activeMalignancy(row.flag("active_malignancy"))
        .pregnant(row.flag("pregnant"))
        .build();
  }

  /** Writes answers in the order of the columns. */
  static List<String> of(Screening answers) {
    return Stream.of(
            answers.enrolled(),
            answers.ableToAttend(),
            answers.willing(),
            answers.systemicInfection(),
            answers.severeCoagulopathy(),
            answers.activeMalignancy(),
            answers.pregnant())
        .map(ScreeningCells::flag)
        .toList();
  }

  /** Writes yes or no as 1 or 0. */
  static String flag(Optional<Boolean> answer) {
    return answer.map(yes -> yes ? "1" : "0").orElse("");
  }
}
