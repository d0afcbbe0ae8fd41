package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;

/**
 * The middle of the sandwich: sums of outer products of score residuals, of those summed by cluster
 * and of those of single rows. Their difference is the cross-products of different rows within a
 * cluster.
 */
final class CoxSandwich {
  private final int p;
  private final double[][] ofClusters;
  private final double[][] ofRows;

  CoxSandwich(FollowUp followUp, CoxRows rows, CoxLikelihood likelihood) {
    this.p = rows.x.length;
    this.ofRows = new double[p][p];
    CoxLikelihood.ScoreResiduals residuals = likelihood.new ScoreResiduals();
    boolean isClustered = followUp.clusters().isPresent();
    double[] sums = new double[followUp.clusters().orElse(0) * p];
    double[][] part = new double[p][Math.min(CoxLikelihood.CHUNK, rows.size)];
    int[] places = new int[Math.min(CoxLikelihood.CHUNK, rows.size)];
    for (int from = 0; from < rows.size; from += CoxLikelihood.CHUNK) {
      int size = Math.min(rows.size - from, CoxLikelihood.CHUNK);
      residuals.fill(from, size, part);
      addRows(part, size);
      for (int i = 0; isClustered && i < size; i++) {
        places[i] = followUp.cluster(rows.order[from + i]) * p;
      }
      for (int j = 0; isClustered && j < p; j++) {
        addColumn(part[j], places, size, sums, j);
      }
    }
    mirror(ofRows);
    this.ofClusters = isClustered ? squares(sums) : ofRows;
  }

  /**
   * Clusters lie anywhere: a loop this short does not wait for one before it looks for the next.
   */
  private static void addColumn(
      double[] column, int[] places, int size, double[] sums, int offset) {
    for (int i = 0; i < size; i++) {
      sums[places[i] + offset] += column[i];
    }
  }

  private void addRows(double[][] part, int size) {
    for (int j = 0; j < p; j++) {
      for (int k = 0; k <= j; k++) {
        ofRows[j][k] += ColumnSums.ofProducts(part[j], 0, part[k], 0, size);
      }
    }
  }

  private double[][] squares(double[] sums) {
    double[][] squares = new double[p][p];
    for (int j = 0; j < p; j++) {
      for (int k = 0; k <= j; k++) {
        double sum = 0;
        for (int at = 0; at < sums.length; at += p) {
          sum += sums[at + j] * sums[at + k];
        }
        squares[j][k] = sum;
      }
    }
    mirror(squares);
    return squares;
  }

  private static void mirror(double[][] squares) {
    for (int j = 0; j < squares.length; j++) {
      for (int k = 0; k < j; k++) {
        squares[k][j] = squares[j][k];
      }
    }
  }

  double[][] ofClusters() {
    return ofClusters;
  }

  double[][] crossProducts() {
    double[][] cross = new double[p][p];
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        cross[j][k] = ofClusters[j][k] - ofRows[j][k];
      }
    }
    return cross;
  }
}
