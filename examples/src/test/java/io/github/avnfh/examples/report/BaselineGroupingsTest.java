package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Hip;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BaselineGroupingsTest {
  private static Map<String, Integer> sizes(List<Hip> hips) {
    return BaselineGroupings.byLesion(hips).groups(hips).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, group -> group.getValue().size()));
  }

  /** E's readers say 31 and 40 %, their consensus 29.9 %; those of F agree on nothing. */
  @Test
  void putsTheLesionOnTheCutIntoTheUpperBandAndTakesTheConsensus() {
    GivenCohort cohort = new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years",
            List.of("A,F,40", "B,F,40", "C,F,40", "D,F,40", "E,F,40", "F,F,40"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day",
            List.of(
                "A,L,idiopathic,I,400",
                "B,L,idiopathic,I,400",
                "C,L,idiopathic,I,400",
                "D,L,idiopathic,I,400",
                "E,L,idiopathic,I,400",
                "F,L,idiopathic,I,400"))
        .with(
            "imaging.csv",
            "patient_id,side,visit,day,modality,reader,lesion_percent",
            List.of(
                "A,L,BL,0,mri,one,29.9",
                "B,L,BL,0,mri,one,30",
                "C,L,BL,0,mri,one,50",
                "D,L,BL,0,mri,one,50.1",
                "E,L,BL,0,mri,one,31",
                "E,L,BL,0,mri,two,40",
                "E,L,BL,0,mri,consensus,29.9",
                "F,L,BL,0,mri,one,31",
                "F,L,BL,0,mri,two,40"));
    assertThat(sizes(cohort.read().hips()))
        .isEqualTo(Map.of("below 30 %", 2, "30 to 50 %", 2, "above 50 %", 1, "not assessed", 1));
  }
}
