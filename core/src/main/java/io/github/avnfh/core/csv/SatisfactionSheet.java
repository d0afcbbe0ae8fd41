package io.github.avnfh.core.csv;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.cohort.DataKind;
import java.util.List;
import java.util.Optional;

/** {@code satisfaction.csv}: a row per patient who was asked. */
record SatisfactionSheet(CohortDraft draft) implements Sheet {

  @Override
  public String file() {
    return SATISFACTION;
  }

  @Override
  public Optional<DataKind> kind() {
    return Optional.of(DataKind.SATISFACTION);
  }

  @Override
  public List<String> required() {
    return List.of(PATIENT, "satisfaction");
  }

  @Override
  public List<String> optional() {
    return List.of(ORIGIN);
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientDraft> patient = draft.patient(row);
    Optional<Satisfaction> level = row.required("satisfaction", Satisfaction::parse);
    draft.origin(row);
    if (row.isSound()) {
      draft.add(patient.orElseThrow().id(), level.orElseThrow(), row);
    }
  }
}
