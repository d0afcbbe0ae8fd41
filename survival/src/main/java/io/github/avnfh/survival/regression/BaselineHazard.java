package io.github.avnfh.survival.regression;

import java.util.ArrayList;
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

  /** By stratum; the coefficients are those of the covariates as they were given. */
  static List<BaselineHazard> of(
      CoxRows rows, CoxLikelihood likelihood, List<String> strata, double[] beta) {
    double[] increments = likelihood.baselineIncrements();
    List<BaselineHazard> hazards = new ArrayList<>();
    int last = -1;
    for (int stratum = 0; stratum < rows.strata; stratum++) {
      int first = last + 1;
      for (last = first; rows.deaths[last] > 0; last++) {}
      // rows were centered at the mean of their stratum
      double atZero = Math.exp(-SymmetricMatrix.inner(beta, rows.mean[stratum]));
      ImmutableBaselineHazard.Builder hazard =
          ImmutableBaselineHazard.builder().stratum(strata.get(stratum));
      double sum = 0;
      for (int b = last - 1; b >= first; b--) {
        sum += increments[b] * atZero;
        hazard.addSteps(
            ImmutableStep.builder().time(rows.blockTime[b]).hazard(sum).build());
      }
      hazards.add(hazard.build());
    }
    return List.copyOf(hazards);
  }
}
