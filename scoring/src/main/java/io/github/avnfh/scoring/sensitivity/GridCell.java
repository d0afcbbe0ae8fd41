package io.github.avnfh.scoring.sensitivity;

import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
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
   * Returns the responders.
   *
   * @return responders out of the hips or patients that could be judged
   */
  Count responders();
}
