package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Coded;

/**
 * How a hip came by its score at a timepoint, or why it has none.
 *
 * @see PairedScores
 */
public enum ScoreStatus implements Coded {
  /** The score was taken while the hip was the patient's own. */
  TAKEN("taken"),

  /** The score was taken after the hip had been replaced, and counts all the same. */
  TAKEN_AFTER_ARTHROPLASTY("taken_after_arthroplasty"),

  /** The hip had been replaced; the last score before stands in. */
  CARRIED("carried"),

  /** The hip had been replaced, which counts as failure; there is no score. */
  FAILED("failed"),

  /** The hip had been replaced and is left out; there is no score. */
  EXCLUDED("excluded"),

  /** No score was taken. */
  MISSING("missing");

  private final String code;

  ScoreStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
