package io.github.avnfh.scoring.proportion;

import java.util.Arrays;

/** The sum of probabilities behind Fisher's exact test, over all tables of the same totals. */
final class FisherSum {
  /** Two tables of one probability may differ by rounding; R takes them for equal up to this. */
  private static final double TOLERANCE = 1e-7;

  private final int[] columnTotals;
  private final double[] logFactorials;
  private final double constant;
  private final double observed;

  private FisherSum(int[][] counts, int[] rowTotals, int[] columnTotals) {
    this.columnTotals = columnTotals;
    this.logFactorials = new double[Arrays.stream(rowTotals).sum() + 1];
    Arrays.setAll(logFactorials, Distributions::logFactorial);
    this.constant = sum(rowTotals) + sum(columnTotals) - logFactorials[logFactorials.length - 1];
    double cells = Arrays.stream(counts).mapToDouble(this::sum).sum();
    this.observed = constant - cells + Math.log1p(TOLERANCE);
  }

  private double sum(int[] counts) {
    return Arrays.stream(counts).mapToDouble(count -> logFactorials[count]).sum();
  }

  static double of(int[][] counts, int[] rowTotals, int[] columnTotals) {
    FisherSum sum = new FisherSum(counts, rowTotals, columnTotals);
    return Math.min(1, sum.column(0, rowTotals.clone(), 0));
  }

  /** Goes through the tables from this column on, given what the rows still have to hold. */
  private double column(int column, int[] left, double cells) {
    if (column == columnTotals.length - 1) {
      double probability = constant - cells - sum(left);
      return probability <= observed ? Math.exp(probability) : 0;
    }
    return cell(column, 0, columnTotals[column], left, cells);
  }

  private double cell(int column, int row, int rest, int[] left, double cells) {
    if (row == left.length - 1) {
      return rest > left[row] ? 0 : next(column, row, rest, left, cells);
    }
    double total = 0;
    for (int count = 0; count <= Math.min(rest, left[row]); count++) {
      left[row] -= count;
      total += cell(column, row + 1, rest - count, left, cells + logFactorials[count]);
      left[row] += count;
    }
    return total;
  }

  private double next(int column, int row, int count, int[] left, double cells) {
    left[row] -= count;
    double total = column(column + 1, left, cells + logFactorials[count]);
    left[row] += count;
    return total;
  }
}
