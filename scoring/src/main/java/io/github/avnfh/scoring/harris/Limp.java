package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.AnswerOption;

/**
 * Limp, 11 points at most.
 *
 * @see HarrisForm
 */
public enum Limp implements AnswerOption {
  /** No limp. 11 points. */
  NONE("none", 11),

  /** A slight limp. 8 points. */
  SLIGHT("slight", 8),

  /** A moderate limp. 5 points. */
  MODERATE("moderate", 5),

  /** A severe limp, or unable to walk. 0 points. */
  SEVERE("severe", 0);

  private final String code;
  private final int points;

  Limp(String code, int points) {
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
  public static Limp parse(String text) {
    return Coded.parse(values(), text, "a level of limp");
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
