package io.github.avnfh.scoring.summary;

import static io.github.avnfh.core.Instruments.HARRIS_HIP_SCORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.Hips;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTablesTest {
  private static final OutcomePlan PLAN =
      OutcomePlan.of(HARRIS_HIP_SCORE, ArthroplastyPolicy.EXCLUDE_AFTER);

  private static final List<Hip> HIPS = List.of(
      lesion("P1", 24, 80),
      lesion("P2", 30, 70),
      lesion("P3", 29.9, 71),
      Hips.replaced("P4", 300, HARRIS_HIP_SCORE, 50, 60, 95));

  private static Hip lesion(String patient, double percent, double after) {
    return Hips.unseen(patient)
        .addVisits(Hips.visit(0, VisitStatus.DONE, HARRIS_HIP_SCORE, 50))
        .addVisits(Hips.visit(12, VisitStatus.DONE, HARRIS_HIP_SCORE, after))
        .addImageReadings(reading("R1", 0, percent))
        .build();
  }

  private static ImageReading reading(String reader, int day, double percent) {
    return ImageReading.builder()
        .timepoint(day == 0 ? Timepoint.baseline() : Timepoint.ofMonths(12))
        .day(day)
        .modality(Modality.MRI)
        .reader(reader)
        .findings(Findings.builder().lesionPercent(percent).build())
        .build();
  }

  @Test
  void tabulatesVisitByVisitAndSaysWhichPolicyItWas() {
    var table = OutcomeTables.byVisit(PLAN.summarize(HIPS));
    assertThat(table.name()).isEqualTo("hhs_by_visit");
    assertThat(table.counted()).isEqualTo("4 hips");
    assertThat(table.csv()).isEqualTo("""
            visit,n,score_mean,score_sd,pairs,difference_mean,difference_sd,after_arthroplasty,carried,failed,excluded,missing
            BL,4,50,0,,,,0,0,0,0,0
            M6,1,60,,1,10,,0,0,0,0,3
            M12,3,73.66666666666667,5.507570547286102,3,23.666666666666668,5.507570547286102,0,0,0,1,0
            """);
    assertThat(table.markdown()).contains("73.7 ± 5.5").contains("exclude_after");
  }

  @Test
  void tabulatesByBandOfLesionWithTheCutInTheUpperBand() {
    var table =
        OutcomeTables.bySubgroup(PLAN, HIPS, Grouping.byLesion(30, 50), Timepoint.ofMonths(12));
    assertThat(table.rows().stream().map(row -> row.get(0).printed()))
        .containsExactly("below 30.0 %", "30.0 to below 50.0 %", "not assessed");
    assertThat(table.rows().stream().map(row -> row.get(1).printed()))
        .containsExactly("2", "1", "0");
    assertThat(table.name()).isEqualTo("hhs_at_m12_by_lesion");
    assertThat(table.columns().get(0).heading()).isEqualTo("Lesion");
  }

  @Test
  void tabulatesByStageAndByCause() {
    assertThat(OutcomeTables.bySubgroup(PLAN, HIPS, Grouping.byStage(), Timepoint.baseline())
            .csv())
        .contains("\nII,4,50,0,,,,0,0,0,0,0\n");
    assertThat(OutcomeTables.bySubgroup(PLAN, HIPS, Grouping.byCause(), Timepoint.ofMonths(12))
            .rows()
            .get(0)
            .get(0)
            .printed())
        .isEqualTo("idiopathic");
  }
}
