package io.github.avnfh.survival.compare;

import io.github.avnfh.core.statistics.PValueAdjustment;
import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every group against every other by a test of the log-rank family, with p values adjusted for
 * being several.
 *
 * <p>Each pair is compared on its own hips, within strata where there are strata. A pair of which
 * no test is possible does not count among the tests.
 *
 * <pre>{@code
 * FollowUp hips = Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage);
 * for (PairComparison pair : Pairwise.withDefaults().with(PValueAdjustment.BENJAMINI_HOCHBERG).test(hips)) {
 *   System.out.println(pair.first() + " and " + pair.second() + ": "
 *       + Math.round(1000 * pair.adjustedPValue().orElse(1)) / 1000.0);
 * }
 * // I and II: 1.0
 * // I and III: 0.022
 * // II and III: 0.007
 * }</pre>
 */
public final class Pairwise {
  private final Weighting weighting;
  private final PValueAdjustment adjustment;

  private Pairwise(Weighting weighting, PValueAdjustment adjustment) {
    this.weighting = weighting;
    this.adjustment = adjustment;
  }

  /**
   * Returns the log-rank test with Holm's adjustment.
   *
   * @return the comparison
   */
  public static Pairwise withDefaults() {
    return new Pairwise(Weighting.logRank(), PValueAdjustment.HOLM);
  }

  /**
   * Chooses how much each time counts.
   *
   * @param weights the weighting
   * @return a comparison with that weighting
   */
  public Pairwise with(Weighting weights) {
    return new Pairwise(weights, adjustment);
  }

  /**
   * Chooses the adjustment.
   *
   * @param method the adjustment
   * @return a comparison with that adjustment
   */
  public Pairwise with(PValueAdjustment method) {
    return new Pairwise(weighting, method);
  }

  /**
   * Compares every group with every other, by cluster where there are clusters.
   *
   * @param followUp the hips
   * @return the pairs in the order of their groups; none for a single group
   */
  public List<PairComparison> test(FollowUp followUp) {
    LogRank test = LogRank.withDefaults().with(weighting);
    List<String> groups = followUp.groups();
    int[][] rows = rowsByGroup(followUp);
    ScoreForms.Rows all = ScoreForms.Rows.of(followUp, weighting);
    boolean isStratified = followUp.strata().size() > 1;
    return pairs(
        groups.size(),
        (first, second) -> test.result(
            all.forms(pair(rows[first], rows[second])),
            List.of(groups.get(first), groups.get(second)),
            new int[] {rows[first].length, rows[second].length},
            isStratified));
  }

  /** The rows of each group, found once for all pairs. */
  private static int[][] rowsByGroup(FollowUp followUp) {
    int[] sizes = new int[followUp.groups().size()];
    for (int row = 0; row < followUp.size(); row++) {
      sizes[followUp.group(row)]++;
    }
    int[][] rows = new int[sizes.length][];
    Arrays.setAll(rows, group -> new int[sizes[group]]);
    for (int row = followUp.size() - 1; row >= 0; row--) {
      rows[followUp.group(row)][--sizes[followUp.group(row)]] = row;
    }
    return rows;
  }

  private static ComparedRows pair(int[] first, int[] second) {
    int[] rows = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, rows, first.length, second.length);
    int[] group = new int[rows.length];
    Arrays.fill(group, first.length, rows.length, 1);
    return new ComparedRows(rows, group, 2);
  }

  /**
   * Compares every group with every other, by patient where counts have pairs of hips.
   *
   * @param counts how many had the event and were at risk
   * @return the pairs in the order of their groups; none for a single group
   */
  public List<PairComparison> test(EventCounts counts) {
    return counts.hasPairs() ? test(FollowUp.of(counts)) : counted(counts);
  }

  private List<PairComparison> counted(EventCounts counts) {
    LogRank test = LogRank.withDefaults().with(weighting);
    List<String> groups = counts.groups();
    return pairs(
        groups.size(),
        (first, second) -> test.test(counts.only(List.of(groups.get(first), groups.get(second)))));
  }

  /** The test of two groups by their numbers. */
  private interface PairTest {
    LogRankResult of(int first, int second);
  }

  private List<PairComparison> pairs(int groups, PairTest test) {
    List<LogRankResult> results = new ArrayList<>();
    for (int second = 1; second < groups; second++) {
      for (int first = 0; first < second; first++) {
        results.add(test.of(first, second));
      }
    }
    double[] answers = adjusted(results, LogRankResult::chiSquare);
    List<ImmutablePairComparison.Builder> pairs = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      pairs.add(ImmutablePairComparison.builder().result(results.get(i)).adjustment(adjustment));
      if (results.get(i).chiSquare().isPresent()) {
        pairs.get(i).adjustedPValue(answers[i]);
      }
    }
    for (ScoreVariance variance : ScoreVariance.values()) {
      double[] adjusted = adjusted(results, result -> result.chiSquare(variance));
      for (int i = 0; i < adjusted.length; i++) {
        if (results.get(i).chiSquare(variance).isPresent()) {
          pairs.get(i).putAdjustedPValues(variance, adjusted[i]);
        }
      }
    }
    return pairs.stream()
        .<PairComparison>map(ImmutablePairComparison.Builder::build)
        .toList();
  }

  /** The adjusted p values, with nothing of meaning where there is no test. */
  private double[] adjusted(
      List<LogRankResult> results, Function<LogRankResult, Optional<ChiSquare>> statistic) {
    double[] known = results.stream()
        .flatMap(result -> statistic.apply(result).stream())
        .mapToDouble(ChiSquare::pValue)
        .toArray();
    double[] adjusted = adjustment.adjusted(known);
    double[] all = new double[results.size()];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = statistic.apply(results.get(i)).isPresent() ? adjusted[next++] : 0;
    }
    return all;
  }

  @Override
  public String toString() {
    return "Pairwise{" + weighting.code() + ", " + adjustment + "}";
  }
}
