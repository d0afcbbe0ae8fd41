package io.github.avnfh.scoring.change;

import io.github.avnfh.core.table.Count;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Responders among hips, as counts.
 *
 * <p>Failures under {@link ArthroplastyPolicy#COUNT_AS_FAILURE} count as hips that did not respond.
 * Hips that were excluded, missed a score or could not be judged are not in the denominator; they
 * have a count of their own.
 */
@Value.Immutable
public sealed interface Responders permits ImmutableResponders {

  /**
   * Returns which scores were paired.
   *
   * @return instrument, timepoints and policy
   */
  Pairing pairing();

  /**
   * Returns the rule that told responders from others.
   *
   * @return the rule
   */
  ResponderRule rule();

  /**
   * Returns how many hips responded.
   *
   * @return hips
   */
  int responders();

  /**
   * Returns how many hips were judged, failures included.
   *
   * @return hips in the denominator
   */
  int judged();

  /**
   * Returns how many hips could not be judged.
   *
   * @return hips outside the denominator
   */
  int notJudged();

  /**
   * Counts responders.
   *
   * @param paired the changes
   * @param rule the rule
   * @return the counts
   */
  static Responders count(PairedScores paired, ResponderRule rule) {
    int responders = 0;
    int judged = paired.count(ScoreStatus.FAILED);
    for (HipChange hip : paired.changes()) {
      Optional<Boolean> met = rule.isMetBy(hip.change());
      judged += met.isPresent() ? 1 : 0;
      responders += met.orElse(false) ? 1 : 0;
    }
    return ImmutableResponders.builder()
        .pairing(paired.pairing())
        .rule(rule)
        .responders(responders)
        .judged(judged)
        .notJudged(paired.hips() - judged)
        .build();
  }

  /**
   * Returns the responders out of the hips that were judged.
   *
   * @return the count, which knows how to print a percentage
   */
  default Count share() {
    return Count.of(responders(), judged());
  }
}
