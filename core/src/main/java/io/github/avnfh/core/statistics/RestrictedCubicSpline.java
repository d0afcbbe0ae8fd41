package io.github.avnfh.core.statistics;

import java.util.Arrays;
import java.util.Objects;

/**
 * A restricted cubic spline: cubic between its knots, smooth at them, and linear beyond the
 * outermost ones.
 *
 * <p>With knots t<sub>1</sub> &lt; ... &lt; t<sub>k</sub> and (u)<sub>+</sub> = max(u, 0), the
 * columns are x and, for j = 1 to k - 2, the sum of (x - t<sub>j</sub>)<sub>+</sub><sup>3</sup>, of
 * -(x - t<sub>k-1</sub>)<sub>+</sub><sup>3</sup> (t<sub>k</sub> - t<sub>j</sub>) / (t<sub>k</sub> -
 * t<sub>k-1</sub>) and of (x - t<sub>k</sub>)<sub>+</sub><sup>3</sup> (t<sub>k-1</sub> -
 * t<sub>j</sub>) / (t<sub>k</sub> - t<sub>k-1</sub>), divided by (t<sub>k</sub> -
 * t<sub>1</sub>)<sup>2</sup>, so that every column has the unit of x.
 *
 * <pre>{@code
 * RestrictedCubicSpline spline = RestrictedCubicSpline.of(0, 6, 12);
 * double[][] columns = spline.columns(6, 18);
 * List.of(columns[0][0], columns[1][0]); // [6.0, 1.5]
 * List.of(columns[0][1], columns[1][1]); // [18.0, 18.0]
 * }</pre>
 */
public final class RestrictedCubicSpline {
  private static final int FEWEST = 3;
  private static final double[][] QUANTILES = {
    {0.1, 0.5, 0.9},
    {0.05, 0.35, 0.65, 0.95},
    {0.05, 0.275, 0.5, 0.725, 0.95},
    {0.05, 0.23, 0.41, 0.59, 0.77, 0.95},
    {0.025, 0.1833, 0.3417, 0.5, 0.6583, 0.8167, 0.975}
  };

  private final double[] knots;

  private RestrictedCubicSpline(double[] knots) {
    this.knots = knots;
  }

  /**
   * Returns the spline with given knots.
   *
   * @param knots 3 or more finite numbers in ascending order
   * @return the spline
   * @throws IllegalArgumentException if the knots are fewer than 3 or do not ascend
   */
  public static RestrictedCubicSpline of(double... knots) {
    Objects.requireNonNull(knots, "knots");
    boolean ascend = knots.length >= FEWEST;
    for (int i = 0; i < knots.length; i++) {
      ascend &= Double.isFinite(knots[i]) && (i == 0 || knots[i] > knots[i - 1]);
    }
    if (!ascend) {
      throw new IllegalArgumentException(
          "knots of a spline must be 3 or more that ascend, but were " + Arrays.toString(knots));
    }
    return new RestrictedCubicSpline(knots.clone());
  }

  /**
   * Returns the spline with knots at Harrell's quantiles of numbers: 3 knots at the 10th, 50th and
   * 90th percentile, 4 at 5, 35, 65 and 95, 5 at 5, 27.5, 50, 72.5 and 95, 6 at 5, 23, 41, 59, 77
   * and 95, 7 at 2.5, 18.33, 34.17, 50, 65.83, 81.67 and 97.5, interpolated linearly (R: type 7).
   *
   * @param values the numbers in any order, such as a covariate of all rows
   * @param knots the number of knots, 3 to 7
   * @return the spline
   * @throws IllegalArgumentException if there is no number, if there are fewer than 3 or more than
   *     7 knots, or if two of the quantiles are equal
   */
  public static RestrictedCubicSpline ofQuantiles(double[] values, int knots) {
    double[] sorted = Objects.requireNonNull(values, "values").clone();
    Arrays.sort(sorted);
    if (knots < FEWEST || knots >= FEWEST + QUANTILES.length) {
      throw new IllegalArgumentException("knots [count] must lie in 3.."
          + (FEWEST + QUANTILES.length - 1) + ", but were " + knots);
    }
    if (sorted.length == 0) {
      throw new IllegalArgumentException("known values [count] must be 1 or more, but were 0");
    }
    return of(
        Arrays.stream(QUANTILES[knots - FEWEST]).map(p -> quantile(sorted, p)).toArray());
  }

  private static double quantile(double[] sorted, double probability) {
    // type 7: between the order statistics on either side of (n - 1) p + 1
    double place = (sorted.length - 1) * probability;
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * Returns the knots.
   *
   * @return a copy, in ascending order
   */
  public double[] knots() {
    return knots.clone();
  }

  /**
   * Returns the columns of numbers, one less than there are knots.
   *
   * @param values the numbers
   * @return for each column its value at each number, the first the number itself
   */
  public double[][] columns(double... values) {
    Objects.requireNonNull(values, "values");
    int last = knots.length - 1;
    double[][] columns = new double[last][values.length];
    columns[0] = values.clone();
    double end = knots[last] - knots[last - 1];
    // u^3 / (t_k - t_1)^2 has the unit of x
    double scale = Math.pow(knots[last] - knots[0], 2);
    for (int j = 0; j + 1 < last; j++) {
      for (int row = 0; row < values.length; row++) {
        double x = values[row];
        // beyond the last knot the terms in x^3 and x^2 of the three cubes cancel
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

  @Override
  public String toString() {
    return "RestrictedCubicSpline{" + knots.length + " knots}";
  }
}
