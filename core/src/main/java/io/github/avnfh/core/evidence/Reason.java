package io.github.avnfh.core.evidence;

import org.immutables.value.Value;

/** Why a result is what it is: a rule, and the inputs that met it. */
@Value.Immutable
public sealed interface Reason permits ImmutableReason {

  /**
   * Returns the rule that was met.
   *
   * @return the rule
   */
  Rule rule();

  /**
   * Returns the inputs that met the rule, with their units.
   *
   * @return the inputs in words, such as {@code depression 2.4 mm}
   */
  String inputs();

  /**
   * Returns a reason.
   *
   * @param rule the rule that was met
   * @param inputs the inputs that met it, with their units
   * @return the reason
   */
  static Reason of(Rule rule, String inputs) {
    return ImmutableReason.builder().rule(rule).inputs(inputs).build();
  }

  /**
   * Returns the reason as one line.
   *
   * @return the rule's identifier, the inputs and the source
   */
  default String text() {
    return rule().id() + ": " + inputs() + " (" + rule().citation().source() + ")";
  }
}
