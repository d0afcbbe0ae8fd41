package io.github.avnfh.scoring.change;

import io.github.avnfh.core.evidence.Explained;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.table.Count;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Responders among hips, as counts.
 *
 * <p>Failures under {@link ArthroplastyPolicy#COUNT_AS_FAILURE} count as hips that did not respond.
 * Hips that were excluded, missed a score or could not be judged are not in the denominator; they
 * have a count of their own.
 *
 * @see Pairing
 */
@Value.Immutable
public sealed interface Responders extends Explained permits ImmutableResponders {

  /**
   * Returns which scores were paired.
   *
   * @return instrument, timepoints and policy
   */
  Pairing pairing();

  /**
   * Returns the threshold that told responders from others.
   *
   * @return the threshold
   */
  Threshold threshold();

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
   * @param threshold the threshold
   * @return the counts
   */
  static Responders count(PairedScores paired, Threshold threshold) {
    int responders = 0;
    int judged = paired.count(ScoreStatus.FAILED);
    for (HipChange hip : paired.changes()) {
      Optional<Boolean> met = hip.change().reaches(threshold);
      judged += met.isPresent() ? 1 : 0;
      responders += met.orElse(false) ? 1 : 0;
    }
    return ImmutableResponders.builder()
        .pairing(paired.pairing())
        .threshold(threshold)
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

  @Override
  default Explanation explanation() {
    String inputs = pairing().instrument().code() + " from " + pairing().from().code() + " to "
        + pairing().to().code() + ", after an arthroplasty "
        + pairing().policy().code() + ", "
        + threshold().text();
    return Explanation.of(
        responders() + " of " + judged() + " hips respond",
        List.of(Reason.of(threshold().rule(), inputs)),
        notJudged() == 0 ? List.of() : List.of(notJudged() + " hips could not be judged"));
  }
}
