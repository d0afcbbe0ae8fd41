package io.github.avnfh.core.imaging;

import io.github.avnfh.core.Coded;

/**
 * Whether a finding was looked for, and seen.
 *
 * <pre>{@code
 * Presence crescent = Presence.NOT_ASSESSED;
 * crescent.isAssessed();        // false
 * Presence.ABSENT.isAssessed(); // true
 * }</pre>
 */
public enum Presence implements Coded {
  /** Looked for and seen. */
  PRESENT("1"),

  /** Looked for and not seen. */
  ABSENT("0"),

  /** Not looked for, or not readable. */
  NOT_ASSESSED("");

  private final String code;

  Presence(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Presence parse(String text) {
    return Coded.parse(values(), text, "a presence");
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Tells whether the finding was looked for.
   *
   * @return true unless the finding was not assessed
   */
  public boolean isAssessed() {
    return this != NOT_ASSESSED;
  }
}
