package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Rule;

/**
 * How standard errors and degrees of freedom of a mixed model are found.
 *
 * @see MixedModel
 */
public enum DegreesOfFreedom implements Coded {
  /**
   * The variance by the model, with degrees of freedom by the second derivatives of the likelihood.
   * R: {@code lmerTest}.
   */
  SATTERTHWAITE("satterthwaite"),

  /**
   * The variance adjusted for estimating the covariance, with degrees of freedom to match, by the
   * expected information. R: {@code pbkrtest}. Only with restricted maximum likelihood.
   */
  KENWARD_ROGER("kenward-roger"),

  /**
   * The same by the observed information, as SAS has it ({@code ddfm=kr(linear)}); the degrees of
   * freedom of one contrast are Satterthwaite's. R: {@code mmrm}, method
   * {@code Kenward-Roger-Linear}. Only with restricted maximum likelihood.
   */
  KENWARD_ROGER_LINEAR("kenward-roger-linear"),

  /** The variance by the model, with degrees of freedom counted by level. R: {@code nlme::lme}. */
  BETWEEN_WITHIN("between"),

  /**
   * The empirical variance with the patient as cluster, reduced in bias (CR2), with its own degrees
   * of freedom: it holds also where the model's covariance is wrong, such as that of two hips. R:
   * {@code clubSandwich::coef_test(vcov = "CR2", test = "Satterthwaite")}.
   */
  CR2("cr2");

  private final String code;

  DegreesOfFreedom(String code) {
    this.code = code;
  }

  Rule rule() {
    return switch (this) {
      case SATTERTHWAITE -> LongitudinalRules.SATTERTHWAITE;
      case KENWARD_ROGER, KENWARD_ROGER_LINEAR -> LongitudinalRules.KENWARD_ROGER;
      case BETWEEN_WITHIN -> LongitudinalRules.BETWEEN_WITHIN;
      case CR2 -> LongitudinalRules.CR2;
    };
  }

  @Override
  public String code() {
    return code;
  }
}
