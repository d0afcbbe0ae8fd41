package io.github.avnfh.scoring.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.Hips;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.compare.ClusterBootstrap.Interval;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  /** Rounding of sums of a few numbers below 100. */
  private static final double EXACT = 1e-12;

  /** Residuals of -3, -1, 1 and 3; the clusters sum to -4 and 4. */
  private static final ClusteredSample FOUR =
      ClusteredSample.of(new double[] {1, 3, 5, 7}, List.of("a", "a", "b", "b"));

  /** 2/1 * (16 + 16) / 16 is 4; naively 20 / 3 / 4. */
  @Test
  void clustersTwoHipsOfAPatientAndAlsoGivesTheNaiveAnswer() {
    Comparison.Result result = Comparison.withDefaults().ofMean(FOUR);
    assertThat(result.values()).isEqualTo(4);
    assertThat(result.clusters()).isEqualTo(2);
    assertThat(result.clustered().estimate()).isEqualTo(4);
    assertThat(result.clustered().standardError()).isEqualTo(2, within(EXACT));
    assertThat(result.clustered().degreesOfFreedom()).isEqualTo(1, within(EXACT));
    assertThat(result.naive().standardError()).isEqualTo(Math.sqrt(5.0 / 3), within(EXACT));
    assertThat(result.naive().degreesOfFreedom()).isEqualTo(3);
    assertThat(result.designEffect().getAsDouble()).isEqualTo(2.4, within(EXACT));
    assertThat(result.comparison().type()).isEqualTo(ClusterRobust.CR2);
  }

  /** On one degree of freedom t is Cauchy's: 1 - 2/pi atan(2), and tan(0.475 pi) as quantile. */
  @Test
  void knowsTheClosedFormOnOneDegreeOfFreedom() {
    Estimate clustered = Comparison.withDefaults().ofMean(FOUR).clustered();
    assertThat(clustered.statistic().getAsDouble()).isEqualTo(2, within(EXACT));
    assertThat(clustered.pValue().getAsDouble())
        .isEqualTo(1 - 2 / Math.PI * Math.atan(2), within(EXACT));
    assertThat(clustered.upper()).isEqualTo(4 + 2 * Math.tan(0.475 * Math.PI), within(1e-11));
    assertThat(clustered.lower()).isEqualTo(4 - 2 * Math.tan(0.475 * Math.PI), within(1e-11));
  }

  @Test
  void hasNoStatisticWhereNothingVaries() {
    ClusteredSample constant = ClusteredSample.of(new double[] {5, 5, 5}, List.of(1, 2, 3));
    Comparison.Result result = Comparison.withDefaults().withLevel(0.9).ofMean(constant);
    assertThat(result.clustered().statistic()).isEmpty();
    assertThat(result.clustered().pValue()).isEmpty();
    assertThat(result.designEffect()).isEmpty();
    assertThat(result.clustered().lower()).isEqualTo(5);
    assertThat(result.clustered().level()).isEqualTo(0.9);
  }

  @Test
  void clustersTheImprovementsOfHipsByPatient() {
    PatientId patient = PatientId.of("P1");
    var left = Hips.hip("P1", Instruments.PAIN_VAS_CM, 8, 4);
    var right = Hips.hip("P1", Instruments.PAIN_VAS_CM, 7, 5);
    var other = Hips.hip("P2", Instruments.PAIN_VAS_CM, 6, 1);
    ClusteredSample values = ClusteredSample.improvements(Pairing.of(
            Instruments.PAIN_VAS_CM,
            Timepoint.baseline(),
            Timepoint.ofMonths(6),
            ArthroplastyPolicy.INCLUDE)
        .pair(List.of(left, right, other)));
    assertThat(HipId.of(patient, Side.LEFT)).isEqualTo(left.id());
    assertThat(values.values()).containsExactly(4, 2, 5);
    assertThat(values.clusters()).isEqualTo(2);
    assertThat(values).hasToString("ClusteredSample{3 values in 2 clusters}");
  }

  @Test
  void reducesEachPatientToOneHip() {
    ClusteredSample values =
        ClusteredSample.of(new double[] {5, 1, 9, 3}, List.of("a", "b", "a", "c"));
    assertThat(OneHipPerPatient.FIRST.reduce(values, 1)).containsExactly(5, 1, 3);
    assertThat(OneHipPerPatient.MEAN.reduce(values, 1)).containsExactly(7, 1, 3);
    assertThat(LongStream.range(0, 50)
            .mapToObj(seed -> OneHipPerPatient.RANDOM.reduce(values, seed))
            .peek(reduced -> assertThat(reduced).contains(1, Index.atIndex(1)))
            .map(reduced -> reduced[0])
            .distinct())
        .containsExactlyInAnyOrder(5.0, 9.0);
    double[] again = OneHipPerPatient.RANDOM.reduce(values, 7);
    assertThat(OneHipPerPatient.RANDOM.reduce(values, 7)).containsExactly(again);
  }

  @Test
  void bootstrapsWholePatientsAndTheSameWayFromTheSameSeed() {
    Random random = new Random(7);
    double[] values = random.doubles(200).map(x -> 100 * x).toArray();
    for (int i = 1; i < values.length; i += 2) {
      values[i] = values[i - 1];
    }
    ClusteredSample doubled =
        ClusteredSample.of(values, IntStream.range(0, 200).mapToObj(i -> i / 2).toList());
    ClusterBootstrap bootstrap = ClusterBootstrap.of(doubled, 0.95, 4000, 20260401);
    assertThat(bootstrap).isEqualTo(ClusterBootstrap.of(doubled, 0.95, 4000, 20260401));
    assertThat(bootstrap).isNotEqualTo(ClusterBootstrap.of(doubled, 0.95, 4000, 20260402));
    Comparison.Result robust = Comparison.withDefaults().ofMean(doubled);
    assertThat(bootstrap.standardError() / robust.clustered().standardError())
        .as("4000 replicates know a standard error to a few percent")
        .isBetween(0.93, 1.07);
    assertThat(bootstrap.mean()).isEqualTo(robust.clustered().estimate());
    assertThat(bootstrap.lower()).isLessThan(bootstrap.mean());
    assertThat(bootstrap.upper()).isGreaterThan(bootstrap.mean());
    assertThat(bootstrap.seed()).isEqualTo(20260401);
    assertThat(bootstrap.replicates()).isEqualTo(4000);
  }

  /**
   * Of three patients with 0, 0 and 3 a resample that varies has 3 once or twice, with a mean of 1
   * or 2 and an error of 1: t is 0 or 1, and the limits are 1 - 1 and 1 - 0.
   */
  @Test
  void studentizesEachResampleByItsOwnError() {
    ClusteredSample three = ClusteredSample.of(new double[] {0, 0, 3}, List.of("a", "b", "c"));
    ClusterBootstrap drawn = ClusterBootstrap.of(three, 0.95, 500, 20260401);
    assertThat(drawn.interval()).isEqualTo(Interval.STUDENTIZED);
    assertThat(drawn.lower()).isEqualTo(0, within(EXACT));
    assertThat(drawn.upper()).isEqualTo(1, within(EXACT));
    assertThat(drawn.explanation().rules().get(0).id()).isEqualTo("COMPARISON-BOOTSTRAP-T");
    assertThat(drawn.explanation().obstacles())
        .containsExactly("5 patients or more: limits from 3 are rough");
  }

  @Test
  void bootstrapsNothingWherePatientsDoNotVary() {
    ClusteredSample constant =
        ClusteredSample.of(new double[] {5, 5, 5, 5, 5}, List.of(1, 2, 3, 4, 5));
    ClusterBootstrap drawn = ClusterBootstrap.of(constant, 0.95, 20, 1);
    assertThat(drawn.lower()).isEqualTo(5);
    assertThat(drawn.upper()).isEqualTo(5);
    assertThat(drawn.explanation().obstacles()).isEmpty();
  }

  /** Of two means the percentiles of 2.5 and 97.5 lie 0.95 of their distance apart. */
  @Test
  void interpolatesThePercentilesOfTwoReplicates() {
    ClusteredSample six = ClusteredSample.of(
        new double[] {1, 2, 4, 8, 16, 32}, List.of("a", "b", "c", "d", "e", "f"));
    ClusterBootstrap two = ClusterBootstrap.of(six, Interval.PERCENTILE, 0.95, 2, 20260401);
    assertThat(two.standardError()).isPositive();
    assertThat(two.upper() - two.lower())
        .isEqualTo(0.95 * Math.sqrt(2) * two.standardError(), within(EXACT));
  }

  /** Two draws of 0 or 1 have a mean of 0, 1/2 or 1 in 1, 2 and 1 of 4 cases. */
  @Test
  void drawsAsManyClustersAsThereAre() {
    ClusteredSample two = ClusteredSample.of(new double[] {0, 1}, List.of("a", "b"));
    ClusterBootstrap bootstrap = ClusterBootstrap.of(two, Interval.PERCENTILE, 0.2, 4000, 20260401);
    assertThat(bootstrap.lower()).isEqualTo(0.5);
    assertThat(bootstrap.upper()).isEqualTo(0.5);
    assertThat(bootstrap.standardError())
        .as("4000 replicates know a standard error to a few percent")
        .isEqualTo(Math.sqrt(0.125), within(0.01));
  }

  @Property(tries = 100)
  void isTheNaiveAnswerWhereEveryPatientHasOneHip(
      @ForAll @Size(min = 2, max = 40) List<@DoubleRange(max = 100) Double> values,
      @ForAll ClusterRobust type) {
    ClusteredSample single = ClusteredSample.of(
        values.stream().mapToDouble(Double::doubleValue).toArray(),
        IntStream.range(0, values.size()).boxed().toList());
    Comparison.Result result = Comparison.withDefaults().with(type).ofMean(single);
    double naive = result.naive().standardError();
    assertThat(result.clustered().standardError()).isEqualTo(naive, within(1e-12 * (1 + naive)));
    assertThat(result.clustered().degreesOfFreedom())
        .isEqualTo(result.naive().degreesOfFreedom(), within(1e-9));
  }

  @Property(tries = 100)
  void doesNotCareInWhichOrderHipsCome(
      @ForAll @Size(min = 4, max = 30) List<@IntRange(max = 1000) Integer> coded,
      @ForAll Random random) {
    double before = error(coded);
    Collections.shuffle(coded, random);
    assertThat(error(coded)).isEqualTo(before, within(1e-12 * (1 + before)));
  }

  /** A value and its patient, coded in one number, so that both are shuffled together. */
  private static double error(List<Integer> coded) {
    List<Integer> patients = IntStream.range(0, coded.size() + 2)
        .mapToObj(i -> i < 2 ? -i : patient(coded, i))
        .toList();
    double[] values = IntStream.range(0, coded.size() + 2)
        .mapToDouble(i -> i < 2 ? i : coded.get(i - 2) % 100)
        .toArray();
    return Comparison.withDefaults()
        .ofMean(ClusteredSample.of(values, patients))
        .clustered()
        .standardError();
  }

  private static int patient(List<Integer> coded, int index) {
    return 1 + coded.get(index - 2) / 100;
  }

  @Test
  void refusesTooFewValuesOrClusters() {
    Comparison comparison = Comparison.withDefaults();
    assertThatThrownBy(() -> comparison.ofMean(ClusteredSample.of(new double[] {1}, List.of("a"))))
        .hasMessage("clustered values [count] must lie in 2..2147483647, but was 1");
    assertThatThrownBy(
            () -> comparison.ofMean(ClusteredSample.of(new double[] {1, 2}, List.of("a", "a"))))
        .hasMessage("clusters [count] must lie in 2..2147483647, but was 1");
    assertThatThrownBy(() -> ClusteredSample.of(new double[] {1, 2}, List.of("a")))
        .hasMessage("clusters [count] must be 2, one for each value, but were 1");
    assertThatThrownBy(() -> ClusteredSample.of(new double[] {Double.NaN}, List.of("a")))
        .hasMessage("clustered values [value] must be finite, but was NaN");
    assertThatThrownBy(() -> comparison.ofDifference(FOUR, true, true, true, true))
        .hasMessage("patients of a group [count] must lie in 2..2147483647, but was 0");
    assertThatThrownBy(() -> comparison.ofDifference(FOUR, true))
        .hasMessage("groups [count] must be 4, one for each value, but were 1");
    assertThatThrownBy(() -> comparison.ofDifference(
            ClusteredSample.of(new double[] {1, 2}, List.of("a", "b")), false, true))
        .hasMessage("clustered values [count] must lie in 3..2147483647, but was 2");
    assertThatThrownBy(() -> ClusterBootstrap.of(
            ClusteredSample.of(new double[] {1, 2}, List.of("a", "b")), 0.95, 100, 1))
        .hasMessage("clusters [count] must lie in 3..2147483647, but was 2");
    assertThatThrownBy(() -> ClusterBootstrap.of(FOUR, Interval.PERCENTILE, 0.95, 1, 1))
        .hasMessage("replicates [count] must lie in 2..2147483647, but was 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
  void refusesALevelThatIsNoneBetweenZeroAndOne(double level) {
    assertThatThrownBy(() -> Comparison.withDefaults().withLevel(level))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "confidence level [probability] must lie in 0.0..1.0 without the ends")
        .hasMessageEndingWith(", but was " + level);
  }

  @ParameterizedTest
  @EnumSource
  void hasNoEffectWhereNothingVaries(EffectSize effect) {
    assertThat(effect.of(new double[] {5, 5, 5}, new double[] {6, 6, 6})).isEmpty();
    assertThatThrownBy(() -> effect.of(new double[] {5, 5}, new double[] {6}))
        .hasMessage("paired values [count] must be 2 on both sides, but were 1");
  }

  /** All 8 assignments of signs to ranks 1, 2 and 3: V of 6 is one of them, twice is 1/4. */
  @Test
  void countsSignedRanksExactly() {
    WilcoxonSignedRank three = WilcoxonSignedRank.test(1, 2, 3);
    assertThat(three.statistic()).isEqualTo(6);
    assertThat(three.pValue()).hasValue(0.25);
    assertThat(three.method()).isEqualTo(WilcoxonSignedRank.Method.EXACT);
    assertThat(three.zeros()).isZero();
  }

  /** R 4.2.2: {@code d <- 1:n * ifelse(1:n %% 3 == 0, -1, 1); wilcox.test(d)}. */
  @ParameterizedTest(name = "{0} differences: {1}")
  @CsvSource({"49, EXACT, 817, 0.041703854232423516", "50, NORMAL, 867, 0.027063492176047903"})
  void approximatesFromFiftyDifferencesOn(
      int count, WilcoxonSignedRank.Method method, double statistic, double p) {
    double[] differences =
        IntStream.rangeClosed(1, count).mapToDouble(i -> i % 3 == 0 ? -i : i).toArray();
    WilcoxonSignedRank test = WilcoxonSignedRank.test(differences);
    assertThat(test.method()).isEqualTo(method);
    assertThat(test.statistic()).isEqualTo(statistic);
    assertThat(test.pValue().getAsDouble()).isEqualTo(p, within(EXACT));
  }

  @Test
  void leavesZerosOutAndCountsThem() {
    WilcoxonSignedRank zeros = WilcoxonSignedRank.test(0, 0, 0);
    assertThat(zeros.zeros()).isEqualTo(3);
    assertThat(zeros.pValue()).isEmpty();
    assertThat(WilcoxonSignedRank.test(0, 1, 2).method())
        .isEqualTo(WilcoxonSignedRank.Method.NORMAL);
    assertThatThrownBy(WilcoxonSignedRank::test)
        .hasMessage("paired differences [count] must lie in 1..2147483647, but was 0");
  }

  @Test
  void refusesToTestOneDifferenceByStudent() {
    assertThatThrownBy(() -> PairedT.test(0.95, 1))
        .hasMessage("paired differences [count] must lie in 2..2147483647, but was 1");
  }
}
