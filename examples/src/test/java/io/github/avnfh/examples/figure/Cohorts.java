package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.CohortReading;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Cohorts to draw: the bundled one, and small ones given as the rows of their files. */
final class Cohorts {
  private static final Map<String, String> HEADERS = Map.of(
      "patients.csv", "patient_id,sex,age_years",
      "hips.csv", "patient_id,side,etiology,steinberg_stage,arthroplasty_day,last_seen_day",
      "visits.csv", "patient_id,side,visit,day,status,vas,hhs",
      "imaging.csv", "patient_id,side,visit,day,modality,reader,mri_lesion,lesion_percent",
      "procedures.csv", "patient_id,side,procedure,day,number",
      "satisfaction.csv", "patient_id,satisfaction");

  private final Map<String, StringBuilder> files = new HashMap<>();

  private Cohorts() {
    HEADERS.forEach((file, header) -> files.put(file, new StringBuilder(header + "\n")));
  }

  static Cohort bundled() {
    return CohortReader.withDefaults().read(BundledCohort::file).accepted();
  }

  /** Starts a cohort of patients A, B, C and so on. */
  static Cohorts ofPatients(int count) {
    Cohorts cohort = new Cohorts();
    for (int i = 0; i < count; i++) {
      cohort.with("patients.csv", (char) ('A' + i) + ",U,40");
    }
    return cohort;
  }

  Cohorts with(String file, String... rows) {
    for (String row : rows) {
      Objects.requireNonNull(files.get(file)).append(row).append('\n');
    }
    return this;
  }

  Cohort read() {
    CohortReading reading = CohortReader.withDefaults().read(this::file);
    assertThat(reading.problems()).isEmpty();
    return reading.accepted();
  }

  private Optional<InputStream> file(String name) {
    return Optional.ofNullable(files.get(name))
        .map(text -> new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
