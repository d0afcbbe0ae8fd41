package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.Coded;

/**
 * What estimating equations take the correlation within a patient to be; the sandwich holds also
 * where it is another.
 *
 * @see EstimatingEquations
 */
public enum WorkingCorrelation implements Coded {
  /** None. */
  INDEPENDENCE("independence"),

  /** One of any two scores of a patient, of one hip or of two. */
  EXCHANGEABLE("exchangeable");

  private final String code;

  WorkingCorrelation(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
