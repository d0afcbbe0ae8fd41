package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.PatientId;
import java.util.List;
import org.immutables.value.Value;

/**
 * Whether a patient could be taken into a study, and with which hips.
 *
 * <pre>{@code
 * PatientEligibility patient =
 *     Eligibility.of(StudyProtocol.withHalfwayWindows(), cohort).patients().get(0);
 * patient.isEligible(); // true
 * CriterionResult first = patient.verdicts().get(0);
 * first.text(); // STUDY-IN-AGE: met: Age is 18 to 55 years, both included…
 * }</pre>
 */
@Value.Immutable
public sealed interface PatientEligibility permits ImmutablePatientEligibility {

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
