package io.github.avnfh.core.csv;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Patient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of {@code patients.csv}. */
final class PatientRows {
  private static final String LOST_DAY = "lost_day";
  private static final String DEATH_DAY = "death_day";
  private static final List<String> MEASURES =
      List.of(Sheet.PATIENT, "sex", "age_years", "height_cm", "weight_kg", "platelets_per_uL");

  private PatientRows() {}

  static List<String> columns() {
    return Stream.of(
            MEASURES,
            LaboratoryCells.COLUMNS,
            ScreeningCells.COLUMNS,
            List.of(LOST_DAY, "lost_reason", DEATH_DAY))
        .flatMap(List::stream)
        .toList();
  }

  /** Tells whether a column is written though no cell of it is filled. */
  static boolean isAlwaysWritten(String column, Cohort cohort) {
    return switch (column) {
      case LOST_DAY -> cohort.isRecorded(DataKind.LOSSES);
      case DEATH_DAY -> cohort.isRecorded(DataKind.DEATHS);
      default -> MEASURES.contains(column);
    };
  }

  static List<String> row(Patient patient) {
    return Stream.of(
            List.of(
                patient.id().value(),
                patient.sex().code(),
                Integer.toString(patient.ageYears()),
                CsvOutput.number(patient.heightCm()),
                CsvOutput.number(patient.weightKg()),
                CsvOutput.number(patient.plateletsPerMicroliter())),
            LaboratoryCells.of(patient.laboratory()),
            ScreeningCells.of(patient.screening()),
            List.of(
                day(patient.lostDay()), patient.lostReason().orElse(""), day(patient.deathDay())))
        .flatMap(List::stream)
        .toList();
  }

  private static String day(Optional<Integer> day) {
    return day.map(number -> Integer.toString(number)).orElse("");
  }
}
