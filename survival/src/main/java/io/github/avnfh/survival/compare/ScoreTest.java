package io.github.avnfh.survival.compare;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * Observed less expected events set against one variance.
 *
 * @see LogRank
 * @see ScoreTestResult#tests()
 */
@Value.Immutable
public sealed interface ScoreTest permits ImmutableScoreTest {

  /**
   * Returns how the variance was estimated.
   *
   * @return the variance
   */
  ScoreVariance variance();

  /**
   * Returns the statistic.
   *
   * @return the statistic, or nothing where this variance allows no test
   */
  Optional<ChiSquare> chiSquare();

  /**
   * Returns what is lacking where there is no statistic.
   *
   * @return what a test would need, such as {@code more clusters than degrees of freedom}
   */
  Optional<String> lacks();
}
