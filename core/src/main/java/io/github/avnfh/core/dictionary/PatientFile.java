package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.csv.CsvRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code patients.csv}: a row per patient. */
record PatientFile(CohortAssembler assembler) implements CohortFile {
  private static final String LOST_DAY = "lost_day";
  private static final String DEATH_DAY = "death_day";
  private static final int REQUIRED = 3;

  /** Identifier, sex, age, height, weight and platelets. */
  private static final int ALWAYS_WRITTEN = 6;

  private static final Map<String, DataKind> KINDS =
      Map.of(LOST_DAY, DataKind.LOSSES, DEATH_DAY, DataKind.DEATHS);

  @Override
  public String file() {
    return PATIENTS;
  }

  @Override
  public List<String> required() {
    return Patient.columns().subList(0, REQUIRED);
  }

  @Override
  public List<String> optional() {
    List<String> columns = Patient.columns();
    return CohortFile.joined(columns.subList(REQUIRED, columns.size()), List.of(ORIGIN));
  }

  @Override
  public Map<String, DataKind> kindsByColumn() {
    return KINDS;
  }

  @Override
  public boolean withholds(String text) {
    return true;
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientId> id = row.required(PATIENT, PatientId::of);
    Optional<PatientIndex.Entry> known = id.map(assembler::note);
    Patient.Builder patient = Patient.builder().read(row);
    assembler.origin(row);
    if (row.isSound()) {
      build(row, patient.id(id.orElseThrow()))
          .ifPresent(built -> assembler.add(known.orElseThrow(), built, row));
    }
  }

  private static Optional<Patient> build(CsvRow row, Patient.Builder patient) {
    try {
      return Optional.of(patient.build());
    } catch (IllegalArgumentException e) {
      row.report(LOST_DAY, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Writes the patients of a cohort; what few cohorts record only where it is filled. */
  static String text(Cohort cohort) {
    return CohortFile.filledText(
        cohort,
        Patient.columns(),
        column -> isAlwaysWritten(column, cohort),
        cohort.patients().stream()
            .map(patient -> CohortFile.cells(Patient.columns(), patient.codes())));
  }

  private static boolean isAlwaysWritten(String column, Cohort cohort) {
    return switch (column) {
      case LOST_DAY -> cohort.isRecorded(DataKind.LOSSES);
      case DEATH_DAY -> cohort.isRecorded(DataKind.DEATHS);
      default -> Patient.columns().indexOf(column) < ALWAYS_WRITTEN;
    };
  }
}
