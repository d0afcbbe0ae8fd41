package io.github.avnfh.survival.compare;

import org.immutables.value.Value;

/**
 * The result of dealing hips to groups anew.
 *
 * @see PermutationTest
 */
@Value.Immutable
public sealed interface PermutationResult permits ImmutablePermutationResult {

  /**
   * Returns how much each time counted.
   *
   * @return the weighting
   */
  Weighting weighting();

  /**
   * Returns the share of ways to deal in which the groups lie at least as far apart.
   *
   * @return a probability, above 0 and at most 1
   */
  double pValue();

  /**
   * Tells whether all ways were tried.
   *
   * @return true if the p value is exact, false if ways were drawn
   */
  boolean isExact();

  /**
   * Returns how many ways there are to deal the rows, or how many of them were drawn.
   *
   * @return the number of all ways where the p value is exact, as a whole number up to 2^53 and
   *     rounded beyond; the number of draws otherwise
   */
  double ways();
}
