package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;

/**
 * A part of the score with a subtotal of its own; the four maxima add up to 100.
 *
 * @see HarrisScore
 */
public enum HarrisDomain implements Coded {
  /** Pain, 0 to 44 points. */
  PAIN("pain", 44),

  /** Function, 0 to 47 points: gait 33 and daily activities 14. */
  FUNCTION("function", 47),

  /** Absence of deformity, 0 or 4 points. */
  DEFORMITY("deformity", 4),

  /** Range of motion, 0 to 5 points. */
  RANGE_OF_MOTION("range_of_motion", 5);

  private final String code;
  private final int maximum;

  HarrisDomain(String code, int maximum) {
    this.code = code;
    this.maximum = maximum;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Returns the most points that the domain can give.
   *
   * @return 44, 47, 4 or 5 points
   */
  public int maximum() {
    return maximum;
  }
}
