package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static KaplanMeierEstimate estimate(FollowUp followUp) {
    return KaplanMeier.withDefaults().estimate(followUp);
  }

  /** R 4.2.2, from survival and standard error of survfit at 24 weeks. */
  @ParameterizedTest
  @CsvSource({
    "plain, 0.3594827096",
    "log, 0.3507677177",
    "log-log, 0.3474236632",
    "logit, 0.3505180234",
    "arcsin, 0.3550705669"
  })
  void comparesAtAFixedTimeOnFiveScales(String scale, double expected) {
    ChiSquare chiSquare = FixedTime.at(24)
        .with(IntervalType.parse(scale))
        .test(estimate(Samples.named("aml")))
        .chiSquare()
        .orElseThrow();
    assertThat(chiSquare.statistic()).isCloseTo(expected, within(6e-11));
    assertThat(chiSquare.degreesOfFreedom()).isEqualTo(1);
  }

  /** Freireich's trial at 10 weeks, in the same way. */
  @Test
  void comparesTheTrialAtTenWeeks() {
    KaplanMeierEstimate trial = estimate(Samples.named("gehan"));
    assertThat(FixedTime.at(10)
            .with(IntervalType.LOG_LOG)
            .test(trial)
            .chiSquare()
            .orElseThrow()
            .statistic())
        .isCloseTo(5.23088532, within(5e-9));
    assertThat(FixedTime.at(10)
            .with(IntervalType.PLAIN)
            .test(trial)
            .chiSquare()
            .orElseThrow()
            .statistic())
        .isCloseTo(6.745707104, within(5e-10));
  }

  @Test
  void saysWhenNothingCanBeComparedAtATime() {
    KaplanMeierEstimate series = estimate(Samples.series());
    FixedTimeResult result = FixedTime.at(700).with(IntervalType.LOG_LOG).test(series);
    assertThat(result.chiSquare()).isEmpty();
    assertThat(result.curves()).hasSize(3);
    assertThat(FixedTime.at(731).test(series).chiSquare()).isEmpty();
    assertThat(FixedTime.at(24)
            .test(
                estimate(Samples.leukemia().groups(new int[23], List.of("all")).build()))
            .chiSquare())
        .isEmpty();
    assertThat(CurveContrast.between(series, "I", "III").survivalAt(731)).isEmpty();
    Contrast unsure =
        CurveContrast.between(series, "I", "III").with(ContrastMethod.WALD).restrictedMean(730);
    assertThat(unsure.standardError()).isEmpty();
    assertThat(unsure.chiSquare()).isEmpty();
  }

  /** R 4.2.2 with survRM2. */
  @Test
  void comparesRestrictedMeans() {
    CurveContrast leukemia = CurveContrast.between(
            estimate(Samples.named("aml")), "Maintained", "Nonmaintained")
        .with(ContrastMethod.WALD);
    Contrast difference = leukemia.restrictedMean(45);
    assertThat(difference.estimate()).isCloseTo(8.03030303, within(5e-9));
    assertThat(difference.lower().getAsDouble()).isCloseTo(-3.46618169, within(5e-9));
    assertThat(difference.upper().getAsDouble()).isCloseTo(19.52678775, within(5e-9));
    assertThat(difference.chiSquare().orElseThrow().pValue())
        .isCloseTo(0.1709879331, within(5e-11));
    Contrast ratio = leukemia.restrictedMeanRatio(45).orElseThrow();
    assertThat(ratio.estimate()).isCloseTo(1.3536280234, within(5e-11));
    assertThat(ratio.lower().getAsDouble()).isBetween(0.0, 1.0);
    Contrast trial = CurveContrast.between(estimate(Samples.named("gehan")), "6-MP", "control")
        .with(ContrastMethod.WALD)
        .restrictedMean(20);
    assertThat(trial.estimate()).isCloseTo(7.687955182, within(5e-10));
    assertThat(trial.lower().getAsDouble()).isCloseTo(4.195897403, within(5e-10));
    assertThat(trial.upper().getAsDouble()).isCloseTo(11.180012961, within(5e-10));
    assertThat(trial.chiSquare().orElseThrow().pValue()).isCloseTo(1.5963e-05, within(5e-10));
  }

  /** All 1,352,078 ways; R 4.2.2 with coin, ties "Hothorn-Lausen". */
  @Test
  void triesAllWaysToDeal() {
    PermutationResult result =
        PermutationTest.withDefaults().test(Samples.named("aml"), 1).orElseThrow();
    assertThat(result.isExact()).isTrue();
    assertThat(result.ways()).isEqualTo(1_352_078);
    assertThat(result.pValue()).isCloseTo(0.06469301327, within(5e-12));
  }

  /** Two of six in the first group, and both fail first: 1 of 15 ways, or 2 if the last two do. */
  @Test
  void dealsSixHipsByHand() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {1, 2, 9, 9, 9, 9}, new boolean[] {true, true, false, false, false, false})
        .groups(List.of("A", "A", "B", "B", "B", "B"))
        .build();
    PermutationResult result = PermutationTest.withDefaults().test(hips, 1).orElseThrow();
    assertThat(result.ways()).isEqualTo(15);
    assertThat(result.pValue()).isEqualTo(1.0 / 15);
  }

  @Test
  void drawsTheSameWaysFromTheSameSeed() {
    PermutationTest test = PermutationTest.withDefaults().enumeratingUpTo(0).drawing(20_000);
    PermutationResult drawn = test.test(Samples.named("aml"), 42).orElseThrow();
    assertThat(drawn.isExact()).isFalse();
    assertThat(drawn).isEqualTo(test.test(Samples.named("aml"), 42).orElseThrow());
    // four standard errors of 20,000 draws
    assertThat(drawn.pValue()).isCloseTo(0.06469301327, within(0.007));
  }

  /** One hip against many that all fail at other times: few permutations, but many scores. */
  @ParameterizedTest
  @CsvSource({"1000, true", "1001, false", "100000, false"})
  void triesAllWaysForAThousandScoresAtMost(int hips, boolean exact) {
    int[] days = IntStream.range(0, hips).toArray();
    boolean[] events = new boolean[hips];
    Arrays.fill(events, true);
    int[] groups = new int[hips];
    groups[0] = 1;
    FollowUp oneAgainstMany =
        FollowUp.ofDays(days, events).groups(groups, List.of("A", "B")).build();
    PermutationResult result =
        PermutationTest.withDefaults().drawing(10).test(oneAgainstMany, 1).orElseThrow();
    assertThat(result.isExact()).isEqualTo(exact);
    assertThat(result.ways()).isEqualTo(exact ? hips : 10);
  }

  /** By hand: of 9,999 places for the one hip that fails, one lies in the group of one. */
  @Test
  void triesAllWaysOfManyHipsWithTheSameFate() {
    int[] days = new int[9_999];
    boolean[] events = new boolean[9_999];
    int[] groups = new int[9_999];
    Arrays.fill(days, 1, 9_999, 730);
    events[0] = true;
    groups[0] = 1;
    FollowUp hips =
        FollowUp.ofDays(days, events).groups(groups, List.of("A", "B")).build();
    PermutationResult result = PermutationTest.withDefaults().test(hips, 1).orElseThrow();
    assertThat(result.isExact()).isTrue();
    assertThat(result.ways()).isEqualTo(9_999);
    assertThat(result.pValue()).isEqualTo(1 / 9_999.0);
  }

  /** As many ways as the limit are tried, one more is drawn. */
  @ParameterizedTest
  @CsvSource({"2, false", "3, true", "4, true"})
  void countsHipsOfTheSameScoreAsOneWay(int most, boolean exact) {
    FollowUp hips = FollowUp.ofDays(
            new int[] {1, 1, 9, 9, 9}, new boolean[] {true, true, false, false, false})
        .groups(List.of("A", "A", "B", "B", "B"))
        .build();
    PermutationTest test = PermutationTest.withDefaults().enumeratingUpTo(most);
    assertThat(test.test(hips, 1).orElseThrow().isExact()).isEqualTo(exact);
  }

  /** Groups that lie nowhere apart: what rounding leaves of their scores is no distance. */
  @Test
  void isCertainWhereTheGroupsAreAlike() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {1, 1, 2, 2, 3, 3, 4, 4},
            new boolean[] {true, true, true, true, true, true, false, false})
        .groups(List.of("A", "B", "A", "B", "A", "B", "A", "B"))
        .build();
    PermutationTest test = PermutationTest.withDefaults();
    assertThat(test.test(hips, 1).orElseThrow().pValue()).isEqualTo(1);
    assertThat(test.enumeratingUpTo(0).test(hips, 1).orElseThrow().pValue()).isEqualTo(1);
  }

  @Test
  void dealsWithinStrata() {
    FollowUp hips = FollowUp.ofDays(new int[] {1, 2, 1, 2}, new boolean[] {true, true, true, true})
        .groups(List.of("A", "B", "A", "B"))
        .strata(List.of("x", "x", "y", "y"))
        .build();
    PermutationResult result = PermutationTest.withDefaults().test(hips, 1).orElseThrow();
    assertThat(result.ways()).isEqualTo(4);
    assertThat(result.pValue()).isEqualTo(0.5);
  }

  @Test
  void dealsWholePatients() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {1, 2, 3, 4, 5, 6}, new boolean[] {true, true, true, true, true, true})
        .groups(List.of("A", "A", "B", "B", "B", "B"))
        .clusters(List.of(1, 1, 2, 2, 3, 3))
        .build();
    assertThat(PermutationTest.withDefaults().test(hips, 1).orElseThrow().ways())
        .isEqualTo(3);
    assertThatThrownBy(
            () -> PermutationTest.withDefaults().test(Samples.lateEntries().build(), 1))
        .hasMessage("follow-up [rows] must be without case weights and delayed entry to change"
            + " places, but had them");
  }

  @Test
  void dealsNothingWithoutEvents() {
    FollowUp quiet = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {false, false})
        .groups(List.of("A", "B"))
        .build();
    assertThat(PermutationTest.withDefaults().test(quiet, 1)).isEmpty();
  }

  /** Stages I, II, III with 0, 0 and 6 events: more events where the stage is higher. */
  @Test
  void tellsTheDirectionOfATrend() {
    TrendResult trend = Trend.inOrder().test(Samples.series());
    assertThat(trend.excess()).isPositive();
    assertThat(trend.scores()).containsExactly(0.0, 1.0, 2.0);
    assertThat(Trend.inOrder().withScores(2, 1, 0).test(Samples.series()).excess())
        .isCloseTo(-trend.excess(), within(1e-12));
    assertThat(Trend.inOrder()
            .withScores(10, 20, 30)
            .test(Samples.series())
            .chiSquare()
            .orElseThrow()
            .statistic())
        .isCloseTo(trend.chiSquare().orElseThrow().statistic(), within(1e-10));
    assertThat(Trend.inOrder().withScores(1, 1, 1).test(Samples.series()).chiSquare())
        .isEmpty();
  }

  @Test
  void refusesWhatCannotBeChosen() {
    assertThatThrownBy(() -> Trend.inOrder().withScores(1, 2).test(Samples.series()))
        .hasMessage("scores [count] must be 3 like the groups, but were 2");
    assertThatThrownBy(() -> Trend.inOrder().withScores(Double.NaN))
        .hasMessage("score [any unit] must be finite, but was NaN");
    assertThatThrownBy(() -> FixedTime.at(-1))
        .hasMessage("time [unit of the times] must be finite and 0.0 or more, but was -1.0");
    assertThatThrownBy(() -> PermutationTest.withDefaults().drawing(0))
        .hasMessage("draws [count] must be 1 or more, but were 0");
    assertThatThrownBy(() -> PermutationTest.withDefaults().enumeratingUpTo(-1))
        .hasMessage("permutations [count] must be 0 or more, but were -1");
  }
}
