package io.github.avnfh.survival.interval;

import java.util.Arrays;

/** Weighted isotonic regression by pooling adjacent violators. */
final class PoolAdjacentViolators {
  private PoolAdjacentViolators() {}

  /**
   * Pools adjacent violators: the rising values with the least weighted sum of squared distances,
   * none outside 0 and 1.
   */
  static double[] fit(double[] values, double[] weights) {
    double[] means = new double[values.length];
    double[] sums = new double[values.length];
    int[] ends = new int[values.length];
    int blocks = 0;
    for (int i = 0; i < values.length; i++) {
      means[blocks] = values[i];
      sums[blocks] = weights[i];
      ends[blocks] = i + 1;
      while (blocks > 0 && means[blocks - 1] >= means[blocks]) {
        double weight = sums[blocks - 1] + sums[blocks];
        // (w1 m1 + w2 m2) / (w1 + w2) = m1 + (m2 - m1) w2 / (w1 + w2)
        double fraction = sums[blocks] / weight;
        means[blocks - 1] += (means[blocks] - means[blocks - 1]) * fraction;
        sums[blocks - 1] = weight;
        ends[blocks - 1] = ends[blocks];
        blocks--;
      }
      blocks++;
    }
    double[] fitted = new double[values.length];
    int start = 0;
    for (int block = 0; block < blocks; block++) {
      Arrays.fill(fitted, start, ends[block], Math.max(0, Math.min(1, means[block])));
      start = ends[block];
    }
    return fitted;
  }
}
