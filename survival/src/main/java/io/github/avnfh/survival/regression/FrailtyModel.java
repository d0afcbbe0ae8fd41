package io.github.avnfh.survival.regression;

import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A fitted proportional hazards model with a frailty that the hips of a patient share.
 *
 * <p>Its hazard ratios are those within a patient, between two hips with the same frailty; those of
 * {@link CoxModel} are averages over patients, and nearer to 1.
 *
 * @see GammaFrailty
 */
@Value.Immutable
public sealed interface FrailtyModel permits ImmutableFrailtyModel {

  /**
   * Returns the variance of the frailty, whose mean is 1.
   *
   * @return 0 where the patients differ no more than by chance
   */
  double variance();

  /**
   * Returns the lower limit of the variance, by the profile of the marginal likelihood.
   *
   * @return the limit, or nothing where the variance was given or 0 lies within the limits
   */
  OptionalDouble lowerVariance();

  /**
   * Returns the upper limit of the variance.
   *
   * @return the limit, or nothing where the variance was given or has none
   */
  OptionalDouble upperVariance();

  /**
   * Returns the p value of a variance of 0: half the upper tail of chi-square with one degree of
   * freedom, since 0 is the least variance there is.
   *
   * @return a probability, or nothing where the variance was given
   */
  OptionalDouble pValue();

  /**
   * Returns the coefficients with their standard errors, in the order of the terms of the design.
   *
   * @return one for each term
   */
  List<RegressionCoefficient> coefficients();

  /**
   * Returns the logarithm of the likelihood with the frailties integrated out and the baseline
   * hazard at its maximum; with a variance of 0 it is that of the model without frailty.
   *
   * @return a logarithm; R: I-likelihood
   */
  double marginalLogLikelihood();

  /**
   * Counts the clusters that share a frailty.
   *
   * @return the number of clusters, such as patients
   */
  int clusters();
}
