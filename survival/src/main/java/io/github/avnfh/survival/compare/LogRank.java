package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.List;

/**
 * The log-rank test and its family: whether survival differs between groups.
 *
 * <p>At each time the events of a group are compared with those to be expected from its proportion
 * of all at risk; the variance is the hypergeometric one. Sums run over times and strata. Groups in
 * which no event was to be expected are left out of the degrees of freedom, as in R's
 * {@code survdiff}. Delayed entry needs nothing special, since only those at risk are compared.
 * With case weights a row of weight 2 counts as two rows.
 *
 * <p>With clusters, such as patients with two hips, the answer is the
 * {@link ScoreVariance#CLUSTERED clustered} test: the hypergeometric variance plus what rows of one
 * cluster have in common, which is the ordinary test where no cluster has two rows. The robust
 * score test and the independent one are given too. With case weights that are not whole numbers no
 * one counts as rows any more, and the robust test is the answer, by cluster or by row; it does not
 * depend on the unit of the weights.
 *
 * <p>Small groups and few clusters with an event are a matter for the {@link PermutationTest};
 * {@link ScoreTestResult#restsOnFewClusters()} says when.
 *
 * <pre>{@code
 * FollowUp hips = Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage);
 * LogRankResult result = LogRank.withDefaults().with(Weighting.petoPeto()).test(hips);
 * result.title(); // clustered Peto-Peto test
 * for (GroupCount stage : result.groups()) {
 *   System.out.println(stage.group() + ": " + stage.rows() + " hips, "
 *       + Digits.halfUp(2).print(stage.expected()) + " expected");
 * }
 * // I: 14 hips, 1.42 expected
 * // II: 29 hips, 2.95 expected
 * // III: 15 hips, 1.27 expected
 * double p = result.chiSquare().orElseThrow().pValue(); // 0.00490…
 * ScoreTest second = result.tests().get(1);
 * ScoreVariance variance = second.variance(); // ROBUST
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
    int[] rows = new int[followUp.groups().size()];
    for (int row = 0; row < followUp.size(); row++) {
      rows[followUp.group(row)]++;
    }
    boolean stratified = followUp.strata().size() > 1;
    return result(ScoreForms.of(followUp, weighting), followUp.groups(), rows, stratified);
  }

  /**
   * Compares the groups, within strata where there are strata, by patient where counts have pairs
   * of hips.
   *
   * @param counts how many had the event and were at risk
   * @return the result
   */
  public LogRankResult test(EventCounts counts) {
    return counts.hasPairs() ? test(FollowUp.of(counts)) : counted(counts);
  }

  private LogRankResult counted(EventCounts counts) {
    int[] rows = new int[counts.groups().size()];
    Arrays.setAll(rows, counts::rows);
    boolean stratified = counts.strata().size() > 1;
    return result(ScoreForms.of(counts, weighting), counts.groups(), rows, stratified);
  }

  LogRankResult result(ScoreForms forms, List<String> groups, int[] rows, boolean isStratified) {
    ImmutableLogRankResult.Builder result = ImmutableLogRankResult.builder()
        .weighting(weighting)
        .isStratified(isStratified)
        .addAllTests(forms.tests())
        .clustersWithEvent(forms.clustersWithEvent());
    for (int group = 0; group < rows.length; group++) {
      result.addGroups(ImmutableGroupCount.builder()
          .group(groups.get(group))
          .rows(rows[group])
          .observed(forms.observed(group))
          .expected(forms.expected(group))
          .build());
    }
    return result.build();
  }

  @Override
  public String toString() {
    return "LogRank{" + weighting.code() + "}";
  }
}
