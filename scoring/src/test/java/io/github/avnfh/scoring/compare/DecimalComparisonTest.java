package io.github.avnfh.scoring.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.scoring.summary.SummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A spread that is zero in decimals is zero, and equal decimals are ties. */
class DecimalComparisonTest {
  private static final double[] BEFORE = {55.9, 61.3, 48.7, 70.1, 66.6, 59.9};
  private static final double[] AFTER = {75.9, 81.3, 68.7, 90.1, 86.6, 79.9};
  private static final double[] CHANGES = {-2.3, -2.3, -2.3, -2.3, -2.3, -2.3};
  private static final List<Integer> PATIENTS = List.of(1, 1, 2, 3, 3, 4);

  @Test
  void changesOfOneSizeHaveNoSpreadAndNoTest() {
    for (EffectSize effect :
        List.of(EffectSize.STANDARDIZED_RESPONSE_MEAN, EffectSize.COHEN_D_REPEATED)) {
      assertThat(effect.of(BEFORE, AFTER)).isEmpty();
    }
    Estimate naive = PairedT.test(0.95, CHANGES);
    assertThat(naive.estimate()).isEqualTo(-2.3);
    assertThat(naive.standardError()).isZero();
    assertThat(naive.statistic()).isEmpty();
    assertThat(naive.pValue()).isEmpty();
    assertThat(naive.lower()).isEqualTo(naive.upper()).isEqualTo(-2.3);
    Comparison.Result both =
        Comparison.withDefaults().ofMean(ClusteredSample.of(CHANGES, PATIENTS));
    assertThat(both.clustered().standardError()).isZero();
    assertThat(both.clustered().pValue()).isEmpty();
    assertThat(both.designEffect()).isEmpty();
    assertThat(SummaryStatistics.of(CHANGES).standardDeviation()).hasValue(0);
    ClusterBootstrap drawn =
        ClusterBootstrap.of(ClusteredSample.of(CHANGES, PATIENTS), 0.95, 500, 1L);
    assertThat(drawn.standardError()).isZero();
    assertThat(drawn.upper()).isEqualTo(-2.3);
  }

  /** Each patient's hips lie 0.1 below and above the mean of 2.3. */
  @Test
  void clustersThatCancelInDecimalsHaveNoError() {
    ClusteredSample values =
        ClusteredSample.of(new double[] {2.2, 2.4, 2.3, 2.4, 2.2}, List.of(1, 1, 2, 3, 3));
    Comparison.Result both = Comparison.withDefaults().ofMean(values);
    assertThat(both.clustered().standardError()).isZero();
    assertThat(both.clustered().pValue()).isEmpty();
    assertThat(both.naive().standardError()).isCloseTo(0.1 / Math.sqrt(5), within(1e-15));
  }

  @Test
  void groupsOfEqualMeansDifferByNothing() {
    ClusteredSample values =
        ClusteredSample.of(new double[] {2.2, 2.4, 2.3, 2.3}, List.of(1, 2, 3, 4));
    Comparison.Result none =
        Comparison.withDefaults().ofDifference(values, false, false, true, true);
    assertThat(none.naive().estimate()).isZero();
    assertThat(none.naive().pValue()).hasValue(1);
  }

  /** R: wilcox.test on the decimals gives V = 37.5, p = 0.0759. */
  @Test
  void ranksTiesOfDecimals() {
    double[] later = {7.3, 6.2, 5.3, 4.4, 8.9, 3.3, 4.3, 5.2, 2.1};
    double[] earlier = {5, 3.9, 3, 2.1, 6.6, 5.6, 4, 4.9, 2.3};
    WilcoxonSignedRank test = WilcoxonSignedRank.ofPairs(earlier, later);
    assertThat(test.statistic()).isEqualTo(37.5);
    assertThat(test.pValue().getAsDouble()).isCloseTo(0.0759, within(5e-5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WilcoxonSignedRank.ofPairs(earlier, new double[] {1}))
        .withMessage("paired values [count] must be 9 on both sides, but were 1");
  }

  @Test
  void describesDecimals() {
    SummaryStatistics quarters = SummaryStatistics.of(0.1, 0.2);
    assertThat(quarters.median()).hasValue(0.15);
    assertThat(quarters.mean()).hasValue(0.15);
    assertThat(OneHipPerPatient.MEAN.reduce(
            ClusteredSample.of(new double[] {0.1, 0.2}, List.of("P01", "P01")), 1))
        .containsExactly(0.15);
  }

  @Test
  void extremeNumbersGiveANumberOrARefusal() {
    double[] huge = {1e308, -1e308, 1e308};
    assertThatIllegalArgumentException().isThrownBy(() -> PairedT.test(0.95, huge));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedT.test(0.95, 1e308, 1.7e308))
        .withMessageStartingWith("confidence limit [unit of the values] must lie in ");
    assertThatIllegalArgumentException().isThrownBy(() -> SummaryStatistics.of(1.7e308, -1.7e308));
    assertThat(SummaryStatistics.of(1e308, 1e308, 1e308).mean()).hasValue(1e308);
    Estimate tiny = PairedT.test(0.95, 1, 1 + Math.ulp(1.0));
    assertThat(tiny.pValue().getAsDouble()).isBetween(0.0, 1e-14);
    for (EffectSize effect : EffectSize.values()) {
      assertThat(effect.of(new double[] {1e200, 3e200}, new double[] {2e200, 5e200}))
          .satisfies(value -> value.ifPresent(number -> assertThat(number).isFinite()));
    }
    double[] many = IntStream.range(0, 200).mapToDouble(i -> i % 7 - 3.5).toArray();
    assertThat(WilcoxonSignedRank.test(many).pValue().getAsDouble()).isBetween(0.0, 1.0);
  }
}
