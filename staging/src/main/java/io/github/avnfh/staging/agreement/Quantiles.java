package io.github.avnfh.staging.agreement;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;

/** Quantiles and tails of the distributions that intervals are made from. */
final class Quantiles {
  private static final int STEPS = 4;
  private static final double CLOSE = 1e-14;
  private static final int MOST_TERMS = 10_000;

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

  /** The lower tail of chi-square. */
  static double chiSquareTail(double value, double degrees) {
    return Gamma.regularizedGammaP(degrees / 2, value / 2, CLOSE, MOST_TERMS);
  }

  /** The upper tail of the normal distribution. */
  static double normalUpperTail(double value) {
    return new NormalDistribution(null, 0, 1).cumulativeProbability(-value);
  }

  /** The probability of no more than so many of n, each with that probability. */
  static double binomial(int count, int n, double probability) {
    return new BinomialDistribution(null, n, probability).cumulativeProbability(count);
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
