package io.github.avnfh.core.evidence;

import io.github.avnfh.core.Coded;

/**
 * What a value on the threshold gets.
 *
 * <pre>{@code
 * Boundary strict = Boundary.STRICT;
 * strict.isPassed(20, 20);        // false
 * Boundary.INCLUSIVE.isPassed(20, 20); // true
 * }</pre>
 */
public enum Boundary implements Coded {
  /** The value must lie beyond the threshold; on it is not enough. */
  STRICT(">"),

  /** The value on the threshold is enough. */
  INCLUSIVE(">=");

  private final String code;

  Boundary(String code) {
    this.code = code;
  }

  /**
   * Tells whether a value passes a threshold from below.
   *
   * @param value the value
   * @param threshold the threshold
   * @return true if the value lies above the threshold, or on it where that is enough
   */
  public boolean isPassed(double value, double threshold) {
    return this == STRICT ? value > threshold : value >= threshold;
  }

  @Override
  public String code() {
    return code;
  }
}
