package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The closed range within which a protocol wants a measured quantity.
 *
 * <pre>{@code
 * Rule rule = Rule.of("MINE-VOLUME", "1.0", "10 to 12 mL are injected", Sources.ANALYST);
 * Limit volume = Limit.of(rule, Quantity.of("final volume", "mL", 10, 12));
 * Answer inside = volume.answer(OptionalDouble.of(12));    // MET
 * Answer outside = volume.answer(OptionalDouble.of(12.5)); // NOT_MET
 * Answer open = volume.answer(OptionalDouble.empty());     // UNKNOWN
 * }</pre>
 */
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

  /**
   * Explains the answer for a value.
   *
   * @param measured the value, if it was measured
   * @return the answer in words with the rule, the value and its source
   */
  default Explanation explanation(OptionalDouble measured) {
    return measured.isEmpty()
        ? Explanation.of(Answer.UNKNOWN.words(), List.of(), List.of(range().name()))
        : Explanation.of(
            answer(measured).words(),
            List.of(Reason.of(
                rule(),
                range().name() + " " + measured.getAsDouble() + " " + range().unit())),
            List.of());
  }
}
