package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.AnswerOption;

/**
 * Putting on shoes and socks, 4 points at most.
 *
 * @see HarrisForm
 */
public enum ShoesAndSocks implements AnswerOption {
  /** With ease. 4 points. */
  WITH_EASE("ease", 4),

  /** With difficulty. 2 points. */
  WITH_DIFFICULTY("difficulty", 2),

  /** Unable. 0 points. */
  UNABLE("unable", 0);

  private final String code;
  private final int points;

  ShoesAndSocks(String code, int points) {
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
  public static ShoesAndSocks parse(String text) {
    return Coded.parse(values(), text, "a level of putting on shoes and socks");
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
