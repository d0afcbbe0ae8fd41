package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where other programs went wrong, as far as no other test says it. */
class PitfallsTest {

  private static SurvivalCurve curve(FollowUp followUp) {
    return KaplanMeier.withDefaults().estimate(followUp).curves().get(0);
  }

  /** 0.9 times every count: the errors grow by the root of 1/0.9, and nothing is cut to a whole. */
  @Test
  void fractionalWeightsAreNotCutToWholeNumbers() {
    int[] days = {1, 2, 3, 4, 5, 6};
    boolean[] events = {true, true, false, true, false, true};
    double[] weights = {0.9, 0.9, 0.9, 0.9, 0.9, 0.9};
    SurvivalCurve weighted =
        curve(FollowUp.ofDays(days, events).weights(weights).build());
    double[] sums = {0.0370, 0.0926};
    for (int i = 0; i < 2; i++) {
      Step step = weighted.steps().get(i);
      double ratio = step.standardError().getAsDouble() / step.survival();
      assertThat(ratio * ratio).isCloseTo(sums[i], within(5e-5));
    }
    assertThat(weighted.steps().get(5).standardError()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-12, 1e-9, 1e9, 1e150, 1e200})
  void survivalDoesNotDependOnTheUnitOfWeights(double unit) {
    double[] weights = new double[23];
    Arrays.fill(weights, unit);
    FollowUp weighted = Samples.leukemia().weights(weights).build();
    List<Step> plain = curve(Samples.named("aml")).steps();
    List<Step> steps = curve(weighted).steps();
    for (int i = 0; i < plain.size(); i++) {
      assertThat(steps.get(i).survival()).isCloseTo(plain.get(i).survival(), within(1e-14));
      assertThat(steps.get(i).lower()).isBetween(0.0, steps.get(i).survival());
      assertThat(steps.get(i).upper()).isBetween(steps.get(i).survival(), 1.0);
    }
  }

  /** Of a weight of nearly nothing nothing is known, of one beyond all measure all is. */
  @ParameterizedTest
  @CsvSource({"1e-200, 1", "2.220446049250313e-16, 1", "1, 0.975", "1e200, 0"})
  void knowsOfOneLostHipWhatItsWeightTells(double weight, double upper) {
    FollowUp lost = FollowUp.ofDays(new int[] {5}, new boolean[] {true})
        .weights(new double[] {weight})
        .build();
    assertThat(curve(lost).steps().get(0).upper()).isCloseTo(upper, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource
  void answersForOneHip(IntervalType type) {
    KaplanMeier options = KaplanMeier.withDefaults().with(type);
    Step failed =
        options.estimate(Samples.ungrouped(new int[] {5})).curve("all").steps().get(0);
    assertThat(failed.survival()).isZero();
    assertThat(failed.standardError()).isEmpty();
    assertThat(failed.lower()).isZero();
    assertThat(failed.upper()).isCloseTo(0.975, within(1e-12));
    Step seen = options
        .estimate(Samples.ungrouped(new int[] {5}, 0))
        .curve("all")
        .steps()
        .get(0);
    assertThat(seen.survival()).isEqualTo(1);
    assertThat(seen.lower()).isCloseTo(0.025, within(1e-15));
    assertThat(seen.upper()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void answersWithNumbersWhereAllAreCensored(IntervalType type) {
    FollowUp hips = Samples.ungrouped(new int[] {3, 5, 5}, 0, 1, 2);
    for (Step step :
        KaplanMeier.withDefaults().with(type).estimate(hips).curve("all").steps()) {
      assertThat(step.lower()).isBetween(0.0, 1.0);
      assertThat(step.upper()).isEqualTo(1);
      assertThat(step.standardError()).isEmpty();
    }
  }

  /** The first hips are gone before the others come: no hip is at risk, and nothing happens. */
  @Test
  void waitsWhereNoHipIsAtRisk() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {5, 6, 30, 40}, new boolean[] {true, false, true, false})
        .entry(new int[] {0, 0, 20, 20})
        .build();
    SurvivalCurve curve = curve(hips);
    assertThat(curve.at(10).atRisk()).isZero();
    assertThat(curve.at(10).estimate().orElseThrow().survival()).isEqualTo(0.5);
    assertThat(curve.at(30).atRisk()).isEqualTo(2);
    assertThat(curve.at(30).estimate().orElseThrow().survival()).isEqualTo(0.25);
  }

  @Test
  void leavesOutAGroupWithoutRows() {
    FollowUp hips = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, false})
        .groups(List.of("III", "I"), List.of("I", "II", "III"))
        .build();
    assertThat(KaplanMeier.withDefaults().estimate(hips).curves())
        .extracting(SurvivalCurve::group)
        .containsExactly("I", "III");
    assertThat(LogRank.withDefaults().test(hips).groups()).hasSize(2);
  }

  /** With the last hip censored survival stays up, and what comes after is not known. */
  @Test
  void endsDifferentlyWithAnEventAndWithACensoring() {
    SurvivalCurve event = curve(Samples.ungrouped(new int[] {1, 2}));
    SurvivalCurve censored = curve(Samples.ungrouped(new int[] {1, 2}, 1));
    assertThat(event.at(3).estimate().orElseThrow().survival()).isZero();
    assertThat(censored.at(2).estimate().orElseThrow().survival()).isEqualTo(0.5);
    assertThat(censored.at(3).isBeyondFollowUp()).isTrue();
  }

  @Test
  void countsBeforeAtBetweenAndAfterEvents() {
    SurvivalCurve curve = curve(Samples.ungrouped(new int[] {10, 20, 30}, 1));
    double[] times = {0, 10, 15, 20, 25, 30, 35};
    assertThat(Arrays.stream(times).map(time -> curve.riskCount(time).atRisk()).toArray())
        .containsExactly(3, 3, 2, 2, 1, 1, 0);
    assertThat(Arrays.stream(times).map(time -> curve.riskCount(time).events()).toArray())
        .containsExactly(0, 0, 1, 1, 1, 1, 2);
  }

  @Test
  void theNamesOfClustersDoNotMatter() {
    FollowUp eyes = Samples.eyes().build();
    FollowUp renamed = Samples.eyes()
        .clusters(
            IntStream.range(0, 60).map(row -> 1000 - 7 * eyes.cluster(row)).toArray())
        .build();
    List<Step> steps = curve(eyes).steps();
    List<Step> others = curve(renamed).steps();
    for (int i = 0; i < steps.size(); i++) {
      assertThat(others.get(i).standardError().orElse(-1))
          .isCloseTo(steps.get(i).standardError().orElse(-1), within(1e-14));
    }
    assertThat(statistic(renamed)).isCloseTo(statistic(eyes), within(1e-12));
  }

  private static double statistic(FollowUp followUp) {
    LogRankResult result = LogRank.withDefaults().test(followUp);
    return result.chiSquare().orElseThrow().statistic();
  }

  @Test
  void leavesTheColumnsAsTheyWere() {
    double[] times = {3, 1, -0.0};
    boolean[] events = {true, false, true};
    double[] weights = {2, 1, 0.5};
    int[] clusters = {5, 9, 5};
    FollowUp followUp = FollowUp.ofTimes(times, events)
        .weights(weights)
        .clusters(clusters)
        .withoutTieRule()
        .build();
    curve(followUp).median();
    assertThat(times).containsExactly(3, 1, -0.0);
    assertThat(events).containsExactly(true, false, true);
    assertThat(weights).containsExactly(2, 1, 0.5);
    assertThat(clusters).containsExactly(5, 9, 5);
  }

  @Test
  void manyThreadsReadTheSame() {
    FollowUp eyes = Samples.eyes().build();
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(eyes);
    List<List<Object>> answers = IntStream.range(0, 64)
        .parallel()
        .<List<Object>>mapToObj(thread -> List.of(
            LogRank.withDefaults().test(eyes),
            KaplanMeier.withDefaults().estimate(eyes).curves().get(0).steps(),
            estimate.curves().get(1).median(),
            estimate.curves().get(1).restrictedMean(24)))
        .toList();
    assertThat(answers).containsOnly(answers.get(0));
  }

  /**
   * R 4.2.2 with survival 3.5-3: {@code summary(survfit(Surv(c(1,2,3,4), c(1,0,1,1)) ~ 1), rmean =
   * 4)}.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-155, 1, 1e155, 1e300, 4e307})
  void restrictedMeansDoNotDependOnTheUnitOfTime(double unit) {
    double[] times = {unit, 2 * unit, 3 * unit, 4 * unit};
    boolean[] events = {true, false, true, true};
    FollowUpBuilder hips = FollowUp.ofTimes(times, events).withoutTieRule();
    SurvivalCurve curve = curve(hips.build());
    RestrictedMean mean = curve.restrictedMean(4 * unit);
    assertThat(mean.mean() / unit).isCloseTo(2.875, within(1e-14));
    assertThat(mean.standardError().getAsDouble() / unit)
        .isCloseTo(0.6027281725620597, within(1e-14));
    assertThat(curve.median().time().getAsDouble()).isEqualTo(3 * unit);
    RestrictedMean robust =
        curve(hips.clusters(List.of(1, 2, 3, 4)).build()).restrictedMean(4 * unit);
    assertThat(robust.standardError().getAsDouble() / unit)
        .isCloseTo(0.6027281725620597, within(1e-14));
  }

  /** The error shrinks with the root of the weight: sums of weights are what Greenwood counts. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-160, 1e160, 1e300})
  void errorsShrinkWithTheRootOfTheWeights(double unit) {
    double[] weights = {unit, unit, unit, unit};
    SurvivalCurve weighted =
        curve(FollowUp.ofDays(new int[] {1, 2, 3, 4}, new boolean[] {true, false, true, true})
            .weights(weights)
            .build());
    assertThat(weighted.steps().get(0).standardError().getAsDouble() * Math.sqrt(unit))
        .isCloseTo(0.21650635094610965, within(1e-14));
    assertThat(weighted.restrictedMean(4).standardError().getAsDouble() * Math.sqrt(unit))
        .isCloseTo(0.6027281725620597, within(1e-14));
  }
}
