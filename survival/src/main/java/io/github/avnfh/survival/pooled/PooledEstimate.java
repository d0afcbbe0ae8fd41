package io.github.avnfh.survival.pooled;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Digits;
import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The pooled result of several studies, as a proportion, a mean or a survival.
 *
 * @see RandomEffects
 */
@Value.Immutable
public sealed interface PooledEstimate extends Explainable permits ImmutablePooledEstimate {
  /**
   * Returns the studies.
   *
   * @return the studies in the order in which they were given
   */
  List<PooledStudy> studies();

  /**
   * Returns the pooled value, that of the middle study: for proportions the one of the mean logit.
   *
   * @return a proportion, a mean or a survival
   */
  double estimate();

  /**
   * Returns the lower limit.
   *
   * @return the limit at the level
   */
  double lower();

  /**
   * Returns the upper limit.
   *
   * @return the limit at the level
   */
  double upper();

  /**
   * Returns the confidence level.
   *
   * @return the level of the limits and of the prediction, such as 0.95
   */
  double level();

  /**
   * Returns the standard error.
   *
   * @return the standard error of the pooled value on the scale of the studies, or nothing where
   *     the likelihood has its greatest value at none or all
   */
  OptionalDouble standardError();

  /**
   * Returns the variance between studies.
   *
   * @return the variance of the studies' true values on their scale, 0 or more, or nothing where it
   *     is not estimable
   */
  OptionalDouble variance();

  /**
   * Returns the lower end of the interval for the true value of a further study.
   *
   * @return the lower end at the level, or nothing where the variance is not estimable
   */
  OptionalDouble predictionLower();

  /**
   * Returns the upper end of the interval for the true value of a further study.
   *
   * @return the upper end at the level, or nothing where the variance is not estimable
   */
  OptionalDouble predictionUpper();

  /**
   * Returns Cochran's statistic of how much studies differ.
   *
   * @return the sum of the squared distances from the mean with weights of one over the squared
   *     standard errors, to be held against chi-square with studies less one as degrees of freedom;
   *     nothing from the binomial likelihood
   */
  OptionalDouble heterogeneity();

  /**
   * Returns which part of the variance lies between studies.
   *
   * @return the proportion I squared, the variance between studies over itself and the typical
   *     variance within them, 0 to 1; nothing from the binomial likelihood
   */
  OptionalDouble inconsistency();

  /**
   * Returns the rules that made the result.
   *
   * @return the rules in the order in which they were applied
   */
  List<Rule> rules();

  /**
   * Returns what was counted.
   *
   * @return hips or patients, the same in all studies
   */
  default CountedUnit unit() {
    return studies().get(0).unit();
  }

  /**
   * Returns how many were counted.
   *
   * @return the hips or patients of all studies
   */
  default int size() {
    return studies().stream().mapToInt(PooledStudy::size).sum();
  }

  /**
   * Explains the result.
   *
   * @return the pooled value with its limits, how many studies and what they counted, and the rules
   */
  @Override
  default Explanation explanation() {
    Digits digits = Digits.halfUp(3);
    String counted = studies().size() + " studies, " + size() + " "
        + (unit() == CountedUnit.HIPS ? "hips" : "patients");
    return Explanation.of(
        digits.print(estimate()) + " (" + digits.print(lower()) + " to " + digits.print(upper())
            + "), " + counted,
        rules().stream().map(rule -> Reason.of(rule, counted)).toList(),
        variance().isPresent() ? List.of() : List.of("studies that differ in an event"));
  }
}
