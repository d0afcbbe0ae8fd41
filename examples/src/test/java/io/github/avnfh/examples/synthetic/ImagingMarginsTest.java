package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The radiological margins, recounted from the findings against the numbers as printed. */
class ImagingMarginsTest {
  private static final String ALL = "io.github.avnfh.examples.synthetic.TestCohort#all";
  private static final List<String> STAGES = List.of("0", "I", "II", "III", "IV");
  private static final String BY_TABLE = "io.github.avnfh.examples.synthetic.TestCohort#byTable";
  private static final String BY_TEXT = "io.github.avnfh.examples.synthetic.TestCohort#byText";

  @ParameterizedTest
  @MethodSource(BY_TABLE)
  void givesTableThree(TestCohort cohort) {
    assertThat(responses(cohort, "steinberg_stage"))
        .isEqualTo(Map.of(
            "I improved", 10,
            "I stable", 4,
            "II improved", 16,
            "II stable", 7,
            "II progressed", 6,
            "III improved", 3,
            "III stable", 6,
            "III progressed", 6));
  }

  @ParameterizedTest
  @MethodSource(BY_TEXT)
  void givesTheTextsReadingWhereThatIsAskedFor(TestCohort cohort) {
    assertThat(responses(cohort, "steinberg_stage"))
        .isEqualTo(Map.of(
            "I improved", 12,
            "I stable", 2,
            "II improved", 5,
            "II stable", 18,
            "II progressed", 6,
            "III improved", 2,
            "III stable", 7,
            "III progressed", 6));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void progressesIn12HipsByCause(TestCohort cohort) {
    Map<String, Integer> responses = responses(cohort, "etiology");
    responses.keySet().removeIf(key -> !key.endsWith("progressed"));
    assertThat(responses)
        .isEqualTo(Map.of(
            "corticosteroid progressed",
            7,
            "sickle_cell progressed",
            4,
            "idiopathic progressed",
            1));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void showsProgressionBeforeEveryArthroplasty(TestCohort cohort) {
    assertThat(cohort.images())
        .filteredOn(images -> cohort.isReplaced(images.get(0)))
        .hasSize(6)
        .allSatisfy(images -> {
          int replacedOn = cohort.hip(images.get(0)).whole("arthroplasty_day");
          assertThat(images).allMatch(image -> image.whole("day") < replacedOn);
          assertThat(response(images)).isEqualTo("progressed");
        });
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void imagesEveryOtherHipAtBaselineAnd6And12And24Months(TestCohort cohort) {
    assertThat(cohort.images())
        .filteredOn(images -> !cohort.isReplaced(images.get(0)))
        .hasSize(52)
        .allSatisfy(images -> assertThat(images)
            .extracting(image -> image.text("visit"))
            .containsExactly("BL", "M6", "M12", "M24"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void agreesWithTheRecordedStageAndGradeAtBaseline(TestCohort cohort) {
    assertThat(cohort.images()).allSatisfy(images -> {
      Row hip = cohort.hip(images.get(0));
      String extent = hip.is("steinberg_stage", "III") ? "crescent_percent" : "lesion_percent";
      assertThat(STAGES.get(stage(images.get(0)))).isEqualTo(hip.text("steinberg_stage"));
      assertThat(grade(images.get(0).number(extent))).isEqualTo(hip.text("steinberg_grade"));
    });
  }

  private static String grade(BigDecimal percent) {
    if (percent.compareTo(BigDecimal.valueOf(15)) < 0) {
      return "A";
    }
    return percent.compareTo(BigDecimal.valueOf(30)) <= 0 ? "B" : "C";
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void assessesEveryFindingAndContradictsNone(TestCohort cohort) {
    assertThat(cohort.readBy("consensus")).allSatisfy(image -> {
      assertThat(image.text("modality")).isEqualTo("combined");
      assertThat(image.number("crescent_percent").signum()).isEqualTo(image.whole("crescent"));
      assertThat(image.number("depression_mm").signum()).isEqualTo(image.whole("flattening"));
      assertThat(image.number("collapsed_surface_percent").signum())
          .isEqualTo(image.whole("flattening"));
      assertThat(image.whole("sclerosis_or_cysts")).isEqualTo(image.whole("radiograph_abnormal"));
      assertThat(image.whole("mri_lesion")).isEqualTo(1);
      assertThat(unaffectedJoint(image)).containsOnly("0");
    });
  }

  private static Stream<String> unaffectedJoint(Row image) {
    return Stream.of("joint_space_narrowing", "acetabular_changes", "joint_space_obliterated")
        .map(image::text);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void collapsesByMoreThan2MillimetersInSomeOfTheProgressedHips(TestCohort cohort) {
    List<BigDecimal> depressions = cohort.images().stream()
        .map(images -> images.get(images.size() - 1).number("depression_mm"))
        .toList();
    BigDecimal two = BigDecimal.valueOf(2);
    assertThat(depressions).filteredOn(mm -> mm.compareTo(two) > 0).hasSize(6);
    assertThat(depressions)
        .filteredOn(mm -> mm.signum() > 0 && mm.compareTo(two) <= 0)
        .hasSize(3);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void losesEdemaIn41HipsBy6MonthsAndIn48By12(TestCohort cohort) {
    assertThat(edema(cohort, "BL", "1")).isEqualTo(58);
    assertThat(edema(cohort, "M6", "0")).isEqualTo(41);
    assertThat(edema(cohort, "M12", "0")).isEqualTo(48);
  }

  private static long edema(TestCohort cohort, String visit, String present) {
    return cohort.readBy("consensus").stream()
        .filter(image -> image.is("visit", visit) && image.is("edema", present))
        .count();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void shrinksLesionsByThePrintedMeanInStagesOneAndTwo(TestCohort cohort) {
    assertThat(Printed.mean(reductions(cohort, "I"))).isEqualTo("18.4");
    assertThat(Printed.mean(reductions(cohort, "II"))).isEqualTo("12.2");
  }

  /** Two-sided 5 % points of Student's t for 8 and 14 degrees of freedom: 2.306 and 2.145. */
  @ParameterizedTest
  @MethodSource(ALL)
  void doesNotShrinkLesionsSignificantlyInStageThree(TestCohort cohort) {
    assertThat(reductions(cohort, "III")).hasSize(9);
    assertThat(Math.abs(Printed.t(reductions(cohort, "III")))).isLessThan(2.306);
    List<BigDecimal> all = ofStage(cohort, "III").map(ImagingMarginsTest::lost).toList();
    assertThat(all).hasSize(15);
    assertThat(Math.abs(Printed.t(all))).isLessThan(2.145);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void fillsBothBandsOfLesionSizeWithin5To50Percent(TestCohort cohort) {
    List<BigDecimal> extents = cohort.images().stream()
        .map(images -> images.get(0).number("lesion_percent"))
        .toList();
    assertThat(extents)
        .allSatisfy(percent ->
            assertThat(percent).isBetween(BigDecimal.valueOf(5), BigDecimal.valueOf(50)));
    assertThat(extents)
        .filteredOn(percent -> percent.compareTo(BigDecimal.valueOf(30)) < 0)
        .hasSizeBetween(15, 58 - 15);
  }

  private static List<BigDecimal> reductions(TestCohort cohort, String stage) {
    return ofStage(cohort, stage)
        .filter(images -> images.get(images.size() - 1).is("visit", "M24"))
        .map(images -> lost(images)
            .movePointRight(2)
            .divide(images.get(0).number("lesion_percent"), MathContext.DECIMAL64))
        .toList();
  }

  private static Stream<List<Row>> ofStage(TestCohort cohort, String stage) {
    return cohort.images().stream()
        .filter(images -> cohort.hip(images.get(0)).is("steinberg_stage", stage));
  }

  private static BigDecimal lost(List<Row> images) {
    return images
        .get(0)
        .number("lesion_percent")
        .subtract(images.get(images.size() - 1).number("lesion_percent"));
  }

  private static Map<String, Integer> responses(TestCohort cohort, String column) {
    Map<String, Integer> counts = new TreeMap<>();
    for (List<Row> images : cohort.images()) {
      String group = cohort.hip(images.get(0)).text(column);
      counts.merge(group + " " + response(images), 1, Integer::sum);
    }
    return counts;
  }

  private static String response(List<Row> images) {
    Row first = images.get(0);
    Row last = images.get(images.size() - 1);
    BigDecimal two = BigDecimal.valueOf(2);
    boolean collapsed =
        last.number("depression_mm").subtract(first.number("depression_mm")).compareTo(two) > 0;
    if (stage(last) > stage(first) || collapsed) {
      return "progressed";
    }
    return lost(images).compareTo(two) >= 0 ? "improved" : "stable";
  }

  private static int stage(Row image) {
    if (image.is("flattening", "1")) {
      return 4;
    }
    return image.is("crescent", "1") ? 3 : 1 + image.whole("radiograph_abnormal");
  }
}
