package io.github.avnfh.survival.regression;

/** Sums over parts of columns, four at a time, so that one addition need not wait for another. */
final class ColumnSums {
  private ColumnSums() {}

  /** The sum of a part of a column. */
  static double of(double[] values, int from, int to) {
    double a0 = 0;
    double a1 = 0;
    double a2 = 0;
    double a3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a0 += values[i];
      a1 += values[i + 1];
      a2 += values[i + 2];
      a3 += values[i + 3];
    }
    for (; i < to; i++) {
      a0 += values[i];
    }
    return a0 + a1 + (a2 + a3);
  }

  /** The sum of products of parts of two columns. */
  static double ofProducts(double[] values, int from, double[] factors, int other, int size) {
    double a0 = 0;
    double a1 = 0;
    double a2 = 0;
    double a3 = 0;
    int i = 0;
    for (; i + 3 < size; i += 4) {
      a0 += values[from + i] * factors[other + i];
      a1 += values[from + i + 1] * factors[other + i + 1];
      a2 += values[from + i + 2] * factors[other + i + 2];
      a3 += values[from + i + 3] * factors[other + i + 3];
    }
    for (; i < size; i++) {
      a0 += values[from + i] * factors[other + i];
    }
    return a0 + a1 + (a2 + a3);
  }
}
