package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Coded;

/**
 * Where the data of a cohort come from.
 *
 * <pre>{@code
 * DataOrigin origin = cohort.origin(); // SYNTHETIC
 * }</pre>
 */
public enum DataOrigin implements Coded {
  /** Patients were observed. */
  OBSERVED("OBSERVED"),

  /** A program made the data up; no patient stands behind them. */
  SYNTHETIC("SYNTHETIC"),

  /** The files do not say. */
  UNDECLARED("UNDECLARED");

  private final String code;

  DataOrigin(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the word
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static DataOrigin parse(String text) {
    return Coded.parse(values(), text, "a data origin");
  }

  @Override
  public String code() {
    return code;
  }
}
