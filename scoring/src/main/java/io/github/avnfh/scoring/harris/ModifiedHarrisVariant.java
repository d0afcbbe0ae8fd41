package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.Quantity;

/**
 * The scale on which a modified Harris Hip Score is given. Three circulate under one name; each is
 * an instrument of its own here, so that they cannot meet.
 *
 * @see ModifiedHarrisScore
 */
public enum ModifiedHarrisVariant implements Coded {
  /** The plain sum of pain and function, 0 to 91 points. */
  RAW_91("mhhs_raw_91", 1, 1, 91),

  /**
   * The sum times 1.1, which gives 0 to 100.1 points. A perfect hip has 100.1; it is not clipped to
   * 100.
   */
  TIMES_1_1("mhhs_times_1_1", 11, 10, 100.1),

  /** The sum times 100/91, which gives 0 to 100 points. */
  NORMALIZED_100("mhhs_normalized_100", 100, 91, 100);

  private final String code;
  private final int numerator;
  private final double denominator;
  private final double maximum;

  ModifiedHarrisVariant(String code, int numerator, double denominator, double maximum) {
    this.code = code;
    this.numerator = numerator;
    this.denominator = denominator;
    this.maximum = maximum;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the word
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static ModifiedHarrisVariant parse(String text) {
    return Coded.parse(values(), text, "a variant of the modified Harris Hip Score");
  }

  double scaled(double sum) {
    return sum * numerator / denominator;
  }

  /**
   * Returns the instrument under which a total becomes a score of a visit.
   *
   * @return the instrument, whose code is that of the variant
   */
  public Instrument instrument() {
    return Instrument.of(
        code,
        Quantity.of("modified Harris Hip Score, " + code, "points", 0, maximum),
        Direction.HIGHER_IS_BETTER);
  }

  /**
   * Returns the most points that the variant can give.
   *
   * @return 91, 100.1 or 100 points
   */
  public double maximum() {
    return maximum;
  }

  @Override
  public String code() {
    return code;
  }
}
