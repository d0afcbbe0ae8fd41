package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.study.protocol.Answer;
import io.github.avnfh.core.study.protocol.EligibilityCriterion;
import io.github.avnfh.core.study.protocol.EligibilityCriterion.Level;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.table.Count;
import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Every criterion of a protocol, answered for every patient and hip of a cohort.
 *
 * <p>A criterion of patients is asked of every patient, a criterion of hips of every hip; a hip is
 * eligible if it and its patient meet all of them, a patient if a hip is. Unknown is not met.
 *
 * <pre>{@code
 * Eligibility asked = Eligibility.of(StudyProtocol.withHalfwayWindows(), cohort);
 * asked.eligible().text(); // 46 patients, 58 hips
 * }</pre>
 */
@Value.Immutable
public sealed interface Eligibility permits ImmutableEligibility {

  /**
   * Returns the criteria.
   *
   * @return the criteria in the order of the protocol
   */
  @Value.Redacted
  List<EligibilityCriterion> criteria();

  /**
   * Returns the answers by patient.
   *
   * @return the patients in declared order
   */
  @Value.Redacted
  List<PatientEligibility> patients();

  /**
   * Asks a cohort.
   *
   * @param protocol the protocol
   * @param cohort the patients and hips
   * @return the answers
   */
  static Eligibility of(Protocol protocol, Cohort cohort) {
    return ImmutableEligibility.builder()
        .addAllCriteria(protocol.criteria())
        .addAllPatients(cohort.patients().stream()
            .map(patient -> answers(protocol, cohort, patient))
            .toList())
        .build();
  }

  private static PatientEligibility answers(Protocol protocol, Cohort cohort, Patient patient) {
    List<CriterionResult> verdicts = protocol.criteria().stream()
        .filter(criterion -> criterion.level() == Level.PATIENTS)
        .map(criterion -> CriterionResult.of(criterion, criterion.answer(patient, cohort)))
        .toList();
    return ImmutablePatientEligibility.builder()
        .patient(patient.id())
        .addAllVerdicts(verdicts)
        .addAllHips(cohort.hipsOf(patient).stream()
            .map(hip -> answers(protocol, cohort, patient, hip))
            .toList())
        .build();
  }

  private static HipEligibility answers(
      Protocol protocol, Cohort cohort, Patient patient, Hip hip) {
    return ImmutableHipEligibility.builder()
        .hip(hip.id())
        .addAllVerdicts(protocol.criteria().stream()
            .map(criterion -> CriterionResult.of(
                criterion, criterion.answer(patient, cohort).and(criterion.answer(hip, cohort))))
            .toList())
        .build();
  }

  /**
   * Returns the answers by hip.
   *
   * @return the hips, patient by patient
   */
  default Stream<HipEligibility> hips() {
    return patients().stream().flatMap(patient -> patient.hips().stream());
  }

  /**
   * Counts all patients and hips that were asked.
   *
   * @return all patients and hips
   */
  default ParticipantCount asked() {
    return ParticipantCount.of(patients().size(), (int) hips().count());
  }

  /**
   * Counts who meets every criterion.
   *
   * @return the eligible hips, and the patients with at least one of them
   */
  default ParticipantCount eligible() {
    return ParticipantCount.ofHips(
        hips().filter(HipEligibility::isEligible).map(HipEligibility::hip).toList());
  }

  /**
   * Counts an answer to a criterion in the unit in which the criterion is asked.
   *
   * @param criterion a criterion of the protocol
   * @param answer the answer
   * @return patients out of all patients, or hips out of all hips, as
   *     {@link EligibilityCriterion#level()} says
   */
  default Count count(EligibilityCriterion criterion, Answer answer) {
    CriterionResult sought = CriterionResult.of(criterion, answer);
    if (criterion.level() == Level.PATIENTS) {
      long count = patients().stream()
          .filter(patient -> patient.verdicts().contains(sought))
          .count();
      return Count.of((int) count, patients().size());
    }
    long count = hips().filter(hip -> hip.verdicts().contains(sought)).count();
    return Count.of((int) count, (int) hips().count());
  }

  /**
   * Counts whom an answer to a criterion concerns, in both units.
   *
   * @param criterion a criterion of the protocol
   * @param answer the answer
   * @return for a criterion of patients the patients and all their hips, for one of hips the hips
   *     and the patients in whom they lie
   */
  default ParticipantCount concerned(EligibilityCriterion criterion, Answer answer) {
    CriterionResult sought = CriterionResult.of(criterion, answer);
    List<HipId> hips = hips()
        .filter(hip -> hip.verdicts().contains(sought))
        .map(HipEligibility::hip)
        .toList();
    if (criterion.level() == Level.HIPS) {
      return ParticipantCount.ofHips(hips);
    }
    List<PatientId> patients = patients().stream()
        .filter(patient -> patient.verdicts().contains(sought))
        .map(PatientEligibility::patient)
        .toList();
    return ParticipantCount.of(patients.size(), hips.size());
  }

  /**
   * Returns what a hip answered.
   *
   * @param hip a hip of the cohort
   * @return its answers
   * @throws IllegalArgumentException if the cohort has no such hip
   */
  default HipEligibility of(HipId hip) {
    return hips()
        .filter(answers -> answers.hip().equals(hip))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "a hip must lie in a patient of its cohort, but does not"));
  }

  /**
   * Whether a patient could be taken into a study, and with which hips.
   *
   * <pre>{@code
   * Eligibility.PatientEligibility patient =
   *     Eligibility.of(StudyProtocol.withHalfwayWindows(), cohort).patients().get(0);
   * patient.isEligible(); // true
   * Eligibility.CriterionResult first = patient.verdicts().get(0);
   * first.text(); // STUDY-IN-AGE: met: Age is 18 to 55 years, both included…
   * }</pre>
   */
  @Value.Immutable
  sealed interface PatientEligibility permits ImmutablePatientEligibility {

    /**
     * Returns the patient.
     *
     * @return the patient's identifier
     */
    @Value.Redacted
    PatientId patient();

    /**
     * Returns the answers to the criteria that are asked of patients.
     *
     * @return the verdicts in the order of the protocol
     */
    @Value.Redacted
    List<CriterionResult> verdicts();

    /**
     * Returns the hips of the patient.
     *
     * @return the hips in declared order
     */
    @Value.Redacted
    List<HipEligibility> hips();

    /**
     * Returns every criterion asked of patients that is not met or unknown.
     *
     * @return the verdicts in the order of the protocol
     */
    default List<CriterionResult> failing() {
      return verdicts().stream().filter(verdict -> !verdict.isMet()).toList();
    }

    /**
     * Tells whether the patient could be taken with at least one hip.
     *
     * @return true if a hip meets every criterion, those of the patient included
     */
    default boolean isEligible() {
      return hips().stream().anyMatch(HipEligibility::isEligible);
    }
  }

  /**
   * Whether a hip could be taken into a study: its own criteria and those of its patient.
   *
   * <pre>{@code
   * Eligibility asked = Eligibility.of(StudyProtocol.withHalfwayWindows(), cohort);
   * Eligibility.HipEligibility hip = asked.of(cohort.hips().get(0).id());
   * hip.isEligible(); // true
   * hip.failing();    // []
   * }</pre>
   */
  @Value.Immutable
  sealed interface HipEligibility permits ImmutableHipEligibility {

    /**
     * Returns the hip.
     *
     * @return its identifier
     */
    @Value.Redacted
    HipId hip();

    /**
     * Returns the answers to all criteria, those of the patient included.
     *
     * @return the verdicts in the order of the protocol
     */
    @Value.Redacted
    List<CriterionResult> verdicts();

    /**
     * Returns every criterion that is not met or unknown.
     *
     * @return the verdicts in the order of the protocol, empty if the hip is eligible
     */
    default List<CriterionResult> failing() {
      return verdicts().stream().filter(verdict -> !verdict.isMet()).toList();
    }

    /**
     * Tells whether every criterion is met.
     *
     * @return false if one is not met or unknown
     */
    default boolean isEligible() {
      return failing().isEmpty();
    }
  }

  /**
   * The answer to one criterion.
   *
   * @see PatientEligibility
   */
  @Value.Immutable
  sealed interface CriterionResult extends Explainable permits ImmutableCriterionResult {

    /**
     * Returns the criterion.
     *
     * @return the criterion with its source
     */
    EligibilityCriterion criterion();

    /**
     * Returns the answer.
     *
     * @return met, not met or unknown
     */
    Answer answer();

    /**
     * Tells whether the criterion is met; unknown is not.
     *
     * @return true if it is met
     */
    default boolean isMet() {
      return answer() == Answer.MET;
    }

    /**
     * Returns the verdict as one line.
     *
     * @return the identifier of the rule, the answer, what was demanded and its source
     */
    default String text() {
      return criterion().rule().id() + ": " + answer().words() + ": "
          + criterion().rule().statement() + " ("
          + criterion().rule().citation().source() + ")";
    }

    @Override
    default Explanation explanation() {
      return Explanation.of(
          answer().words(),
          List.of(Reason.of(criterion().rule(), criterion().rule().statement())),
          answer() == Answer.UNKNOWN ? List.of("what the criterion asks for") : List.of());
    }

    /**
     * Returns a verdict.
     *
     * @param criterion the criterion
     * @param answer the answer
     * @return the verdict
     */
    static CriterionResult of(EligibilityCriterion criterion, Answer answer) {
      return ImmutableCriterionResult.builder()
          .criterion(criterion)
          .answer(answer)
          .build();
    }
  }
}
