package io.github.avnfh.scoring.change;

import static io.github.avnfh.core.Instruments.HARRIS_HIP_SCORE;
import static io.github.avnfh.core.Instruments.PAIN_VAS_CM;
import static io.github.avnfh.core.Instruments.PAIN_VAS_MM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.scoring.pain.PainThresholds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

  private static Change change(Instrument instrument, double before, double after) {
    return Change.between(Score.of(instrument, before), Score.of(instrument, after));
  }

  @Test
  void isPositiveWhereTheHipGotBetterWhicheverWayTheScaleRuns() {
    assertThat(change(HARRIS_HIP_SCORE, 54.5, 84.5).improvement()).isEqualTo(30);
    assertThat(change(PAIN_VAS_CM, 7.75, 2.25).improvement()).isEqualTo(5.5);
    assertThat(change(PAIN_VAS_CM, 2.25, 7.75).improvement()).isEqualTo(-5.5);
  }

  @Test
  void keepsTheDirectionOfTheScaleInTheDifference() {
    assertThat(change(HARRIS_HIP_SCORE, 54.5, 84.5).difference()).isEqualTo(30);
    assertThat(change(PAIN_VAS_CM, 7.75, 2.25).difference()).isEqualTo(-5.5);
  }

  /** The printed means of the study: 7.8 to 2.1 is 5.7 of 7.8, worked by hand. */
  @Test
  void countsPercentOfTheEarlierScore() {
    assertThat(change(PAIN_VAS_CM, 7.8, 2.1).percentImprovement().getAsDouble())
        .isEqualTo(73.076923076923, within(1e-12));
    assertThat(change(PAIN_VAS_CM, 4, 5).percentImprovement()).hasValue(-25);
    assertThat(change(HARRIS_HIP_SCORE, 50, 75).percentImprovement()).hasValue(50);
  }

  @Test
  void hasNoPercentWhereTheEarlierScoreIsZero() {
    assertThat(change(PAIN_VAS_CM, 0, 3).percentImprovement()).isEmpty();
    assertThat(change(PAIN_VAS_CM, 0, 0).percentImprovement()).isEmpty();
    assertThat(change(PAIN_VAS_CM, Double.MIN_VALUE, 0).percentImprovement()).hasValue(100);
  }

  @Test
  void doesNotMixCentimetersAndMillimeters() {
    Score before = Score.of(PAIN_VAS_CM, 7.8);
    Score after = Score.of(PAIN_VAS_MM, 21);
    assertThatThrownBy(() -> Change.between(before, after))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scores must come from one instrument, but were given vas and vas_mm");
  }

  @ParameterizedTest(name = "a gain from 50 to {0} is {1}")
  @CsvSource({"70, not reached, 20.0", "70.5, reached, 20.5"})
  void explainsWhetherItReachesAThreshold(double after, String answer, String gain) {
    Explanation explanation =
        change(HARRIS_HIP_SCORE, 50, after).explain(StudyRules.MORE_THAN_20_POINTS);
    assertThat(explanation.answer()).isEqualTo(answer);
    assertThat(explanation.obstacles()).isEmpty();
    Reason reason = explanation.reasons().get(0);
    assertThat(explanation.reasons()).hasSize(1);
    assertThat(reason.rule()).isEqualTo(StudyRules.MORE_THAN_20_POINTS.rule());
    assertThat(reason.inputs())
        .isEqualTo("study threshold: improvement > 20.0 points (avascular necrosis of the femoral"
            + " head, Steinberg I to III, cell injections), " + gain + " points");
  }

  @Test
  void doesNotJudgeAPercentageOfZero() {
    Explanation explanation = change(PAIN_VAS_MM, 0, 0).explain(PainThresholds.TUBACH_2005_PERCENT);
    assertThat(explanation.answer()).isEqualTo("not judged");
    assertThat(explanation.reasons().get(0).inputs()).endsWith(", undefined");
  }

  @Property
  void improvesBackwardsByTheOppositeAmount(
      @ForAll @DoubleRange(max = 10) double one, @ForAll @DoubleRange(max = 10) double other) {
    assertThat(change(PAIN_VAS_CM, one, other).improvement())
        .isEqualTo(0.0 - change(PAIN_VAS_CM, other, one).improvement());
    assertThat(change(HARRIS_HIP_SCORE, one, other).improvement())
        .isEqualTo(0.0 - change(HARRIS_HIP_SCORE, other, one).improvement());
    assertThat(change(PAIN_VAS_CM, one, one).improvement()).isEqualTo(0.0);
  }
}
