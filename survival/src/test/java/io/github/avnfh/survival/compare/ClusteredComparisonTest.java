package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.statistics.PValueAdjustment;
import io.github.avnfh.survival.CurveCovariance;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.RestrictedMean;
import io.github.avnfh.survival.Samples;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two eyes of a patient, one in each group; {@code golden_compare.R} made the numbers. */
class ClusteredComparisonTest {

  private static double robust(FollowUp followUp) {
    return LogRank.withDefaults()
        .test(followUp)
        .chiSquare(ScoreVariance.ROBUST)
        .orElseThrow()
        .statistic();
  }

  @Test
  void theRobustTestIsTheRobustScoreTestOfR() {
    Golden.assertSame(robust(Samples.eyes().build()), "robust");
    Golden.assertSame(robust(Golden.weighted().build()), "robust weighted");
    Golden.assertSame(robust(Golden.inHalves().build()), "robust strata");
    Golden.assertSame(robust(Golden.late().build()), "robust entry");
    Golden.assertSame(robust(Golden.inThirds()), "robust three");
  }

  /** Clusters 1 to 11 twice and 12, in the order of the file. */
  @Test
  void knowsTheRobustTestOfAFixedSet() {
    int[] clusters = IntStream.range(0, 23).map(row -> row < 22 ? row % 11 : 11).toArray();
    LogRankResult result =
        LogRank.withDefaults().test(Samples.leukemia().clusters(clusters).build());
    assertThat(result.naiveChiSquare().orElseThrow().statistic())
        .isCloseTo(3.39638869898, within(5e-12));
    Golden.assertSame(
        result.chiSquare(ScoreVariance.ROBUST).orElseThrow().statistic(), "robust aml");
  }

  @Test
  void theTrendIsThatOfR() {
    TrendResult result = Trend.inOrder().test(Golden.inThirds());
    Golden.assertSame(result.naiveChiSquare().orElseThrow().statistic(), "trend");
    Golden.assertSame(
        result.chiSquare(ScoreVariance.ROBUST).orElseThrow().statistic(), "robust trend");
    assertThat(result.variance()).isEqualTo(ScoreVariance.CLUSTERED);
    TrendResult scored =
        Trend.inOrder().withScores(0, 1, 5).test(Golden.inThirds().counts());
    Golden.assertSame(scored.chiSquare().orElseThrow().statistic(), "trend scores");
    assertThat(scored.variance()).isEqualTo(ScoreVariance.INDEPENDENT);
    assertThat(scored.naiveChiSquare()).isEqualTo(scored.chiSquare());
  }

  @Test
  void pairsAreThoseOfR() {
    List<PairComparison> holm = Pairwise.withDefaults().test(Golden.inThirds());
    List<PairComparison> discovery = Pairwise.withDefaults()
        .with(PValueAdjustment.BENJAMINI_HOCHBERG)
        .test(Golden.inThirds().counts());
    assertThat(holm).extracting(PairComparison::first).containsExactly("b", "b", "c");
    assertThat(holm).extracting(PairComparison::second).containsExactly("c", "a", "a");
    for (int i = 0; i < 3; i++) {
      PairComparison pair = holm.get(i);
      Golden.assertSame(pair.result().naiveChiSquare().orElseThrow().pValue(), "pair " + (i + 1));
      Golden.assertSame(pair.naiveAdjustedPValue().getAsDouble(), "holm " + (i + 1));
      Golden.assertSame(discovery.get(i).adjustedPValue().getAsDouble(), "BH " + (i + 1));
      assertThat(pair.adjustedPValue().getAsDouble())
          .isGreaterThanOrEqualTo(pair.result().chiSquare().orElseThrow().pValue());
      assertThat(discovery.get(i).naiveAdjustedPValue())
          .isEqualTo(discovery.get(i).adjustedPValue());
    }
  }

  private static final KaplanMeierEstimate EYES =
      KaplanMeier.withDefaults().estimate(Samples.eyes().build());

  @Test
  void curvesThatSharePatientsGoTogetherAsInR() {
    CurveCovariance survival = EYES.covarianceAt(24);
    CurveCovariance means = EYES.covarianceOfRestrictedMeans(24);
    int[][] cells = {{0, 0}, {0, 1}, {1, 1}};
    for (int i = 0; i < cells.length; i++) {
      int[] cell = cells[i];
      Golden.assertSame(
          survival.between(cell[0], cell[1]).getAsDouble(), "covariance survival " + (i + 1));
      Golden.assertSame(
          means.between(cell[1], cell[0]).getAsDouble(), "covariance rmst " + (i + 1));
    }
  }

  /** With pairs that share a fate the difference within them is what counts. */
  @Test
  void differencesCountTheCovariance() {
    Contrast difference = CurveContrast.between(EYES, "treated", "untreated")
        .with(ContrastMethod.WALD)
        .restrictedMean(24);
    CurveCovariance means = EYES.covarianceOfRestrictedMeans(24);
    RestrictedMean treated = EYES.curve("treated").restrictedMean(24);
    RestrictedMean untreated = EYES.curve("untreated").restrictedMean(24);
    assertThat(difference.estimate()).isEqualTo(treated.mean() - untreated.mean());
    double variance = Math.pow(treated.standardError().getAsDouble(), 2)
        + Math.pow(untreated.standardError().getAsDouble(), 2)
        - 2 * means.between(0, 1).getAsDouble();
    assertThat(difference.standardError().getAsDouble())
        .isCloseTo(Math.sqrt(variance), within(1e-13));
  }

  /** Each patient with a hip in either group and the same fate in both: no difference, no error. */
  @Test
  void hipsOfOneFateDifferByNothing() {
    FollowUp pairs = FollowUp.ofDays(
            new int[] {10, 10, 20, 20, 30, 30},
            new boolean[] {true, true, false, false, true, true})
        .groups(List.of("left", "right", "left", "right", "left", "right"))
        .clusters(new int[] {1, 1, 2, 2, 3, 3})
        .build();
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(pairs);
    CurveContrast sides =
        CurveContrast.between(estimate, "left", "right").with(ContrastMethod.WALD);
    Contrast survival = sides.survivalAt(15).orElseThrow();
    assertThat(survival.estimate()).isZero();
    assertThat(survival.standardError().getAsDouble()).isCloseTo(0, within(1e-15));
    assertThat(sides.restrictedMean(25).standardError().getAsDouble()).isCloseTo(0, within(1e-7));
    LogRankResult test = LogRank.withDefaults().test(pairs);
    assertThat(test.naiveChiSquare().orElseThrow().statistic()).isCloseTo(0, within(1e-15));
    assertThat(test.chiSquare(ScoreVariance.ROBUST)).isEmpty();
    assertThat(Trend.inOrder().test(pairs).chiSquare(ScoreVariance.ROBUST)).isEmpty();
  }
}
