package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import io.github.avnfh.survival.SurvivalCurve.RiskCount;
import io.github.avnfh.survival.SurvivalCurve.SurvivalAtTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalCurveTest {

  private static SurvivalCurve curve(int[] days, int... censoredRows) {
    return KaplanMeier.withDefaults()
        .estimate(Samples.ungrouped(days, censoredRows))
        .curve("all");
  }

  @Test
  void dropsAtTheTimeOfTheEventAndNotBefore() {
    SurvivalCurve curve = curve(new int[] {10, 20}, 1);
    assertThat(curve.at(Math.nextDown(9.999)).estimate().orElseThrow().survival())
        .isEqualTo(1);
    assertThat(curve.at(10).estimate().orElseThrow().survival()).isEqualTo(0.5);
    assertThat(curve.at(Math.nextUp(10.0)).estimate().orElseThrow().survival()).isEqualTo(0.5);
  }

  @Test
  void findsATimeThatDiffersByRounding() {
    FollowUp hips = FollowUp.ofTimes(new double[] {0.1 + 0.2, 1}, new boolean[] {true, false})
        .build();
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(hips).curve("all");
    assertThat(curve.at(0.3).estimate().orElseThrow().survival()).isEqualTo(0.5);
    assertThat(curve.at(0.3).atRisk()).isEqualTo(2);
  }

  private static FollowUp leavingAt(double time) {
    return FollowUp.ofTimes(new double[] {time, 3000}, new boolean[] {true, false})
        .build();
  }

  private static SurvivalAtTime at(double time, FollowUp hips) {
    return KaplanMeier.withDefaults().estimate(hips).curve("all").at(time);
  }

  /** 2^-26, and above 1 that share of the time: on the bound it is the time itself, as in R. */
  @Test
  void takesATimeForTheSameUpToTheTolerance() {
    double tolerance = 0x1.0p-26;
    assertThat(at(0, leavingAt(tolerance)).estimate().orElseThrow().survival()).isEqualTo(0.5);
    assertThat(at(0, leavingAt(Math.nextUp(tolerance))).estimate().orElseThrow().survival())
        .isEqualTo(1);
    assertThat(at(1, leavingAt(1 - tolerance)).atRisk()).isEqualTo(2);
    assertThat(at(1, leavingAt(Math.nextDown(1 - tolerance))).atRisk()).isEqualTo(1);
    assertThat(at(1000, leavingAt(1000 + 1e-5)).estimate().orElseThrow().survival())
        .isEqualTo(0.5);
    assertThat(at(1000, leavingAt(1000 + 2e-5)).estimate().orElseThrow().survival())
        .isEqualTo(1);
    assertThat(leavingAt(tolerance).after(0).size()).isEqualTo(1);
    assertThat(leavingAt(Math.nextUp(tolerance)).after(0).size()).isEqualTo(2);
  }

  @Test
  void saysWhenATimeLiesBeyondFollowUp() {
    SurvivalCurve open = curve(new int[] {10, 20}, 1);
    assertThat(open.at(20).isBeyondFollowUp()).isFalse();
    assertThat(open.at(20.001).isBeyondFollowUp()).isTrue();
    assertThat(open.at(20.001).atRisk()).isZero();
    SurvivalCurve closed = curve(new int[] {10, 20});
    assertThat(closed.at(1000).estimate().orElseThrow().survival()).isZero();
    assertThat(closed.at(Double.MAX_VALUE).estimate().orElseThrow().survival()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesATimeThatIsNone(double time) {
    SurvivalCurve curve = curve(new int[] {10});
    assertThatThrownBy(() -> curve.at(time))
        .hasMessage("time [unit of the times] must be finite and 0.0 or more, but was " + time);
    assertThatThrownBy(() -> curve.riskCount(time)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> curve.restrictedMean(time))
        .hasMessage("horizon [unit of the times] must be finite and above 0.0, but was " + time);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
  void refusesAProbabilityThatIsNone(double probability) {
    SurvivalCurve curve = curve(new int[] {10});
    assertThatThrownBy(() -> curve.quantile(probability))
        .hasMessage(
            "quantile [probability] must lie above 0.0 and below 1.0, but was " + probability);
  }

  /** Of n hips with events on days 1 to n, n even, half are left from day n/2 to n/2 + 1. */
  @Test
  void takesTheMiddleOfTheStretchOnWhichHalfAreLeft() {
    for (int n = 2; n <= 1000; n += 2) {
      SurvivalCurve curve = curve(IntStream.rangeClosed(1, n).toArray());
      assertThat(curve.median().time()).hasValue((n + 1) / 2.0);
    }
  }

  @Test
  void takesTheDayItselfWhereLessThanHalfAreLeft() {
    assertThat(curve(new int[] {1, 2, 3}).median().time()).hasValue(2);
  }

  /** R 4.2.2: quantile(survfit(Surv(1:4, c(1,1,0,0)) ~ 1), 0.5) is 3, halfway to the last time. */
  @Test
  void takesTheEndOfFollowUpForTheEndOfTheStretch() {
    assertThat(curve(new int[] {1, 2, 3, 4}, 2, 3).median().time()).hasValue(3);
  }

  @Test
  void saysWhenAQuantileIsNotReached() {
    QuantileEstimate median = curve(new int[] {1, 2, 3, 4}, 1, 2, 3).median();
    assertThat(median.isReached()).isFalse();
    assertThat(median.time()).isEmpty();
    assertThat(median.upper()).isEmpty();
  }

  /** 6-MP of Freireich's trial up to 20 weeks, R 4.2.2 with survRM2. */
  @Test
  void knowsTheRestrictedMeansOfTheTrial() {
    KaplanMeierEstimate trial = KaplanMeier.withDefaults().estimate(Samples.named("gehan"));
    RestrictedMean treated = trial.curve("6-MP").restrictedMean(20);
    assertThat(treated.mean()).isCloseTo(16.116526611, within(1e-9));
    assertThat(treated.standardError().getAsDouble()).isCloseTo(1.251560196, within(1e-9));
    RestrictedMean control = trial.curve("control").restrictedMean(20);
    assertThat(control.mean()).isCloseTo(8.428571429, within(1e-9));
    assertThat(control.standardError().getAsDouble()).isCloseTo(1.268082683, within(1e-9));
  }

  /** Both arms of the leukemia trial together, R 4.2.2 with survival 3.8.11. */
  @Test
  void knowsTheMedianAndTheMeanOfBothArmsTogether() {
    FollowUp both = Samples.leukemia().groups(new int[23], List.of("all")).build();
    SurvivalCurve curve =
        KaplanMeier.withDefaults().with(IntervalType.LOG).estimate(both).curve("all");
    assertThat(curve.median().time()).hasValue(27);
    assertThat(curve.median().lower()).hasValue(18);
    assertThat(curve.median().upper()).hasValue(45);
    assertThat(curve.restrictedMean(48).mean()).isCloseTo(27.0062, within(5e-5));
    assertThat(curve.restrictedMean(48).standardError().getAsDouble())
        .isCloseTo(3.20514, within(5e-6));
  }

  /** The area by hand: 10 days of all, 10 days of half. */
  @Test
  void saysWhenAMeanRestsOnWhatWasNotObserved() {
    SurvivalCurve curve = curve(new int[] {10, 20}, 1);
    assertThat(curve.restrictedMean(20).mean()).isEqualTo(15);
    assertThat(curve.restrictedMean(20).isExtrapolated()).isFalse();
    assertThat(curve.restrictedMean(24).mean()).isEqualTo(17);
    assertThat(curve.restrictedMean(24).isExtrapolated()).isTrue();
    assertThat(curve(new int[] {10, 20}).restrictedMean(24).isExtrapolated()).isFalse();
    assertThat(curve.restrictedMean(5).mean()).isEqualTo(5);
    assertThat(curve.restrictedMean(5).standardError()).isEmpty();
  }

  @Test
  void takesEveryHorizonAboveZero() {
    SurvivalCurve curve = curve(new int[] {10, 20});
    assertThat(curve.restrictedMean(Double.MIN_VALUE).mean()).isEqualTo(Double.MIN_VALUE);
    assertThat(curve.restrictedMean(Double.MAX_VALUE).mean()).isEqualTo(15);
    assertThatThrownBy(() -> curve.restrictedMean(0))
        .hasMessage("horizon [unit of the times] must be finite and above 0.0, but was 0.0");
  }

  /** By hand: of two patients both lost their hips, 1 - 0.025^(1/2); of hips it would be 1/4. */
  @Test
  void countsPatientsWhereAllHipsAreLost() {
    FollowUp hips = FollowUp.ofDays(new int[] {5, 5, 5, 5}, new boolean[] {true, true, true, true})
        .clusters(List.of("A", "A", "B", "B"))
        .build();
    SurvivalEstimate end = at(5, hips).estimate().orElseThrow();
    assertThat(end.survival()).isZero();
    assertThat(end.upper()).isCloseTo(0.841886116991581, within(1e-15));
  }

  /** Two patients whose hips fail together: half of each patient's own 20 and 10 days. */
  @Test
  void countsAPatientOnceInARestrictedMean() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {10, 10, 20, 20}, new boolean[] {true, true, false, false})
        .clusters(new int[] {1, 1, 2, 2})
        .build();
    RestrictedMean mean = KaplanMeier.withDefaults().estimate(hips).curve("all").restrictedMean(20);
    assertThat(mean.mean()).isEqualTo(15);
    assertThat(mean.standardError().getAsDouble()).isCloseTo(5 / Math.sqrt(2), within(1e-14));
    assertThat(mean.naiveStandardError().getAsDouble()).isCloseTo(2.5, within(1e-14));
  }

  @Test
  void countsWhoLeftBeforeATime() {
    SurvivalCurve curve = curve(new int[] {10, 10, 20, 30}, 1, 3);
    RiskCount at10 = curve.riskCount(10);
    assertThat(at10.atRisk()).isEqualTo(4);
    assertThat(at10.events()).isZero();
    RiskCount between = curve.riskCount(15);
    assertThat(between.atRisk()).isEqualTo(2);
    assertThat(between.events()).isEqualTo(1);
    assertThat(between.censored()).isEqualTo(1);
    RiskCount after = curve.riskCount(31);
    assertThat(after.atRisk()).isZero();
    assertThat(after.events()).isEqualTo(2);
    assertThat(after.censored()).isEqualTo(2);
  }

  @Test
  void printsItsSizeOnly() {
    assertThat(curve(new int[] {10, 20})).hasToString("SurvivalCurve{all, 2 rows, 2 times}");
    KaplanMeierEstimate series = KaplanMeier.withDefaults().estimate(Samples.series());
    assertThat(series).hasToString("KaplanMeierEstimate{" + series.method() + ", 3 groups}");
    assertThat(series.covarianceAt(365)).hasToString("CurveCovariance{3 groups}");
  }
}
