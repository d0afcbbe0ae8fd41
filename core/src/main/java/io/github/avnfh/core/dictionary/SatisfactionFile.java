package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.csv.CsvRow;
import java.util.List;
import java.util.Optional;

/** {@code satisfaction.csv}: a row per patient who was asked. */
record SatisfactionFile(CohortAssembler assembler) implements CohortFile {
  private static final String LEVEL = "satisfaction";

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
    return List.of(PATIENT, LEVEL);
  }

  @Override
  public List<String> optional() {
    return List.of(ORIGIN);
  }

  @Override
  public void take(CsvRow row) {
    Optional<PatientIndex.Entry> patient = assembler.patient(row);
    Optional<Satisfaction> level = row.required(LEVEL, Satisfaction::parse);
    assembler.origin(row);
    if (row.isSound()) {
      assembler.add(patient.orElseThrow().id(), level.orElseThrow(), row);
    }
  }

  /** Writes the answers of a cohort. */
  static String text(Cohort cohort) {
    return CohortFile.text(
        cohort,
        List.of(PATIENT, LEVEL),
        cohort.satisfaction().entrySet().stream()
            .map(answer -> List.of(answer.getKey().value(), answer.getValue().code())));
  }
}
