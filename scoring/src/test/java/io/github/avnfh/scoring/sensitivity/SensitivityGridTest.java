package io.github.avnfh.scoring.sensitivity;

import static io.github.avnfh.core.Instruments.HARRIS_HIP_SCORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.evidence.Boundary;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.Hips;
import io.github.avnfh.scoring.change.StudyRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityGridTest {
  private static final Timepoint YEAR = Timepoint.ofMonths(12);

  /** A patient with gains of 30 and 5, one with a gain of 20, one whose hip was replaced. */
  private static final List<Hip> FOUR = List.of(
      Hips.hip("P1", HARRIS_HIP_SCORE, 50, 60, 80),
      right("P1", 55),
      Hips.hip("P2", HARRIS_HIP_SCORE, 50, 60, 70),
      Hips.replaced("P3", 300, HARRIS_HIP_SCORE, 50, 52, 95));

  private static Hip right(String patient, double after) {
    Hip left = Hips.unseen(patient).build();
    return Hip.builder()
        .id(HipId.of(PatientId.of(patient), Side.RIGHT))
        .etiology(left.etiology())
        .baselineStage(left.baselineStage())
        .addVisits(Hips.visit(0, VisitStatus.DONE, HARRIS_HIP_SCORE, 50))
        .addVisits(Hips.visit(12, VisitStatus.DONE, HARRIS_HIP_SCORE, after))
        .build();
  }

  private static SensitivityGrid grid() {
    return SensitivityGrid.over(
        List.of(
            StudyRules.MORE_THAN_20_POINTS,
            Threshold.chosen(HARRIS_HIP_SCORE, 20, Boundary.INCLUSIVE)),
        Timepoint.baseline(),
        YEAR);
  }

  @ParameterizedTest(name = "{0} of {1}: {2} of {3}, and {4} where 20 points are enough")
  @CsvSource({
    "INCLUDE, HIPS, 2, 4, 3",
    "INCLUDE, PATIENTS_ANY_HIP, 2, 3, 3",
    "INCLUDE, PATIENTS_EVERY_HIP, 1, 3, 2",
    "EXCLUDE_AFTER, HIPS, 1, 3, 2",
    "EXCLUDE_AFTER, PATIENTS_ANY_HIP, 1, 2, 2",
    "EXCLUDE_AFTER, PATIENTS_EVERY_HIP, 0, 2, 1",
    "CARRY_LAST_BEFORE, HIPS, 1, 4, 2",
    "CARRY_LAST_BEFORE, PATIENTS_ANY_HIP, 1, 3, 2",
    "CARRY_LAST_BEFORE, PATIENTS_EVERY_HIP, 0, 3, 1",
    "COUNT_AS_FAILURE, HIPS, 1, 4, 2",
    "COUNT_AS_FAILURE, PATIENTS_ANY_HIP, 1, 3, 2",
    "COUNT_AS_FAILURE, PATIENTS_EVERY_HIP, 0, 3, 1"
  })
  void countsUnderEveryChoice(
      ArthroplastyPolicy policy,
      SensitivityGrid.CountingUnit unit,
      int strict,
      int judged,
      int inclusive) {
    List<Count> counts = grid().count(FOUR).stream()
        .filter(cell -> cell.policy() == policy && cell.unit() == unit)
        .map(SensitivityGrid.GridCell::responders)
        .toList();
    assertThat(counts).containsExactly(Count.of(strict, judged), Count.of(inclusive, judged));
  }

  /** Where every hip was replaced, leaving such scores out leaves none to judge. */
  @Test
  void saysThatAPolicyLeavesNoHipToJudge() {
    List<Hip> replaced = List.of(
        Hips.replaced("P1", 300, HARRIS_HIP_SCORE, 50, 52, 95),
        Hips.replaced("P2", 300, HARRIS_HIP_SCORE, 50, 52, 60));
    assertThat(grid().count(replaced).stream()
            .filter(cell -> cell.responders().total() == 0)
            .map(SensitivityGrid.GridCell::policy))
        .containsOnly(ArthroplastyPolicy.EXCLUDE_AFTER);
    assertThat(grid().table(replaced).rows()).hasSize(24).allSatisfy(row -> {
      boolean isLeft = !row.get(1).parts().equals(List.of("exclude_after"));
      assertThat(row.get(3).isMissing()).isNotEqualTo(isLeft);
      assertThat(row.get(3).printed().equals("no hip is left to judge")).isNotEqualTo(isLeft);
    });
  }

  @Test
  void printsARowForEveryChoice() {
    assertThat(grid().table(FOUR).rows()).hasSize(24);
    assertThat(grid().table(FOUR).csv())
        .startsWith("rule,policy,unit,responders_n,responders_of,by_patient,")
        .contains("\nHHS-GAIN-OVER-20,include,hips,2,4,50,")
        .contains("CHOSEN-hhs>=20.0,count_as_failure,patients_every_hip,1,3,33.33");
  }

  @Test
  void printsTitlesWhereCsvHoldsCodes() {
    assertThat(grid().table(FOUR).markdown())
        .contains("| HHS-GAIN-OVER-20 | scores count | hips | 2 (50.0 %) | 50.0 (")
        .contains(
            "| CHOSEN-hhs>=20.0 | it is a failure | patients, every hip | 1 (33.3 %) | 33.3 (")
        .contains("| scores are left out | patients, any hip |")
        .contains("| the last score before it counts |");
  }
}
