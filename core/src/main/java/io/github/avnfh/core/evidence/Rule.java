package io.github.avnfh.core.evidence;

import org.immutables.value.Value;

/**
 * A rule of the literature: what it says, in which version, and where it stands.
 *
 * <p>The version changes when the numbers that the rule gives change.
 */
@Value.Immutable
public sealed interface Rule permits ImmutableRule {

  /**
   * Returns the identifier, which names the system and the clause.
   *
   * @return the identifier, such as {@code STEINBERG-IV-FLATTENING}
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
   * Returns a rule.
   *
   * @param id the identifier
   * @param version the version of this wording
   * @param statement what the rule says, in one sentence
   * @param citation where it was published
   * @return the rule
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
