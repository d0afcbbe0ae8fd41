package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.AnswerOption;

/**
 * Pain in the hip, 44 points at most.
 *
 * @see HarrisForm
 */
public enum Pain implements AnswerOption {
  /** None, or ignored. 44 points. */
  NONE("none", 44),

  /** Slight and occasional, activities are not compromised. 40 points. */
  SLIGHT("slight", 40),

  /** Mild, average activities are not affected. 30 points. */
  MILD("mild", 30),

  /** Moderate but tolerable, with some limitation. 20 points. */
  MODERATE("moderate", 20),

  /** Marked, with serious limitation. 10 points. */
  MARKED("marked", 10),

  /** Totally disabled, pain in bed. 0 points. */
  DISABLED("disabled", 0);

  private final String code;
  private final int points;

  Pain(String code, int points) {
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
  public static Pain parse(String text) {
    return Coded.parse(values(), text, "a level of pain");
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
