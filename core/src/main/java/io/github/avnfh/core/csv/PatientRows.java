package io.github.avnfh.core.csv;

import io.github.avnfh.core.Patient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of {@code patients.csv}. */
final class PatientRows {
  /** The first columns are always written, the others only where one of them is filled. */
  static final int ALWAYS = 6;

  private PatientRows() {}

  static List<String> columns() {
    return Stream.of(
            List.of(Sheet.PATIENT, "sex", "age_years", "height_cm", "weight_kg"),
            List.of("platelets_per_uL"),
            LaboratoryCells.COLUMNS,
            ScreeningCells.COLUMNS,
            List.of("lost_day", "lost_reason", "death_day"))
        .flatMap(List::stream)
        .toList();
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
