package io.github.avnfh.core;

import io.github.avnfh.core.cohort.Patient;

/**
 * The sex of a patient as the study recorded it.
 *
 * @see Patient
 */
public enum Sex implements Coded {
  /** Female. */
  FEMALE("F"),

  /** Male. */
  MALE("M"),

  /** Not recorded. */
  UNKNOWN("U");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Sex parse(String text) {
    return Coded.parse(values(), text, "a sex");
  }

  @Override
  public boolean isKnown() {
    return this != UNKNOWN;
  }

  @Override
  public String code() {
    return code;
  }
}
