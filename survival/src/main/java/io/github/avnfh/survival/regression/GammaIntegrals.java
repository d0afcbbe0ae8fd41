package io.github.avnfh.survival.regression;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.special.Gamma;

/**
 * What integrating over a gamma frailty adds to the log likelihood of its clusters.
 *
 * <p>With n one over the variance, a cluster with d events adds d - (n + d) log(1 + d/n) + log
 * Gamma(n + d) - log Gamma(n) - d log n.
 */
final class GammaIntegrals {
  private static final int LONGEST_SUM = 1_000;

  /** How many clusters have a number of events, or a sum of their weights. */
  private final Map<Double, Integer> counts = new TreeMap<>();

  GammaIntegrals(double[] eventsOfClusters) {
    for (double each : eventsOfClusters) {
      counts.merge(each, 1, Integer::sum);
    }
  }

  /**
   * What is added for all clusters at a log variance, and its first and second derivative by the
   * log variance. With theta = 1/n and a whole d the ratio of Gamma functions is the product of 1 +
   * k theta for k below d, which loses no digits where theta is small.
   */
  double[] at(double log) {
    double theta = Math.exp(log);
    double[] sums = new double[3];
    counts.forEach((d, count) -> {
      double[] each = d == Math.rint(d) && d < LONGEST_SUM ? products(d, theta) : gammas(d, theta);
      double power = Math.log1p(d * theta);
      // d - (n + d) log(1 + d/n), and its derivatives by x, where theta' = theta
      each[0] += d - (1 / theta + d) * power;
      each[1] += power / theta - d;
      each[2] += d / (1 + d * theta) - power / theta;
      for (int k = 0; k < sums.length; k++) {
        sums[k] += count * each[k];
      }
    });
    return sums;
  }

  private static double[] products(double d, double theta) {
    double[] sums = new double[3];
    for (int k = 1; k < d; k++) {
      // the derivative of log(1 + k theta) by x; part (1 - part) is the second
      double part = k * theta / (1 + k * theta);
      sums[0] += Math.log1p(k * theta);
      sums[1] += part;
      sums[2] += part * (1 - part);
    }
    return sums;
  }

  private static double[] gammas(double d, double theta) {
    double n = 1 / theta;
    // by x, with n' = -n: d - n (psi(n + d) - psi(n)), and once more
    double first = n * (Gamma.digamma(n + d) - Gamma.digamma(n));
    double second = n * n * (Gamma.trigamma(n + d) - Gamma.trigamma(n));
    return new double[] {
      Gamma.logGamma(n + d) - Gamma.logGamma(n) - d * Math.log(n), d - first, first + second
    };
  }
}
