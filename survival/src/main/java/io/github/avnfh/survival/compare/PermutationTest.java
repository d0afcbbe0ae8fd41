package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.FollowUp;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The log-rank family for small groups, in which the chi-square distribution cannot be trusted: how
 * often would hips that were dealt to the groups by chance lie as far apart?
 *
 * <p>Every row has a score, the weight of its own event less the weighted hazard to which it was
 * exposed, so that the scores of a group add up to its observed minus expected events. The
 * statistic is the sum, over groups, of the square of that sum divided by the size of the group.
 * Rows change places within their stratum. With clusters, such as patients, whole clusters change
 * places, and sizes count clusters. Rows with the same score, such as those censored after the last
 * event, are exchangeable, so that only how many of them each group gets must be tried. Where these
 * ways are few enough, and no more than 1,000 scores differ, all are tried and the p value is
 * exact, even with up to 10^290 ways to deal the rows themselves; otherwise some are drawn at
 * random, and the p value counts the data as one more draw.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {120, 200, 730, 731, 735, 740},
 *         new boolean[] {true, true, false, false, false, false})
 *     .groups(List.of("III", "III", "I", "I", "I", "I"), List.of("I", "III"))
 *     .build();
 * Optional<PermutationResult> result = PermutationTest.withDefaults().test(hips, 20_260_101L);
 * result.orElseThrow().pValue();  // 0.0666…
 * result.orElseThrow().isExact(); // true
 * }</pre>
 */
public final class PermutationTest {
  private static final int MOST_ENUMERATED = 2_000_000;
  private static final int MOST_SCORES = 1_000;
  // far enough from the largest double for the products of counts that lead to it
  private static final double MOST_WAYS = 1e290;
  private static final int USUAL_DRAWS = 100_000;

  private final Weighting weighting;
  private final int mostEnumerated;
  private final int draws;

  private PermutationTest(Weighting weighting, int mostEnumerated, int draws) {
    this.weighting = weighting;
    this.mostEnumerated = mostEnumerated;
    this.draws = draws;
  }

  /**
   * Returns the log-rank test that tries up to 2,000,000 ways to deal and otherwise draws 100,000.
   *
   * @return the test
   */
  public static PermutationTest withDefaults() {
    return new PermutationTest(Weighting.logRank(), MOST_ENUMERATED, USUAL_DRAWS);
  }

  /**
   * Chooses how much each time counts.
   *
   * @param weights the weighting
   * @return a test with that weighting
   */
  public PermutationTest with(Weighting weights) {
    return new PermutationTest(weights, mostEnumerated, draws);
  }

  /**
   * Chooses up to how many ways to deal are all tried, where rows with the same score are not told
   * apart.
   *
   * @param ways a number, 0 or more; with 0 ways are always drawn
   * @return a test with that limit
   * @throws IllegalArgumentException if the number is negative
   */
  public PermutationTest enumeratingUpTo(int ways) {
    if (ways < 0) {
      throw new IllegalArgumentException(
          "ways to deal [count] must be 0 or more, but were " + ways);
    }
    return new PermutationTest(weighting, ways, draws);
  }

  /**
   * Chooses how many ways are drawn where they are too many to try.
   *
   * @param ways a number, 1 or more
   * @return a test with that number
   * @throws IllegalArgumentException if the number is below 1
   */
  public PermutationTest drawing(int ways) {
    if (ways < 1) {
      throw new IllegalArgumentException("draws [count] must be 1 or more, but were " + ways);
    }
    return new PermutationTest(weighting, mostEnumerated, ways);
  }

  /**
   * Compares the groups.
   *
   * @param followUp the hips, without case weights and delayed entry
   * @param seed the seed of the draws, which give the same numbers everywhere
   * @return the result, or nothing where no test is possible: without events, for a single group,
   *     or where all rows have the same score
   * @throws IllegalArgumentException if there are weights or delayed entries, or rows of a cluster
   *     lie in two groups or strata
   */
  public Optional<PermutationResult> test(FollowUp followUp, long seed) {
    if (followUp.isWeighted() || followUp.hasDelayedEntry()) {
      throw new IllegalArgumentException("follow-up [rows] must be without case weights and delayed"
          + " entry to change places, but had them");
    }
    Deal deal = Deal.of(followUp, RiskPath.of(followUp.counts(), weighting));
    if (deal.isPointless()) {
      return Optional.empty();
    }
    OptionalDouble share = enumerated(deal);
    return Optional.of(ImmutablePermutationResult.builder()
        .weighting(weighting)
        .pValue(share.orElseGet(() -> (1 + deal.countDrawn(draws, seed)) / (draws + 1.0)))
        .isExact(share.isPresent())
        .ways(share.isPresent() ? deal.ways() : draws)
        .build());
  }

  private OptionalDouble enumerated(Deal deal) {
    Ties ties = deal.ties();
    return ties.size() <= MOST_SCORES && deal.ways() <= MOST_WAYS
        ? Enumeration.share(ties, deal::isAsFar, mostEnumerated)
        : OptionalDouble.empty();
  }

  @Override
  public String toString() {
    return "PermutationTest{" + weighting.code() + "}";
  }
}
