package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveContrastTest {
  private static CurveContrast between(FollowUp hips, String first, String second) {
    return CurveContrast.between(KaplanMeier.withDefaults().estimate(hips), first, second)
        .with(ContrastMethod.WALD);
  }

  @Test
  void theLimitsOfARatioOfMeansAreThoseOfR() {
    Contrast ratio = between(Samples.named("aml"), "Maintained", "Nonmaintained")
        .restrictedMeanRatio(45)
        .orElseThrow();
    Golden.assertSame(ratio.lower().getAsDouble(), "rmst ratio 1");
    Golden.assertSame(ratio.upper().getAsDouble(), "rmst ratio 2");
  }

  /** The limits of R leave out 1, and so must the test at 5 %. */
  @Test
  void theRatioCountsThatGroupsSharePatients() {
    List<String> arms = Samples.eyes().build().groups();
    Contrast ratio = between(Samples.eyes().build(), arms.get(0), arms.get(1))
        .restrictedMeanRatio(24)
        .orElseThrow();
    Golden.assertSame(ratio.lower().getAsDouble(), "rmst ratio robust 1");
    Golden.assertSame(ratio.upper().getAsDouble(), "rmst ratio robust 2");
    assertThat(ratio.chiSquare().orElseThrow().pValue()).isBetween(0.04, 0.05);
  }

  /** A mean of no days is no divisor, and its logarithm no number. */
  @Test
  void thereIsNoRatioToAGroupThatFailedOnTheFirstDay() {
    FollowUp hips = FollowUp.ofDays(new int[] {0, 0, 5, 9}, new boolean[] {true, true, true, false})
        .groups(List.of("A", "A", "B", "B"))
        .build();
    assertThat(between(hips, "A", "B").restrictedMeanRatio(7)).isEmpty();
    assertThat(between(hips, "B", "A").restrictedMeanRatio(7)).isEmpty();
    assertThat(between(hips, "B", "A").restrictedMean(7).estimate()).isEqualTo(6);
  }

  @Test
  void printsTheMethodOfItsCurves() {
    KaplanMeierEstimate estimate =
        KaplanMeier.withDefaults().estimate(Samples.eyes().build());
    List<String> arms = Samples.eyes().build().groups();
    assertThat(CurveContrast.between(estimate, arms.get(0), arms.get(1)))
        .hasToString(
            "CurveContrast{" + estimate.method() + ", limits of both groups combined (MOVER)}");
  }
}
