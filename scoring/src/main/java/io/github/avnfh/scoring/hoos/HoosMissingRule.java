package io.github.avnfh.scoring.hoos;

import io.github.avnfh.core.Coded;

/**
 * How many items of a subscale must be answered for a score.
 *
 * @see HoosSubscale
 */
public enum HoosMissingRule implements Coded {
  /** At least half of the items, as the guide of 2013 says: 3, 5, 9, 2 and 2 of them. */
  GUIDE_2013("guide_2013"),

  /** As in 2003: 3 symptoms, 8 of pain, 15 of daily living, 2 of sport and 2 of quality of life. */
  ORIGINAL_2003("original_2003");

  private final String code;

  HoosMissingRule(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the word
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static HoosMissingRule parse(String text) {
    return Coded.parse(values(), text, "a rule for missing items of the HOOS");
  }

  @Override
  public String code() {
    return code;
  }
}
