package io.github.avnfh.survival.compare;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import org.immutables.value.Value;

/**
 * The result of dealing patients or hips to groups anew.
 *
 * @see PermutationTest
 */
@Value.Immutable
public sealed interface PermutationResult extends Explainable permits ImmutablePermutationResult {
  /** What changed places. */
  enum Permuted {
    /** Whole patients, with all their hips, among those with as many hips in the same strata. */
    PATIENTS("patients among those with as many hips"),

    /** Hips of which no patients are known. */
    HIPS("hips"),

    /** Hips of known patients, as if they were independent; not a valid test where they are not. */
    HIPS_AS_IF_INDEPENDENT("hips as if independent");

    private final String title;

    Permuted(String title) {
      this.title = title;
    }

    /**
     * Returns the words for it.
     *
     * @return words such as {@code patients among those with as many hips}
     */
    public String title() {
      return title;
    }
  }

  /**
   * Returns how much each time counted.
   *
   * @return the weighting
   */
  Weighting weighting();

  /**
   * Returns what changed places.
   *
   * @return patients or hips
   */
  Permuted permuted();

  /**
   * Tells whether every permutation was judged by its own variance.
   *
   * @return true for {@link PermutationTest#studentized()}
   */
  boolean isStudentized();

  /**
   * Returns the proportion of permutations whose statistic is at least as large.
   *
   * @return a probability, above 0 and at most 1
   */
  double pValue();

  /**
   * Tells whether all ways were tried.
   *
   * @return true if they were, false if ways were drawn
   */
  boolean isComplete();

  /**
   * Returns how many permutations there are, or how many of them were drawn.
   *
   * @return the number of all ways where all were tried, as a whole number up to 2^53 and rounded
   *     beyond; the number of draws otherwise
   */
  double ways();

  /**
   * Tells whether the p value is exact: all ways were tried, and what changed places may do so.
   * That groups are followed for the same times is taken for granted.
   *
   * @return true if all ways were tried, unless hips were dealt as if they were independent
   */
  default boolean isExact() {
    return isComplete() && permuted() != Permuted.HIPS_AS_IF_INDEPENDENT;
  }

  /**
   * Says in words what was done.
   *
   * @return words such as {@code exact permutation test (log-rank), patients among those with as
   *     many hips}
   */
  default String title() {
    return (isExact() ? "exact " : "") + (isStudentized() ? "studentized " : "")
        + "permutation test (" + weighting().title() + "), " + permuted().title();
  }

  /**
   * Explains the test.
   *
   * @return the p value, what was permuted how often, and a warning where hips were permuted as if
   *     they were independent
   */
  @Override
  default Explanation explanation() {
    return LogRankRules.explanation(this);
  }
}
