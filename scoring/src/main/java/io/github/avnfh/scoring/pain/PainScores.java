package io.github.avnfh.scoring.pain;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Score;

/**
 * Makes scores of pain; the unit is in the name of the method.
 *
 * <pre>{@code
 * PainScores.ofCentimeters(6.5).points(); // 6.5
 * PainScores.ofMillimeters(65).points();  // 65.0
 * PainScores.ofNumericRating(7).points(); // 7.0
 * PainScores.ofCentimeters(65);
 * // IllegalArgumentException: pain on the visual analog scale [cm] must lie in 0.0..10.0, but was 65.0
 * }</pre>
 */
public final class PainScores {
  /** Pain on the numeric rating scale, whole numbers from 0 to 10, lower is better. */
  public static final Instrument NUMERIC_RATING = Instrument.of(
      "nrs11",
      Quantity.of("pain on the numeric rating scale", "points", 0, 10),
      Direction.LOWER_IS_BETTER);

  private PainScores() {}

  /**
   * Returns pain on a visual analog scale that is read in centimeters.
   *
   * @param centimeters 0 to 10
   * @return the score under {@link Instruments#PAIN_VAS_CM}
   * @throws IllegalArgumentException if the reading lies outside its range
   */
  public static Score ofCentimeters(double centimeters) {
    return Score.of(Instruments.PAIN_VAS_CM, centimeters);
  }

  /**
   * Returns pain on a visual analog scale that is read in millimeters.
   *
   * @param millimeters 0 to 100
   * @return the score under {@link Instruments#PAIN_VAS_MM}
   * @throws IllegalArgumentException if the reading lies outside its range
   */
  public static Score ofMillimeters(double millimeters) {
    return Score.of(Instruments.PAIN_VAS_MM, millimeters);
  }

  /**
   * Returns pain on the numeric rating scale.
   *
   * @param rating a whole number, 0 to 10
   * @return the score under {@link #NUMERIC_RATING}
   * @throws IllegalArgumentException if the rating lies outside its range
   */
  public static Score ofNumericRating(int rating) {
    return Score.of(NUMERIC_RATING, rating);
  }
}
