package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Rule;

/**
 * How the empirical variance of estimating equations allows for residuals being smaller than
 * errors.
 *
 * <p>All have the patient as cluster and are used with t on patients less coefficients degrees of
 * freedom.
 *
 * @see EstimatingEquations
 */
public enum SandwichVariance implements Coded {
  /** Not at all: too small with fewer than about 50 patients. R: {@code geepack}'s san.se. */
  SANDWICH("sandwich"),

  /** Divides residuals by the root of 1 less their leverage: without bias if the model holds. */
  KAUERMANN_CARROLL("kauermann-carroll"),

  /** Divides residuals by 1 less their leverage, which errs on the large side. */
  MANCL_DEROUEN("mancl-derouen");

  private final String code;

  SandwichVariance(String code) {
    this.code = code;
  }

  Rule rule() {
    return switch (this) {
      case SANDWICH -> LongitudinalRules.SANDWICH;
      case KAUERMANN_CARROLL -> LongitudinalRules.KAUERMANN_CARROLL;
      case MANCL_DEROUEN -> LongitudinalRules.MANCL_DEROUEN;
    };
  }

  @Override
  public String code() {
    return code;
  }
}
