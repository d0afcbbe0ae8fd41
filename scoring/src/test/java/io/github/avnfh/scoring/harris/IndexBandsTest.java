package io.github.avnfh.scoring.harris;

import static io.github.avnfh.scoring.harris.RangeOfMotionMethod.INDEX_IN_BANDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexBandsTest {

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
