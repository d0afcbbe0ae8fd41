package io.github.avnfh.staging.response;

import static io.github.avnfh.staging.response.Images.depressed;
import static io.github.avnfh.staging.response.Images.lesion;
import static io.github.avnfh.staging.response.Images.ofAYear;
import static io.github.avnfh.staging.response.Images.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Pillars;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.jic.JicStage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseRuleTest {
  private static final ResponseRule STUDY = ResponseRule.study(5);

  @ParameterizedTest
  @CsvSource({
    "24, 18, IMPROVED",
    "24, 19, IMPROVED",
    "24, 19.000000000000004, STABLE",
    "24, 18.999999999999996, IMPROVED",
    "20.3, 15.3, IMPROVED",
    "24, 24, STABLE",
    "24, 60, STABLE"
  })
  void improvesByTheDeclaredMinimalChangeOrMore(
      double before, double after, ImagingResponse.Outcome outcome) {
    assertThat(assess(lesion(before), lesion(after)).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, STABLE",
    "1, 3.0000000000000004, PROGRESSED",
    "1, 2.9999999999999996, STABLE",
    "2.4, 4.4, STABLE",
    "0.3, 2.3, STABLE",
    "2.1, 4.2, PROGRESSED"
  })
  void progressesWithACollapseOfMoreThanTwoMillimeters(
      double before, double after, ImagingResponse.Outcome outcome) {
    ImagingResponse response = assess(depressed(before), depressed(after));
    assertThat(response.outcome()).isEqualTo(outcome);
    assertThat(response.presence(ImagingChange.COLLAPSE_CHANGE) == Presence.PRESENT)
        .isEqualTo(outcome == ImagingResponse.Outcome.PROGRESSED);
  }

  @Test
  void countsFlatteningOfOneMillimeterAsAStageAndNotAsACollapse() {
    ImagingResponse response = assess(lesion(24), depressed(1).with("lesion_percent", 24));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(response.presence(ImagingChange.STAGE_ADVANCE)).isEqualTo(Presence.PRESENT);
    assertThat(response.presence(ImagingChange.COLLAPSE_CHANGE)).isEqualTo(Presence.ABSENT);
    assertThat(response.presence(ImagingChange.COLLAPSE_DEPTH)).isEqualTo(Presence.ABSENT);
    assertThat(response.reasons().stream().map(Reason::inputs))
        .containsExactly("stage II at BL, IV at M12");
  }

  @Test
  void namesEverySignOfProgression() {
    ImagingResponse response =
        assess(lesion(24), depressed(3).with("lesion_percent", 24).with("crescent", 1));
    assertThat(response.reasons().stream().map(reason -> reason.rule().id()))
        .containsExactly(
            "RESPONSE-STAGE-ADVANCE", "RESPONSE-NEW-CRESCENT", "RESPONSE-COLLAPSE-CHANGE");
    assertThat(response.compared().stream()
            .map(ImagingResponse.ImagingVisit::timepoint)
            .map(Timepoint::code))
        .containsExactly("BL", "M12");
  }

  @Test
  void progressesInSpiteOfASmallerLesion() {
    assertThat(assess(lesion(40), lesion(10).with("crescent", 1)).outcome())
        .isEqualTo(ImagingResponse.Outcome.PROGRESSED);
  }

  @Test
  void reportsTheGradeApartFromTheStage() {
    ImagingResponse response = assess(lesion(10), lesion(20));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.STABLE);
    assertThat(response.presence(ImagingChange.STAGE_ADVANCE)).isEqualTo(Presence.ABSENT);
    assertThat(response.presence(ImagingChange.SUBSTAGE_ADVANCE)).isEqualTo(Presence.PRESENT);
    assertThat(response.presence(ImagingChange.LESION_GROWTH)).isEqualTo(Presence.PRESENT);
  }

  @ParameterizedTest
  @CsvSource({
    "19, 23.999999999999996, ABSENT",
    "19, 24, PRESENT",
    "19, 24.000000000000004, PRESENT",
    "24, 19, ABSENT"
  })
  void seesGrowthFromTheDeclaredMinimalChangeOn(double before, double after, Presence growth) {
    assertThat(assess(lesion(before), lesion(after)).presence(ImagingChange.LESION_GROWTH))
        .isEqualTo(growth);
  }

  @Test
  void seesEdemaGo() {
    ImagingResponse response = assess(lesion(24).with("edema", 1), lesion(24).with("edema", 0));
    assertThat(response.presence(ImagingChange.EDEMA_RESOLUTION)).isEqualTo(Presence.PRESENT);
    assertThat(assess(lesion(24).with("edema", 0), lesion(24).with("edema", 0))
            .presence(ImagingChange.EDEMA_RESOLUTION))
        .isEqualTo(Presence.ABSENT);
  }

  @Test
  void evaluatesNothingThatWasNotAssessed() {
    ImagingResponse response = assess(lesion(24), lesion(24).without("crescent", "lesion_percent"));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.NOT_EVALUABLE);
    assertThat(response.obstacles()).containsExactly("crescent at M12", "lesion_percent at M12");
    assertThat(response.isAdjudicationRequired()).isFalse();
  }

  @Test
  void evaluatesNoContradiction() {
    ImagingResponse response =
        assess(lesion(24), lesion(24).with("flattening", 0).with("depression_mm", 3));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.NOT_EVALUABLE);
    assertThat(response.obstacles())
        .contains("at M12 flattening is absent, but depression [mm] is 3.0");
  }

  @Test
  void needsTwoVisits() {
    ImagingResponse response = STUDY.assess(List.of(read("BL", 0, "R1", lesion(24))));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.NOT_EVALUABLE);
    assertThat(response.obstacles())
        .containsExactly("visits with images [count] must be 2 or more, but was 1");
    assertThat(response.compared()).isEmpty();
  }

  @Test
  void asksForAdjudicationWhereReadersDiffer() {
    ImagingResponse response = STUDY.assess(List.of(
        read("BL", 0, "R1", lesion(24)),
        read("BL", 0, "R2", lesion(26)),
        read("M12", 365, "R1", lesion(24)),
        read("M12", 366, "R2", lesion(26).with("crescent", 1))));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.NOT_EVALUABLE);
    assertThat(response.isAdjudicationRequired()).isTrue();
    assertThat(response.disagreements())
        .containsExactly(
            "readers of M12 differ in the stage: R1 II, R2 III",
            "readers differ in stage_advance: stage II at BL, II at M12;"
                + " stage II at BL, III at M12",
            "readers differ in new_crescent: crescent absent at BL, absent at M12;"
                + " crescent absent at BL, present at M12");
  }

  @Test
  void takesTheAdjudicatorsReadingAlone() {
    ImagingResponse response = STUDY.assess(List.of(
        read("BL", 0, "R1", lesion(24)),
        read("BL", 0, "R2", lesion(26)),
        read("M12", 365, "R1", lesion(24)),
        read("M12", 365, "R2", lesion(26).with("crescent", 1)),
        read("M12", 370, "consensus", lesion(25).with("crescent", 1))));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(response.compared().get(1).readers()).containsExactly("consensus");
  }

  @Test
  void neverAveragesReadersWhoAgreeInTheirOwnMeasure() {
    ImagingResponse response = STUDY.assess(List.of(
        read("BL", 0, "R1", lesion(24)),
        read("BL", 0, "R2", lesion(29)),
        read("M12", 365, "R1", lesion(19)),
        read("M12", 365, "R2", lesion(23))));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.IMPROVED);
    assertThat(response.isAdjudicationRequired()).isFalse();
  }

  @Test
  void joinsTheFilmAndTheMriOfOneReader() {
    Draft film = lesion(24).without("mri_lesion", "lesion_percent");
    Draft mri = Draft.nothing().with("mri_lesion", 1).with("lesion_percent", 24);
    ImagingResponse response = STUDY.assess(List.of(
        read("BL", 0, "R1", film),
        read("BL", 3, "R1", mri),
        read("M12", 365, "R1", film),
        read("M12", 366, "R1", mri.with("lesion_percent", 12))));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.IMPROVED);
    ImagingResponse differing = STUDY.assess(List.of(
        read("BL", 0, "R1", film),
        read("BL", 3, "R1", mri.with("crescent", 1)),
        read("M12", 365, "R1", lesion(24))));
    assertThat(differing.disagreements())
        .containsExactly("images of BL differ in crescent as read by R1");
    assertThat(STUDY
            .assess(List.of(
                read("BL", 0, "R1", film),
                read("BL", 3, "R1", pillars("whole/part/none")),
                read("BL", 4, "R1", pillars("whole/part/part")),
                read("M12", 365, "R1", lesion(24))))
            .disagreements())
        .containsExactly("images of BL differ in pillars as read by R1");
  }

  @Test
  void findsTheIntervalInWhichTheHipProgressed() {
    ImagingResponse response = STUDY.assess(List.of(
        read("M24", 730, "R1", lesion(24)),
        read("M12", 365, "R1", lesion(24).with("crescent", 1)),
        read("M6", 183, "R1", lesion(24)),
        read("BL", -4, "R1", lesion(24))));
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.PROGRESSED);
    assertThat(response.interval()).contains(ImagingResponse.ProgressionInterval.of(183, 365));
    assertThat(response.compared().get(1).timepoint()).isEqualTo(Timepoint.ofMonths(12));
  }

  @Test
  void keepsArthroplastyApartFromTheOutcomeAndIgnoresLaterImages() {
    Hip hip = Hip.builder()
        .id(HipId.of(PatientId.of("P01"), Side.LEFT))
        .etiology(Etiology.IDIOPATHIC)
        .baselineStage(SteinbergStage.STAGE_II)
        .addImageReadings(
            read("BL", 0, "R1", lesion(24)),
            read("M6", 183, "R1", lesion(24)),
            read("M12", 365, "R1", depressed(9)))
        .arthroplasty(Arthroplasty.onDay(200))
        .build();
    ImagingResponse response = STUDY.assess(hip);
    assertThat(response.outcome()).isEqualTo(ImagingResponse.Outcome.STABLE);
    assertThat(response.arthroplasty()).contains(Arthroplasty.onDay(200));
    assertThat(response.toString()).doesNotContain("P01").doesNotContain("183");
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.0", "-1", "100.00000000000001", "NaN"})
  void refusesAMinimalChangeThatIsNone(double minimum) {
    assertThatThrownBy(() -> ResponseRule.study(minimum))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("minimal change of lesion extent [percentage points of head volume]"
            + " must lie in 0.0..100.0");
  }

  @Test
  void refusesARuleSetThatCountsNothing() {
    assertThatThrownBy(
            () -> ResponseRule.builder().code("none").citation(STUDY.citation()).build())
        .hasMessage("changes that count as progression [count] must be 1 or more, but was 0");
    assertThatThrownBy(() -> ResponseRule.builder()
            .code("none")
            .citation(STUDY.citation())
            .addProgression(ImagingChange.LESION_GROWTH)
            .build())
        .hasMessageEndingWith("but was not declared");
  }

  @Test
  void refusesAStageThatIsNotNamedOrThatTheSystemDoesNotKnow() {
    ResponseRule.Builder nameless = ResponseRule.builder()
        .code("none")
        .citation(STUDY.citation())
        .addProgression(ImagingChange.STAGE_REACHED);
    assertThatThrownBy(nameless::build)
        .hasMessage("stage that is looked for must be one of steinberg, but was not declared");
    ResponseRule.Builder foreign = ResponseRule.builder()
        .code("none")
        .citation(STUDY.citation())
        .addProgression(ImagingChange.STAGE_REACHED)
        .reachedStage(JicStage.STAGE_3A);
    assertThatThrownBy(foreign::build)
        .hasMessage("stage that is looked for must be one of steinberg: 0, I, II, III, IV, V, VI,"
            + " but was 3A");
  }

  private static ImagingResponse assess(Draft before, Draft after) {
    return STUDY.assess(ofAYear(before, after));
  }

  private static Findings pillars(String code) {
    return Findings.builder()
        .beyondHeadApex(Presence.PRESENT)
        .pillars(Pillars.parse(code))
        .build();
  }
}
