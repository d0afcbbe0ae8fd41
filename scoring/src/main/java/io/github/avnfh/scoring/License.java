package io.github.avnfh.scoring;

import io.github.avnfh.core.Coded;

/**
 * What is known about the right to use an instrument. It is no legal advice; whoever collects
 * answers asks the owner.
 *
 * <pre>{@code
 * License license = OxfordHipScore.LICENSE; // REQUIRED
 * License free = HoosSubscale.LICENSE;      // NONE_FOUND
 * }</pre>
 */
public enum License implements Coded {
  /** No owner who asks for a license was found, or the instrument is called nonproprietary. */
  NONE_FOUND("none_found"),

  /**
   * The owner asks for a license; only numbers are taken here, and no text of the items is kept.
   */
  REQUIRED("required"),

  /** Sources do not agree or do not say. */
  UNCLEAR("unclear");

  private final String code;

  License(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
