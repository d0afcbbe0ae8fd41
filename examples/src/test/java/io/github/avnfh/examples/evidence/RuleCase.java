package io.github.avnfh.examples.evidence;

import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Rule;
import java.util.Optional;

/**
 * A rule at work: a result that it made, with the answer worked out by hand, and a neighboring
 * result that differs because the rule did not hold.
 */
record RuleCase(String rule, Shown shown, Shown other) {

  /** An explanation as the library gave it, and the answer that was expected of it. */
  record Shown(Explanation given, String expected) {
    boolean isAsExpected() {
      return given.answer().equals(expected);
    }
  }

  /** The rule as it stands in the result, if the case shows it at work. */
  Optional<Rule> held() {
    boolean differs = !shown.expected.equals(other.expected);
    return shown.given.rules().stream()
        .filter(candidate -> candidate.id().equals(rule))
        .filter(candidate -> differs && shown.isAsExpected() && other.isAsExpected())
        .findFirst();
  }

  @Override
  public String toString() {
    return rule + ": " + shown + ", otherwise " + other;
  }
}
