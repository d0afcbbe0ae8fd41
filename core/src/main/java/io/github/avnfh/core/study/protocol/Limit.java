package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.evidence.Rule;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** The closed range within which a protocol wants a measured quantity. */
@Value.Immutable
public sealed interface Limit permits ImmutableLimit {

  /**
   * Returns what is demanded, with its source.
   *
   * @return the rule
   */
  Rule rule();

  /**
   * Returns the range with its name and unit.
   *
   * @return the quantity, both ends allowed
   */
  Quantity range();

  /**
   * Returns a limit.
   *
   * @param rule what is demanded, with its source
   * @param range the range with its name and unit, both ends allowed
   * @return the limit
   */
  static Limit of(Rule rule, Quantity range) {
    return ImmutableLimit.builder().rule(rule).range(range).build();
  }

  /**
   * Answers whether a value lies within the limit.
   *
   * @param measured the value, if it was measured
   * @return met on both ends and between, not met outside, unknown if nothing was measured
   */
  default Answer answer(OptionalDouble measured) {
    return measured.isEmpty() ? Answer.UNKNOWN : Answer.of(range().allows(measured.getAsDouble()));
  }
}
