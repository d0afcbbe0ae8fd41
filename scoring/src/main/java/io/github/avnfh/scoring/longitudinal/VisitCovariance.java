package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.Coded;

/**
 * How a model explains that scores of one hip, and of one patient, are alike.
 *
 * @see MixedModel
 */
public enum VisitCovariance implements Coded {
  /**
   * Random intercepts of the patient and of the hip within the patient: any two scores of a hip
   * have one correlation, and any two of a patient's two hips a smaller one. A level that the data
   * cannot tell from the next, since no patient has two hips or no hip two scores, is left out. R:
   * {@code lme4::lmer(score ~ visit + (1 | patient / hip))}.
   */
  RANDOM_INTERCEPTS("random-intercept"),

  /**
   * A variance for each visit and a covariance for each two, within a hip. R:
   * {@code nlme::gls(score ~ visit, correlation = corSymm(form = ~ number | hip), weights =
   * varIdent(form = ~ 1 | visit))}.
   */
  UNSTRUCTURED("unstructured"),

  /**
   * One variance and one covariance, which may be negative, within a hip. R:
   * {@code nlme::gls(correlation = corCompSymm(form = ~ 1 | hip))}.
   */
  COMPOUND_SYMMETRIC("compound-symmetric"),

  /**
   * One variance, and a correlation to the power of the number of visits between two, within a hip.
   * R: {@code nlme::gls(correlation = corAR1(form = ~ number | hip))}.
   */
  AUTOREGRESSIVE("autoregressive");

  private final String code;

  VisitCovariance(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
