package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * for (PairComparison pair : Pairwise.withDefaults().with(Adjustment.BENJAMINI_HOCHBERG).test(hips)) {
 *   System.out.println(pair.first() + " and " + pair.second() + ": " + pair.adjustedPValue());
 * }
 * // I and II: OptionalDouble.empty
 * // I and III: OptionalDouble[0.024949015536203996]
 * // II and III: OptionalDouble[0.024949015536203996]
 * }</pre>
 */
public final class Pairwise {
  private final Weighting weighting;
  private final Adjustment adjustment;

  private Pairwise(Weighting weighting, Adjustment adjustment) {
    this.weighting = weighting;
    this.adjustment = adjustment;
  }

  /**
   * Returns the log-rank test with Holm's adjustment.
   *
   * @return the comparison
   */
  public static Pairwise withDefaults() {
    return new Pairwise(Weighting.logRank(), Adjustment.HOLM);
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
  public Pairwise with(Adjustment method) {
    return new Pairwise(weighting, method);
  }

  /**
   * Compares every group with every other, robustly where there are clusters.
   *
   * @param followUp the hips
   * @return the pairs in the order of their groups; none for a single group
   */
  public List<PairComparison> test(FollowUp followUp) {
    LogRank test = LogRank.withDefaults().with(weighting);
    return pairs(followUp.groups(), pair -> test.test(followUp.only(pair)));
  }

  /**
   * Compares every group with every other.
   *
   * @param counts how many had the event and were at risk
   * @return the pairs in the order of their groups; none for a single group
   */
  public List<PairComparison> test(EventCounts counts) {
    LogRank test = LogRank.withDefaults().with(weighting);
    return pairs(counts.groups(), pair -> test.test(counts.only(pair)));
  }

  private List<PairComparison> pairs(
      List<String> groups, Function<List<String>, LogRankResult> test) {
    List<LogRankResult> results = new ArrayList<>();
    for (int second = 1; second < groups.size(); second++) {
      for (int first = 0; first < second; first++) {
        results.add(test.apply(List.of(groups.get(first), groups.get(second))));
      }
    }
    List<OptionalDouble> adjusted = adjusted(results, LogRankResult::chiSquare);
    List<OptionalDouble> naive = adjusted(results, LogRankResult::naiveChiSquare);
    List<PairComparison> pairs = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      pairs.add(ImmutablePairComparison.builder()
          .result(results.get(i))
          .adjustment(adjustment)
          .adjustedPValue(adjusted.get(i))
          .naiveAdjustedPValue(naive.get(i))
          .build());
    }
    return pairs;
  }

  private List<OptionalDouble> adjusted(
      List<LogRankResult> results, Function<LogRankResult, Optional<ChiSquare>> statistic) {
    double[] known = results.stream()
        .flatMap(result -> statistic.apply(result).stream())
        .mapToDouble(ChiSquare::pValue)
        .toArray();
    double[] adjusted = adjustment.adjusted(known);
    List<OptionalDouble> all = new ArrayList<>();
    int next = 0;
    for (LogRankResult result : results) {
      boolean tested = statistic.apply(result).isPresent();
      all.add(tested ? OptionalDouble.of(adjusted[next++]) : OptionalDouble.empty());
    }
    return all;
  }

  @Override
  public String toString() {
    return "Pairwise{" + weighting.code() + ", " + adjustment + "}";
  }
}
