package io.github.avnfh.survival.regression;

import java.util.Arrays;

/**
 * The correction of Mancl and DeRouen for few clusters: with u the sum of the score residuals of a
 * cluster and L its leverage, in coordinates in which the information is the identity I, the change
 * d = (I - L)<sup>-1</sup> u of the coefficients that leaving the cluster out makes, to the first
 * order.
 *
 * @see CoxSandwich
 */
final class LeverageCorrection {
  /** A cluster may have so much of the information in some direction; beyond, L is shrunk to it. */
  private static final double MOST_LEVERAGE = 0.9;

  /** Up to this trace of L the series of (I - L)^-1 ends within some terms. */
  private static final double SMALL_LEVERAGE = 0.05;

  private static final double ROUNDING = 1e-15;

  private final double[] trace;
  private double[][] change;
  private double[][] next;

  /** For so many columns, and at most so many clusters at once. */
  LeverageCorrection(int columns, int clusters) {
    this.trace = new double[clusters];
    this.change = new double[columns][clusters];
    this.next = new double[columns][clusters];
  }

  /**
   * Returns the changes of clusters by column; those of great leverage are added to the squares
   * instead, and have sums and changes of 0 afterwards.
   *
   * @param sum by column and cluster, u
   * @param leverage by entry of a half matrix and cluster, L
   * @param size the number of clusters
   * @param squares the half matrix of sums of d d'
   */
  double[][] changes(double[][] sum, double[][] leverage, int size, double[] squares) {
    Arrays.fill(trace, 0);
    // L is a sum of r h (x - m) (x - m)', so its largest eigenvalue is at most its trace
    for (int j = 0; j < sum.length; j++) {
      double[] diagonal = leverage[SymmetricMatrix.half(j, j)];
      for (int c = 0; c < size; c++) {
        trace[c] += diagonal[c];
      }
    }
    double largest = 0;
    for (int c = 0; c < size; c++) {
      if (trace[c] > SMALL_LEVERAGE) {
        addChange(c, sum, leverage, squares);
      } else {
        largest = Math.max(largest, trace[c]);
      }
    }
    fillChanges(sum, leverage, largest, size);
    return change;
  }

  /** u + L u + L L u and so on, whose terms fall by the trace of L at least. */
  private void fillChanges(double[][] sum, double[][] leverage, double largest, int size) {
    copy(sum, change, size);
    // d = u + L d, repeated: each pass leaves at most the trace times the error before
    for (double rest = largest; rest > ROUNDING; rest *= largest) {
      copy(sum, next, size);
      for (int j = 0; j < sum.length; j++) {
        for (int k = 0; k < sum.length; k++) {
          addProducts(leverage[SymmetricMatrix.half(j, k)], change[k], next[j], size);
        }
      }
      double[][] last = change;
      change = next;
      next = last;
    }
  }

  private static void copy(double[][] from, double[][] to, int size) {
    for (int j = 0; j < from.length; j++) {
      System.arraycopy(from[j], 0, to[j], 0, size);
    }
  }

  private static void addProducts(double[] first, double[] second, double[] sums, int size) {
    for (int i = 0; i < size; i++) {
      sums[i] += first[i] * second[i];
    }
  }

  /** Solves for a cluster of great leverage, and takes it out of the series. */
  private void addChange(int c, double[][] sum, double[][] leverage, double[] squares) {
    int p = sum.length;
    double[] u = new double[p];
    double[][] own = new double[p][p];
    for (int j = 0; j < p; j++) {
      u[j] = sum[j][c];
      // with u = 0 the series gives it d = 0
      sum[j][c] = 0;
      for (int k = 0; k < p; k++) {
        own[j][k] = leverage[SymmetricMatrix.half(j, k)][c];
      }
    }
    // 1, or what keeps the largest eigenvalue of the leverage in the information within bounds
    boolean isWithinBounds = trace[c] <= MOST_LEVERAGE
        || SymmetricMatrix.of(less(own, 1 / MOST_LEVERAGE)).isPresent();
    double factor = isWithinBounds ? 1 : MOST_LEVERAGE / trace[c];
    double[] d = SymmetricMatrix.of(less(own, factor)).orElseThrow().solve(u);
    for (int j = 0; j < p; j++) {
      for (int k = 0; k <= j; k++) {
        squares[SymmetricMatrix.half(j, k)] += d[j] * d[k];
      }
    }
  }

  private static double[][] less(double[][] own, double factor) {
    double[][] left = new double[own.length][own.length];
    for (int j = 0; j < own.length; j++) {
      for (int k = 0; k < own.length; k++) {
        // I - f L
        left[j][k] = (j == k ? 1 : 0) - factor * own[j][k];
      }
    }
    return left;
  }
}
