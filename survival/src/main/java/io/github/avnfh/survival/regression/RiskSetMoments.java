package io.github.avnfh.survival.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The second and third central moments of the covariates over those at risk at each event time,
 * with the weights r, in the notation of {@link CoxLikelihood}. Of what Efron's k-th tied event
 * sees, each sum is that at risk less a = k/d times that of the tied events.
 */
final class RiskSetMoments {
  private final CoxRows rows;
  private final RiskSetSums sums;
  private final double[] r;
  private final int p;

  RiskSetMoments(CoxLikelihood likelihood) {
    this.rows = likelihood.rows;
    this.sums = likelihood.sums;
    this.r = likelihood.r;
    this.p = rows.x.length;
  }

  /**
   * The gradient of half the log determinant of the information, given its inverse A: half the sum
   * over events of the third central moments of x at risk, contracted with A. With g = x'Ax and m
   * the mean at risk, E[(x - m)'A(x - m) (x - m)] = E[g x] - m E[g] - 2 (E[x x'] - m m') A m.
   */
  double[] penaltyGradient(double[][] inverse) {
    double[] g = new double[rows.size];
    for (int i = 0; i < rows.size; i++) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          g[i] += rows.x[j][i] * inverse[j][k] * rows.x[k][i];
        }
      }
      // from here on g is r x'Ax
      g[i] *= r[i];
    }
    double[] g0 = new double[rows.blocks];
    sums.atRisk(g, g0);
    double[][] g1 = new double[p][rows.blocks];
    double[][][] s2 = new double[p][p][rows.blocks];
    double[] rx = new double[rows.size];
    for (int j = 0; j < p; j++) {
      // the sums of r g x and of r x x' at risk, for E[g x] and E[x x']
      sums.atRisk(g, rows.x[j], g1[j]);
      for (int i = 0; i < rx.length; i++) {
        rx[i] = r[i] * rows.x[j][i];
      }
      for (int k = 0; k < p; k++) {
        sums.atRisk(rx, rows.x[k], s2[j][k]);
      }
    }
    double[] gradient = new double[p];
    for (int b = 0; b < rows.blocks; b++) {
      if (rows.deaths[b] > 0) {
        addThirdMoments(b, inverse, g, g0[b], g1, s2, gradient);
      }
    }
    return gradient;
  }

  private void addThirdMoments(
      int b,
      double[][] inverse,
      double[] g,
      double g0,
      double[][] g1,
      double[][][] s2,
      double[] gradient) {
    int d = sums.successive(b);
    double tiedG = 0;
    double[] tiedG1 = new double[p];
    double[][] tied2 = new double[p][p];
    // the tied events' own sums, of which a times is not seen
    for (int i = rows.blockStart[b]; d > 1 && i < rows.blockEnd[b]; i++) {
      if (rows.isEvent(i)) {
        tiedG += g[i];
        for (int j = 0; j < p; j++) {
          tiedG1[j] += g[i] * rows.x[j][i];
          for (int k = 0; k < p; k++) {
            tied2[j][k] += r[i] * rows.x[j][i] * rows.x[k][i];
          }
        }
      }
    }
    for (int n = 0; n < d; n++) {
      double a = (double) n / d;
      double left = sums.s0[b] - a * sums.e0[b];
      double[] m = new double[p];
      for (int j = 0; j < p; j++) {
        // m = (S1 - a E1)/D
        m[j] = (sums.s1[j][b] - a * sums.e1[j][b]) / left;
      }
      double[] am = SymmetricMatrix.times(inverse, m);
      double meanG = (g0 - a * tiedG) / left;
      for (int j = 0; j < p; j++) {
        // E[g x] - m E[g], then less 2 (E[x x'] - m m') A m
        double third = (g1[j][b] - a * tiedG1[j]) / left - m[j] * meanG;
        for (int k = 0; k < p; k++) {
          double cross = (s2[j][k][b] - a * tied2[j][k]) / left - m[j] * m[k];
          third -= 2 * cross * am[k];
        }
        // each of d events has the weight W/d, and the log determinant is halved
        gradient[j] += rows.deathWeight[b] / d * third / 2;
      }
    }
  }

  /** By block: the events' x less the mean at risk, summed, and the covariance of x at risk. */
  record AtEvents(List<double[]> score, List<double[][]> covariance) {}

  AtEvents atEvents() {
    double[][][] s2 = new double[p][p][rows.blocks];
    double[] rx = new double[rows.size];
    for (int j = 0; j < p; j++) {
      double[] column = rows.x[j];
      Arrays.setAll(rx, i -> r[i] * column[i]);
      for (int k = 0; k <= j; k++) {
        // the sum of r x x' at risk, which is symmetric
        sums.atRisk(rx, rows.x[k], s2[j][k]);
        s2[k][j] = s2[j][k];
      }
    }
    List<double[]> scores = new ArrayList<>();
    List<double[][]> covariances = new ArrayList<>();
    for (int b = 0; b < rows.blocks; b++) {
      double[] u = new double[p];
      double[][] v = new double[p][p];
      if (rows.deaths[b] > 0) {
        addMoments(b, s2, u, v);
      }
      scores.add(u);
      covariances.add(v);
    }
    return new AtEvents(scores, covariances);
  }

  private void addMoments(int b, double[][][] s2, double[] u, double[][] v) {
    int d = sums.successive(b);
    double[][] tied = new double[p][p];
    for (int i = rows.blockStart[b]; i < rows.blockEnd[b]; i++) {
      if (rows.isEvent(i)) {
        for (int j = 0; j < p; j++) {
          u[j] += rows.weight(i) * rows.x[j][i];
          for (int k = 0; k < p; k++) {
            tied[j][k] += d > 1 ? r[i] * rows.x[j][i] * rows.x[k][i] : 0;
          }
        }
      }
    }
    double w = rows.deathWeight[b] / d;
    for (int n = 0; n < d; n++) {
      double a = (double) n / d;
      double left = sums.s0[b] - a * sums.e0[b];
      double[] m = new double[p];
      Arrays.setAll(m, j -> (sums.s1[j][b] - a * sums.e1[j][b]) / left);
      for (int j = 0; j < p; j++) {
        u[j] -= w * m[j];
        for (int k = 0; k < p; k++) {
          // w (E[x x'] - m m')
          v[j][k] += w * ((s2[j][k][b] - a * tied[j][k]) / left - m[j] * m[k]);
        }
      }
    }
  }
}
