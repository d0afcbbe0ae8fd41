package io.github.avnfh.survival.regression;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * One coefficient of a regression: the logarithm of a ratio for one unit of its term, of hazards in
 * a proportional hazards model, of times in a parametric one.
 *
 * @see CoxRegression
 * @see ParametricRegression
 */
@Value.Immutable
public sealed interface RegressionCoefficient permits ImmutableRegressionCoefficient {

  /** How limits and p value were made. */
  enum Method {
    /** Estimate and standard error, taken as normal on the log scale. */
    WALD,

    /** The profile of the likelihood, or of the penalized likelihood. */
    PROFILE,

    /** The likelihood rises without bound in this coefficient. */
    NOT_ESTIMABLE
  }

  /**
   * Returns the name of the column.
   *
   * @return the term, such as {@code stage[II]}
   */
  String term();

  /**
   * Returns how limits and p value were made.
   *
   * @return the method
   */
  Method method();

  /**
   * Returns the coefficient.
   *
   * @return the log hazard ratio, or log time ratio, or nothing where it is not estimable
   */
  OptionalDouble estimate();

  /**
   * Returns the ratio, of hazards or of times.
   *
   * @return exp of the estimate, or nothing where it is not estimable or exceeds the largest double
   */
  default OptionalDouble ratio() {
    double ratio = Math.exp(estimate().orElse(Double.POSITIVE_INFINITY));
    return ratio <= Double.MAX_VALUE ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }

  /**
   * Returns the standard error of the estimate by the variance that the model was asked for.
   *
   * @return the standard error, or nothing where there is no estimate, or with one cluster
   */
  OptionalDouble standardError();

  /**
   * Returns the standard error from the information alone, which takes rows as independent.
   *
   * @return the standard error, or nothing where there is no estimate
   */
  OptionalDouble modelStandardError();

  /**
   * Returns the test statistic.
   *
   * @return by Wald the estimate divided by its standard error; by the profile the signed root of
   *     the likelihood ratio chi-square; nothing where there is no test
   */
  OptionalDouble statistic();

  /**
   * Returns the degrees of freedom of Student's t behind limits and p value.
   *
   * @return one less than the clusters with {@link CoxVariance#BIAS_CORRECTED}, or nothing where
   *     the normal quantile is
   */
  OptionalDouble degreesOfFreedom();

  /**
   * Returns the two-sided p value of a coefficient of 0.
   *
   * @return a probability in 0..1, or nothing where there is no test
   */
  OptionalDouble pValue();

  /**
   * Returns the lower confidence limit of the coefficient.
   *
   * @return the limit on the log scale, or nothing where it is unbounded
   */
  OptionalDouble lower();

  /**
   * Returns the upper confidence limit of the coefficient.
   *
   * @return the limit on the log scale, or nothing where it is unbounded
   */
  OptionalDouble upper();

  /**
   * Tells where a coefficient goes that is not estimable.
   *
   * @return 1 if the likelihood rises as the coefficient grows, -1 if it rises as it falls, 0 if
   *     the coefficient is estimable
   */
  int direction();
}
