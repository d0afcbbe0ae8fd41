package io.github.avnfh.scoring.compare;

import io.github.avnfh.scoring.internal.Eigenvectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The variance of a contrast of least-squares coefficients with whole patients as clusters, and its
 * degrees of freedom.
 *
 * <p>With X = QR, the residuals e and v = R'^-1 c for the contrast c, everything follows from sums
 * within clusters: S = Q'Q, of p x p, and q = Q'e, of p numbers. So the work is linear in the
 * number of rows.
 *
 * <p>CR0 is the sum over clusters of (v'q)^2. CR2 is the sum of (w'q)^2 with w = (I - S)^-1/2 v,
 * because (I - QQ')^-1/2 Q = Q (I - Q'Q)^-1/2.
 *
 * <p>With d = S w, the products p_g'p_h of Satterthwaite's approximation are w'Sw - d'd within a
 * cluster and -d_g'd_h between two, and the degrees of freedom are the squared sum of the first
 * over the sum of squares of all.
 */
final class ClusterVariance {
  /** A patient who alone determines a direction of the model has a leverage of 1 in it. */
  private static final double DETERMINED = 1e-10;

  private static final double CANCELLED = 1e-14;

  private final int coefficients;
  private final double[][] scores;
  private final double[][][] leverages;

  private ClusterVariance(int clusters, int coefficients) {
    this.coefficients = coefficients;
    this.scores = new double[clusters][coefficients];
    this.leverages = new double[clusters][coefficients][coefficients];
  }

  /**
   * Sums within clusters.
   *
   * @param orthonormal the columns of Q
   */
  static ClusterVariance of(ClusteredSample values, double[][] orthonormal, double[] residuals) {
    ClusterVariance sums = leverages(values, orthonormal);
    for (int row = 0; row < residuals.length; row++) {
      double[] score = sums.scores[values.cluster(row)];
      for (int i = 0; i < orthonormal.length; i++) {
        score[i] += orthonormal[i][row] * residuals[row];
      }
    }
    return sums;
  }

  /**
   * Sums within clusters where Q has a column for each group, of 1 / sqrt(n) in the rows of a group
   * of n: q is the sum of deviations from the mean of the group, exactly 0 where the recorded
   * decimals say so, over sqrt(n).
   *
   * @param group the group of each value, counted from 0; no group is empty
   */
  static ClusterVariance ofGroups(ClusteredSample values, int[] group, int groups) {
    double[][] orthonormal = new double[groups][group.length];
    double[][] scores = new double[values.clusters()][groups];
    for (int each = 0; each < groups; each++) {
      int wanted = each;
      int[] rows =
          IntStream.range(0, group.length).filter(i -> group[i] == wanted).toArray();
      double root = Math.sqrt(rows.length);
      for (int row : rows) {
        orthonormal[each][row] = 1 / root;
      }
      double[] deviations = values.deviations(rows);
      for (int cluster = 0; cluster < deviations.length; cluster++) {
        scores[cluster][each] = deviations[cluster] / root;
      }
    }
    ClusterVariance sums = leverages(values, orthonormal);
    for (int cluster = 0; cluster < scores.length; cluster++) {
      sums.scores[cluster] = scores[cluster];
    }
    return sums;
  }

  private static ClusterVariance leverages(ClusteredSample values, double[][] orthonormal) {
    ClusterVariance sums = new ClusterVariance(values.clusters(), orthonormal.length);
    for (int row = 0; row < values.size(); row++) {
      double[][] leverage = sums.leverages[values.cluster(row)];
      for (int i = 0; i < orthonormal.length; i++) {
        for (int j = 0; j < orthonormal.length; j++) {
          leverage[i][j] += orthonormal[i][row] * orthonormal[j][row];
        }
      }
    }
    return sums;
  }

  int clusters() {
    return scores.length;
  }

  double unadjusted(double[] contrast) {
    return Arrays.stream(scores)
        .mapToDouble(score -> unlessRounding(score, contrast))
        .map(sum -> sum * sum)
        .sum();
  }

  /** Variance and degrees of freedom after Bell and McCaffrey, for independent equal errors. */
  double[] biasReduced(double[] contrast) {
    double variance = 0;
    double trace = 0;
    double squares = 0;
    double[][] cross = new double[coefficients][coefficients];
    for (int cluster = 0; cluster < scores.length; cluster++) {
      double[] adjusted = adjusted(leverages[cluster], contrast);
      // d = S w
      double[] levered = times(leverages[cluster], adjusted);
      // w'q, the part of this patient in the contrast
      double score = unlessRounding(adjusted, scores[cluster]);
      double own = dot(levered, levered);
      // p_g'p_g = w'S w - d'd
      double diagonal = dot(adjusted, levered) - own;
      variance += score * score;
      trace += diagonal;
      // the sum of all (d_g'd_h)^2 is that of the squares of the cells of sum of d d', added below;
      // it holds (d_g'd_g)^2 in the place of (p_g'p_g)^2
      squares += diagonal * diagonal - own * own;
      for (int i = 0; i < coefficients; i++) {
        for (int j = 0; j < coefficients; j++) {
          cross[i][j] += levered[i] * levered[j];
        }
      }
    }
    for (double[] row : cross) {
      squares += dot(row, row);
    }
    return new double[] {variance, trace * trace / squares};
  }

  /** Multiplies by the inverse root of I - S, direction by direction. */
  private static double[] adjusted(double[][] leverage, double[] contrast) {
    double[][] values = Arrays.stream(leverage).map(double[]::clone).toArray(double[][]::new);
    double[][] vectors = Eigenvectors.of(values);
    double[] adjusted = new double[contrast.length];
    for (int k = 0; k < contrast.length; k++) {
      // (I - S)^-1/2 v = sum over eigenvectors u of S with values s of u (u'v) / sqrt(1 - s)
      double part = dot(vectors[k], contrast);
      double free = 1 - values[k][k];
      if (free < DETERMINED) {
        requireNoPart(part, contrast);
        continue;
      }
      for (int i = 0; i < adjusted.length; i++) {
        adjusted[i] += part / Math.sqrt(free) * vectors[k][i];
      }
    }
    return adjusted;
  }

  private static void requireNoPart(double part, double[] contrast) {
    // the contrast must not depend on a direction in which one patient has leverage 1
    if (Math.abs(part) > Math.sqrt(DETERMINED * dot(contrast, contrast))) {
      throw new IllegalArgumentException(
          "patients on whom a group or a coefficient rests [count] must lie in 2.."
              + Integer.MAX_VALUE + ", but was 1");
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
  }

  /** Terms that cancel but for their last digits add up to 0. */
  private static double unlessRounding(double[] one, double[] other) {
    double sum = 0;
    double size = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
      size += Math.abs(one[i] * other[i]);
    }
    return Math.abs(sum) <= CANCELLED * size ? 0 : sum;
  }

  static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
