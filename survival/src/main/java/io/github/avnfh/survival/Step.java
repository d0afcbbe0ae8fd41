package io.github.avnfh.survival;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * One time of a survival curve at which somebody left, with every number that went into it.
 *
 * @see SurvivalCurve
 */
@Value.Immutable
public sealed interface Step permits ImmutableStep {

  /**
   * Returns the time.
   *
   * @return the time, in the unit of the data
   */
  double time();

  /**
   * Returns how many were at risk: entered before the time and not gone before it.
   *
   * @return the number of hips, or the sum of their weights
   */
  double atRisk();

  /**
   * Returns how many had the event at the time.
   *
   * @return the number of hips, or the sum of their weights
   */
  double events();

  /**
   * Returns how many were censored at the time, after its events.
   *
   * @return the number of hips, or the sum of their weights
   */
  double censored();

  /**
   * Returns the survival just after the time, with its error.
   *
   * @return the estimate
   */
  SurvivalEstimate estimate();

  /**
   * Returns the survival just after the time.
   *
   * @return a share in 0..1
   */
  default double survival() {
    return estimate().survival();
  }

  /**
   * Returns the standard error on the scale of survival.
   *
   * @return the standard error, or nothing where it is not estimable
   */
  default OptionalDouble standardError() {
    return estimate().standardError();
  }

  /**
   * Returns Greenwood's standard error.
   *
   * @return the standard error, or nothing where it is not estimable
   */
  default OptionalDouble naiveStandardError() {
    return estimate().naiveStandardError();
  }

  /**
   * Returns the lower limit of the confidence interval.
   *
   * @return a share in 0..1
   */
  default double lower() {
    return estimate().lower();
  }

  /**
   * Returns the upper limit of the confidence interval.
   *
   * @return a share in 0..1
   */
  default double upper() {
    return estimate().upper();
  }
}
