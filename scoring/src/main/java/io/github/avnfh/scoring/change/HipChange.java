package io.github.avnfh.scoring.change;

import io.github.avnfh.core.HipId;
import org.immutables.value.Value;

/**
 * The change of one hip's score, and how its later score came about.
 *
 * @see PairedScores
 */
@Value.Immutable
public sealed interface HipChange permits ImmutableHipChange {

  /**
   * Returns the hip.
   *
   * @return the identifier
   */
  @Value.Redacted
  HipId hip();

  /**
   * Returns the change.
   *
   * @return the two scores
   */
  @Value.Redacted
  Change change();

  /**
   * Returns how the later score came about.
   *
   * @return taken, taken after an arthroplasty, or carried
   */
  ScoreStatus status();
}
