package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.SurvivalCurve.SurvivalAtTime;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Curves against R's {@code survfit}; {@code golden.R} made the files. */
class GoldenCurveTest {
  /** R and this library round differently in the last two digits. */
  private static final double RELATIVE = 1e-13;

  private static SurvivalCurve curve(GoldenRow row) {
    return Samples.asInR()
        .with(IntervalType.parse(row.hasColumn("type") ? row.get("type") : "log-log"))
        .estimate(Samples.named(row.get("set")))
        .curve(row.get("group"));
  }

  static void assertSame(double actual, String expected) {
    double value = Double.parseDouble(expected);
    assertThat(actual).isCloseTo(value, within(RELATIVE * Math.max(Math.abs(value), 1e-3)));
  }

  static void assertSame(OptionalDouble actual, String expected) {
    if (expected.isEmpty() || expected.equals("NaN")) {
      assertThat(actual).isEmpty();
    } else {
      assertSame(actual.getAsDouble(), expected);
    }
  }

  @Test
  void stepsAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_curve.csv", 240)) {
      Step step = stepAt(curve(row).steps(), row.get("time"));
      assertSame(step.atRisk(), row.get("at_risk"));
      assertSame(step.events(), row.get("events"));
      assertSame(step.censored(), row.get("censored"));
      assertSame(step.survival(), row.get("survival"));
      assertSame(step.standardError(), row.get("std_error"));
      if (row.hasNumber("lower")) {
        assertSame(step.lower(), row.get("lower"));
        assertSame(step.upper(), row.get("upper"));
      }
    }
  }

  private static Step stepAt(List<Step> steps, String time) {
    return steps.stream()
        .filter(step -> step.time() == Double.parseDouble(time))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasNoStepThatRHasNot() {
    assertThat(Samples.asInR().estimate(Samples.named("aml")).curves())
        .extracting(curve -> curve.steps().size())
        .containsExactly(10, 10);
    assertThat(Samples.asInR().estimate(Samples.named("gehan")).curves())
        .extracting(curve -> curve.steps().size())
        .containsExactly(12, 16);
  }

  @Test
  void quantilesAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_quantile.csv", 60)) {
      QuantileEstimate quantile = curve(row).quantile(Double.parseDouble(row.get("probability")));
      assertSame(quantile.time(), row.get("time"));
      assertSame(quantile.lower(), row.get("lower"));
      assertSame(quantile.upper(), row.get("upper"));
    }
  }

  @Test
  void survivalAtTimesIsThatOfR() {
    for (GoldenRow row : GoldenFile.read("golden_at.csv", 140)) {
      SurvivalAtTime at = curve(row).at(Double.parseDouble(row.get("time")));
      assertSame(at.atRisk(), row.get("at_risk"));
      assertThat(at.isBeyondFollowUp()).isEqualTo(row.get("survival").isEmpty());
      at.estimate().ifPresent(estimate -> {
        assertSame(estimate.survival(), row.get("survival"));
        assertSame(estimate.standardError(), row.get("std_error"));
      });
    }
  }

  @Test
  void restrictedMeansAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_rmst.csv", 12)) {
      RestrictedMean mean = curve(row).restrictedMean(Double.parseDouble(row.get("tau")));
      assertSame(mean.mean(), row.get("rmst"));
      assertSame(mean.standardError(), row.get("std_error"));
    }
  }
}
