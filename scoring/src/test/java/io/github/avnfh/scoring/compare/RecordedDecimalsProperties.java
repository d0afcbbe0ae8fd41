package io.github.avnfh.scoring.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.statistics.Decimals;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Scores of up to two decimals are compared as the whole numbers of hundredths that they are. */
class RecordedDecimalsProperties {
  /** Patients of three, two and one values. */
  private static final List<Integer> PATIENTS = List.of(1, 1, 1, 2, 2, 3, 4, 4);

  private static final boolean[] SECOND = {true, false, true, false, false, true, true, false};

  private static double[] hundredths(List<Integer> whole) {
    return whole.stream().mapToDouble(value -> value / 100.0).toArray();
  }

  private static double[] gains(List<Integer> before, List<Integer> gained) {
    return IntStream.range(0, before.size())
        .mapToDouble(i ->
            Decimals.difference((before.get(i) + gained.get(i)) / 100.0, before.get(i) / 100.0))
        .toArray();
  }

  private static ClusteredSample clustered(double... values) {
    return ClusteredSample.of(values, PATIENTS);
  }

  @Property(tries = 500)
  void equalGainsHaveNoSpreadWhereverTheyBegin(
      @ForAll @Size(8) List<@IntRange(max = 10_000) Integer> before,
      @ForAll @IntRange(min = -9_999, max = 9_999) int gain) {
    ClusteredSample gains = clustered(gains(before, Collections.nCopies(8, gain)));
    double expected = gain / 100.0;
    Comparison comparison = Comparison.withDefaults();
    for (ClusterRobust type : ClusterRobust.values()) {
      Comparison.Result mean = comparison.with(type).ofMean(gains);
      assertThat(mean.clustered().estimate()).isEqualTo(expected);
      for (Estimate answer : List.of(mean.clustered(), mean.naive())) {
        assertThat(answer.standardError()).isZero();
        assertThat(answer.pValue()).isEmpty();
      }
      Comparison.Result groups = comparison.with(type).ofDifference(gains, SECOND);
      assertThat(groups.clustered().estimate()).isZero();
      assertThat(groups.clustered().standardError()).isZero();
      assertThat(groups.naive().standardError()).isZero();
    }
    ClusterBootstrap drawn = ClusterBootstrap.of(gains, 0.95, 20, 1);
    assertThat(new double[] {drawn.mean(), drawn.lower(), drawn.upper()}).containsOnly(expected);
    assertThat(drawn.standardError()).isZero();
    double[] after =
        IntStream.range(0, 8).mapToDouble(i -> (before.get(i) + gain) / 100.0).toArray();
    assertThat(EffectSize.STANDARDIZED_RESPONSE_MEAN.of(hundredths(before), after))
        .isEmpty();
  }

  /** Patients whose gains cancel about the mean leave no variance between patients. */
  @Property(tries = 500)
  void patientsOfTheSameMeanHaveNoSpread(
      @ForAll @IntRange(max = 10_000) int mean,
      @ForAll @Size(3) List<@IntRange(max = 5_000) Integer> away) {
    double[] values = new double[6];
    for (int i = 0; i < 6; i++) {
      values[i] = (mean + (i % 2 == 0 ? 1 : -1) * away.get(i / 2)) / 100.0;
    }
    ClusteredSample pairs = ClusteredSample.of(values, List.of(1, 1, 2, 2, 3, 3));
    for (ClusterRobust type : ClusterRobust.values()) {
      Estimate answer = Comparison.withDefaults().with(type).ofMean(pairs).clustered();
      assertThat(answer.standardError()).isZero();
      assertThat(answer.pValue()).isEmpty();
    }
    assertThat(ClusterBootstrap.of(pairs, 0.95, 20, 1).standardError()).isZero();
  }

  @Property(tries = 500)
  void ranksAndTestsAreThoseOfWholeNumbers(
      @ForAll @Size(8) List<@IntRange(max = 10_000) Integer> before,
      @ForAll @Size(8) List<@IntRange(min = -30, max = 30) Integer> gained) {
    ClusteredSample decimals = clustered(gains(before, gained));
    ClusteredSample whole =
        clustered(gained.stream().mapToDouble(value -> value).toArray());
    ClusteredSignedRank ranked = ClusteredSignedRank.test(decimals);
    ClusteredSignedRank expected = ClusteredSignedRank.test(whole);
    assertThat(ranked.zeros()).isEqualTo(expected.zeros());
    assertThat(ranked.pValue()).isEqualTo(expected.pValue());
    assertThat(ranked.statistic()).isEqualTo(expected.statistic());
    Comparison comparison = Comparison.withDefaults();
    agree(comparison.ofMean(decimals).clustered(), comparison.ofMean(whole).clustered());
    agree(
        comparison.ofDifference(decimals, SECOND).clustered(),
        comparison.ofDifference(whole, SECOND).clustered());
  }

  private static void agree(Estimate decimals, Estimate whole) {
    assertThat(decimals.standardError() == 0).isEqualTo(whole.standardError() == 0);
    OptionalDouble t = whole.statistic();
    assertThat(decimals.statistic().isPresent()).isEqualTo(t.isPresent());
    if (t.isPresent()) {
      assertThat(decimals.statistic().getAsDouble())
          .isCloseTo(t.getAsDouble(), within(1e-10 * Math.max(1, Math.abs(t.getAsDouble()))));
    }
  }

  /** A model that fits every value exactly has no residual, whatever rounding says. */
  @Property(tries = 300)
  void anExactModelHasNoError(
      @ForAll @IntRange(min = -500, max = 500) int intercept,
      @ForAll @IntRange(min = 1, max = 500) int slope) {
    double[] covariate = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] values =
        Arrays.stream(covariate).map(x -> (intercept + slope * x) / 100.0).toArray();
    Comparison.Result result = Objects.requireNonNull(Comparison.withDefaults()
        .ofModel(clustered(values), Map.of("dose", covariate))
        .get("dose"));
    assertThat(result.naive().estimate()).isCloseTo(slope / 100.0, within(1e-12));
    assertThat(result.naive().standardError()).isZero();
    assertThat(result.clustered().pValue()).isEmpty();
  }
}
