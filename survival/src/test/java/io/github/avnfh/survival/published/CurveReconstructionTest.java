package io.github.avnfh.survival.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Reconstructions whose hips are known. */
class CurveReconstructionTest {
  /** The placebo arm of Freireich's trial, clicked before each drop with a shaking hand. */
  private static final double[] CLICK_TIMES = {
    0.546, 1.05, 2.05, 2.98, 4.05, 5.03, 8.01, 11, 12, 15, 17, 22, 23
  };

  private static final double[] CLICKS = {
    1, 1, 0.906, 0.815, 0.766, 0.67, 0.574, 0.383, 0.286, 0.191, 0.144, 0.096, 0.05
  };

  private static PublishedCurve freireich() {
    return PublishedCurve.ofClicks(CLICK_TIMES, CLICKS)
        .withAtRisk(new double[] {0, 4, 8, 12, 16, 20}, new int[] {21, 16, 12, 6, 3, 2});
  }

  private static double[] times(FollowUp hips) {
    double[] times = new double[hips.size()];
    Arrays.setAll(times, hips::time);
    return times;
  }

  @Test
  void findsFreireichsPlaceboArmEventForEvent() {
    ReconstructedCurve hips = CurveReconstruction.withDefaults().reconstruct(freireich());
    assertThat(hips.position()).isEqualTo(ClickPosition.BEFORE_DROP);
    assertThat(hips.hasWholeTimes()).isTrue();
    assertThat(hips.events()).isEqualTo(21);
    assertThat(times(hips.followUp()))
        .containsExactly(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
    assertThat(hips.largestMisfit()).isLessThan(0.006);
    assertThat(hips.contradictions()).isEmpty();
    assertThat(hips.median().time()).isEqualTo(OptionalDouble.of(8));
  }
}
