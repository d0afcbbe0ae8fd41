package io.github.avnfh.scoring.change;

import static io.github.avnfh.core.Instruments.HARRIS_HIP_SCORE;
import static io.github.avnfh.scoring.change.ArthroplastyPolicy.CARRY_LAST_BEFORE;
import static io.github.avnfh.scoring.change.ArthroplastyPolicy.COUNT_AS_FAILURE;
import static io.github.avnfh.scoring.change.ArthroplastyPolicy.EXCLUDE_AFTER;
import static io.github.avnfh.scoring.change.ArthroplastyPolicy.INCLUDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.VisitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArthroplastyPolicyTest {
  private static final Timepoint YEAR = Timepoint.ofMonths(12);

  /** Replaced on day 300, between month 6 (day 183) and month 12 (day 365). */
  private static final Hip REPLACED = Hips.replaced("P1", 300, HARRIS_HIP_SCORE, 50, 45, 95);

  private static Score points(double points) {
    return Score.of(HARRIS_HIP_SCORE, points);
  }

  @ParameterizedTest
  @EnumSource
  void takesEveryScoreOfAHipThatWasNeverReplaced(ArthroplastyPolicy policy) {
    Hip hip = Hips.hip("P1", HARRIS_HIP_SCORE, 50, 72, 84);
    HipScore score = policy.scoreOf(hip, HARRIS_HIP_SCORE, YEAR);
    assertThat(score.score()).contains(points(84));
    assertThat(score.status()).isEqualTo(ScoreStatus.TAKEN);
  }

  @ParameterizedTest
  @EnumSource
  void takesEveryScoreBeforeTheArthroplasty(ArthroplastyPolicy policy) {
    HipScore score = policy.scoreOf(REPLACED, HARRIS_HIP_SCORE, Timepoint.ofMonths(6));
    assertThat(score.score()).contains(points(45));
    assertThat(score.status()).isEqualTo(ScoreStatus.TAKEN);
  }

  @Test
  void includesTheScoreOfTheNewHipOnlyIfAsked() {
    HipScore included = INCLUDE.scoreOf(REPLACED, HARRIS_HIP_SCORE, YEAR);
    assertThat(included.score()).contains(points(95));
    assertThat(included.status()).isEqualTo(ScoreStatus.TAKEN_AFTER_ARTHROPLASTY);
  }

  @Test
  void excludesCarriesOrFailsTheReplacedHip() {
    HipScore excluded = EXCLUDE_AFTER.scoreOf(REPLACED, HARRIS_HIP_SCORE, YEAR);
    assertThat(excluded.score()).isEmpty();
    assertThat(excluded.status()).isEqualTo(ScoreStatus.EXCLUDED);
    HipScore carried = CARRY_LAST_BEFORE.scoreOf(REPLACED, HARRIS_HIP_SCORE, YEAR);
    assertThat(carried.score()).contains(points(45));
    assertThat(carried.status()).isEqualTo(ScoreStatus.CARRIED);
    HipScore failed = COUNT_AS_FAILURE.scoreOf(REPLACED, HARRIS_HIP_SCORE, YEAR);
    assertThat(failed.score()).isEmpty();
    assertThat(failed.status()).isEqualTo(ScoreStatus.FAILED);
  }

  @ParameterizedTest(name = "replaced on day {0} of a visit on day 365: {2}")
  @CsvSource({"364, AFTER_ARTHROPLASTY, EXCLUDED", "365, DONE, TAKEN", "366, DONE, TAKEN"})
  void countsAVisitOnTheDayOfTheArthroplastyAsBeforeIt(
      int day, VisitStatus visit, ScoreStatus status) {
    Hip hip = Hips.unseen("P1")
        .addVisits(Hips.visit(12, visit, HARRIS_HIP_SCORE, 60))
        .arthroplasty(Arthroplasty.onDay(day))
        .build();
    assertThat(EXCLUDE_AFTER.scoreOf(hip, HARRIS_HIP_SCORE, YEAR).status()).isEqualTo(status);
  }

  @Test
  void letsTheDueDayDecideWhereThereWasNoVisit() {
    Hip hip = Hips.replaced("P1", 300, HARRIS_HIP_SCORE, 50);
    assertThat(COUNT_AS_FAILURE.scoreOf(hip, HARRIS_HIP_SCORE, YEAR).status())
        .isEqualTo(ScoreStatus.FAILED);
    assertThat(COUNT_AS_FAILURE
            .scoreOf(hip, HARRIS_HIP_SCORE, Timepoint.ofMonths(6))
            .status())
        .isEqualTo(ScoreStatus.MISSING);
    assertThat(CARRY_LAST_BEFORE.scoreOf(hip, HARRIS_HIP_SCORE, YEAR).score()).contains(points(50));
    assertThat(INCLUDE.scoreOf(hip, HARRIS_HIP_SCORE, YEAR).status())
        .isEqualTo(ScoreStatus.MISSING);
  }

  @ParameterizedTest(name = "replaced on day {0}, due on day 365 and not seen: {1}")
  @CsvSource({"364, FAILED", "365, MISSING", "366, MISSING"})
  void countsTheDueDayItselfAsBeforeAnArthroplastyOnIt(int day, ScoreStatus status) {
    Hip hip = Hips.replaced("P1", day, HARRIS_HIP_SCORE, 50);
    assertThat(COUNT_AS_FAILURE.scoreOf(hip, HARRIS_HIP_SCORE, YEAR).status()).isEqualTo(status);
  }

  @Test
  void carriesNothingWhereNothingWasTakenBefore() {
    Hip hip = Hips.unseen("P1")
        .addVisits(Hips.visit(12, VisitStatus.AFTER_ARTHROPLASTY, HARRIS_HIP_SCORE, 90))
        .arthroplasty(Arthroplasty.onDay(100))
        .build();
    HipScore carried = CARRY_LAST_BEFORE.scoreOf(hip, HARRIS_HIP_SCORE, YEAR);
    assertThat(carried.score()).isEmpty();
    assertThat(carried.status()).isEqualTo(ScoreStatus.MISSING);
  }

  @Test
  void doesNotPrintWhoseHipItIs() {
    assertThat(INCLUDE.scoreOf(REPLACED, HARRIS_HIP_SCORE, YEAR).toString())
        .doesNotContain("P1")
        .doesNotContain("95");
  }

  @Test
  void readsItsCodes() {
    assertThat(ArthroplastyPolicy.parse("carry_last_before")).isEqualTo(CARRY_LAST_BEFORE);
    assertThatThrownBy(() -> ArthroplastyPolicy.parse("no"))
        .hasMessage("'no' is not a policy for scores after an arthroplasty; one of include,"
            + " exclude_after, carry_last_before, count_as_failure was expected");
  }
}
