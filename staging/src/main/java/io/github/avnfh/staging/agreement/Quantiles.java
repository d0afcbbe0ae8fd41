package io.github.avnfh.staging.agreement;

import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of the distributions that intervals are made from. */
final class Quantiles {
  private static final int STEPS = 4;

  private Quantiles() {}

  static double checkLevel(double level) {
    if (level > 0 && level < 1) {
      return level;
    }
    throw new IllegalArgumentException(
        "confidence level [probability] must lie above 0.0 and below 1.0, but was " + level);
  }

  static double normal(double probability) {
    return refined(new NormalDistribution(null, 0, 1), probability);
  }

  static double t(double probability, double degrees) {
    return refined(new TDistribution(null, degrees), probability);
  }

  static double f(double probability, double numerator, double denominator) {
    return refined(new FDistribution(null, numerator, denominator), probability);
  }

  /** The library stops at an error of 1e-9; Newton's steps go on to the last digits. */
  private static double refined(RealDistribution distribution, double probability) {
    double quantile = distribution.inverseCumulativeProbability(probability);
    for (int step = 0; step < STEPS; step++) {
      double excess = distribution.cumulativeProbability(quantile) - probability;
      quantile -= excess / distribution.density(quantile);
    }
    return quantile;
  }
}
