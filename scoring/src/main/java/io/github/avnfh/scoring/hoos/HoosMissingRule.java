package io.github.avnfh.scoring.hoos;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Rule;

/**
 * How many items of a subscale must be answered for a score. Those that are missing count as the
 * mean of the others.
 *
 * @see "Scoring instructions of the HOOS, koos.nu, June 2013, which print both rules"
 * @see HoosSubscale
 */
public enum HoosMissingRule implements Coded {
  /** At least half of the items, as the guide of 2013 says: 3, 5, 9, 2 and 2 of them. */
  GUIDE_2013("guide_2013", HoosRules.MISSING_2013),

  /** As in 2003: 3 symptoms, 8 of pain, 15 of daily living, 2 of sport and 2 of quality of life. */
  ORIGINAL_2003("original_2003", HoosRules.MISSING_2003);

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // a rule is immutable, without an annotation
  private final Rule rule;

  HoosMissingRule(String code, Rule rule) {
    this.code = code;
    this.rule = rule;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the rule
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static HoosMissingRule parse(String text) {
    return Coded.parse(values(), text, "a rule for missing items of the HOOS");
  }

  /**
   * Returns the rule with its source.
   *
   * @return the rule
   */
  public Rule rule() {
    return rule;
  }

  @Override
  public String code() {
    return code;
  }
}
