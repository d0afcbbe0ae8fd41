package io.github.avnfh.staging.steinberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.staging.Draft;
import io.github.avnfh.staging.Hips;
import io.github.avnfh.staging.StagingResult;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteinbergTest {

  @Test
  void readsEachStageFromItsOwnSign() {
    assertThat(stage(Hips.healthy())).isEqualTo("0");
    assertThat(stage(Hips.mriOnly())).isEqualTo("I");
    assertThat(stage(Hips.sclerotic())).isEqualTo("II");
    assertThat(stage(Hips.crescentic())).isEqualTo("III");
    assertThat(stage(Hips.flattened())).isEqualTo("IV");
    assertThat(stage(Hips.narrowed().with("joint_space_obliterated", 0))).isEqualTo("V");
    assertThat(stage(Hips.narrowed().with("joint_space_obliterated", 1))).isEqualTo("VI");
  }

  @Test
  void goesFromTwoToFourWithoutACrescent() {
    StagingResult<?, ?> reading = read(Hips.flattened().with("crescent", 0));
    assertThat(reading.stage().text()).isEqualTo("IV");
    assertThat(ruleIds(reading)).containsExactly("STEINBERG-IV-FLATTENING");
  }

  @Test
  void leavesThreeWithAnyDepression() {
    assertThat(stage(crescentWithoutFlattening().with("depression_mm", Double.MIN_VALUE)))
        .isEqualTo("IV");
    assertThat(stage(crescentWithoutFlattening().with("flattening", 0).with("depression_mm", 0)))
        .isEqualTo("III");
  }

  @Test
  void putsBothBoundsOfEveryPercentageIntoB() {
    assertPercentages(percent -> Hips.mriOnly().with("lesion_percent", percent));
    assertPercentages(percent -> Hips.sclerotic().with("lesion_percent", percent));
    assertPercentages(percent -> Hips.crescentic().with("crescent_percent", percent));
    assertPercentages(percent ->
        Hips.flattened().with("collapsed_surface_percent", percent).with("depression_mm", 0));
  }

  @Test
  void putsTwoAndFourMillimetersIntoB() {
    DoubleFunction<Draft> depressed =
        depth -> Hips.flattened().with("collapsed_surface_percent", 0).with("depression_mm", depth);
    assertThat(grades(depressed, 0, Math.nextDown(2.0))).containsOnly("A");
    assertThat(grades(depressed, 2, Math.nextUp(2.0), Math.nextDown(4.0), 4)).containsOnly("B");
    assertThat(grades(depressed, Math.nextUp(4.0), 60)).containsOnly("C");
  }

  @ParameterizedTest
  @CsvSource({"10,2.0,B", "14.9,1.9,A", "30,4.0,B", "31,1,C", "5,4.1,C"})
  void gradesFourByTheHigherOfSurfaceAndDepression(double surface, double depth, String grade) {
    assertThat(grade(Hips.flattened()
            .with("collapsed_surface_percent", surface)
            .with("depression_mm", depth)))
        .isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"1.9,at least A", "2.0,at least B", "4.1,C"})
  void gradesFourAsAtLeastWithoutTheSurface(double depth, String grade) {
    StagingResult<?, ?> reading = read(Hips.flattened().with("depression_mm", depth));
    assertThat(reading.grade().text()).isEqualTo(grade);
    assertThat(reading.missing().contains("collapsed_surface_percent"))
        .isEqualTo(reading.grade().isOpen());
  }

  @Test
  void asksForEitherMeasureOfAFlattenedHead() {
    assertThat(read(Hips.flattened()).missing())
        .containsExactly("collapsed_surface_percent", "depression_mm");
  }

  @Test
  void givesNoGradeToZeroFiveAndSix() {
    assertThat(grade(Hips.healthy())).isEmpty();
    assertThat(
            grade(Hips.narrowed().with("collapsed_surface_percent", 20).with("depression_mm", 3)))
        .isEmpty();
    assertThat(grade(Hips.narrowed().with("joint_space_obliterated", 1))).isEmpty();
  }

  @Test
  void leavesARoundHeadOpenWhoseJointSpaceWasNotAssessed() {
    Draft findings = Draft.nothing()
        .with("sclerosis_or_cysts", 1)
        .with("crescent", 0)
        .with("flattening", 0)
        .with("lesion_percent", 20);
    StagingResult<?, ?> reading = read(findings);
    assertThat(reading.stage().text()).isEqualTo("II or V or VI");
    assertThat(reading.grade().text()).isEqualTo("B");
    assertThat(reading.missing())
        .containsExactly("joint_space_narrowing", "joint_space_obliterated");
    assertThat(stage(findings.with("joint_space_narrowing", 0))).isEqualTo("II");
  }

  @Test
  void excludesEverythingBeyondOneByANormalRadiograph() {
    Draft findings = Draft.nothing().with("radiograph_abnormal", 0);
    assertThat(stage(findings)).isEqualTo("0 or I");
    assertThat(read(findings).missing()).containsExactly("mri_lesion");
    assertThat(stage(findings.with("mri_lesion", 1))).isEqualTo("I");
  }

  @Test
  void readsFiveFromAFlattenedHeadWithAChangedAcetabulum() {
    StagingResult<?, ?> reading = read(Hips.flattened().with("acetabular_changes", 1));
    assertThat(reading.stage().text()).isEqualTo("V");
    assertThat(ruleIds(reading)).containsExactly("STEINBERG-V-ACETABULUM");
    assertThat(stage(Hips.crescentic().with("acetabular_changes", 1))).isEqualTo("III");
  }

  @Test
  void knowsAtLeastAStageWhenNothingElseWasAssessed() {
    assertThat(stage(Draft.nothing())).isEqualTo("at least 0");
    assertThat(stage(Draft.nothing().with("depression_mm", 3))).isEqualTo("at least IV");
    assertThat(stage(Draft.nothing().with("joint_space_narrowing", 1))).isEqualTo("at least V");
    assertThat(stage(Draft.nothing().with("joint_space_obliterated", 1))).isEqualTo("VI");
  }

  @Test
  void reportsADepressionWithoutFlatteningInsteadOfStagingIt() {
    StagingResult<?, ?> reading =
        read(Hips.crescentic().with("flattening", 0).with("depression_mm", 3));
    assertThat(reading.isContradicted()).isTrue();
    assertThat(reading.contradictions())
        .containsExactly("flattening is absent, but depression [mm] is 3.0");
    assertThat(reading.stage().possible()).isEmpty();
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.missing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "crescent, a crescent is present",
    "flattening, the head is flattened",
    "joint_space_narrowing, the joint space is narrowed",
    "acetabular_changes, the acetabulum is changed"
  })
  void reportsASignOnANormalRadiograph(String sign, String words) {
    assertThat(
            read(Draft.nothing().with("radiograph_abnormal", 0).with(sign, 1)).contradictions())
        .containsExactly("the radiograph is normal, but " + words);
  }

  @Test
  void reportsTheExtentOfAnAbsentLesionWithAnyRadiograph() {
    for (Draft draft : List.of(Hips.healthy(), Hips.sclerotic().with("mri_lesion", 0))) {
      assertThat(read(draft.with("lesion_percent", 24)).contradictions())
          .containsExactly("the lesion is absent, but lesion extent [% of head volume] is 24.0");
    }
  }

  @Test
  void namesTheRulesWithTheirInputs() {
    StagingResult<?, ?> reading =
        read(Hips.flattened().with("collapsed_surface_percent", 10.5).with("depression_mm", 2.4));
    assertThat(reading.reasons().stream().map(Reason::text))
        .containsExactly(
            "STEINBERG-IV-FLATTENING: head flattened (J Bone Joint Surg Br 1995;77-B:34-41)",
            "STEINBERG-GRADE-SURFACE: collapsed surface 10.5 % of articular surface"
                + " (J Bone Joint Surg Br 1995;77-B:34-41)",
            "STEINBERG-GRADE-DEPRESSION: depression 2.4 mm"
                + " (J Bone Joint Surg Br 1995;77-B:34-41)");
  }

  @ParameterizedTest
  @CsvSource({"A,A,A,A", "A,B,A or B,B", "A,C,B,B", "B,C,at least B,C", "C,C,C,C", "C,A,B,B"})
  void averagesStageFiveByANamedPolicy(
      SteinbergGrade head, SteinbergGrade acetabulum, String reported, String rounded) {
    assertThat(StageFiveAverage.REPORT_TIE.of(head, acetabulum).text()).isEqualTo(reported);
    assertThat(StageFiveAverage.ROUND_UP.of(head, acetabulum).text()).isEqualTo(rounded);
    assertThat(StageFiveAverage.ROUND_UP.explain(head, acetabulum))
        .isEqualTo(Explanation.of(
            "stage V, grade " + rounded,
            List.of(Reason.of(
                SteinbergRules.GRADE_AVERAGE,
                "femoral head " + head.code() + ", acetabulum " + acetabulum.code())),
            List.of()));
  }

  private static void assertPercentages(DoubleFunction<Draft> findings) {
    assertThat(grades(findings, 0, Math.nextDown(15.0))).containsOnly("A");
    assertThat(grades(findings, 15, Math.nextUp(15.0), Math.nextDown(30.0), 30)).containsOnly("B");
    assertThat(grades(findings, Math.nextUp(30.0), 100)).containsOnly("C");
  }

  private static List<String> grades(DoubleFunction<Draft> findings, double... values) {
    return DoubleStream.of(values)
        .mapToObj(value -> grade(findings.apply(value)))
        .toList();
  }

  private static Draft crescentWithoutFlattening() {
    return Draft.nothing()
        .with("crescent", 1)
        .with("joint_space_narrowing", 0)
        .with("acetabular_changes", 0);
  }

  private static StagingResult<SteinbergStage, SteinbergGrade> read(Draft findings) {
    return Steinberg.PENNSYLVANIA_1995.read(findings.findings());
  }

  private static String stage(Draft findings) {
    return read(findings).stage().text();
  }

  private static String grade(Draft findings) {
    return read(findings).grade().text();
  }

  private static List<String> ruleIds(StagingResult<?, ?> reading) {
    return reading.reasons().stream().map(reason -> reason.rule().id()).toList();
  }
}
