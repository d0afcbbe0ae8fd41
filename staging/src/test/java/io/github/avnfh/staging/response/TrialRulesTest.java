package io.github.avnfh.staging.response;

import static io.github.avnfh.staging.response.Images.depressed;
import static io.github.avnfh.staging.response.Images.lesion;
import static io.github.avnfh.staging.response.Images.ofAYear;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.Hips;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialRulesTest {

  @Test
  void fitsOtherRuleSets() {
    ResponseRule depth = TrialRules.yue2023();
    assertThat(
            depth.assess(ofAYear(depressed(1), depressed(Math.nextDown(2.0)))).outcome())
        .isEqualTo(ImagingResponse.Outcome.STABLE);
    assertThat(depth.assess(ofAYear(depressed(1), depressed(2.0))).outcome())
        .isEqualTo(ImagingResponse.Outcome.STABLE);
    assertThat(depth.assess(ofAYear(depressed(1), depressed(Math.nextUp(2.0)))).outcome())
        .isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(depth.assess(ofAYear(depressed(1), depressed(1))).observations())
        .noneMatch(one -> one.change() == ImagingChange.LESION_REDUCTION);
  }

  @Test
  void readsTheStagesOfTheSystemThatTheRuleNames() {
    ResponseRule rule = TrialRules.xie2018();
    assertThat(rule.assess(ofAYear(lesion(10), lesion(20))).outcome())
        .isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(rule.assess(ofAYear(lesion(20), lesion(10))).outcome())
        .isEqualTo(ImagingResponse.Outcome.STABLE);
    ImagingResponse deeper = rule.assess(ofAYear(depressed(1), depressed(3)));
    assertThat(deeper.outcome()).isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(deeper.reasons().stream().map(Reason::inputs))
        .containsExactly("stage and grade III A at BL, III B at M12");
  }

  /** A crescent is an event of PREOB and of Kuroda, and the transition IIB of Bozic. */
  @Test
  void differInWhatACrescentIs() {
    List<ImageReading> images = ofAYear(Hips.sclerotic(), Hips.crescentic());
    assertThat(TrialRules.preob().assess(images).outcome())
        .isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(TrialRules.kuroda2019().assess(images).outcome())
        .isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(TrialRules.bozic1999().assess(images).outcome())
        .isEqualTo(ImagingResponse.Outcome.STABLE);
    assertThat(TrialRules.xie2018().assess(images).outcome())
        .isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(TrialRules.yue2023().assess(images).outcome())
        .isEqualTo(ImagingResponse.Outcome.STABLE);
  }

  @ParameterizedTest
  @CsvSource({"bozic1999, III", "kuroda2019, 3A", "preob, III"})
  void countTheStageThatIsReachedAndWasNotBefore(String code, String stage) {
    ResponseRule rule = rule(code);
    ImagingResponse collapse = rule.assess(ofAYear(Hips.sclerotic(), depressed(1)));
    assertThat(collapse.outcome()).isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(collapse.reasons())
        .extracting(Reason::inputs)
        .singleElement()
        .asString()
        .endsWith(" at M12, " + stage + " looked for");
    assertThat(rule.assess(ofAYear(Hips.sclerotic(), Hips.narrowed())).outcome())
        .isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(rule.assess(ofAYear(Hips.mriOnly(), Hips.sclerotic())).outcome())
        .isEqualTo(ImagingResponse.Outcome.STABLE);
    assertThat(rule.assess(ofAYear(depressed(1), depressed(9))).outcome())
        .isEqualTo(ImagingResponse.Outcome.STABLE);
  }

  @Test
  void leaveOpenWhatEitherVisitLeavesOpen() {
    ResponseRule rule = TrialRules.bozic1999();
    ImagingResponse later =
        rule.assess(ofAYear(Hips.sclerotic(), Hips.crescentic().without("flattening")));
    assertThat(later.outcome()).isEqualTo(ImagingResponse.Outcome.NOT_EVALUABLE);
    assertThat(later.obstacles()).containsExactly("flattening at M12");
    Draft unseen = Hips.crescentic().without("flattening");
    ImagingResponse earlier = rule.assess(ofAYear(unseen, depressed(1)));
    assertThat(earlier.presence(ImagingChange.STAGE_REACHED)).isEqualTo(Presence.NOT_ASSESSED);
    assertThat(earlier.obstacles()).containsExactly("flattening at BL");
    assertThat(rule.assess(ofAYear(unseen, Hips.sclerotic())).outcome())
        .isEqualTo(ImagingResponse.Outcome.STABLE);
  }

  @Test
  void haveCodesOfTheirOwnAndNoImprovement() {
    assertThat(TrialRules.all())
        .extracting(ResponseRule::code)
        .containsExactly("bozic1999", "xie2018", "kuroda2019", "preob", "yue2023");
    assertThat(TrialRules.all()).allSatisfy(one -> assertThat(one.improvement()).isEmpty());
  }

  @Test
  void lookForNoStageWhereNoneIsNamed() {
    ImagingResponse response = TrialRules.yue2023().assess(ofAYear(Hips.sclerotic(), depressed(1)));
    assertThat(response.observations())
        .extracting(ChangeFinding::change)
        .doesNotContain(ImagingChange.STAGE_REACHED);
  }

  private static ResponseRule rule(String code) {
    return TrialRules.all().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
