package io.github.avnfh.scoring.harris;

import static io.github.avnfh.scoring.harris.RangeOfMotionMethod.INDEX_1969;
import static io.github.avnfh.scoring.harris.RangeOfMotionMethod.INDEX_IN_BANDS;
import static io.github.avnfh.scoring.harris.RangeOfMotionMethod.TOTAL_ARC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.scoring.harris.HarrisItem.Motion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeOfMotionMethodTest {

  @ParameterizedTest(name = "{0}/{1}/{2}/{3}/{4} is {5} by index and {6} by arc")
  @CsvSource({
    "0, 0, 0, 0, 0, 0, 0",
    "30, 5, 0, 5, 0, 1.75, 1",
    "45, 0, 0, 0, 0, 2.25, 1",
    "60, 10, 10, 5, 5, 3.35, 2",
    "46, 15, 15, 15, 15, 3.33, 3",
    "90, 15, 15, 15, 10, 4.65, 3",
    "90, 20, 15, 15, 10, 4.725, 3",
    "100, 30, 30, 20, 20, 4.875, 4",
    "110, 20, 15, 15, 0, 5, 3",
    "120, 45, 45, 30, 45, 5, 5",
    "140, 40, 40, 40, 40, 5, 5"
  })
  void scoresTheVectorsWorkedByHandToTheLastDigit(
      double flexion,
      double abduction,
      double external,
      double adduction,
      double internal,
      double byIndex,
      double byArc) {
    RangeOfMotion range = Forms.range(flexion, abduction, external, adduction, internal);
    assertThat(INDEX_1969.points(range)).hasValue(byIndex);
    assertThat(TOTAL_ARC.points(range)).hasValue(byArc);
  }

  @ParameterizedTest(name = "an arc of {0} degrees gives {1} points")
  @CsvSource({
    "0, 0", "30, 0", "31, 1", "60, 1", "61, 2", "100, 2", "101, 3", "160, 3", "161, 4", "210, 4",
    "211, 5", "300, 5"
  })
  void bandsTheTotalArcAtWholeDegrees(double arc, double points) {
    assertThat(TOTAL_ARC.points(arcOf(arc))).hasValue(points);
  }

  @ParameterizedTest(name = "the arc goes from {1} to {2} points just above {0} degrees")
  @CsvSource({"30, 0, 1", "60, 1, 2", "100, 2, 3", "160, 3, 4", "210, 4, 5"})
  void givesTheCutToTheLowerBandAndTheNextDoubleToTheUpper(double cut, double lower, double upper) {
    assertThat(TOTAL_ARC.points(arcOf(Math.nextDown(cut)))).hasValue(lower);
    assertThat(TOTAL_ARC.points(arcOf(cut))).hasValue(lower);
    assertThat(TOTAL_ARC.points(arcOf(Math.nextUp(cut)))).hasValue(upper);
  }

  /** Flexion carries what fits below 140 degrees, whole fortieths of a circle the rest. */
  private static RangeOfMotion arcOf(double total) {
    double rest = total > 140 ? 40 * Math.ceil((total - 140) / 40) : 0;
    return Forms.range(
        total - rest,
        Math.min(rest, 40),
        Math.min(Math.max(rest - 40, 0), 40),
        Math.min(Math.max(rest - 80, 0), 40),
        Math.min(Math.max(rest - 120, 0), 40));
  }

  @ParameterizedTest(name = "{0} gives {2} points per degree below {1} and {3} above")
  @CsvSource({
    "FLEXION, 45, 0.05, 0.03",
    "FLEXION, 90, 0.03, 0.015",
    "FLEXION, 110, 0.015, 0",
    "ABDUCTION, 15, 0.04, 0.015",
    "ABDUCTION, 20, 0.015, 0",
    "EXTERNAL_ROTATION, 15, 0.02, 0",
    "ADDUCTION, 15, 0.01, 0",
    "INTERNAL_ROTATION, 15, 0, 0"
  })
  void changesTheFactorOfTheIndexAtTheEndOfEachArc(
      Motion motion, double cut, double below, double above) {
    double at = index(motion, cut);
    assertThat(at - index(motion, cut - 1)).isEqualTo(below, within());
    assertThat(index(motion, cut + 1) - at).isEqualTo(above, within());
    assertThat(index(motion, Math.nextUp(cut))).isEqualTo(at, within());
    assertThat(index(motion, Math.nextDown(cut))).isEqualTo(at, within());
  }

  /** A few units in the last place of numbers below 5. */
  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-14);
  }

  private static double index(Motion motion, double degrees) {
    return INDEX_1969
        .points(Forms.range(
            motion == Motion.FLEXION ? degrees : 0,
            motion == Motion.ABDUCTION ? degrees : 0,
            motion == Motion.EXTERNAL_ROTATION ? degrees : 0,
            motion == Motion.ADDUCTION ? degrees : 0,
            motion == Motion.INTERNAL_ROTATION ? degrees : 0))
        .getAsDouble();
  }

  @Test
  void notesEachMotionThatTheArcCountsAtItsNormalMaximum() {
    RangeOfMotion range = Forms.range(145, 40, 40, 40.5, 40);
    assertThat(TOTAL_ARC.notes(range))
        .containsExactly(
            "flexion [degrees] 145.0 is counted as 140.0",
            "adduction [degrees] 40.5 is counted as 40.0");
    assertThat(TOTAL_ARC.points(range)).hasValue(5);
    assertThat(INDEX_1969.notes(range)).isEmpty();
  }

  @Test
  void countsAMotionBeyondTheNormalMaximumNoFurther() {
    assertThat(TOTAL_ARC.points(Forms.range(160, 20, 0, 0, 0))).hasValue(3);
    assertThat(TOTAL_ARC.points(Forms.range(140, 21, 0, 0, 0))).hasValue(4);
  }

  @Test
  void givesNoPointsWhereAMotionIsMissingEvenOneThatTheIndexMultipliesByZero() {
    RangeOfMotion range = RangeOfMotion.builder()
        .flexionDegrees(110)
        .abductionDegrees(20)
        .adductionDegrees(15)
        .externalRotationDegrees(15)
        .build();
    assertThat(INDEX_1969.points(range)).isEmpty();
    assertThat(TOTAL_ARC.points(range)).isEmpty();
    assertThat(range.missing()).containsExactly(Motion.INTERNAL_ROTATION);
  }

  @ParameterizedTest
  @CsvSource({"index, INDEX_1969", "arc, TOTAL_ARC", "index_in_bands, INDEX_IN_BANDS"})
  void readsItsOwnCode(String code, RangeOfMotionMethod method) {
    assertThat(RangeOfMotionMethod.parse(code)).isEqualTo(method);
  }

  @Test
  void refusesAMethodThatItDoesNotKnow() {
    assertThatThrownBy(() -> RangeOfMotionMethod.parse("1969"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'1969' is not a range-of-motion method; one of index, arc, index_in_bands was"
            + " expected");
  }

  @Nested
  class IndexInBands {

    private static double points(String motion, double degrees) {
      return INDEX_IN_BANDS
          .points(Forms.range(
              motion.equals("FLEXION") ? degrees : 0,
              motion.equals("ABDUCTION") ? degrees : 0,
              motion.equals("EXTERNAL_ROTATION") ? degrees : 0,
              motion.equals("ADDUCTION") ? degrees : 0,
              motion.equals("INTERNAL_ROTATION") ? degrees : 0))
          .orElseThrow();
    }

    @ParameterizedTest(name = "{0} to {1} degrees gives {2} points, and more {3}")
    @CsvSource({
      "FLEXION, 0, 0, 0.4",
      "FLEXION, 8, 0.4, 0.8",
      "FLEXION, 16, 0.8, 1.2",
      "FLEXION, 24, 1.2, 1.6",
      "FLEXION, 32, 1.6, 2.0",
      "FLEXION, 40, 2.0, 2.25",
      "FLEXION, 45, 2.25, 2.55",
      "FLEXION, 55, 2.55, 2.85",
      "FLEXION, 65, 2.85, 3.0",
      "FLEXION, 70, 3.0, 3.15",
      "FLEXION, 75, 3.15, 3.3",
      "FLEXION, 80, 3.3, 3.6",
      "FLEXION, 90, 3.6, 3.75",
      "FLEXION, 100, 3.75, 3.9",
      "FLEXION, 110, 3.9, 3.9",
      "ABDUCTION, 0, 0, 0.2",
      "ABDUCTION, 5, 0.2, 0.4",
      "ABDUCTION, 10, 0.4, 0.6",
      "ABDUCTION, 15, 0.6, 0.65",
      "ABDUCTION, 20, 0.65, 0.65",
      "EXTERNAL_ROTATION, 0, 0, 0.1",
      "EXTERNAL_ROTATION, 5, 0.1, 0.2",
      "EXTERNAL_ROTATION, 10, 0.2, 0.3",
      "EXTERNAL_ROTATION, 15, 0.3, 0.3",
      "ADDUCTION, 0, 0, 0.05",
      "ADDUCTION, 5, 0.05, 0.1",
      "ADDUCTION, 10, 0.1, 0.15",
      "ADDUCTION, 15, 0.15, 0.15",
      "INTERNAL_ROTATION, 15, 0, 0"
    })
    void carriesThePublishedPointsOnBothSidesOfEachCut(
        String motion, double cut, double upTo, double beyond) {
      assertThat(points(motion, cut)).isEqualTo(upTo);
      assertThat(points(motion, Math.nextUp(cut))).isEqualTo(beyond);
      if (cut > 0) {
        assertThat(points(motion, Math.nextDown(cut))).isEqualTo(upTo);
      }
    }

    @Test
    void addsUpToFiveWithoutACap() {
      assertThat(INDEX_IN_BANDS.points(Forms.range(110, 20, 15, 15, 0))).hasValue(5);
      assertThat(INDEX_IN_BANDS.points(Forms.range(0, 0, 0, 0, 0))).hasValue(0);
    }
  }
}
