package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.study.protocol.Answer;
import io.github.avnfh.core.study.protocol.Criterion;
import java.util.List;
import org.immutables.value.Value;

/**
 * The answer to one criterion.
 *
 * @see PatientEligibility
 */
@Value.Immutable
public sealed interface CriterionResult extends Explainable permits ImmutableCriterionResult {

  /**
   * Returns the criterion.
   *
   * @return the criterion with its source
   */
  Criterion criterion();

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
        + criterion().rule().statement() + " (" + criterion().rule().citation().source() + ")";
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
  static CriterionResult of(Criterion criterion, Answer answer) {
    return ImmutableCriterionResult.builder()
        .criterion(criterion)
        .answer(answer)
        .build();
  }
}
