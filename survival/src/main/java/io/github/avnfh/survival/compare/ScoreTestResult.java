package io.github.avnfh.survival.compare;

import io.github.avnfh.core.evidence.Explainable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of a test on observed less expected events: by every variance that applies, the best
 * first, which is the answer.
 *
 * <pre>{@code
 * LogRankResult result = LogRank.withDefaults()
 *     .test(Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage));
 * result.variance().code();                                            // clustered
 * result.chiSquare().orElseThrow().pValue();                           // 0.00590…
 * result.chiSquare(ScoreVariance.ROBUST).orElseThrow().pValue();       // 0.0823…
 * result.chiSquare(ScoreVariance.INDEPENDENT).orElseThrow().pValue();  // 3.0503…
 * result.clustersWithEvent();                                          // OptionalInt[5]
 * result.restsOnFewClusters();                                         // true
 * }</pre>
 *
 * @see LogRank
 * @see Trend
 */
public sealed interface ScoreTestResult extends Explainable permits LogRankResult, TrendResult {
  /**
   * With fewer clusters that had an event a permutation test is to be preferred. In 40,000
   * simulated cohorts of 46 and 100 patients without any difference the clustered test at 5 % then
   * rejected in 0 to 6.5 % and the robust one in 0 to 18 %; from 10 clusters on in 4.4 to 6.2 % and
   * 4.1 to 8.6 %.
   */
  int FEW_CLUSTERS = 10;

  /**
   * Returns how much each time counted.
   *
   * @return the weighting
   */
  Weighting weighting();

  /**
   * Tells whether groups were compared within strata.
   *
   * @return true if there was more than one stratum
   */
  boolean isStratified();

  /**
   * Returns the test by each variance that applies.
   *
   * @return the tests in the order of {@link ScoreVariance}: the clustered one only with clusters
   *     and whole weights, the robust one only with clusters or weights that are not whole, the
   *     independent one always; each with its statistic or with what is lacking
   */
  List<ScoreTest> tests();

  /**
   * Counts the clusters in which any row had the event.
   *
   * @return the number of clusters, or nothing without clusters
   */
  OptionalInt clustersWithEvent();

  /**
   * Returns the test that is the answer: the first, or the robust one where the clustered variance
   * is not positive. The independent test is no answer where clusters or weights call for another.
   *
   * @return the test, with its statistic or with what is lacking
   */
  default ScoreTest answer() {
    return ScoreTest.answer(tests());
  }

  /**
   * Returns the variance of the answer.
   *
   * @return the variance
   */
  default ScoreVariance variance() {
    return answer().variance();
  }

  /**
   * Returns the statistic of the answer.
   *
   * @return the statistic, or nothing where no test is possible: without events, with fewer than
   *     two groups that were ever at risk together at an event, or with no more clusters than
   *     degrees of freedom
   */
  default Optional<ChiSquare> chiSquare() {
    return answer().chiSquare();
  }

  /**
   * Returns the statistic by one variance.
   *
   * @param variance the variance
   * @return the statistic, or nothing where the variance does not apply or allows no test
   */
  default Optional<ChiSquare> chiSquare(ScoreVariance variance) {
    return tests().stream()
        .filter(test -> test.variance() == variance)
        .findFirst()
        .flatMap(ScoreTest::chiSquare);
  }

  /**
   * Returns the statistic that takes hips of one patient for independent.
   *
   * @return the statistic, or nothing where no test is possible or weights are not whole; equal to
   *     {@link #chiSquare()} without clusters
   */
  default Optional<ChiSquare> naiveChiSquare() {
    return chiSquare(ScoreVariance.INDEPENDENT);
  }

  /**
   * Names the test without saying what it is about.
   *
   * @return the variance of the answer unless it is the independent one, whether it is stratified,
   *     and the weighting, such as {@code clustered stratified log-rank}
   */
  default String name() {
    return (variance() == ScoreVariance.INDEPENDENT ? "" : variance().code() + " ")
        + (isStratified() ? "stratified " : "")
        + weighting().title();
  }

  /**
   * Tells whether fewer than {@value #FEW_CLUSTERS} clusters had the event, so that a
   * {@link PermutationTest} is to be preferred.
   *
   * @return true with clusters of which few had the event
   */
  default boolean restsOnFewClusters() {
    return clustersWithEvent().orElse(FEW_CLUSTERS) < FEW_CLUSTERS;
  }
}
