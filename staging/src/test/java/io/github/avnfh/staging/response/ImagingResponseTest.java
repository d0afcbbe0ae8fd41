package io.github.avnfh.staging.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.staging.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagingResponseTest {
  private static final Draft CRESCENTIC = Images.lesion(24).with("crescent", 1);

  private static Explanation explain(Draft before, Draft after) {
    return ResponseRule.study(5).assess(Images.ofAYear(before, after)).explanation();
  }

  private static List<String> rules(Explanation explanation) {
    return explanation.reasons().stream().map(reason -> reason.rule().id()).toList();
  }

  @Test
  void explainsProgressionByTheChangesThatWereFound() {
    Explanation explanation = explain(Images.lesion(24), CRESCENTIC);
    assertThat(explanation.answer()).isEqualTo("progressed");
    assertThat(rules(explanation))
        .containsExactly("RESPONSE-STAGE-ADVANCE", "RESPONSE-NEW-CRESCENT");
    assertThat(explanation.obstacles()).isEmpty();
  }

  @Test
  void explainsStabilityByEveryChangeThatCounts() {
    Explanation explanation = explain(Images.lesion(24), Images.lesion(24));
    assertThat(explanation.answer()).isEqualTo("stable");
    assertThat(rules(explanation))
        .containsExactly(
            "RESPONSE-STAGE-ADVANCE",
            "RESPONSE-NEW-CRESCENT",
            "RESPONSE-COLLAPSE-CHANGE",
            "RESPONSE-LESION-REDUCTION");
  }

  @Test
  void explainsByTheChangesThatCountAndCouldNotBeJudgedWhyThereIsNoAnswer() {
    Explanation explanation =
        explain(Images.lesion(24), Images.lesion(24).without("crescent", "lesion_percent"));
    assertThat(explanation.answer()).isEqualTo("not evaluable");
    assertThat(rules(explanation))
        .containsExactly(
            "RESPONSE-STAGE-ADVANCE", "RESPONSE-NEW-CRESCENT", "RESPONSE-LESION-REDUCTION");
    assertThat(explanation.obstacles()).containsExactly("crescent at M12", "lesion_percent at M12");
  }

  @Test
  void namesTheReadersWhoDifferAmongItsObstacles() {
    Explanation explanation = ResponseRule.study(5)
        .assess(List.of(
            Images.read("BL", 0, "R1", Images.lesion(24)),
            Images.read("M12", 365, "R1", Images.lesion(24)),
            Images.read("M12", 365, "R2", CRESCENTIC)))
        .explanation();
    assertThat(explanation.answer()).isEqualTo("not evaluable");
    assertThat(explanation.obstacles())
        .contains("readers of M12 differ in the stage: R1 II, R2 III");
  }

  @Test
  void takesTheReaderWhoCouldTellWhereAnotherCouldNot() {
    ImagingResponse response = ResponseRule.study(5)
        .assess(List.of(
            Images.read("BL", 0, "R1", Images.lesion(24)),
            Images.read("BL", 0, "R2", Images.lesion(24)),
            Images.read("M12", 365, "R1", Images.lesion(24).without("crescent")),
            Images.read("M12", 365, "R2", Images.lesion(24))));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.STABLE);
    assertThat(response.isAdjudicationRequired()).isFalse();
  }

  @Test
  void letsTheConsensusSettleWhatReadersDifferIn() {
    assertThat(ResponseRule.study(5).adjudicator()).isEqualTo("consensus");
  }

  @ParameterizedTest(name = "replaced on day {0}, images of day 365: {1}")
  @CsvSource({"364, NOT_EVALUABLE", "365, PROGRESSED", "366, PROGRESSED"})
  void countsImagesOfTheDayOfTheArthroplastyAsBeforeIt(int day, ImagingResponse.Outcome outcome) {
    Hip hip = Hip.builder()
        .id(HipId.of(PatientId.of("P01"), Side.LEFT))
        .etiology(Etiology.IDIOPATHIC)
        .baselineStage(SteinbergStage.STAGE_II)
        .addAllImageReadings(Images.ofAYear(Images.lesion(24), CRESCENTIC))
        .arthroplasty(Arthroplasty.onDay(day))
        .build();
    assertThat(ResponseRule.study(5).assess(hip).outcome()).isEqualTo(outcome);
  }

  @Test
  void hasAnIntervalOfProgressionOfOneDayOrMore() {
    ImagingResponse response = ResponseRule.study(5)
        .assess(List.of(
            Images.read("BL", 0, "R1", Images.lesion(24)), Images.read("M6", 0, "R1", CRESCENTIC)));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(response.interval()).isEmpty();
    assertThat(ImagingResponse.ProgressionInterval.of(364, 365).until()).isEqualTo(365);
    assertThatThrownBy(() -> ImagingResponse.ProgressionInterval.of(365, 365))
        .hasMessage("progression [days from the first treatment] must lie after the last clear"
            + " day, but was given 365 and 365");
  }
}
