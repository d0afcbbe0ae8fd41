package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a cohort is analyzed, and up to when. */
class AnalyzedCohortTest {
  private static GivenCohort given(String... hips) {
    return new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F,40", "Q,F,41", "R,M,42"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day,arthroplasty_day",
            List.of(hips));
  }

  private static List<String> followed(String... hips) {
    Cohort cohort = given(hips).read();
    return AnalyzedCohort.followed(cohort, cohort.hips()).stream()
        .map(hip -> hip.id().patient().value())
        .toList();
  }

  /** Of R nothing is known after the first day. */
  @Test
  void followsHipsOfWhichMoreThanTheFirstDayIsKnown() {
    assertThat(followed("P,L,alcohol,I,,100", "Q,L,alcohol,I,1,", "R,L,alcohol,I,,"))
        .containsExactly("P", "Q");
    assertThat(followed("P,L,alcohol,I,,100", "Q,L,alcohol,I,,200")).containsExactly("P", "Q");
  }

  /** Days are known of the replaced hip alone: its outcome chose it. */
  @Test
  void followsNoHipWhereOnlyReplacedOnesAreKnown() {
    assertThat(followed("P,L,alcohol,I,,100", "Q,L,alcohol,I,,", "R,L,alcohol,I,,"))
        .isEmpty();
  }

  @Test
  void keepsTheVisitsUpToATime() {
    Cohort cohort = given("P,L,alcohol,I,900,")
        .with(
            "visits.csv",
            "patient_id,side,visit,day,hhs",
            List.of("P,L,BL,0,50", "P,L,M6,183,60", "P,L,M12,365,61", "P,L,M24,731,62"))
        .read();
    assertThat(
            AnalyzedCohort.until(cohort, Timepoint.ofMonths(12)).hips().get(0).visits())
        .extracting(visit -> visit.timepoint().code())
        .containsExactly("BL", "M6", "M12");
  }

  @Test
  void tellsProgressionAtHalfAYearOneYearAndTheHorizon() {
    assertThat(Analysis.study().months()).containsExactly(6, 12, 24);
    assertThat(Analysis.study().withHorizon(12).months()).containsExactly(6, 12);
    assertThat(Analysis.study().withHorizon(6).months()).containsExactly(6);
    assertThat(Analysis.study().withHorizon(1).months()).containsExactly(1);
    assertThat(Analysis.study().withHorizon(1200).horizonMonths()).isEqualTo(1200);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1201})
  void refusesAHorizonOutOfRange(int months) {
    assertThatThrownBy(() -> Analysis.study().withHorizon(months))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("horizon [months] must lie in 1..1200, but was " + months);
  }

  @Test
  void takesTheHorizonOfAProtocol() {
    assertThat(Analysis.by(StudyProtocol.withHalfwayWindows())).isEqualTo(Analysis.study());
  }

  /** The day of the arthroplasty still has the hip; an unscheduled visit is none of the plan. */
  @Test
  void countsImagesUpToTheDayOfTheArthroplasty() {
    Cohort cohort = given("P,L,alcohol,I,900,365")
        .with(
            "imaging.csv",
            "patient_id,side,visit,day,modality,reader,lesion_percent",
            List.of("P,L,BL,0,mri,one,20", "P,L,UNS,100,mri,one,25", "P,L,M12,365,mri,one,30"))
        .read();
    assertThat(AgreedFinding.lesionPercent(cohort.hips().get(0), Timepoint.ofMonths(12)))
        .contains(30.0);
    assertThat(AgreedFinding.visits(cohort.hips()))
        .containsExactly(Timepoint.baseline(), Timepoint.ofMonths(12));
  }
}
