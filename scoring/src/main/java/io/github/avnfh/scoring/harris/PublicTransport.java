package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Coded;
import io.github.avnfh.scoring.AnswerOption;

/**
 * Using public transport, 1 point at most.
 *
 * @see HarrisForm
 */
public enum PublicTransport implements AnswerOption {
  /** Able. 1 point. */
  ABLE("able", 1),

  /** Unable. 0 points. */
  UNABLE("unable", 0);

  private final String code;
  private final int points;

  PublicTransport(String code, int points) {
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
  public static PublicTransport parse(String text) {
    return Coded.parse(values(), text, "a level of using public transport");
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
