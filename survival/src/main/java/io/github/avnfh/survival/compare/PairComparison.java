package io.github.avnfh.survival.compare;

import io.github.avnfh.core.statistics.PValueAdjustment;
import java.util.Map;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * Two of several groups compared, with the p value adjusted for all the pairs.
 *
 * @see Pairwise
 */
@Value.Immutable
public sealed interface PairComparison permits ImmutablePairComparison {

  /**
   * Returns the test of the two groups alone.
   *
   * @return the result, which names the groups and holds the p values as they are
   */
  LogRankResult result();

  /**
   * Returns how p values were adjusted.
   *
   * @return the adjustment
   */
  PValueAdjustment adjustment();

  /**
   * Returns the adjusted p value of the answer, as {@link ScoreTestResult#answer()} has it.
   *
   * @return a probability in 0..1, or nothing where no test is possible
   */
  OptionalDouble adjustedPValue();

  /**
   * Returns the adjusted p values by each variance, adjusted among the pairs that have a test by
   * it.
   *
   * @return probabilities in 0..1; a variance that allows no test is not there
   */
  Map<ScoreVariance, Double> adjustedPValues();

  /**
   * Returns the adjusted p value of the test that takes hips of one patient for independent.
   *
   * @return a probability in 0..1, or nothing where no test is possible; equal to
   *     {@link #adjustedPValue()} without clusters
   */
  default OptionalDouble naiveAdjustedPValue() {
    Double known = adjustedPValues().get(ScoreVariance.INDEPENDENT);
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
  }

  /**
   * Returns the label of the first group.
   *
   * @return the label
   */
  default String first() {
    return result().groups().get(0).group();
  }

  /**
   * Returns the label of the second group.
   *
   * @return the label
   */
  default String second() {
    return result().groups().get(1).group();
  }
}
