package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.AnswerOption;

/**
 * Sitting, 5 points at most.
 *
 * @see HarrisForm
 */
public enum Sitting implements AnswerOption {
  /** In an ordinary chair for one hour. 5 points. */
  ANY_CHAIR_ONE_HOUR("any_chair_1h", 5),

  /** In a high chair for half an hour. 3 points. */
  HIGH_CHAIR_HALF_AN_HOUR("high_chair_30min", 3),

  /** Not comfortably in any chair. 0 points. */
  UNABLE("unable", 0);

  private final String code;
  private final int points;

  Sitting(String code, int points) {
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
  public static Sitting parse(String text) {
    return Coded.parse(values(), text, "a level of sitting");
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
