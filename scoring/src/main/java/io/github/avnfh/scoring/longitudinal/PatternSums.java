package io.github.avnfh.scoring.longitudinal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a likelihood needs of all clusters whose covariance matrix is the same, such as the hips
 * with the same visits: for each pair of places a and b, the sum over clusters of z_a z_b' + z_b
 * z_a', where z is a row of the design with the outcome behind it.
 *
 * <p>As the covariance matrix enters a likelihood only through sums over a and b of M_ab z_a z_b'
 * for a few matrices M, each step of a search costs as much as there are patterns, however many
 * clusters there are. A pattern of few clusters keeps their rows, which take less room.
 */
final class PatternSums {
  private final int[] key;
  private final int rows;
  private final int columns;
  private int clusters;
  private List<double[][]> kept = new ArrayList<>();
  private Matrix[] sums = new Matrix[0];

  private PatternSums(int[] key, int rows, int columns) {
    this.key = key;
    this.rows = rows;
    this.columns = columns;
  }

  /** The patterns of clusters, in order of first appearance. */
  static final class Table {
    private final Map<List<Integer>, PatternSums> patterns = new LinkedHashMap<>();
    private final int columns;

    Table(int columns) {
      this.columns = columns;
    }

    /** Adds a cluster, whose rows are kept. */
    void add(int[] key, double[][] cluster) {
      patterns
          .computeIfAbsent(
              Arrays.stream(key).boxed().toList(),
              unseen -> new PatternSums(key, cluster.length, columns))
          .add(cluster);
    }

    List<PatternSums> patterns() {
      return List.copyOf(patterns.values());
    }
  }

  /** One pattern of many clusters of one row, of which only the sum of z z' is known. */
  static PatternSums ofSquares(int clusters, Matrix squares) {
    PatternSums pattern = new PatternSums(new int[0], 1, squares.columns());
    pattern.clusters = clusters;
    pattern.kept = List.of();
    pattern.sums = new Matrix[] {squares};
    return pattern;
  }

  private void add(double[][] cluster) {
    clusters++;
    if (sums.length > 0) {
      addSquares(cluster);
      return;
    }
    kept.add(cluster);
    // k clusters keep k rows columns numbers, the sums rows (rows + 1) / 2 columns^2: equal at
    // k = (rows + 1) columns / 2
    if (kept.size() > (rows + 1) * columns / 2) {
      sums = new Matrix[rows * (rows + 1) / 2];
      Arrays.setAll(sums, pair -> Matrix.square(columns));
      kept.forEach(this::addSquares);
      kept = List.of();
    }
  }

  private void addSquares(double[][] cluster) {
    int pair = 0;
    for (int a = 0; a < rows; a++) {
      sums[pair++].addSquare(1, cluster[a]);
      for (int b = a + 1; b < rows; b++) {
        // z_a z_b' + z_b z_a' is symmetric, and serves M_ab and M_ba at once
        sums[pair].addProduct(1, cluster[a], cluster[b]);
        sums[pair++].addProduct(1, cluster[b], cluster[a]);
      }
    }
  }

  int[] key() {
    return key;
  }

  int rows() {
    return rows;
  }

  int clusters() {
    return clusters;
  }

  /** Adds the sum over clusters of Z'MZ for a symmetric M. */
  void addForm(Matrix middle, Matrix target) {
    for (double[][] cluster : kept) {
      for (int a = 0; a < rows; a++) {
        double[] sum = new double[columns];
        for (int b = 0; b < rows; b++) {
          for (int j = 0; j < columns; j++) {
            sum[j] += middle.get(a, b) * cluster[b][j];
          }
        }
        target.addProduct(1, cluster[a], sum);
      }
    }
    if (sums.length > 0) {
      int pair = 0;
      for (int a = 0; a < rows; a++) {
        for (int b = a; b < rows; b++) {
          // M_aa z_a z_a', and for a < b M_ab (z_a z_b' + z_b z_a')
          target.add(middle.get(a, b), sums[pair++]);
        }
      }
    }
  }

  /** The matrix of the sums over clusters of z_a'Cz_b for a symmetric C. */
  Matrix moments(Matrix inner) {
    Matrix moments = Matrix.square(rows);
    for (double[][] cluster : kept) {
      for (int b = 0; b < rows; b++) {
        double[] right = inner.times(cluster[b]);
        for (int a = 0; a < rows; a++) {
          moments.add(a, b, Matrix.dot(cluster[a], right));
        }
      }
    }
    if (sums.length > 0) {
      int pair = 0;
      for (int a = 0; a < rows; a++) {
        moments.set(a, a, inner.traceOfProduct(sums[pair++]));
        for (int b = a + 1; b < rows; b++) {
          // z_a'C z_b = tr C z_b z_a', and the sum of both orders has twice that trace
          double half = inner.traceOfProduct(sums[pair++]) / 2;
          moments.set(a, b, half);
          moments.set(b, a, half);
        }
      }
    }
    return moments;
  }
}
