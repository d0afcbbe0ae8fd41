package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.AnswerOption;

/**
 * Climbing stairs, 4 points at most.
 *
 * @see HarrisForm
 */
public enum Stairs implements AnswerOption {
  /** Normally, without a railing. 4 points. */
  NORMAL("normal", 4),

  /** Normally, with a railing. 2 points. */
  WITH_RAILING("railing", 2),

  /** In any manner. 1 point. */
  IN_ANY_MANNER("any_manner", 1),

  /** Unable. 0 points. */
  UNABLE("unable", 0);

  private final String code;
  private final int points;

  Stairs(String code, int points) {
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
  public static Stairs parse(String text) {
    return Coded.parse(values(), text, "a level of climbing stairs");
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
