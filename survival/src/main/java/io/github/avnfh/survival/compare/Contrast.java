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
   * @return the limit, or nothing where the method has none
   */
  OptionalDouble lower();

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return the limit, or nothing where the method has none
   */
  OptionalDouble upper();

  /**
   * Returns the test of no difference, or of a ratio of 1.
   *
   * <p>By {@link ContrastMethod#MOVER} its p value is the level at which the interval just reaches
   * no difference, and the statistic is the quantile of chi-square that belongs to it.
   *
   * @return the statistic on one degree of freedom, or nothing where the method has none
   */
  Optional<ChiSquare> chiSquare();

  /**
   * Returns how the interval came about.
   *
   * @return the method
   */
  ContrastMethod method();

  /**
   * Returns a contrast from the combined limits of two groups.
   *
   * @param estimate the difference or ratio
   * @param lower its lower limit, infinite or not a number where there is none
   * @param upper its upper limit, likewise
   * @param statistic the chi-square statistic of the test, likewise
   * @return the contrast by {@link ContrastMethod#MOVER}
   * @throws IllegalArgumentException if the estimate is not finite or the statistic is negative
   */
  static Contrast ofLimits(double estimate, double lower, double upper, double statistic) {
    return ofLimits(estimate, Double.NaN, lower, upper, statistic);
  }

  /**
   * Returns a contrast from the combined limits of two groups, with the standard error of their
   * difference.
   *
   * @param estimate the difference or ratio
   * @param standardError its standard error, infinite or not a number where there is none
   * @param lower its lower limit, infinite or not a number where there is none
   * @param upper its upper limit, likewise
   * @param statistic the chi-square statistic of the test, likewise
   * @return the contrast by {@link ContrastMethod#MOVER}
   * @throws IllegalArgumentException if the estimate is not finite, or the standard error or the
   *     statistic is negative
   */
  static Contrast ofLimits(
      double estimate, double standardError, double lower, double upper, double statistic) {
    if (!Double.isFinite(estimate)) {
      throw new IllegalArgumentException(
          "estimate of a contrast [difference or ratio] must be finite, but was " + estimate);
    }
    ImmutableContrast.Builder contrast =
        ImmutableContrast.builder().estimate(estimate).method(ContrastMethod.MOVER);
    if (standardError < 0) {
      throw new IllegalArgumentException("standard error of a contrast [difference or ratio] must"
          + " be 0.0 or more, but was " + standardError);
    }
    if (Double.isFinite(standardError)) {
      contrast.standardError(standardError);
    }
    if (Double.isFinite(lower)) {
      contrast.lower(lower);
    }
    if (Double.isFinite(upper)) {
      contrast.upper(upper);
    }
    if (Double.isFinite(statistic)) {
      contrast.chiSquare(ChiSquare.of(statistic, 1));
    }
    return contrast.build();
  }
}
