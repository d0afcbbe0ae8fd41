package io.github.avnfh.scoring.harris;

import static io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion.FIXED_ADDUCTION;
import static io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion.FIXED_FLEXION;
import static io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion.LEG_LENGTH_DIFFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeformityTest {

  @Test
  void givesFourPointsToOneOfSixteenSubsetsOfItsCriteria() {
    int[] points = IntStream.range(0, 16)
        .map(subset -> Deformity.meeting(criteria(subset)).points().orElseThrow())
        .toArray();
    assertThat(points).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4);
  }

  private static EnumSet<DeformityCriterion> criteria(int subset) {
    EnumSet<DeformityCriterion> met = EnumSet.noneOf(DeformityCriterion.class);
    int left = subset;
    for (DeformityCriterion criterion : DeformityCriterion.values()) {
      if (left % 2 == 1) {
        met.add(criterion);
      }
      left /= 2;
    }
    return met;
  }

  @ParameterizedTest(name = "{0} of {1} is not below its cut")
  @CsvSource({
    "FIXED_FLEXION, 30",
    "FIXED_ADDUCTION, 10",
    "FIXED_INTERNAL_ROTATION, 10",
    "LEG_LENGTH_DIFFERENCE, 3.2"
  })
  void comparesStrictly(DeformityCriterion criterion, double cut) {
    assertThat(criterion.isMetBy(Math.nextDown(cut))).isTrue();
    assertThat(criterion.isMetBy(cut)).isFalse();
    assertThat(criterion.isMetBy(Math.nextUp(cut))).isFalse();
    assertThat(criterion.isMetBy(0)).isTrue();
  }

  @ParameterizedTest(name = "{0}/{1}/{2} degrees and {3} cm give {4} points")
  @CsvSource({
    "0, 0, 0, 0, 4",
    "29.9, 9.9, 9.9, 3.1, 4",
    "30, 0, 0, 0, 0",
    "0, 10, 0, 0, 0",
    "0, 0, 10, 0, 0",
    "0, 0, 0, 3.2, 0",
    "30, 10, 10, 3.2, 0"
  })
  void scoresMeasurements(
      double flexion, double adduction, double rotation, double length, int points) {
    Deformity deformity = Deformity.builder()
        .fixedFlexionDegrees(flexion)
        .fixedAdductionDegrees(adduction)
        .fixedInternalRotationDegrees(rotation)
        .legLengthDifferenceCm(length)
        .build();
    assertThat(deformity.points()).hasValue(points);
  }

  @Test
  void mixesMeasurementsAndJudgments() {
    Deformity deformity = Deformity.builder()
        .fixedFlexionDegrees(12)
        .putJudged(FIXED_ADDUCTION, true)
        .putJudged(DeformityCriterion.FIXED_INTERNAL_ROTATION, true)
        .legLengthDifferenceCm(0.5)
        .build();
    assertThat(deformity.points()).hasValue(4);
  }

  @Test
  void hasNoPointsWhileACriterionIsMissingThoughAnotherIsNotMet() {
    Deformity deformity = Deformity.builder()
        .fixedFlexionDegrees(40)
        .fixedAdductionDegrees(0)
        .putJudged(LEG_LENGTH_DIFFERENCE, true)
        .build();
    assertThat(deformity.points()).isEmpty();
    assertThat(deformity.missing()).containsExactly(DeformityCriterion.FIXED_INTERNAL_ROTATION);
  }

  @Test
  void refusesACriterionThatIsMeasuredAndJudged() {
    var twice = Deformity.builder().fixedFlexionDegrees(12).putJudged(FIXED_FLEXION, true);
    assertThatThrownBy(twice::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fixed flexion contracture [measured or judged] must be given once, but was"
            + " given twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FIXED_FLEXION|90.1|fixed flexion contracture [degrees] must lie in 0.0..90.0",
        "FIXED_ADDUCTION|-1|fixed adduction [degrees] must lie in 0.0..90.0",
        "FIXED_INTERNAL_ROTATION|NaN|fixed internal rotation in extension [degrees] must lie in 0.0..90.0",
        "LEG_LENGTH_DIFFERENCE|Infinity|leg length difference [cm] must lie in 0.0..30.0"
      })
  void refusesImpossibleMeasurements(DeformityCriterion criterion, double measured, String range) {
    assertThatThrownBy(() -> criterion.isMetBy(measured))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(range + ", but was " + measured);
  }

  @Test
  void refusesImpossibleMeasurementsInAFormToo() {
    assertThatThrownBy(() -> Deformity.builder().legLengthDifferenceCm(32).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("leg length difference [cm] must lie in 0.0..30.0, but was 32.0");
  }
}
