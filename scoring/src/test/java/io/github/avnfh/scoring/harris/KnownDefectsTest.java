package io.github.avnfh.scoring.harris;

import static io.github.avnfh.scoring.harris.RangeOfMotionMethod.INDEX_1969;
import static io.github.avnfh.scoring.harris.RangeOfMotionMethod.TOTAL_ARC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Defects of published programs and forms, which must not happen here. */
class KnownDefectsTest {

  @Test
  void doesNotReadTheIndexSumInTheBandsOfTheArc() {
    // 93 of the index lies in the band of 61..100 degrees, which would be 2 points
    RangeOfMotion range = Forms.range(90, 15, 15, 15, 10);
    assertThat(INDEX_1969.points(range)).hasValue(4.65);
    assertThat(TOTAL_ARC.points(range)).hasValue(3);
  }

  @Test
  void doesNotLosePointsForAnArcBetweenTwoWholeDegrees() {
    assertThat(TOTAL_ARC.points(Forms.range(120.5, 40, 0, 0, 0))).hasValue(4);
    assertThat(TOTAL_ARC.points(Forms.range(130.5, 40, 40, 0, 0))).hasValue(5);
    assertThat(TOTAL_ARC.points(Forms.range(30.5, 0, 0, 0, 0))).hasValue(1);
  }

  @Test
  void doesNotTakeTenThousandDegreesOfFlexion() {
    assertThatThrownBy(() -> RangeOfMotion.builder().flexionDegrees(9999).build())
        .hasMessage("flexion [degrees] must lie in 0.0..160.0, but was 9999.0");
    assertThatThrownBy(() ->
            RangeOfMotion.builder().flexionDegrees(Double.POSITIVE_INFINITY).build())
        .hasMessage("flexion [degrees] must lie in 0.0..160.0, but was Infinity");
  }

  @Test
  void doesNotCountOneCriterionOfDeformityFourTimes() {
    var repeated = Deformity.builder();
    for (int i = 0; i < 4; i++) {
      repeated.putJudged(DeformityCriterion.FIXED_FLEXION, true);
    }
    assertThat(repeated.build().points()).isEmpty();
  }

  @Test
  void doesNotGiveAPointForEachCriterionOfDeformity() {
    var three = EnumSet.complementOf(EnumSet.of(DeformityCriterion.LEG_LENGTH_DIFFERENCE));
    assertThat(Deformity.meeting(three).points()).hasValue(0);
  }

  @Test
  void doesNotReadThreeCentimetersAsOneAndAHalfInches() {
    assertThat(DeformityCriterion.LEG_LENGTH_DIFFERENCE.isMetBy(3.5)).isFalse();
  }

  @Test
  void doesNotScoreAPerfectHipAboveAHundred() {
    HarrisForm.Builder form = Forms.answered();
    form.deformity(Forms.none()).rangeOfMotion(Forms.range(110, 20, 15, 15, 0));
    HarrisForm perfect = form.build();
    assertThat(HarrisScore.of(perfect, INDEX_1969).total()).hasValue(100);
    assertThat(HarrisScore.of(perfect, TOTAL_ARC).total()).hasValue(98);
  }

  @Test
  void doesNotDivideTheFirstEightDegreesOfFlexionByTen() {
    assertThat(INDEX_1969.points(Forms.range(8, 0, 0, 0, 0))).hasValue(0.4);
    assertThat(INDEX_1969.points(Forms.range(16, 0, 0, 0, 0))).hasValue(0.8);
  }

  @Test
  void doesNotTakeTwoPointsOfSupportForTwoCrutches() {
    assertThat(Support.TWO_CANES.points()).isEqualTo(2);
    assertThat(Support.TWO_CRUTCHES.points()).isZero();
    assertThat(Support.UNABLE_TO_WALK.points()).isZero();
  }

  @Test
  void doesNotAddAMissingDomainAsZero() {
    HarrisForm.Builder form = Forms.answered();
    assertThat(HarrisScore.of(form.deformity(Forms.none()).build(), TOTAL_ARC).total())
        .isEmpty();
  }

  @Test
  void doesNotLeaveAHoleBetweenFairAndGood() {
    assertThat(HarrisGrade.of(79.5)).isEqualTo(HarrisGrade.FAIR);
  }
}
