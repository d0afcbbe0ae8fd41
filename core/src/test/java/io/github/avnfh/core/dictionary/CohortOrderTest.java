package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorted files are read in a shorter way, and to the same end. */
class CohortOrderTest {
  private static CohortReading read(String patients, String hips, String visits) {
    return CohortReader.withDefaults().read(file -> switch (file) {
      case CohortFile.PATIENTS -> stream("patient_id,sex,age_years", patients);
      case CohortFile.HIPS -> stream("patient_id,side,etiology,steinberg_stage", hips);
      case CohortFile.VISITS -> stream("patient_id,side,visit,day,vas", visits);
      case CohortFile.IMAGING -> stream("patient_id,side,visit,modality,reader,day", "");
      default -> Optional.empty();
    });
  }

  private static Optional<InputStream> stream(String header, String rows) {
    String text = header + "\n" + rows.replace(' ', '\n');
    return Optional.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void findsPatientsAndHipsInAnyOrderOfTheFiles() {
    Cohort sorted = read(
            "A1,F,41 A2,M,42 B1,F,43",
            "A1,L,alcohol,I A1,R,alcohol,II A2,L,trauma,I B1,R,trauma,III",
            "A1,L,BL,0,5 A1,R,BL,0,6 A1,L,M3,90,4 B1,R,BL,0,7 A2,L,BL,0,8")
        .orThrow();
    Cohort shuffled = read(
            "B1,F,43 A1,F,41 A2,M,42",
            "A2,L,trauma,I B1,R,trauma,III A1,L,alcohol,I A1,R,alcohol,II",
            "A2,L,BL,0,8 A1,L,M3,90,4 B1,R,BL,0,7 A1,R,BL,0,6 A1,L,BL,0,5")
        .orThrow();
    assertThat(shuffled.hips()).containsExactlyInAnyOrderElementsOf(sorted.hips());
    assertThat(shuffled.patients()).containsExactlyInAnyOrderElementsOf(sorted.patients());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A1,F,41 A2,M,42 A1,F,41 B1,F,43", "A1,F,41 A0,M,42 A1,F,41 B1,F,43"})
  void tellsTheLineOfThePatientInAndOutOfOrder(String patients) {
    CohortReading reading = read(patients, "A1,L,alcohol,I B1,L,alcohol,I C1,L,alcohol,I", "");
    assertThat(reading.problems())
        .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.message())
        .containsExactly(
            "patients.csv:4 names a patient that line 2 gave already;"
                + " one row each was expected",
            "hips.csv:4 names a patient without a valid row in patients.csv;"
                + " a patient of that file was expected");
    assertThat(reading.accepted().hips()).hasSize(2);
  }
}
