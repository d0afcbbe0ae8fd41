package io.github.avnfh.core.audit;

import java.math.RoundingMode;

/**
 * How a number was brought to the decimals in print.
 *
 * <pre>{@code
 * PrintedRounding rounding = PrintedRounding.HALF_UP;
 * rounding.words();           // rounded half up
 * PrintedRounding.TRUNCATED.words(); // truncated
 * }</pre>
 */
public enum PrintedRounding {
  /** To the nearest, halves away from zero. */
  HALF_UP("rounded half up", RoundingMode.HALF_UP),

  /** To the nearest, halves to the even digit. */
  HALF_EVEN("rounded half to even", RoundingMode.HALF_EVEN),

  /** To the nearest, halves towards zero. */
  HALF_DOWN("rounded half down", RoundingMode.HALF_DOWN),

  /** Further digits are cut off. */
  TRUNCATED("truncated", RoundingMode.DOWN),

  /** Away from zero; for what is not negative, the ceiling. */
  UP("rounded up", RoundingMode.UP);

  private final String words;
  private final RoundingMode mode;

  PrintedRounding(String words, RoundingMode mode) {
    this.words = words;
    this.mode = mode;
  }

  /**
   * Returns what was done to the number.
   *
   * @return the words, such as {@code rounded half up}
   */
  public String words() {
    return words;
  }

  boolean isNearest() {
    return this != TRUNCATED && this != UP;
  }

  RoundingMode mode() {
    return mode;
  }
}
