package io.github.avnfh.scoring.sensitivity;

import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.ResponderRule;
import org.immutables.value.Value;

/** Responders under one choice of rule, policy and unit. */
@Value.Immutable
public sealed interface GridCell permits ImmutableGridCell {

  /**
   * Returns the rule.
   *
   * @return the rule with its threshold
   */
  ResponderRule rule();

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
