package io.github.avnfh.core;

/**
 * The side of the body on which a hip lies.
 *
 * @see HipId
 */
public enum Side implements Coded {
  /** The left hip. */
  LEFT("L"),

  /** The right hip. */
  RIGHT("R");

  private final String code;

  Side(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Side parse(String text) {
    return Coded.parse(values(), text, "a side of the body");
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Returns the other side.
   *
   * @return the side of the contralateral hip
   */
  public Side opposite() {
    return this == LEFT ? RIGHT : LEFT;
  }
}
