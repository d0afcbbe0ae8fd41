package io.github.avnfh.survival.compare;

import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A difference or ratio of two groups with its error.
 *
 * @see CurveContrast
 */
@Value.Immutable
public sealed interface Contrast permits ImmutableContrast {

  /**
   * Returns the difference or ratio.
   *
   * @return the estimate
   */
  double estimate();

  /**
   * Returns the standard error: of a difference on its own scale, of a ratio on that of its
   * logarithm.
   *
   * @return the standard error, or nothing where either group has none
   */
  OptionalDouble standardError();

  /**
   * Returns the lower limit of the confidence interval.
   *
   * @return the limit, or nothing without standard error
   */
  OptionalDouble lower();

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return the limit, or nothing without standard error
   */
  OptionalDouble upper();

  /**
   * Returns the test of no difference, or of a ratio of 1.
   *
   * @return the statistic on one degree of freedom, or nothing without a standard error above 0
   */
  Optional<ChiSquare> chiSquare();
}
