package io.github.avnfh.survival.regression;

import java.util.Optional;

/** A symmetric matrix by its Cholesky factor: solving, inverting, and the log determinant. */
final class SymmetricMatrix {
  /** What is left of a variable's own diagonal below this is rounding. */
  private static final double SINGULAR = 1e-13;

  private final double[][] factor;

  private SymmetricMatrix(double[][] factor) {
    this.factor = factor;
  }

  /** Factors a matrix, or nothing where it is not positive definite. */
  static Optional<SymmetricMatrix> of(double[][] matrix) {
    int size = matrix.length;
    double[][] factor = new double[size][size];
    for (int j = 0; j < size; j++) {
      // l_jj^2 = a_jj - sum of l_jk^2; written so that NaN is not positive definite
      double left = matrix[j][j];
      for (int k = 0; k < j; k++) {
        left -= factor[j][k] * factor[j][k];
      }
      if (!(left > SINGULAR * matrix[j][j])) {
        return Optional.empty();
      }
      factor[j][j] = Math.sqrt(left);
      for (int i = j + 1; i < size; i++) {
        double value = matrix[i][j];
        for (int k = 0; k < j; k++) {
          value -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = value / factor[j][j];
      }
    }
    return Optional.of(new SymmetricMatrix(factor));
  }

  double[] solve(double[] vector) {
    int size = vector.length;
    // L y = b forward, then L'x = y backward
    double[] y = vector.clone();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        y[i] -= factor[i][k] * y[k];
      }
      y[i] /= factor[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        y[i] -= factor[k][i] * y[k];
      }
      y[i] /= factor[i][i];
    }
    return y;
  }

  double[][] inverse() {
    int size = factor.length;
    double[][] inverse = new double[size][];
    for (int j = 0; j < size; j++) {
      double[] unit = new double[size];
      unit[j] = 1;
      inverse[j] = solve(unit);
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        // symmetric to the last digit
        double mean = (inverse[i][j] + inverse[j][i]) / 2;
        inverse[i][j] = mean;
        inverse[j][i] = mean;
      }
    }
    return inverse;
  }

  /** The inverse of the lower factor C of C C', so that its square W'W is the inverse. */
  double[][] inverseFactor() {
    int size = factor.length;
    double[][] inverse = new double[size][size];
    for (int j = 0; j < size; j++) {
      inverse[j][j] = 1 / factor[j][j];
      for (int i = j + 1; i < size; i++) {
        double value = 0;
        for (int k = j; k < i; k++) {
          value -= factor[i][k] * inverse[k][j];
        }
        inverse[i][j] = value / factor[i][i];
      }
    }
    return inverse;
  }

  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < factor.length; i++) {
      // |A| = |L|^2
      sum += 2 * Math.log(factor[i][i]);
    }
    return sum;
  }

  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < matrix.length; i++) {
      product[i] = inner(matrix[i], vector);
    }
    return product;
  }

  static double inner(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }

  /** A B A' for symmetric B. */
  static double[][] sandwich(double[][] a, double[][] b) {
    int size = a.length;
    double[][] left = new double[size][];
    for (int i = 0; i < size; i++) {
      left[i] = times(b, a[i]);
    }
    double[][] product = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        product[i][j] = inner(left[i], a[j]);
      }
    }
    return product;
  }

  /** The rows and columns that are kept. */
  static double[][] part(double[][] matrix, int[] kept) {
    double[][] part = new double[kept.length][kept.length];
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        part[i][j] = matrix[kept[i]][kept[j]];
      }
    }
    return part;
  }

  /** Where a half matrix, row by row up to the diagonal, has an entry of either half. */
  static int half(int j, int k) {
    return j >= k ? j * (j + 1) / 2 + k : k * (k + 1) / 2 + j;
  }
}
