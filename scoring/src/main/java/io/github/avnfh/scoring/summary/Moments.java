package io.github.avnfh.scoring.summary;

/** Sums over sorted numbers, so that their order of arrival cannot show in the last digit. */
final class Moments {
  private Moments() {}

  static double mean(double[] sorted) {
    return sum(sorted) / sorted.length + 0.0;
  }

  static double standardDeviation(double[] sorted, double mean) {
    double[] squares = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      squares[i] = (sorted[i] - mean) * (sorted[i] - mean);
    }
    return Math.sqrt(sum(squares) / (sorted.length - 1));
  }

  static double quantile(double[] sorted, double probability) {
    double position = (sorted.length - 1) * probability;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    double weight = position - below;
    return sorted[below] * (1 - weight) + sorted[above] * weight + 0.0;
  }

  private static double sum(double[] values) {
    double sum = 0;
    double lost = 0;
    for (double value : values) {
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
    }
    return sum + lost;
  }
}
