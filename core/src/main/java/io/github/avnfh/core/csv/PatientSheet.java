package io.github.avnfh.core.csv;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.internal.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code patients.csv}: a row per patient. */
record PatientSheet(CohortDraft draft) implements Sheet {
  private static final String LOST_DAY = "lost_day";
  private static final String LOST_REASON = "lost_reason";
  private static final String DEATH_DAY = "death_day";
  private static final Map<String, DataKind> KINDS =
      Map.of(LOST_DAY, DataKind.LOSSES, DEATH_DAY, DataKind.DEATHS);

  @Override
  public String file() {
    return PATIENTS;
  }

  @Override
  public List<String> required() {
    return List.of(PATIENT, "sex", "age_years");
  }

  @Override
  public List<String> optional() {
    List<String> columns = new ArrayList<>(List.of("height_cm", "weight_kg", "platelets_per_uL"));
    columns.addAll(LaboratoryCells.COLUMNS);
    columns.addAll(ScreeningCells.COLUMNS);
    columns.addAll(List.of(LOST_DAY, LOST_REASON, DEATH_DAY, ORIGIN));
    return columns;
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
    Optional<PatientDraft> known = id.map(draft::note);
    Optional<Sex> sex = row.required("sex", Sex::parse);
    OptionalInt age = row.requiredWholeNumber("age_years", Patient.AGE);
    Patient.Builder patient = Patient.builder()
        .heightCm(row.number("height_cm", Patient.HEIGHT))
        .weightKg(row.number("weight_kg", Patient.WEIGHT))
        .plateletsPerMicroliter(row.number("platelets_per_uL", Patient.PLATELETS))
        .laboratory(LaboratoryCells.read(row))
        .screening(ScreeningCells.read(row));
    addEnd(row, patient);
    draft.origin(row);
    if (row.isSound()) {
      patient.id(id.orElseThrow()).sex(sex.orElseThrow()).ageYears(age.orElseThrow());
      build(row, patient).ifPresent(built -> draft.add(known.orElseThrow(), built, row));
    }
  }

  private static void addEnd(CsvRow row, Patient.Builder patient) {
    row.wholeNumber(LOST_DAY, Timepoint.DAY).ifPresent(patient::lostDay);
    row.wholeNumber(DEATH_DAY, Timepoint.DAY).ifPresent(patient::deathDay);
    patient.lostReason(
        row.optional(LOST_REASON, text -> OneLine.check("reason of a loss to follow-up", text)));
  }

  private static Optional<Patient> build(CsvRow row, Patient.Builder patient) {
    try {
      return Optional.of(patient.build());
    } catch (IllegalArgumentException refused) {
      row.report(LOST_DAY, String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }
}
