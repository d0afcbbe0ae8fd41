package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.FollowUp;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The permutation test of the log-rank family, for small groups, in which the chi-square
 * distribution cannot be trusted: its p value is the proportion of assignments of hips to groups
 * whose statistic is at least as large as the one observed.
 *
 * <p>Every hip has a score, the weight of its own event less the weighted hazard to which it was
 * exposed, so that the scores of a group add up to its observed minus expected events. The
 * statistic is the sum, over groups, of the square of that sum divided by the number of hips.
 *
 * <p>Groups are permuted between patients with as many hips in the same strata, and between the two
 * hips of a patient in one stratum. Were they permuted regardless of the number of hips, a group
 * with more bilateral patients would be found different too often. Without clusters they are
 * permuted between the hips of a stratum.
 *
 * <p>Patients with the same scores, such as those censored after the last event, are exchangeable,
 * so that only how many of them get which groups must be tried. Where these assignments are few
 * enough, and no more than 1,000 scores differ, all are tried and the p value is exact, even with
 * up to 10^290 permutations; otherwise some are drawn at random, and of n draws of which b are as
 * large the p value is (b + 1) / (n + 1). It is exact if groups are followed for the same times;
 * where they are not, {@link #studentized()} judges every one by its own variance.
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
 *
 * @see <a href="https://doi.org/10.1093/biostatistics/kxq021">Wang R, Lagakos SW, Gray RJ. Testing
 *     and interval estimation for two-sample survival comparisons with small sample sizes and
 *     unequal censoring. Biostatistics 2010;11:676-92</a>
 */
public final class PermutationTest {
  private static final int MOST_ENUMERATED = 2_000_000;
  private static final double ROUNDING = 1e-9;
  private static final int USUAL_DRAWS = 100_000;

  private final Weighting weighting;
  private final int mostEnumerated;
  private final int draws;
  private final boolean isStudentized;
  private final boolean isNaive;

  private PermutationTest(
      Weighting weighting, int mostEnumerated, int draws, boolean isStudentized, boolean isNaive) {
    this.weighting = weighting;
    this.mostEnumerated = mostEnumerated;
    this.draws = draws;
    this.isStudentized = isStudentized;
    this.isNaive = isNaive;
  }

  /**
   * Returns the log-rank test that tries up to 2,000,000 permutations and otherwise draws 100,000.
   *
   * @return the test
   */
  public static PermutationTest withDefaults() {
    return new PermutationTest(Weighting.logRank(), MOST_ENUMERATED, USUAL_DRAWS, false, false);
  }

  /**
   * Chooses how much each time counts.
   *
   * @param weights the weighting
   * @return a test with that weighting
   */
  public PermutationTest with(Weighting weights) {
    return new PermutationTest(weights, mostEnumerated, draws, isStudentized, isNaive);
  }

  /**
   * Chooses up to how many permutations are all tried, where rows with the same score are not told
   * apart.
   *
   * @param ways a number, 0 or more; with 0 they are always drawn
   * @return a test with that limit
   * @throws IllegalArgumentException if the number is negative
   */
  public PermutationTest enumeratingUpTo(int ways) {
    if (ways < 0) {
      throw new IllegalArgumentException(
          "permutations [count] must be 0 or more, but were " + ways);
    }
    return new PermutationTest(weighting, ways, draws, isStudentized, isNaive);
  }

  /**
   * Chooses how many permutations are drawn where they are too many to try.
   *
   * @param ways a number, 1 or more
   * @return a test with that number
   * @throws IllegalArgumentException if the number is below 1
   */
  public PermutationTest drawing(int ways) {
    if (ways < 1) {
      throw new IllegalArgumentException("draws [count] must be 1 or more, but were " + ways);
    }
    return new PermutationTest(weighting, mostEnumerated, ways, isStudentized, isNaive);
  }

  /**
   * Judges every permutation by its own variance, for groups that are followed for different times.
   * Permutations are always drawn.
   *
   * @return a test by the p value of {@link LogRank} in place of the sum of squares
   * @see <a href="https://doi.org/10.1214/aos/1176349396">Neuhaus G. Conditional rank tests for the
   *     two-sample problem under random censorship. Ann Stat 1993;21:1760-79</a>
   */
  public PermutationTest studentized() {
    return new PermutationTest(weighting, mostEnumerated, draws, true, isNaive);
  }

  /**
   * Permutes the groups of the hips of known patients as if these were independent. Where they are
   * not, the test finds differences too often: use it to show that only.
   *
   * @return a test whose result is never called exact where patients are known
   */
  public PermutationTest permutingHipsAsIfIndependent() {
    return new PermutationTest(weighting, mostEnumerated, draws, isStudentized, true);
  }

  /**
   * Compares the groups.
   *
   * @param followUp the hips, without case weights and delayed entry
   * @param seed the seed of the draws, which give the same numbers everywhere
   * @return the result, or nothing where no test is possible: without events, for a single group,
   *     or where all permutations give the same
   * @throws IllegalArgumentException if there are weights or delayed entries
   */
  public Optional<PermutationResult> test(FollowUp followUp, long seed) {
    if (followUp.isWeighted() || followUp.hasDelayedEntry()) {
      throw new IllegalArgumentException("follow-up [rows] must be without case weights and delayed"
          + " entry to change places, but had them");
    }
    ScoreForms.Rows rows = ScoreForms.Rows.of(followUp, weighting);
    FollowUp dealt = isNaive ? followUp.ignoringClusters() : followUp;
    Permutation deal = Permutation.of(dealt, rows.rows(ComparedRows.ofAll(followUp)));
    if (deal.isPointless()) {
      return Optional.empty();
    }
    OptionalDouble proportion = OptionalDouble.empty();
    double ways = draws;
    if (!isStudentized) {
      Optional<ExactEnumeration> all = ExactEnumeration.of(deal, mostEnumerated);
      proportion = all.map(known -> OptionalDouble.of(known.proportion())).orElse(proportion);
      ways = all.map(ExactEnumeration::ways).orElse(ways);
    }
    return Optional.of(ImmutablePermutationResult.builder()
        .weighting(weighting)
        .permuted(permuted(followUp))
        .isStudentized(isStudentized)
        // the data are one of the permutations: (1 + as far) / (1 + draws)
        .pValue(proportion.orElseGet(() -> (1 + countDrawn(deal, rows, seed)) / (draws + 1.0)))
        .isComplete(proportion.isPresent())
        .ways(ways)
        .build());
  }

  private PermutationResult.Permuted permuted(FollowUp followUp) {
    if (followUp.clusters().isEmpty()) {
      return PermutationResult.Permuted.HIPS;
    }
    return isNaive
        ? PermutationResult.Permuted.HIPS_AS_IF_INDEPENDENT
        : PermutationResult.Permuted.PATIENTS;
  }

  private long countDrawn(Permutation deal, ScoreForms.Rows rows, long seed) {
    if (!isStudentized) {
      return deal.countDrawn(draws, seed, deal::isAsFar);
    }
    int groups = rows.followUp().groups().size();
    double observed = surprise(rows.forms(ComparedRows.ofAll(rows.followUp())));
    return deal.countDrawn(draws, seed, dealt -> {
      ComparedRows compared = new ComparedRows(new int[0], dealt, groups);
      return surprise(rows.forms(compared)) >= observed * (1 - ROUNDING);
    });
  }

  /** Less the logarithm of the p value, which orders statistics of any degrees of freedom. */
  private static double surprise(ScoreForms forms) {
    return -ScoreTest.answer(forms.tests())
        .chiSquare()
        .map(ChiSquare::logPValue)
        .orElse(0.0);
  }

  @Override
  public String toString() {
    return "PermutationTest{" + weighting.code() + "}";
  }
}
