package io.github.avnfh.examples.synthetic;

import java.util.Arrays;

/**
 * Finds whole numbers that print with a given mean and standard deviation.
 *
 * <p>A shape is shifted, scaled and rounded into its bounds; then single steps repair the sum, and
 * exchanges of one step between two numbers, which leave the sum alone, repair the standard
 * deviation.
 */
final class ExactSpread {
  /** Safely inside half a unit of the printed digit. */
  private static final double TOLERANCE = 0.04;

  private static final int MOST_STEPS = 1_000_000;

  private final PrintedSpread goal;
  private final int unitsPerPoint;
  private final Draws draws;

  /** Aims at a spread in points, by numbers that count parts of a point. */
  ExactSpread(PrintedSpread goal, int unitsPerPoint, Draws draws) {
    this.goal = goal;
    this.unitsPerPoint = unitsPerPoint;
    this.draws = draws;
  }

  /** Returns numbers in their bounds, in about the order of the shape. */
  int[] fit(double[] shape, Bounds bounds) {
    int[] values = scaled(shape, bounds);
    repairSum(values, bounds);
    repairDeviation(values, bounds);
    return values;
  }

  private int[] scaled(double[] shape, Bounds bounds) {
    double center = mean(shape);
    double spread = deviation(shape);
    int[] values = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      double points = goal.mean() + goal.standardDeviation() * (shape[i] - center) / spread;
      values[i] = bounds.clamp(i, points * unitsPerPoint);
    }
    return values;
  }

  private void repairSum(int[] values, Bounds bounds) {
    long missing = Math.round(goal.mean() * unitsPerPoint * values.length)
        - Arrays.stream(values).asLongStream().sum();
    for (int step = 0; missing != 0; step++) {
      refuseEndlessSearch(step);
      int direction = Long.signum(missing);
      int index = draws.between(0, values.length - 1);
      if (bounds.allow(index, values[index] + direction)) {
        values[index] += direction;
        missing -= direction;
      }
    }
  }

  private void repairDeviation(int[] values, Bounds bounds) {
    for (int step = 0; Math.abs(excess(values)) > TOLERANCE; step++) {
      refuseEndlessSearch(step);
      int upper = draws.between(0, values.length - 1);
      int lower = draws.between(0, values.length - 1);
      // a pair that already stands a step apart would only trade places when drawn together
      if (values[upper] > values[lower] + 1) {
        exchange(values, bounds, upper, lower);
      }
    }
  }

  private void exchange(int[] values, Bounds bounds, int upper, int lower) {
    int apart = excess(values) < 0 ? 1 : -1;
    if (bounds.allow(upper, values[upper] + apart) && bounds.allow(lower, values[lower] - apart)) {
      values[upper] += apart;
      values[lower] -= apart;
    }
  }

  /** How far the standard deviation lies above the goal, in points. */
  private double excess(int[] values) {
    double[] points = Arrays.stream(values).asDoubleStream().toArray();
    return deviation(points) / unitsPerPoint - goal.standardDeviation();
  }

  private void refuseEndlessSearch(int step) {
    if (step > MOST_STEPS) {
      throw new IllegalStateException("no numbers within their bounds were found that print as "
          + goal.mean() + " +/- " + goal.standardDeviation());
    }
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  /** Sums from left to right: how a stream sums doubles may differ between releases of the JDK. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
