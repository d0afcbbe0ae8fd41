package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.AnswerOption;

/**
 * Support needed for walking, 11 points at most. Two levels carry 0 points, so that points never
 * lead back to a level.
 *
 * @see HarrisForm
 */
public enum Support implements AnswerOption {
  /** No support. 11 points. */
  NONE("none", 11),

  /** A cane for long walks. 7 points. */
  CANE_FOR_LONG_WALKS("cane_long_walks", 7),

  /** A cane most of the time. 5 points. */
  CANE_MOST_OF_THE_TIME("cane_most", 5),

  /** One crutch. 3 points. */
  ONE_CRUTCH("one_crutch", 3),

  /** Two canes. 2 points. */
  TWO_CANES("two_canes", 2),

  /** Two crutches. 0 points. */
  TWO_CRUTCHES("two_crutches", 0),

  /** Not able to walk. 0 points. */
  UNABLE_TO_WALK("unable", 0);

  private final String code;
  private final int points;

  Support(String code, int points) {
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
  public static Support parse(String text) {
    return Coded.parse(values(), text, "a level of support");
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
