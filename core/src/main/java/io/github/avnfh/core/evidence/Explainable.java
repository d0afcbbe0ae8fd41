package io.github.avnfh.core.evidence;

/**
 * A result that can say why it is what it is.
 *
 * <pre>{@code
 * Eligibility asked = Eligibility.of(StudyProtocol.withHalfwayWindows(), cohort);
 * Explainable verdict = asked.patients().get(0).verdicts().get(0);
 * verdict.explanation().answer();            // met
 * verdict.explanation().rules().get(0).id(); // STUDY-IN-AGE
 * }</pre>
 */
public interface Explainable {

  /**
   * Explains the result.
   *
   * @return the answer, the rules that made it with their inputs, points and sources, and what is
   *     missing
   */
  Explanation explanation();
}
