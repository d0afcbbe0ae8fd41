package io.github.avnfh.core;

/**
 * Satisfaction of a patient with the result, on five levels.
 *
 * <p>The levels are declared from best to worst. Neutral does not count as satisfied.
 *
 * <pre>{@code
 * Satisfaction answer = Satisfaction.parse("neutral"); // NEUTRAL
 * answer.isSatisfied();                                // false
 * }</pre>
 */
public enum Satisfaction implements Coded {
  /** Very satisfied. */
  VERY_SATISFIED("very_satisfied"),

  /** Satisfied. */
  SATISFIED("satisfied"),

  /** Neither satisfied nor dissatisfied. */
  NEUTRAL("neutral"),

  /** Dissatisfied. */
  DISSATISFIED("dissatisfied"),

  /** Very dissatisfied. */
  VERY_DISSATISFIED("very_dissatisfied");

  private final String code;

  Satisfaction(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static Satisfaction parse(String text) {
    return Coded.parse(values(), text, "a level of satisfaction");
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Tells whether the level is one of the upper two.
   *
   * @return true for satisfied and very satisfied
   */
  public boolean isSatisfied() {
    return compareTo(SATISFIED) <= 0;
  }
}
