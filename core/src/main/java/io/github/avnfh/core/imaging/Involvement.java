package io.github.avnfh.core.imaging;

import io.github.avnfh.core.Coded;

/**
 * How much of a part of the femoral head is necrotic.
 *
 * @see Pillars
 */
public enum Involvement implements Coded {
  /** Nothing of it. */
  NONE("none"),

  /** A part of it; the rest is not necrotic. */
  PART("part"),

  /** All of it. */
  WHOLE("whole");

  private final String code;

  Involvement(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Involvement parse(String text) {
    return Coded.parse(values(), text, "an involvement");
  }

  @Override
  public String code() {
    return code;
  }
}
