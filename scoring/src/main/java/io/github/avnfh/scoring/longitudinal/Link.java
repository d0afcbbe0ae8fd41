package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.core.Coded;

/**
 * On which scale estimating equations compare means.
 *
 * @see EstimatingEquations
 */
public enum Link implements Coded {
  /**
   * Means themselves, with one variance: differences of means, and of risks where scores are 0 and
   * 1.
   */
  IDENTITY("identity", "difference") {
    @Override
    double mean(double predictor) {
      return predictor;
    }

    @Override
    double slope(double mean) {
      return 1;
    }

    @Override
    double variance(double mean) {
      return 1;
    }

    @Override
    double of(double mean) {
      return mean;
    }
  },

  /** The logarithm of the odds, with the variance m (1 - m): odds ratios of scores of 0 and 1. */
  LOGIT("logit", "odds ratio") {
    @Override
    double mean(double predictor) {
      return 1 / (1 + Math.exp(-predictor));
    }

    @Override
    double slope(double mean) {
      return mean * (1 - mean);
    }

    @Override
    double variance(double mean) {
      return mean * (1 - mean);
    }

    @Override
    double of(double mean) {
      return Math.log(mean / (1 - mean));
    }
  },

  /**
   * The logarithm of the mean, with the variance m: risk ratios of scores of 0 and 1, by the
   * modified Poisson regression.
   */
  LOG("log", "risk ratio") {
    @Override
    double mean(double predictor) {
      return Math.exp(predictor);
    }

    @Override
    double slope(double mean) {
      return mean;
    }

    @Override
    double variance(double mean) {
      return mean;
    }

    @Override
    double of(double mean) {
      return Math.log(mean);
    }
  };

  private final String code;
  private final String measure;

  Link(String code, String measure) {
    this.code = code;
    this.measure = measure;
  }

  abstract double mean(double predictor);

  /** The derivative of the mean by the predictor. */
  abstract double slope(double mean);

  abstract double variance(double mean);

  abstract double of(double mean);

  /**
   * Returns what the exponential of a contrast is, or the contrast itself on the identity.
   *
   * @return {@code difference}, {@code odds ratio} or {@code risk ratio}
   */
  public String measure() {
    return measure;
  }

  @Override
  public String code() {
    return code;
  }
}
