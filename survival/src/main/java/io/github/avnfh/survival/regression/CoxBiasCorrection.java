package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;

/**
 * The robust variance with the correction of Mancl and DeRouen for few clusters.
 *
 * <p>The score residuals of a cluster are too small, since the coefficients follow them. With A the
 * information, u the sum of the residuals of a cluster and L its leverage, which are its parts of
 * A, the variance is the sum of d d' with d = (A - L)<sup>-1</sup> u: to the first order what
 * leaving the cluster out changes. L is the sum over the rows of the cluster of the integral of (x
 * - m)(x - m)' over what the row was expected to contribute, m the mean at risk, so that all L add
 * up to A.
 *
 * @see <a href="https://doi.org/10.1111/j.0006-341X.2001.00126.x">Mancl LA, DeRouen TA. A
 *     covariance estimator for GEE with improved small-sample properties. Biometrics
 *     2001;57:126-34</a>
 * @see <a href="https://doi.org/10.1002/bimj.202200113">Wang X, Turner EL, Li F. Improving sandwich
 *     variance estimation for marginal Cox analysis of cluster randomized trials. Biom J
 *     2023;65:2200113</a>
 */
final class CoxBiasCorrection {
  /** A cluster may have so much of the information in some direction; beyond, L is shrunk to it. */
  private static final double MOST_LEVERAGE = 0.9;

  private final int p;
  private final CoxRows rows;
  private final CoxLikelihood likelihood;
  private final CoxLikelihood.ScoreResiduals residuals;
  private final double[][] information;
  private final double[][] inverse;
  private final int[] kept;

  /** By block, then two columns: the sum of m m' h up to it, and what a tied event does not see. */
  private final double[] squareHazard;

  private final double[] unseenSquare;

  /** The sum of m m' g h after a block, where rows stay at risk. */
  private final double[] laterSquare;

  /**
   * Prepares the sums.
   *
   * @param rows the rows
   * @param likelihood at the estimates
   * @param kept the estimable columns
   * @param inverse the inverse of their information
   */
  CoxBiasCorrection(CoxRows rows, CoxLikelihood likelihood, int[] kept, double[][] inverse) {
    this.p = rows.x.length;
    this.rows = rows;
    this.likelihood = likelihood;
    this.residuals = likelihood.new ScoreResiduals();
    this.kept = kept.clone();
    this.information = SymmetricMatrix.part(likelihood.information(), kept);
    this.inverse = inverse;
    this.squareHazard = new double[rows.blocks * p * p];
    this.unseenSquare = new double[rows.blocks * p * p];
    for (int b = 0; b < rows.blocks; b++) {
      likelihood.addSquares(b, squareHazard, unseenSquare);
    }
    this.laterSquare = likelihood.later(squareHazard, p * p);
    likelihood.accumulate(squareHazard, p * p);
  }

  /** The variance of the kept columns, 0 with one cluster. */
  double[][] covariance(FollowUp followUp) {
    int[] clusters = Arrays.stream(rows.order).map(followUp::cluster).toArray();
    int[] sorted = byCluster(clusters, followUp.clusters().orElse(0));
    double[][] sum = new double[kept.length][kept.length];
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && clusters[sorted[to]] == clusters[sorted[from]]) {
        to++;
      }
      if (to - from < sorted.length) {
        add(change(Arrays.copyOfRange(sorted, from, to)), sum);
      }
      from = to;
    }
    return sum;
  }

  private static int[] byCluster(int[] clusters, int count) {
    int[] next = new int[count + 1];
    for (int cluster : clusters) {
      next[cluster + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] sorted = new int[clusters.length];
    for (int i = 0; i < clusters.length; i++) {
      sorted[next[clusters[i]]++] = i;
    }
    return sorted;
  }

  private static void add(double[] change, double[][] sum) {
    for (int j = 0; j < change.length; j++) {
      for (int k = 0; k < change.length; k++) {
        sum[j][k] += change[j] * change[k];
      }
    }
  }

  /** What leaving out the rows of a cluster changes in the coefficients. */
  private double[] change(int... cluster) {
    double[][] residual = new double[p][1];
    double[] score = new double[p];
    double[][] leverage = new double[p][p];
    for (int i : cluster) {
      residuals.fill(i, 1, residual);
      for (int j = 0; j < p; j++) {
        score[j] += residual[j][0];
      }
      addLeverage(i, leverage);
    }
    double[] part = Arrays.stream(kept).mapToDouble(j -> score[j]).toArray();
    double[][] own = SymmetricMatrix.part(leverage, kept);
    return SymmetricMatrix.of(less(own, factor(own))).orElseThrow().solve(part);
  }

  /**
   * With e what the row was expected to contribute and s the sum of m over it, which
   * {@code fillSlopes} gives as e x - s: e x x' - x s' - s x' plus the sum of m m'.
   */
  private void addLeverage(int i, double[][] leverage) {
    double[] slopes = new double[p];
    residuals.fillSlopes(i, slopes);
    double expected = likelihood.expected(i);
    int at = rows.block[i] * p * p;
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        int cell = at + j * p + k;
        double square = squareHazard[cell] - (rows.event[i] ? unseenSquare[cell] : 0);
        if (rows.isLateEntered()) {
          square -= squareHazard[rows.entryBlock[i] * p * p + j * p + k];
        }
        if (rows.hasRemaining()) {
          square += rows.remaining[i] * laterSquare[cell];
        }
        double x = rows.x[j][i];
        double other = rows.x[k][i];
        leverage[j][k] += x * slopes[k]
            + other * slopes[j]
            - expected * x * other
            + likelihood.hazardRatio(i) * square;
      }
    }
  }

  /** 1, or what keeps the largest eigenvalue of the leverage in the information within bounds. */
  private double factor(double[][] own) {
    double trace = 0;
    for (int j = 0; j < own.length; j++) {
      trace += SymmetricMatrix.inner(inverse[j], own[j]);
    }
    return trace <= MOST_LEVERAGE
            || SymmetricMatrix.of(less(own, 1 / MOST_LEVERAGE)).isPresent()
        ? 1
        : MOST_LEVERAGE / trace;
  }

  private double[][] less(double[][] own, double factor) {
    double[][] left = new double[own.length][own.length];
    for (int j = 0; j < own.length; j++) {
      for (int k = 0; k < own.length; k++) {
        left[j][k] = information[j][k] - factor * own[j][k];
      }
    }
    return left;
  }
}
