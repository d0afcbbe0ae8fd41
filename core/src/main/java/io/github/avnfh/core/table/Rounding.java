package io.github.avnfh.core.table;

import io.github.avnfh.core.Coded;
import java.math.RoundingMode;

/**
 * How a number that lies between two printable ones is printed. It has a name, because papers and
 * programs differ: 1 of 8 hips is 13 % or 12 %.
 *
 * @see Digits
 */
public enum Rounding implements Coded {
  /**
   * To the nearest printable number, from the middle away from zero: 12.5 prints as 13, -12.5 as
   * -13. What readers expect, and the default throughout.
   */
  HALF_UP("half_up", RoundingMode.HALF_UP),

  /**
   * To the nearest printable number, from the middle to the even digit: 12.5 prints as 12, 13.5 as
   * 14. What IEC 60559 and R's {@code round} call for.
   */
  HALF_EVEN("half_even", RoundingMode.HALF_EVEN);

  private final String code;
  private final RoundingMode mode;

  Rounding(String code, RoundingMode mode) {
    this.code = code;
    this.mode = mode;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Rounding parse(String text) {
    return Coded.parse(values(), text, "a way of rounding");
  }

  RoundingMode mode() {
    return mode;
  }

  @Override
  public String code() {
    return code;
  }
}
