package io.github.avnfh.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.summary.OutcomePlan;
import io.github.avnfh.scoring.summary.OutcomeSummary;
import io.github.avnfh.scoring.ucla.UclaActivity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstrumentRecipeTest {
  private static final Map<String, String> FILES = Map.of(
      "patients.csv", "patient_id,sex,age_years\nA,F,40\n",
      "hips.csv", "patient_id,side,etiology,steinberg_stage\nA,L,idiopathic,II\nA,R,idiopathic,I\n",
      "visits.csv",
          "patient_id,side,visit,day,ucla\nA,L,BL,0,3\nA,L,M12,365,6\nA,R,BL,0,4\nA,R,M12,366,8\n",
      "imaging.csv", "patient_id,side,visit,day,modality,reader\n");

  @Test
  void aCohortReadsTheColumnOfAnyInstrument() {
    Cohort cohort = CohortReader.withDefaults()
        .withInstruments(List.of(UclaActivity.INSTRUMENT))
        .read(file -> Optional.ofNullable(FILES.get(file))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .orThrow();
    List<OutcomeSummary.OutcomeRow> rows = OutcomePlan.of(
            UclaActivity.INSTRUMENT, ArthroplastyPolicy.INCLUDE)
        .summarize(cohort.hips())
        .rows();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).scores().mean()).hasValue(3.5);
    assertThat(rows.get(1).improvement().orElseThrow().mean()).hasValue(3.5);
  }
}
