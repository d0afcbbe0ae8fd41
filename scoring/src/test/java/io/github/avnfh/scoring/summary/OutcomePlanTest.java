package io.github.avnfh.scoring.summary;

import static io.github.avnfh.core.Instruments.HARRIS_HIP_SCORE;
import static io.github.avnfh.core.Instruments.PAIN_VAS_CM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.Hips;
import io.github.avnfh.scoring.change.ScoreStatus;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomePlanTest {
  private static final Timepoint YEAR = Timepoint.ofMonths(12);

  private static final List<Hip> FOUR = List.of(
      Hips.hip("P1", HARRIS_HIP_SCORE, 50, 60, 80),
      Hips.hip("P2", HARRIS_HIP_SCORE, 54, 64, 76),
      Hips.replaced("P3", 300, HARRIS_HIP_SCORE, 46, 44, 96),
      Hips.hip("P4", HARRIS_HIP_SCORE, 58));

  @Test
  void describesScoresAndChangeVisitByVisit() {
    OutcomeSummary summary =
        OutcomePlan.of(HARRIS_HIP_SCORE, ArthroplastyPolicy.EXCLUDE_AFTER).summarize(FOUR);
    assertThat(summary.hips()).isEqualTo(4);
    assertThat(summary.rows())
        .extracting(row -> row.timepoint().code())
        .containsExactly("BL", "M6", "M12");
    assertThat(summary.rows()).extracting(row -> row.scores().count()).containsExactly(4, 3, 2);
    OutcomeSummary.OutcomeRow year = summary.at(YEAR).orElseThrow();
    assertThat(year.scores().mean()).hasValue(78);
    assertThat(year.improvement().orElseThrow().mean()).hasValue(26);
    assertThat(year.improvement().orElseThrow().count()).isEqualTo(2);
    assertThat(year.count(ScoreStatus.TAKEN)).isEqualTo(2);
    assertThat(year.count(ScoreStatus.EXCLUDED)).isEqualTo(1);
    assertThat(year.count(ScoreStatus.MISSING)).isEqualTo(1);
    assertThat(year.count(ScoreStatus.FAILED)).isZero();
    assertThat(summary.at(Timepoint.baseline()).orElseThrow().improvement()).isEmpty();
    assertThat(summary.at(Timepoint.ofMonths(24))).isEmpty();
  }

  /** Means of 80, 76 with 96, nothing, 44 or nothing for the replaced hip. */
  @ParameterizedTest(name = "{0}: mean {1} of {2} hips, {3} {4}")
  @CsvSource({
    "INCLUDE, 84, 3, TAKEN_AFTER_ARTHROPLASTY",
    "EXCLUDE_AFTER, 78, 2, EXCLUDED",
    "CARRY_LAST_BEFORE, 66.66666666666667, 3, CARRIED",
    "COUNT_AS_FAILURE, 78, 2, FAILED"
  })
  void saysWhatThePolicyDidToTheReplacedHip(
      ArthroplastyPolicy policy, double mean, int count, ScoreStatus status) {
    OutcomeSummary summary = OutcomePlan.of(HARRIS_HIP_SCORE, policy).summarize(FOUR);
    OutcomeSummary.OutcomeRow year = summary.at(YEAR).orElseThrow();
    assertThat(year.scores().mean()).hasValue(mean);
    assertThat(year.scores().count()).isEqualTo(count);
    assertThat(year.count(status)).isEqualTo(1);
    assertThat(summary.plan().policy()).isEqualTo(policy);
  }

  @Test
  void countsReliefOfPainAsImprovementAndKeepsTheSignInTheDifference() {
    List<Hip> hips =
        List.of(Hips.hip("P1", PAIN_VAS_CM, 8, 4, 2), Hips.hip("P2", PAIN_VAS_CM, 7, 3, 3));
    OutcomeSummary.OutcomeRow year = OutcomePlan.of(PAIN_VAS_CM, ArthroplastyPolicy.INCLUDE)
        .summarize(hips)
        .at(YEAR)
        .orElseThrow();
    assertThat(year.improvement().orElseThrow().mean()).hasValue(5);
    assertThat(year.difference().orElseThrow().mean()).hasValue(-5);
  }

  @Test
  void hasNoRowsForAnInstrumentWithoutScores() {
    OutcomeSummary summary =
        OutcomePlan.of(PAIN_VAS_CM, ArthroplastyPolicy.INCLUDE).summarize(FOUR);
    assertThat(summary.rows()).isEmpty();
    assertThat(summary.hips()).isEqualTo(4);
  }

  @Test
  void leavesVisitsOutsideThePlanOut() {
    Visit unscheduled = Visit.builder()
        .timepoint(Timepoint.unscheduled())
        .day(40)
        .status(VisitStatus.DONE)
        .addScores(io.github.avnfh.core.Score.of(HARRIS_HIP_SCORE, 60))
        .build();
    List<Hip> hips = List.of(Hips.unseen("P1").addVisits(unscheduled).build());
    assertThat(OutcomePlan.of(HARRIS_HIP_SCORE, ArthroplastyPolicy.INCLUDE)
            .summarize(hips)
            .rows())
        .isEmpty();
  }

  @Test
  void doesNotCareInWhichOrderHipsCome() {
    OutcomePlan plan = OutcomePlan.of(HARRIS_HIP_SCORE, ArthroplastyPolicy.CARRY_LAST_BEFORE);
    List<Hip> backwards = new java.util.ArrayList<>(FOUR);
    Collections.reverse(backwards);
    assertThat(plan.summarize(backwards)).isEqualTo(plan.summarize(FOUR));
  }
}
