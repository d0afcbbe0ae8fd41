package io.github.avnfh.core.statistics;

/**
 * The confidence level of an interval: a probability above 0 and below 1, such as 0.95.
 *
 * <pre>{@code
 * ConfidenceLevel.check(0.95); // 0.95
 * ConfidenceLevel.check(95);
 * // IllegalArgumentException: confidence level [probability] must lie in 0.0..1.0 without the ends, but was 95.0
 * }</pre>
 */
public final class ConfidenceLevel {
  private ConfidenceLevel() {}

  /**
   * Passes a confidence level on and refuses any other number.
   *
   * @param level a probability above 0 and below 1
   * @return the level
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  public static double check(double level) {
    if (level > 0 && level < 1) {
      return level;
    }
    throw new IllegalArgumentException(
        "confidence level [probability] must lie in 0.0..1.0 without the ends, but was " + level);
  }
}
