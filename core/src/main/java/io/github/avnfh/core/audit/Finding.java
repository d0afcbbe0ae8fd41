package io.github.avnfh.core.audit;

import java.util.List;
import org.immutables.value.Value;

/**
 * What a check says of one or more claims, with its arithmetic.
 *
 * @see Audit
 */
@Value.Immutable
public sealed interface Finding permits ImmutableFinding {

  /**
   * Returns the check.
   *
   * @return what was checked
   */
  Check check();

  /**
   * Returns what the check says.
   *
   * @return the verdict
   */
  Verdict verdict();

  /**
   * Returns the claims that were checked.
   *
   * @return their identifiers in the order of the paper
   */
  List<String> claims();

  /**
   * Returns where they stand.
   *
   * @return the sections in the order of the paper, each once
   */
  List<String> sections();

  /**
   * Returns what was checked, in words.
   *
   * @return the quantity or quantities
   */
  String subject();

  /**
   * Returns how the verdict comes about.
   *
   * @return the arithmetic in one line
   */
  String arithmetic();

  /**
   * Returns the finding as one line.
   *
   * @return verdict, check, sections, subject and arithmetic
   */
  default String text() {
    return verdict().code() + " (" + check().code() + "): " + String.join(", ", sections()) + ": "
        + subject() + ": " + arithmetic();
  }
}
