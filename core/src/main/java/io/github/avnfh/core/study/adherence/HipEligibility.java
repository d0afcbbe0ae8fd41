package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.HipId;
import java.util.List;
import org.immutables.value.Value;

/**
 * Whether a hip could be taken into a study: its own criteria and those of its patient.
 *
 * <pre>{@code
 * Eligibility asked = Eligibility.of(StudyProtocol.withHalfwayWindows(), cohort);
 * HipEligibility hip = asked.of(cohort.hips().get(0).id());
 * hip.isEligible(); // true
 * hip.failing();    // []
 * }</pre>
 */
@Value.Immutable
public sealed interface HipEligibility permits ImmutableHipEligibility {

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
