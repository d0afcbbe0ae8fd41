package io.github.avnfh.survival.compare;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The result of a test for trend over ordered groups.
 *
 * @see Trend
 */
@Value.Immutable
public sealed interface TrendResult permits ImmutableTrendResult {

  /**
   * Returns how much each time counted.
   *
   * @return the weighting
   */
  Weighting weighting();

  /**
   * Returns the scores of the groups.
   *
   * @return a score for each group, in their order
   */
  List<Double> scores();

  /**
   * Returns the direction of the trend: the sum of score times observed minus expected events.
   *
   * @return above 0 where groups of a higher score had more events than expected, below 0 where
   *     they had fewer
   */
  double excess();

  /**
   * Tells whether the statistic allows for rows of one cluster, such as the hips of one patient,
   * not being independent.
   *
   * @return true if clusters were known
   */
  boolean isRobust();

  /**
   * Returns the statistic: with clusters the robust one, otherwise the naive one.
   *
   * @return the statistic on one degree of freedom, or nothing where no test is possible, as with
   *     all rows in one cluster
   */
  Optional<ChiSquare> chiSquare();

  /**
   * Returns the statistic that takes hips of one patient for independent.
   *
   * @return the statistic on one degree of freedom, or nothing where no test is possible; equal to
   *     {@link #chiSquare()} without clusters
   */
  Optional<ChiSquare> naiveChiSquare();
}
