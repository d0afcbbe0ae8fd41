package io.github.avnfh.survival.regression;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The mean time free of the event up to a horizon that a proportional hazards model predicts for a
 * row with given covariates: the area under its predicted survival.
 *
 * <p>With lengths l<sub>m</sub> between the event times, predicted survival S<sub>m</sub> there,
 * and the cumulative hazard's part Q and direction q as in {@link SurvivalPrediction}, the variance
 * is that of the sum of l<sub>m</sub>S<sub>m</sub>: exp(2x'b) (the sum over event times k of the
 * increment of Q times (the sum from k on of l<sub>m</sub>S<sub>m</sub>)<sup>2</sup>, plus g'Vg
 * with g the sum of l<sub>m</sub>S<sub>m</sub>q<sub>m</sub>). Limits lie on the scale of the
 * logarithm of the time lost, by the normal quantile, and so below the horizon.
 *
 * @see CoxModel#predictRestrictedMean(Covariates, double)
 */
@Value.Immutable
public sealed interface RestrictedMeanPrediction permits ImmutableRestrictedMeanPrediction {

  /**
   * Returns the row of the design that was asked about.
   *
   * @return a row from 0
   */
  int row();

  /**
   * Returns the horizon.
   *
   * @return the time up to which the area was taken, in the unit of the data
   */
  double horizon();

  /**
   * Returns the predicted mean.
   *
   * @return a time in 0..horizon
   */
  double mean();

  /**
   * Returns the standard error of the mean.
   *
   * @return the standard error in the unit of the data, or nothing where no event was seen before
   *     the horizon
   */
  OptionalDouble standardError();

  /**
   * Returns the lower limit.
   *
   * @return a time of 0 or more, or nothing where there is no standard error
   */
  OptionalDouble lower();

  /**
   * Returns the upper limit.
   *
   * @return a time below the horizon, or nothing where there is no standard error
   */
  OptionalDouble upper();
}
