package io.github.avnfh.scoring.compare;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** The one place of this package that knows a library of distributions. */
final class Distributions {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final int REFINEMENTS = 3;

  private Distributions() {}

  static double twoSidedT(double statistic, double degreesOfFreedom) {
    return 2 * student(degreesOfFreedom).cumulativeProbability(-Math.abs(statistic));
  }

  /**
   * The t that Student's distribution exceeds with the given probability. Commons Math searches to
   * 1e-9 only, so Newton's steps follow.
   */
  static double tAbove(double tail, double degreesOfFreedom) {
    TDistribution student = student(degreesOfFreedom);
    double quantile = student.inverseCumulativeProbability(tail);
    for (int i = 0; i < REFINEMENTS; i++) {
      quantile -= (student.cumulativeProbability(quantile) - tail) / student.density(quantile);
    }
    return -quantile;
  }

  static double upperNormal(double z) {
    return NORMAL.cumulativeProbability(-z);
  }

  private static TDistribution student(double degreesOfFreedom) {
    return new TDistribution(null, degreesOfFreedom);
  }
}
