package io.github.avnfh.scoring.compare;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A mean or a difference of means with its standard error, its interval, and the test against 0, by
 * Student's t.
 *
 * @see Comparison
 */
@Value.Immutable
public sealed interface Estimate permits ImmutableEstimate {

  /**
   * Returns the estimate.
   *
   * @return the estimate in the unit of the values
   */
  double estimate();

  /**
   * Returns the standard error.
   *
   * @return the standard error, 0 or more
   */
  double standardError();

  /**
   * Returns the degrees of freedom of Student's t.
   *
   * @return 1 or more
   */
  double degreesOfFreedom();

  /**
   * Returns the confidence level of the interval.
   *
   * @return a fraction between 0 and 1
   */
  double level();

  /**
   * Returns the estimate divided by its standard error.
   *
   * @return t; nothing where the standard error is 0
   */
  default OptionalDouble statistic() {
    return standardError() > 0
        ? OptionalDouble.of(estimate() / standardError())
        : OptionalDouble.empty();
  }

  /**
   * Returns the two-sided p-value of the test against 0.
   *
   * @return a probability; nothing where the standard error is 0
   */
  default OptionalDouble pValue() {
    OptionalDouble statistic = statistic();
    return statistic.isPresent()
        ? OptionalDouble.of(Distributions.twoSidedT(statistic.getAsDouble(), degreesOfFreedom()))
        : OptionalDouble.empty();
  }

  /**
   * Returns the lower confidence limit.
   *
   * @return the estimate minus a quantile of t times the standard error
   */
  default double lower() {
    return estimate() - margin();
  }

  /**
   * Returns the upper confidence limit.
   *
   * @return the estimate plus a quantile of t times the standard error
   */
  default double upper() {
    return estimate() + margin();
  }

  private double margin() {
    return Distributions.tAbove((1 - level()) / 2, degreesOfFreedom()) * standardError();
  }
}
