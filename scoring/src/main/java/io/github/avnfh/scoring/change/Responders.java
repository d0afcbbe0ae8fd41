package io.github.avnfh.scoring.change;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.scoring.proportion.ClusteredProportion;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/**
 * Responders among hips, as counts.
 *
 * <p>Failures under {@link ArthroplastyPolicy#COUNT_AS_FAILURE} count as hips that did not respond.
 * Hips that were excluded, missed a score or could not be judged are not in the denominator; they
 * have their own count.
 *
 * @see Pairing
 */
@Value.Immutable
public sealed interface Responders extends Explainable permits ImmutableResponders {

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
   * Returns which hips responded, by patient.
   *
   * @return the hips that were judged, failures included
   */
  ClusteredOutcomes outcomes();

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
    List<PatientId> patients = new ArrayList<>();
    List<Boolean> responded = new ArrayList<>();
    for (PairedScores.HipChange hip : paired.changes()) {
      hip.change().reaches(threshold).ifPresent(met -> {
        patients.add(hip.hip().patient());
        responded.add(met);
      });
    }
    for (HipId failure : paired.failures()) {
      patients.add(failure.patient());
      responded.add(false);
    }
    return ImmutableResponders.builder()
        .pairing(paired.pairing())
        .threshold(threshold)
        .outcomes(ClusteredOutcomes.of(responded, patients))
        .notJudged(paired.hips() - responded.size())
        .build();
  }

  /**
   * Returns how many hips responded.
   *
   * @return hips
   */
  default int responders() {
    return outcomes().count().count();
  }

  /**
   * Returns how many hips were judged, failures included.
   *
   * @return hips in the denominator
   */
  default int judged() {
    return outcomes().hips();
  }

  /**
   * Returns the responders out of the hips that were judged.
   *
   * @return the count, which knows how to print a percentage
   */
  default Count count() {
    return outcomes().count();
  }

  /**
   * Returns the proportion of responders with its limits by patient.
   *
   * @return limits by the default method, at a level of 0.95; none for hips of fewer than two
   *     patients
   */
  default ClusteredProportion proportion() {
    return outcomes().proportion();
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
