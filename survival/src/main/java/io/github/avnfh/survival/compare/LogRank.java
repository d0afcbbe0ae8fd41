package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log-rank test and its family: whether survival differs between groups.
 *
 * <p>At each time the events of a group are compared with those to be expected from its share of
 * all at risk; the variance is the hypergeometric one. Sums run over times and strata. Groups in
 * which no event was to be expected are left out of the degrees of freedom, as in R's
 * {@code survdiff}. Delayed entry needs nothing special, since only those at risk are compared.
 * With case weights a row of weight 2 counts as two rows.
 *
 * <p>With clusters the statistic is robust, and the naive one stands beside it. Its variance is the
 * sum, over clusters, of the squares of what a cluster's rows contribute to observed minus expected
 * events; for the log-rank test it is the robust score test of R's {@code coxph(cluster = )} with
 * Breslow's ties.
 *
 * <pre>{@code
 * FollowUp hips = Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage);
 * LogRankResult result = LogRank.withDefaults().with(Weighting.petoPeto()).test(hips);
 * result.title(); // cluster-robust Peto-Peto test
 * for (GroupCount stage : result.groups()) {
 *   System.out.println(stage.group() + ": " + stage.rows() + " hips, "
 *       + Digits.halfUp(2).print(stage.expected()) + " expected");
 * }
 * // I: 14 hips, 1.42 expected
 * // II: 29 hips, 2.95 expected
 * // III: 15 hips, 1.27 expected
 * double p = result.chiSquare().orElseThrow().pValue(); // 0.0784…
 * }</pre>
 *
 * @see <a href="https://pubmed.ncbi.nlm.nih.gov/5910392/">Mantel N. Evaluation of survival data and
 *     two new rank order statistics arising in its consideration. Cancer Chemother Rep
 *     1966;50:163-70</a>
 */
public final class LogRank {
  private final Weighting weighting;

  private LogRank(Weighting weighting) {
    this.weighting = weighting;
  }

  /**
   * Returns the log-rank test itself.
   *
   * @return the test
   */
  public static LogRank withDefaults() {
    return new LogRank(Weighting.logRank());
  }

  /**
   * Chooses how much each time counts.
   *
   * @param weights the weighting
   * @return a test with that weighting
   */
  public LogRank with(Weighting weights) {
    return new LogRank(weights);
  }

  /**
   * Compares the groups, within strata where there are strata.
   *
   * @param followUp the hips
   * @return the result
   */
  public LogRankResult test(FollowUp followUp) {
    LogRankSums sums = LogRankSums.of(followUp.counts(), weighting);
    return followUp.clusters().isPresent()
        ? builder(followUp.counts(), sums)
            .isRobust(true)
            .chiSquare(robust(followUp, sums))
            .build()
        : naive(followUp.counts(), sums);
  }

  /**
   * Compares the groups, within strata where there are strata; counts know no clusters.
   *
   * @param counts how many had the event and were at risk
   * @return the result
   */
  public LogRankResult test(EventCounts counts) {
    return naive(counts, LogRankSums.of(counts, weighting));
  }

  private LogRankResult naive(EventCounts counts, LogRankSums sums) {
    return builder(counts, sums)
        .isRobust(false)
        .chiSquare(statistic(sums.quadraticForm()))
        .build();
  }

  private ImmutableLogRankResult.Builder builder(EventCounts counts, LogRankSums sums) {
    return ImmutableLogRankResult.builder()
        .weighting(weighting)
        .isStratified(counts.strata().size() > 1)
        .addAllGroups(groups(counts, sums))
        .naiveChiSquare(statistic(sums.quadraticForm()));
  }

  private Optional<ChiSquare> robust(FollowUp followUp, LogRankSums sums) {
    double rank = sums.quadraticForm()[1];
    double[] form = sums.quadraticForm(RobustSums.covariance(followUp, weighting));
    boolean estimable = form[1] == rank && followUp.clusters().orElse(0) > rank;
    return estimable ? statistic(form) : Optional.empty();
  }

  private static List<GroupCount> groups(EventCounts counts, LogRankSums sums) {
    List<GroupCount> groups = new ArrayList<>();
    for (int group = 0; group < counts.groups().size(); group++) {
      groups.add(ImmutableGroupCount.builder()
          .group(counts.groups().get(group))
          .rows(counts.rows(group))
          .observed(sums.observed(group))
          .expected(sums.expected(group))
          .build());
    }
    return groups;
  }

  private static Optional<ChiSquare> statistic(double[] formAndRank) {
    int rank = (int) formAndRank[1];
    return rank > 0 ? Optional.of(ChiSquare.of(formAndRank[0], rank)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "LogRank{" + weighting.code() + "}";
  }
}
