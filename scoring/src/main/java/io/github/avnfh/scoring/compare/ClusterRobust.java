package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Coded;

/**
 * The small-sample factors of a cluster-robust variance. R: {@code sandwich::vcovCL(lm, cluster,
 * type)}, whose default is HC1. Both carry the factor G / (G - 1) for G clusters.
 *
 * <pre>{@code
 * Clustered improvements = Clustered.of(
 *     new double[] {34, 28, 41, 12, 15, 30}, List.of("P01", "P01", "P02", "P03", "P03", "P04"));
 * boolean[] women = {true, true, false, true, true, false};
 * Comparison.withDefaults()
 *     .with(ClusterRobust.HC0)
 *     .ofDifference(improvements, women)
 *     .clustered()
 *     .standardError(); // 8.438…
 * Comparison.withDefaults()
 *     .with(ClusterRobust.HC1)
 *     .ofDifference(improvements, women)
 *     .clustered()
 *     .standardError(); // 9.434…
 * }</pre>
 */
public enum ClusterRobust implements Coded {
  /** No further factor. */
  HC0("HC0") {
    @Override
    double factor(double values, int coefficients) {
      return 1;
    }
  },

  /**
   * Times (n - 1) / (n - k) for n values and k coefficients: no difference for a mean, where k is
   * 1.
   */
  HC1("HC1") {
    @Override
    double factor(double values, int coefficients) {
      return (values - 1) / (values - coefficients);
    }
  };

  private final String code;

  ClusterRobust(String code) {
    this.code = code;
  }

  abstract double factor(double values, int coefficients);

  @Override
  public String code() {
    return code;
  }
}
