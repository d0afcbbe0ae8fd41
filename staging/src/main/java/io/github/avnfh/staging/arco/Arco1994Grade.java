package io.github.avnfh.staging.arco;

import io.github.avnfh.core.Coded;

/**
 * The size of the lesion, the crescent or the collapse within an ARCO 1994 stage.
 *
 * @see Arco1994
 */
public enum Arco1994Grade implements Coded {
  /** Below 15 % and below 2 mm. */
  A("A"),

  /** From 15 to 30 %, or from 2 to 4 mm. */
  B("B"),

  /** Above 30 %, or above 4 mm. */
  C("C");

  private final String code;

  Arco1994Grade(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the grade
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Arco1994Grade parse(String text) {
    return Coded.parse(values(), text, "an ARCO 1994 grade");
  }

  @Override
  public String code() {
    return code;
  }
}
