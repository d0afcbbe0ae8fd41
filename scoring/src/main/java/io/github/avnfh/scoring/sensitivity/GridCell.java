package io.github.avnfh.scoring.sensitivity;

import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.scoring.proportion.ClusteredProportion;
import org.immutables.value.Value;

/**
 * Responders under one choice of threshold, policy and unit.
 *
 * @see SensitivityGrid
 */
@Value.Immutable
public sealed interface GridCell permits ImmutableGridCell {

  /**
   * Returns the threshold.
   *
   * @return the threshold with its rule
   */
  Threshold threshold();

  /**
   * Returns what an arthroplasty does to scores after it.
   *
   * @return the policy
   */
  ArthroplastyPolicy policy();

  /**
   * Returns what was counted.
   *
   * @return hips or patients
   */
  CountingUnit unit();

  /**
   * Returns what responded, by patient.
   *
   * @return the hips that could be judged; where patients are counted, each of them as one
   */
  ClusteredOutcomes outcomes();

  /**
   * Returns the responders.
   *
   * @return responders out of the hips or patients that could be judged
   */
  default Count responders() {
    return outcomes().count();
  }

  /**
   * Returns the proportion of responders with its limits by patient.
   *
   * @return limits by the default method, at a level of 0.95; none for fewer than two patients
   */
  default ClusteredProportion proportion() {
    return outcomes().proportion();
  }
}
