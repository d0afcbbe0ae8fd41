package io.github.avnfh.scoring.change;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Score;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The score of one hip at one timepoint under a policy, or why there is none.
 *
 * @see ArthroplastyPolicy
 */
@Value.Immutable
public sealed interface HipScore permits ImmutableHipScore {

  /**
   * Returns the hip.
   *
   * @return the identifier
   */
  @Value.Redacted
  HipId hip();

  /**
   * Returns the score, if the policy gives one.
   *
   * @return the score
   */
  @Value.Redacted
  Optional<Score> score();

  /**
   * Returns how the score came about, or why there is none.
   *
   * @return the status
   */
  ScoreStatus status();
}
