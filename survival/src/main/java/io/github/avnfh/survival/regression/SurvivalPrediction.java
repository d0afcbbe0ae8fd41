package io.github.avnfh.survival.regression;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * Survival that a regression predicts for a row with given covariates.
 *
 * <p>In a proportional hazards model S(t) = exp(-H(t) exp(x'b)), where H is the baseline hazard of
 * the row's stratum. The variance of the predicted cumulative hazard is exp(2x'b) (Q + q'Vq), where
 * Q is the sum over events of 1/S0<sup>2</sup>, q the sum of (m - x) times the increments of H, m
 * the mean of the covariates at risk, and V the covariance of the coefficients behind their
 * standard errors. Limits lie on the log-log scale, and so within 0..1. In a parametric model the
 * limits are those of the standardized log time, carried to survival.
 *
 * @see CoxModel#predict(Covariates, double...)
 * @see ParametricModel#predict(Covariates, double...)
 */
@Value.Immutable
public sealed interface SurvivalPrediction permits ImmutableSurvivalPrediction {

  /**
   * Returns the row of the design that was asked about.
   *
   * @return a row from 0
   */
  int row();

  /**
   * Returns the time.
   *
   * @return the time, in the unit of the data
   */
  double time();

  /**
   * Returns the predicted survival.
   *
   * @return a probability
   */
  double survival();

  /**
   * Returns the standard error of the predicted survival.
   *
   * @return the standard error on the scale of survival, or nothing before the first event
   */
  OptionalDouble standardError();

  /**
   * Returns the lower limit.
   *
   * @return a probability, or nothing before the first event
   */
  OptionalDouble lower();

  /**
   * Returns the upper limit.
   *
   * @return a probability, or nothing before the first event
   */
  OptionalDouble upper();
}
