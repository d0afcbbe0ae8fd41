package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {
  private static double statistic(Trend trend, FollowUp followUp) {
    return trend.test(followUp).chiSquare().orElseThrow().statistic();
  }

  /** As {@link LogRankTest} has them from R; of two groups no order is known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"logrank | 16.79294099", "gehan | 13.45785205", "fh:1,1 | 12.74149571"})
  void betweenTwoGroupsIsTheTestWithoutOrder(String weighting, double expected) {
    Trend trend = Trend.inOrder().with(Weighting.parse(weighting));
    assertThat(statistic(trend, Samples.named("gehan"))).isCloseTo(expected, within(5e-9));
  }

  /** Equal steps, however small, and from wherever they start. */
  @ParameterizedTest
  @CsvSource({"0, 1e-9", "100000000, 1", "-100000000, 1", "0, 1e9"})
  void theUnitOfTheScoresDoesNotMatter(double start, double step) {
    FollowUp hips = Golden.inThirds().ignoringClusters();
    Trend scored = Trend.inOrder().withScores(start, start + step, start + 2 * step);
    assertThat(statistic(scored, hips)).isCloseTo(statistic(Trend.inOrder(), hips), within(1e-6));
  }

  /** By hand: weights are 0 and (1/4)^30; one in three of A at risk at the event of A. */
  @Test
  void knowsTheStatisticOfVerySmallWeights() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {1, 2, 3, 3}, new boolean[] {true, true, false, false})
        .groups(List.of("B", "A", "B", "B"))
        .build();
    Weighting late = Weighting.flemingHarrington(0, 30);
    assertThat(statistic(Trend.inOrder().with(late), hips)).isCloseTo(2, within(1e-13));
    LogRankResult test = LogRank.withDefaults().with(late).test(hips);
    assertThat(test.chiSquare().orElseThrow().statistic()).isCloseTo(2, within(1e-13));
  }

  /** What a single patient contributes is the difference itself, which is no measure of chance. */
  @Test
  void oneClusterTellsNothingOfTheError() {
    FollowUp hips = FollowUp.ofDays(new int[] {1, 2, 3}, new boolean[] {true, true, false})
        .groups(List.of("A", "B", "B"))
        .clusters(List.of(1, 1, 1))
        .build();
    TrendResult trend = Trend.inOrder().test(hips);
    assertThat(trend.chiSquare()).isEmpty();
    assertThat(trend.naiveChiSquare()).isPresent();
    LogRankResult test = LogRank.withDefaults().test(hips);
    assertThat(test.chiSquare()).isEmpty();
    assertThat(test.naiveChiSquare()).isPresent();
  }

  @Test
  void printsItsWeighting() {
    assertThat(Trend.inOrder().with(Weighting.gehan())).hasToString("Trend{gehan}");
    assertThat(LogRank.withDefaults()).hasToString("LogRank{logrank}");
    assertThat(Pairwise.withDefaults().with(Weighting.petoPeto()))
        .hasToString("Pairwise{peto-peto, HOLM}");
    assertThat(PermutationTest.withDefaults().with(Weighting.taroneWare()))
        .hasToString("PermutationTest{tarone-ware}");
  }
}
