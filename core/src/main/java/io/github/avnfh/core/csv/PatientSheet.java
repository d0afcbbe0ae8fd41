package io.github.avnfh.core.csv;

import io.github.avnfh.core.Patient;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Sex;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** {@code patients.csv}: a row per patient. */
record PatientSheet(CohortDraft draft) implements Sheet {

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
    return List.of("height_cm", "weight_kg", "platelets_per_uL", ORIGIN);
  }

  @Override
  public boolean withholds(String text) {
    return true;
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientId> id = row.required(PATIENT, PatientId::of);
    id.ifPresent(draft::note);
    Optional<Sex> sex = row.required("sex", Sex::parse);
    OptionalInt age = row.requiredWholeNumber("age_years", Patient.AGE);
    OptionalDouble height = row.number("height_cm", Patient.HEIGHT);
    OptionalDouble weight = row.number("weight_kg", Patient.WEIGHT);
    OptionalDouble platelets = row.number("platelets_per_uL", Patient.PLATELETS);
    draft.origin(row);
    if (row.isSound()) {
      draft.add(
          Patient.builder()
              .id(id.orElseThrow())
              .sex(sex.orElseThrow())
              .ageYears(age.orElseThrow())
              .heightCm(height)
              .weightKg(weight)
              .plateletsPerMicroliter(platelets)
              .build(),
          row);
    }
  }
}
