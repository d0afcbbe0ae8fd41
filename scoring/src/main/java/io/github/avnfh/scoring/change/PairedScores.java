package io.github.avnfh.scoring.change;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.evidence.Threshold;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The changes of many hips under one pairing; hips that could not be paired are kept as counts.
 *
 * <pre>{@code
 * PairedScores pain = Pairing.of(
 *         Instruments.PAIN_VAS_CM,
 *         Timepoint.baseline(),
 *         Timepoint.ofMonths(24),
 *         ArthroplastyPolicy.EXCLUDE_AFTER)
 *     .pair(cohort.hips());
 * pain.changes().size();            // 52
 * pain.count(ScoreStatus.EXCLUDED); // 6
 * PairedScores.HipChange first = pain.changes().get(0);
 * first.change().improvement(); // 7.4
 * }</pre>
 */
@Value.Immutable
public sealed interface PairedScores permits ImmutablePairedScores {

  /**
   * Returns which scores were paired.
   *
   * @return instrument, timepoints and policy
   */
  Pairing pairing();

  /**
   * Returns the changes in the order of the hips.
   *
   * @return the changes
   */
  @Value.Redacted
  List<HipChange> changes();

  /**
   * Returns how many hips could not be paired, by reason.
   *
   * @return hips failed, excluded or missing; a reason that did not occur is absent
   */
  Map<ScoreStatus, Integer> unpaired();

  /**
   * Returns the hips that count as failures, because they were replaced before the later score
   * under {@link ArthroplastyPolicy#COUNT_AS_FAILURE}.
   *
   * @return hips without a change, as many as have the status {@link ScoreStatus#FAILED}
   */
  @Value.Redacted
  List<HipId> failures();

  /**
   * Returns how many hips were looked at.
   *
   * @return hips, paired or not
   */
  default int hips() {
    return changes().size()
        + unpaired().values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Returns how many hips have a given status.
   *
   * @param status the status of the later score
   * @return hips
   */
  default int count(ScoreStatus status) {
    int paired =
        (int) changes().stream().filter(change -> change.status() == status).count();
    return paired + unpaired().getOrDefault(status, 0);
  }

  /**
   * Returns the improvements.
   *
   * @return points in the order of the changes, positive for improvement
   */
  default double[] improvements() {
    return changes().stream().mapToDouble(hip -> hip.change().improvement()).toArray();
  }

  /**
   * Returns the differences, later minus earlier.
   *
   * @return points in the order of the changes, in the direction of the scale
   */
  default double[] differences() {
    return changes().stream().mapToDouble(hip -> hip.change().difference()).toArray();
  }

  /**
   * Counts responders under a threshold.
   *
   * @param threshold the threshold
   * @return responders among the hips that could be judged
   * @throws IllegalArgumentException if the threshold belongs to another instrument, or is a
   *     minimal detectable change, which tells that something changed and not that a patient
   *     responded
   */
  default Responders responders(Threshold threshold) {
    if (!threshold.instrument().equals(pairing().instrument())) {
      throw new IllegalArgumentException(
          "instrument of a threshold [code] must be " + pairing().instrument().code() + ", but was "
              + threshold.instrument().code());
    }
    if (threshold.kind() == Threshold.Kind.MDC) {
      throw new IllegalArgumentException(
          "kind of a threshold for responders [word] must be one of MCID, MCII, SCB, PASS, study,"
              + " but was MDC");
    }
    return Responders.count(this, threshold);
  }

  /** The change of one hip's score, and how its later score came about. */
  @Value.Immutable
  sealed interface HipChange permits ImmutableHipChange {

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
}
