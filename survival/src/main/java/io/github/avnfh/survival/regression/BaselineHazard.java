package io.github.avnfh.survival.regression;

import java.util.List;
import org.immutables.value.Value;

/**
 * The cumulative baseline hazard of one stratum: that of a row whose covariates are all 0 and whose
 * factors have their reference levels.
 *
 * <p>With Breslow's ties it rises at an event time by W / S0, the weight of the events divided by
 * the sum of exp(x'b) at risk; with Efron's ties by that of the d tied events one after the other.
 *
 * @see CoxModel#baselineHazards()
 */
@Value.Immutable
public sealed interface BaselineHazard permits ImmutableBaselineHazard {

  /**
   * Returns the stratum.
   *
   * @return its label, {@code all} without strata
   */
  String stratum();

  /**
   * Returns the steps at the event times in ascending order.
   *
   * @return the steps
   */
  List<Step> steps();

  /** One event time. */
  @Value.Immutable
  sealed interface Step permits ImmutableStep {
    /**
     * Returns the time.
     *
     * @return the time, in the unit of the data
     */
    double time();

    /**
     * Returns the cumulative hazard from the start up to and including the time.
     *
     * @return a number above 0
     */
    double hazard();
  }
}
