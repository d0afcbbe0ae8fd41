package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
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
   * Returns an estimate with its error.
   *
   * @param estimate the estimate in the unit of the values
   * @param standardError its standard error, 0 or more
   * @param degreesOfFreedom the degrees of freedom of Student's t, above 0
   * @param level the confidence level of the interval, a fraction between 0 and 1
   * @return the estimate
   * @throws IllegalArgumentException if one of the numbers lies outside its range, or a limit is
   *     not finite
   */
  static Estimate of(double estimate, double standardError, double degreesOfFreedom, double level) {
    if (!(standardError >= 0)) {
      throw new IllegalArgumentException(
          "standard error [unit of the values] must be 0 or more, but was " + standardError);
    }
    return ImmutableEstimate.builder()
        .estimate(estimate)
        .standardError(standardError)
        .degreesOfFreedom(degreesOfFreedom)
        .level(ConfidenceLevel.check(level))
        .build();
  }

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
   * @return t; nothing where the standard error is 0, or so small that t is beyond the largest
   *     double
   */
  default OptionalDouble statistic() {
    double statistic = estimate() / standardError();
    return Double.isFinite(statistic) ? OptionalDouble.of(statistic) : OptionalDouble.empty();
  }

  /**
   * Returns the two-sided p-value of the test against 0.
   *
   * @return a probability; nothing where there is no t
   */
  default OptionalDouble pValue() {
    OptionalDouble statistic = statistic();
    return statistic.isPresent()
        ? OptionalDouble.of(2 * student().upperTail(Math.abs(statistic.getAsDouble())))
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
    return student().upperQuantile((1 - level()) / 2) * standardError();
  }

  private Distribution student() {
    return Distribution.studentT(degreesOfFreedom());
  }

  /**
   * Refuses values whose limits are beyond the largest double.
   *
   * @throws IllegalArgumentException if a limit is not finite
   */
  @Value.Check
  default void check() {
    if (!Double.isFinite(estimate()) || !Double.isFinite(lower()) || !Double.isFinite(upper())) {
      throw new IllegalArgumentException("confidence limit [unit of the values] must lie in "
          + -Double.MAX_VALUE + ".." + Double.MAX_VALUE + ", but the standard error was "
          + standardError());
    }
  }
}
