package io.github.avnfh.scoring.harris;

import static io.github.avnfh.scoring.harris.RangeOfMotionMethod.INDEX_1969;
import static io.github.avnfh.scoring.harris.RangeOfMotionMethod.TOTAL_ARC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.scoring.AnswerOption;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HarrisScoreTest {

  static Stream<Arguments> items() {
    return Stream.of(
        Arguments.of(Pain.values(), "none=44 slight=40 mild=30 moderate=20 marked=10 disabled=0"),
        Arguments.of(Limp.values(), "none=11 slight=8 moderate=5 severe=0"),
        Arguments.of(
            Support.values(),
            "none=11 cane_long_walks=7 cane_most=5 one_crutch=3 two_canes=2 two_crutches=0"
                + " unable=0"),
        Arguments.of(
            WalkingDistance.values(),
            "unlimited=11 six_blocks=8 two_three_blocks=5 indoors=2 bed_chair=0"),
        Arguments.of(Stairs.values(), "normal=4 railing=2 any_manner=1 unable=0"),
        Arguments.of(ShoesAndSocks.values(), "ease=4 difficulty=2 unable=0"),
        Arguments.of(Sitting.values(), "any_chair_1h=5 high_chair_30min=3 unable=0"),
        Arguments.of(PublicTransport.values(), "able=1 unable=0"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("items")
  void carriesThePublishedPointsUnderTheCodesOfFiles(AnswerOption[] levels, String expected) {
    List<String> written =
        Arrays.stream(levels).map(level -> level.code() + "=" + level.points()).toList();
    assertThat(String.join(" ", written)).isEqualTo(expected);
    assertThat(levels)
        .allSatisfy(
            level -> assertThat(Coded.parse(levels, level.code(), "a level")).isSameAs(level));
  }

  @ParameterizedTest
  @EnumSource
  void isExactlyAHundredForAPerfectHip(RangeOfMotionMethod method) {
    HarrisScore score = HarrisScore.of(Forms.perfect(), method);
    assertThat(score.total()).hasValue(100.0);
    assertThat(score.grade()).contains(HarrisGrade.EXCELLENT);
    assertThat(score.notes()).isEmpty();
    for (HarrisItem.Domain domain : HarrisItem.Domain.values()) {
      assertThat(score.subtotal(domain)).hasValue(domain.maximum());
    }
  }

  @ParameterizedTest
  @EnumSource
  void isExactlyZeroForTheWorstHip(RangeOfMotionMethod method) {
    HarrisScore score = HarrisScore.of(Forms.worst(), method);
    assertThat(score.total()).hasValue(0.0);
    assertThat(score.grade()).contains(HarrisGrade.POOR);
    assertThat(score.missing()).isEmpty();
  }

  /** 20 + (8 + 5 + 8 + 2 + 2 + 3 + 1) + 4 + 3.35 or 2. */
  @Test
  void addsUpAHipWorkedByHand() {
    HarrisForm form = workedByHand();
    HarrisScore byIndex = HarrisScore.of(form, INDEX_1969);
    assertThat(byIndex.subtotal(HarrisItem.Domain.PAIN)).hasValue(20);
    assertThat(byIndex.subtotal(HarrisItem.Domain.FUNCTION)).hasValue(29);
    assertThat(byIndex.subtotal(HarrisItem.Domain.DEFORMITY)).hasValue(4);
    assertThat(byIndex.subtotal(HarrisItem.Domain.RANGE_OF_MOTION)).hasValue(3.35);
    assertThat(byIndex.total()).hasValue(56.35);
    assertThat(HarrisScore.of(form, TOTAL_ARC).total()).hasValue(55);
    assertThat(byIndex.toScore()).contains(Score.of(Instruments.HARRIS_HIP_SCORE, 56.35));
    assertThat(byIndex.rangeOfMotionMethod()).isEqualTo(INDEX_1969);
  }

  private static HarrisForm workedByHand() {
    HarrisForm.Builder form = HarrisForm.builder();
    form.pain(Pain.MODERATE).limp(Limp.SLIGHT).support(Support.CANE_MOST_OF_THE_TIME);
    form.distance(WalkingDistance.SIX_BLOCKS).stairs(Stairs.WITH_RAILING);
    form.shoesAndSocks(ShoesAndSocks.WITH_DIFFICULTY).sitting(Sitting.HIGH_CHAIR_HALF_AN_HOUR);
    form.transport(PublicTransport.ABLE).rangeOfMotion(Forms.range(60, 10, 10, 5, 5));
    return form.deformity(Deformity.builder()
            .fixedFlexionDegrees(20)
            .fixedAdductionDegrees(0)
            .fixedInternalRotationDegrees(0)
            .putJudged(DeformityCriterion.LEG_LENGTH_DIFFERENCE, true)
            .build())
        .build();
  }

  @Test
  void hasNoTotalWhereAnItemIsMissingButTheSubtotalsThatAreComplete() {
    HarrisForm.Builder form = HarrisForm.builder();
    form.pain(Pain.MILD).limp(Limp.NONE).deformity(Forms.none());
    form.rangeOfMotion(RangeOfMotion.builder().flexionDegrees(90).build());
    HarrisScore score = HarrisScore.of(form.build(), TOTAL_ARC);
    assertThat(score.total()).isEmpty();
    assertThat(score.grade()).isEmpty();
    assertThat(score.toScore()).isEmpty();
    assertThat(score.subtotal(HarrisItem.Domain.PAIN)).hasValue(30);
    assertThat(score.subtotal(HarrisItem.Domain.FUNCTION)).isEmpty();
    assertThat(score.subtotal(HarrisItem.Domain.DEFORMITY)).hasValue(4);
    assertThat(score.subtotal(HarrisItem.Domain.RANGE_OF_MOTION)).isEmpty();
    assertThat(score.missing())
        .extracting(HarrisItem::code)
        .containsExactly(
            "support",
            "distance",
            "stairs",
            "shoes_socks",
            "sitting",
            "transport",
            "abduction_deg",
            "adduction_deg",
            "external_rotation_deg",
            "internal_rotation_deg");
    assertThat(score.explanation().answer()).isEqualTo("no total");
    assertThat(score.explanation().obstacles())
        .hasSize(10)
        .startsWith("support", "distance")
        .endsWith("internal_rotation_deg");
  }

  @ParameterizedTest(name = "without {0}")
  @EnumSource(value = HarrisItem.Question.class, mode = EnumSource.Mode.EXCLUDE, names = "PAIN")
  void hasNoFunctionWhereOneOfItsSevenItemsIsMissing(HarrisItem.Question missing) {
    HarrisScore score = HarrisScore.of(Forms.answeredExcept(missing), INDEX_1969);
    assertThat(score.missing()).startsWith(missing);
    assertThat(score.subtotal(HarrisItem.Domain.FUNCTION)).isEmpty();
    assertThat(score.subtotal(HarrisItem.Domain.PAIN)).hasValue(44);
  }

  @Test
  void notesWhatItsMethodCountsAtLessThanWasMeasured() {
    HarrisForm.Builder form = Forms.answered();
    form.deformity(Forms.none()).rangeOfMotion(Forms.range(150, 40, 40, 40, 40));
    assertThat(HarrisScore.of(form.build(), TOTAL_ARC).notes())
        .containsExactly("flexion [degrees] 150.0 is counted as 140.0");
  }

  @Test
  void missesAllSeventeenItemsOfAnEmptyForm() {
    HarrisScore score = HarrisScore.of(HarrisForm.builder().build(), INDEX_1969);
    assertThat(score.missing()).hasSize(17).doesNotHaveDuplicates();
    assertThat(score.total()).isEmpty();
    assertThat(score.missing())
        .extracting(item -> item.domain().code())
        .containsExactly(
            ("pain" + " function".repeat(7) + " deformity".repeat(4) + " range_of_motion".repeat(5))
                .split(" ", -1));
    assertThat(score.explanation().reasons())
        .hasSize(10)
        .allMatch(item -> item.points().isEmpty());
  }

  @Test
  void explainsItselfItemByItem() {
    Explanation explanation = HarrisScore.of(workedByHand(), INDEX_1969).explanation();
    List<Reason> items = explanation.reasons();
    assertThat(explanation.answer()).isEqualTo("56.35 points, poor");
    assertThat(items)
        .extracting(item -> item.rule().id())
        .containsExactly(
            "HHS-PAIN",
            "HHS-LIMP",
            "HHS-SUPPORT",
            "HHS-DISTANCE",
            "HHS-STAIRS",
            "HHS-SHOES-SOCKS",
            "HHS-SITTING",
            "HHS-TRANSPORT",
            "HHS-DEFORMITY",
            "HHS-ROM-INDEX-1969",
            "HHS-GRADE");
    assertThat(items.stream()
            .limit(10)
            .mapToDouble(item -> item.points().getAsDouble())
            .sum())
        .isEqualTo(56.35);
    assertThat(items.get(2).text())
        .isEqualTo("5.0 points, HHS-SUPPORT: support cane_most (J Bone Joint Surg Am"
            + " 1969;51-A(4):737-55)");
    assertThat(items.get(8).inputs())
        .isEqualTo("fixed flexion contracture 20.0 degrees, fixed adduction 0.0 degrees, fixed"
            + " internal rotation in extension 0.0 degrees, leg length difference below 3.2 cm");
    assertThat(items.get(9).inputs())
        .isEqualTo("flexion 60.0 degrees, abduction 10.0 degrees, adduction 5.0 degrees, external"
            + " rotation 10.0 degrees, internal rotation 5.0 degrees");
  }

  @Test
  void namesTheRuleOfItsMethodInTheExplanation() {
    assertThat(HarrisScore.of(Forms.perfect(), TOTAL_ARC)
            .explanation()
            .reasons()
            .get(9)
            .rule()
            .id())
        .isEqualTo("HHS-ROM-TOTAL-ARC");
  }

  @Test
  void printsTotalGradeAndWhatIsMissing() {
    assertThat(HarrisScore.of(Forms.perfect(), INDEX_1969))
        .hasToString("HarrisScore{INDEX_1969, 100.0 points, excellent}");
    HarrisForm.Builder form = Forms.answered();
    form.rangeOfMotion(Forms.range(90, 20, 15, 15, 10));
    form.deformity(Deformity.builder().putAllJudged(Map.of()).build());
    assertThat(HarrisScore.of(form.build(), TOTAL_ARC))
        .hasToString("HarrisScore{TOTAL_ARC, missing fixed_flexion_deg, fixed_adduction_deg,"
            + " fixed_internal_rotation_deg, leg_length_difference_cm}");
  }
}
