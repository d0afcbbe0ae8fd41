package io.github.avnfh.staging.response;

import io.github.avnfh.core.Coded;

/**
 * What became of a hip on images, from the best to the worst, or that nobody can tell.
 *
 * @see ResponseRule
 */
public enum ResponseOutcome implements Coded {
  /** The lesion became smaller and nothing progressed. */
  IMPROVED("improved"),

  /** Nothing progressed and the lesion did not become smaller. */
  STABLE("stable"),

  /** A sign of progression is there. */
  PROGRESSED("progressed"),

  /** Too little was assessed, findings contradict each other, or readers differ. */
  NOT_EVALUABLE("not_evaluable");

  private final String code;

  ResponseOutcome(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the word
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static ResponseOutcome parse(String text) {
    return Coded.parse(values(), text, "an outcome");
  }

  @Override
  public String code() {
    return code;
  }
}
