package io.github.avnfh.survival.regression;

import java.util.Arrays;

/**
 * A cubic spline that is linear beyond its outermost knots.
 *
 * <p>With knots t<sub>1</sub> &lt; ... &lt; t<sub>k</sub> and (u)<sub>+</sub> = max(u, 0), the
 * columns are x and, for j = 1 to k - 2, the sum of (x - t<sub>j</sub>)<sub>+</sub><sup>3</sup>, of
 * -(x - t<sub>k-1</sub>)<sub>+</sub><sup>3</sup> (t<sub>k</sub> - t<sub>j</sub>) / (t<sub>k</sub> -
 * t<sub>k-1</sub>) and of (x - t<sub>k</sub>)<sub>+</sub><sup>3</sup> (t<sub>k-1</sub> -
 * t<sub>j</sub>) / (t<sub>k</sub> - t<sub>k-1</sub>), divided by (t<sub>k</sub> -
 * t<sub>1</sub>)<sup>2</sup>, so that every column has the unit of x.
 */
final class RestrictedSpline {
  private static final int FEWEST = 3;
  private static final double[][] QUANTILES = {
    {0.1, 0.5, 0.9},
    {0.05, 0.35, 0.65, 0.95},
    {0.05, 0.275, 0.5, 0.725, 0.95},
    {0.05, 0.23, 0.41, 0.59, 0.77, 0.95},
    {0.025, 0.1833, 0.3417, 0.5, 0.6583, 0.8167, 0.975}
  };

  private final double[] knots;

  RestrictedSpline(String name, double... knots) {
    boolean ascend = knots.length >= FEWEST;
    for (int i = 0; i < knots.length; i++) {
      ascend &= Double.isFinite(knots[i]) && (i == 0 || knots[i] > knots[i - 1]);
    }
    if (!ascend) {
      throw new IllegalArgumentException("knots of spline " + name
          + " must be 3 or more that ascend, but were " + Arrays.toString(knots));
    }
    this.knots = knots.clone();
  }

  /** The quantiles of sorted numbers, interpolated linearly (R: type 7). */
  static double[] harrell(double[] sorted, int knots) {
    if (knots < FEWEST || knots >= FEWEST + QUANTILES.length) {
      throw new IllegalArgumentException("knots [count] must lie in 3.."
          + (FEWEST + QUANTILES.length - 1) + ", but were " + knots);
    }
    if (sorted.length == 0) {
      throw new IllegalArgumentException("known values [count] must be 1 or more, but were 0");
    }
    return Arrays.stream(QUANTILES[knots - FEWEST])
        .map(p -> quantile(sorted, p))
        .toArray();
  }

  private static double quantile(double[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  double[][] columns(double[] values) {
    int last = knots.length - 1;
    double[][] columns = new double[last][values.length];
    columns[0] = values;
    double end = knots[last] - knots[last - 1];
    double scale = Math.pow(knots[last] - knots[0], 2);
    for (int j = 0; j + 1 < last; j++) {
      for (int row = 0; row < values.length; row++) {
        double x = values[row];
        columns[j + 1][row] = (cube(x - knots[j])
                - cube(x - knots[last - 1]) * (knots[last] - knots[j]) / end
                + cube(x - knots[last]) * (knots[last - 1] - knots[j]) / end)
            / scale;
      }
    }
    return columns;
  }

  private static double cube(double value) {
    return value <= 0 ? 0 : value * value * value;
  }
}
