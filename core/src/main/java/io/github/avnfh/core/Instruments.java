package io.github.avnfh.core;

import io.github.avnfh.core.Instrument.Direction;

/**
 * The instruments whose scores a cohort's files hold unless others are named.
 *
 * <pre>{@code
 * Score before = Score.of(Instruments.PAIN_VAS_CM, 7.5);
 * Score after = Score.of(Instruments.PAIN_VAS_CM, 2);
 * after.improvementOver(before); // 5.5
 * }</pre>
 */
public final class Instruments {
  /** The Harris Hip Score, 0 to 100 points, higher is better. */
  public static final Instrument HARRIS_HIP_SCORE = Instrument.of(
      "hhs", Quantity.of("Harris Hip Score", "points", 0, 100), Direction.HIGHER_IS_BETTER);

  /** Pain on a visual analog scale of 10 centimeters, lower is better. */
  public static final Instrument PAIN_VAS_CM = Instrument.of(
      "vas",
      Quantity.of("pain on the visual analog scale", "cm", 0, 10),
      Direction.LOWER_IS_BETTER);

  /** Pain on a visual analog scale of 100 millimeters, lower is better. */
  public static final Instrument PAIN_VAS_MM = Instrument.of(
      "vas_mm",
      Quantity.of("pain on the visual analog scale", "mm", 0, 100),
      Direction.LOWER_IS_BETTER);

  private Instruments() {}
}
