package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Coded;

/**
 * What became of a planned visit.
 *
 * @see Visit
 */
public enum VisitStatus implements Coded {
  /** The patient was seen, and the hip had not been replaced. */
  DONE("done"),

  /** The visit was due and did not take place. */
  MISSED("missed"),

  /** The visit was not due yet when the data were closed. */
  NOT_DUE("not_due"),

  /** The patient was seen after the hip had been replaced. */
  AFTER_ARTHROPLASTY("after_arthroplasty");

  private final String code;

  VisitStatus(String code) {
    this.code = code;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the category
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static VisitStatus parse(String text) {
    return Coded.parse(values(), text, "a visit status");
  }

  /**
   * Tells whether the patient was seen, before or after the arthroplasty of the hip.
   *
   * @return false if the visit was missed or was not due yet
   */
  public boolean tookPlace() {
    return this == DONE || this == AFTER_ARTHROPLASTY;
  }

  @Override
  public String code() {
    return code;
  }
}
