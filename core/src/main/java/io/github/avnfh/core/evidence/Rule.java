package io.github.avnfh.core.evidence;

import io.github.avnfh.core.internal.Notation;
import io.github.avnfh.core.internal.OneLine;
import io.github.avnfh.core.internal.Quoted;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A rule of the literature: what it says, in which version, and where it stands.
 *
 * <p>The version changes when the numbers that the rule gives change.
 *
 * @see Explanation
 */
@Value.Immutable
public sealed interface Rule permits ImmutableRule {

  /**
   * Returns the identifier, which names the system and the clause.
   *
   * @return the identifier without blanks or semicolons, such as {@code STEINBERG-IV-FLATTENING}
   */
  String id();

  /**
   * Returns the version of this wording of the rule.
   *
   * @return the version, such as {@code 1.0}
   */
  String version();

  /**
   * Returns what the rule says, in our own words.
   *
   * @return one sentence
   */
  String statement();

  /**
   * Returns where the rule was published.
   *
   * @return the source
   */
  Citation citation();

  /**
   * Refuses an identifier that lists cannot hold, a version that is none, and an empty statement.
   *
   * @throws IllegalArgumentException if the rule cannot be cited
   */
  @Value.Check
  default void check() {
    check("rule id", "one word", Notation.RULE_ID, id());
    check("version of a rule", "numbers and dots", Notation.VERSION, version());
    OneLine.check("statement of a rule", statement());
  }

  private static void check(String what, String form, Pattern legal, String text) {
    if (!legal.matcher(text).matches()) {
      throw new IllegalArgumentException(
          what + " [text] must be " + form + ", but was " + Quoted.of(text));
    }
  }

  /**
   * Returns a rule.
   *
   * @param id the identifier
   * @param version the version of this wording
   * @param statement what the rule says, in one sentence
   * @param citation where it was published
   * @return the rule
   * @throws IllegalArgumentException if the identifier, the version or the statement is not in form
   */
  static Rule of(String id, String version, String statement, Citation citation) {
    return ImmutableRule.builder()
        .id(id)
        .version(version)
        .statement(statement)
        .citation(citation)
        .build();
  }
}
