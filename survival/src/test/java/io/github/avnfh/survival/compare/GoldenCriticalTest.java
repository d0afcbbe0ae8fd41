package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.RestrictedMean;
import io.github.avnfh.survival.RestrictedMeanScale;
import io.github.avnfh.survival.Samples;
import io.github.avnfh.survival.SurvivalEstimate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits with t by patient, and differences by MOVER; {@code golden_critical.R} made the file. */
class GoldenCriticalTest {
  private static final KaplanMeierEstimate EYES = KaplanMeier.withDefaults()
      .with(RestrictedMeanScale.LOG_TIME_LOST)
      .estimate(Samples.eyes().build());

  @Test
  void limitsAndDifferencesAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_critical.csv", 87)) {
      String name = row.get("name");
      double expected = Double.parseDouble(row.get("value"));
      // R finds the p value by bisection
      double relative = name.endsWith(" p") ? 1e-8 : 1e-10;
      assertThat(actual(List.of(name.split(" ", -1))))
          .as(name)
          .isCloseTo(expected, within(relative * Math.max(1e-2, Math.abs(expected))));
    }
  }

  private static double actual(List<String> words) {
    String last = words.get(words.size() - 1);
    CurveContrast contrast = CurveContrast.between(EYES, "treated", "untreated");
    if (words.get(0).equals("mean")) {
      return of(contrast.restrictedMean(Double.parseDouble(words.get(2))), last);
    }
    double time = Double.parseDouble(words.get(1));
    if (words.get(0).equals("difference")) {
      return of(contrast.survivalAt(time).orElseThrow(), last);
    }
    if (words.get(2).equals("mean")) {
      RestrictedMean mean = EYES.curve(words.get(0)).restrictedMean(time);
      return (last.equals("lower") ? mean.lower() : mean.upper()).getAsDouble();
    }
    SurvivalEstimate estimate = KaplanMeier.withDefaults()
        .with(IntervalType.parse(words.get(2)))
        .estimate(Samples.eyes().build())
        .curve(words.get(0))
        .at(time)
        .estimate()
        .orElseThrow();
    return last.equals("lower") ? estimate.lower() : estimate.upper();
  }

  private static double of(Contrast contrast, String what) {
    return switch (what) {
      case "lower" -> contrast.lower().getAsDouble();
      case "upper" -> contrast.upper().getAsDouble();
      default -> contrast.chiSquare().orElseThrow().pValue();
    };
  }

  /** Of two groups the test at a fixed time rejects where their interval leaves 0 out. */
  @Test
  void theTestOfTwoGroupsIsThatOfTheirDifference() {
    for (double time : new double[] {12, 24, 40}) {
      double p = FixedTime.at(time).test(EYES).chiSquare().orElseThrow().pValue();
      Contrast difference =
          CurveContrast.between(EYES, "treated", "untreated").survivalAt(time).orElseThrow();
      assertThat(p).isCloseTo(difference.chiSquare().orElseThrow().pValue(), within(1e-10 * p));
      assertThat(p < 0.05)
          .isEqualTo(difference.lower().getAsDouble() > 0 || difference.upper().getAsDouble() < 0);
    }
  }

  /** 0 of 14 against 6 of 15 without censoring, from Wilson's limits. */
  @Test
  void answersAGroupWithoutEvents() {
    KaplanMeierEstimate series = KaplanMeier.withDefaults().estimate(Samples.series());
    Contrast difference =
        CurveContrast.between(series, "I", "III").survivalAt(730).orElseThrow();
    assertThat(difference.estimate()).isCloseTo(0.4, within(1e-15));
    // R: Wilson limits 0.784689197 to 1 and 0.357468301 to 0.801755039, combined by hand
    assertThat(difference.lower().getAsDouble())
        .isCloseTo(0.4 - Math.hypot(1 - 0.784689197, 0.801755039 - 0.6), within(2e-9));
    assertThat(difference.upper().getAsDouble()).isCloseTo(0.4 + 0.6 - 0.357468301, within(2e-9));
    assertThat(difference.method()).isEqualTo(ContrastMethod.MOVER);
    assertThat(FixedTime.at(730).test(series).chiSquare().orElseThrow().degreesOfFreedom())
        .isEqualTo(2);
    Contrast days = CurveContrast.between(series, "I", "III").restrictedMean(730);
    assertThat(days.lower().getAsDouble()).isLessThan(days.estimate());
    assertThat(days.upper().getAsDouble()).isBetween(days.estimate(), 730.0);
  }

  @Test
  void oneGroupHasNoDifferenceFromItself() {
    CurveContrast same = CurveContrast.between(EYES, "treated", "treated");
    assertThat(same.survivalAt(24).orElseThrow().lower()).isEmpty();
    assertThat(same.restrictedMean(24).chiSquare()).isEmpty();
    assertThat(same.restrictedMeanRatio(24).orElseThrow().estimate()).isEqualTo(1);
  }
}
