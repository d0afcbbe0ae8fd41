package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.AnswerOption;

/**
 * Distance walked, 11 points at most. Translations of the score differ in the distance in meters
 * that a level stands for, so levels are never derived from meters here.
 *
 * @see HarrisForm
 */
public enum WalkingDistance implements AnswerOption {
  /** Unlimited. 11 points. */
  UNLIMITED("unlimited", 11),

  /** About six blocks. 8 points. */
  SIX_BLOCKS("six_blocks", 8),

  /** Two or three blocks. 5 points. */
  TWO_OR_THREE_BLOCKS("two_three_blocks", 5),

  /** Indoors only. 2 points. */
  INDOORS("indoors", 2),

  /** Bed and chair only. 0 points. */
  BED_AND_CHAIR("bed_chair", 0);

  private final String code;
  private final int points;

  WalkingDistance(String code, int points) {
    this.code = code;
    this.points = points;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the word
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static WalkingDistance parse(String text) {
    return Coded.parse(values(), text, "a level of walking distance");
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int points() {
    return points;
  }
}
