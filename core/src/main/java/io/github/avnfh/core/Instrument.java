package io.github.avnfh.core;

import io.github.avnfh.core.internal.OneLine;
import org.immutables.value.Value;

/**
 * An instrument that gives a score: its code, its range and which end is the good one.
 *
 * <p>Two instruments are never mixed: a visual analog scale in centimeters and one in millimeters
 * are two instruments.
 *
 * <pre>{@code
 * Instrument limp = Instrument.of(
 *     "limp", Quantity.of("limp", "points", 0, 11), Instrument.Direction.HIGHER_IS_BETTER);
 * Score.of(limp, 8).points(); // 8.0
 * Score.of(limp, 12);
 * // IllegalArgumentException: limp [points] must lie in 0.0..11.0, but was 12.0
 * }</pre>
 */
@Value.Immutable
public sealed interface Instrument permits ImmutableInstrument {
  /** Which end of the scale is the good one. */
  enum Direction {
    /** More points are better. */
    HIGHER_IS_BETTER,
    /** Fewer points are better. */
    LOWER_IS_BETTER
  }

  /**
   * Returns the code, which is also the name of the column in files.
   *
   * @return the code
   */
  String code();

  /**
   * Returns what is measured, with its unit and range.
   *
   * @return the quantity
   */
  Quantity quantity();

  /**
   * Returns which end of the scale is the good one.
   *
   * @return the direction
   */
  Direction direction();

  /**
   * Returns an instrument.
   *
   * @param code the code, which is also the name of the column in files
   * @param quantity what is measured, with its unit and range
   * @param direction which end of the scale is the good one
   * @return the instrument
   * @throws IllegalArgumentException if the code is not one line of visible characters with blanks
   *     only inside
   */
  static Instrument of(String code, Quantity quantity, Direction direction) {
    return ImmutableInstrument.builder()
        .code(OneLine.check("instrument code", code))
        .quantity(quantity)
        .direction(direction)
        .build();
  }
}
