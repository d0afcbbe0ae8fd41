package io.github.avnfh.scoring.proportion;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;

/** The one place of this package that knows a library of distributions. */
final class Distributions {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double FINEST = 1e-15;
  private static final int REFINEMENTS = 4;

  private Distributions() {}

  /** Commons Math searches to an absolute precision, so Newton's steps follow for small ones. */
  static double quantileOfBeta(double probability, double alpha, double beta) {
    BetaDistribution distribution = new BetaDistribution(null, alpha, beta, FINEST);
    double quantile = distribution.inverseCumulativeProbability(probability);
    for (int i = 0; i < REFINEMENTS; i++) {
      double step = (distribution.cumulativeProbability(quantile) - probability)
          / distribution.density(quantile);
      if (Math.abs(step) < quantile / 2) {
        quantile -= step;
      }
    }
    return quantile;
  }

  /** The z that a standard normal exceeds with the given probability. */
  static double normalAbove(double tail) {
    return -NORMAL.inverseCumulativeProbability(tail);
  }

  /** The t that Student's distribution exceeds with the given probability. */
  static double studentAbove(double tail, double degreesOfFreedom) {
    TDistribution student = new TDistribution(null, degreesOfFreedom);
    double quantile = student.inverseCumulativeProbability(tail);
    for (int i = 0; i < REFINEMENTS; i++) {
      quantile -= (student.cumulativeProbability(quantile) - tail) / student.density(quantile);
    }
    return -quantile;
  }

  static double chiSquaredAbove(double statistic, int degreesOfFreedom) {
    return Gamma.regularizedGammaQ(
        degreesOfFreedom / 2.0, statistic / 2, FINEST, Integer.MAX_VALUE);
  }

  static double logFactorial(int number) {
    return Gamma.logGamma(number + 1.0);
  }
}
