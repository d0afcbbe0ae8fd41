package io.github.avnfh.survival;

import org.immutables.value.Value;

/**
 * One column of a risk table: how many were at risk at a time, and what had become of the others
 * before it.
 *
 * <p>Without delayed entry the three counts add up to the size of the group at every time.
 *
 * @see SurvivalCurve
 */
@Value.Immutable
public sealed interface RiskCount permits ImmutableRiskCount {

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
   * Returns how many had had the event before the time.
   *
   * @return the number of hips, or the sum of their weights
   */
  double events();

  /**
   * Returns how many had been censored before the time.
   *
   * @return the number of hips, or the sum of their weights
   */
  double censored();
}
