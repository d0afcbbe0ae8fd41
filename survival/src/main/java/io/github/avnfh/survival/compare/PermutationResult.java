package io.github.avnfh.survival.compare;

import org.immutables.value.Value;

/** The result of dealing hips to groups anew. */
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
   * Returns how many ways were tried or drawn.
   *
   * @return the number of ways
   */
  int ways();
}
