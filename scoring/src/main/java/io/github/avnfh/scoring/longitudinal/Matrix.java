package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.scoring.internal.Eigenvectors;
import java.util.Optional;

/**
 * A small dense matrix.
 *
 * <p>Models over visits need many of them, of a few rows each: the covariance of the visits of one
 * hip, and of as many coefficients as a model has. A library for large matrices would be the
 * heaviest part of this module, and its decompositions copy more than they compute at this size.
 */
final class Matrix {
  /** A pivot of no more than this, relative to the diagonal, is rounding. */
  private static final double SINGULAR = 1e-13;

  private final double[][] cells;
  private final int columns;

  private Matrix(double[][] cells, int columns) {
    this.cells = cells;
    this.columns = columns;
  }

  static Matrix zero(int rows, int columns) {
    return new Matrix(new double[rows][columns], columns);
  }

  static Matrix square(int size) {
    return zero(size, size);
  }

  static Matrix identity(int size) {
    Matrix identity = square(size);
    for (int i = 0; i < size; i++) {
      identity.cells[i][i] = 1;
    }
    return identity;
  }

  /** Takes the rows as they are. */
  static Matrix ofRows(double[][] rows, int columns) {
    return new Matrix(rows, columns);
  }

  int rows() {
    return cells.length;
  }

  int columns() {
    return columns;
  }

  double get(int row, int column) {
    return cells[row][column];
  }

  double[] row(int row) {
    return cells[row];
  }

  double[][] cells() {
    return cells;
  }

  void set(int row, int column, double value) {
    cells[row][column] = value;
  }

  void add(int row, int column, double value) {
    cells[row][column] += value;
  }

  /** Adds a multiple of another matrix. */
  void add(double factor, Matrix other) {
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < columns; j++) {
        cells[i][j] += factor * other.cells[i][j];
      }
    }
  }

  /** Adds a smaller matrix to the upper left block. */
  void addBlock(Matrix block) {
    for (int i = 0; i < block.cells.length; i++) {
      for (int j = 0; j < block.columns; j++) {
        cells[i][j] += block.cells[i][j];
      }
    }
  }

  /** Adds a multiple of x x'. */
  void addSquare(double factor, double[] x) {
    addProduct(factor, x, x);
  }

  /** Adds a multiple of x y'. */
  void addProduct(double factor, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      double part = factor * x[i];
      if (part != 0) {
        for (int j = 0; j < y.length; j++) {
          cells[i][j] += part * y[j];
        }
      }
    }
  }

  Matrix copy() {
    Matrix copy = zero(cells.length, columns);
    copy.add(1, this);
    return copy;
  }

  /** The upper left block. */
  Matrix block(int size) {
    Matrix block = square(size);
    for (int i = 0; i < size; i++) {
      System.arraycopy(cells[i], 0, block.cells[i], 0, size);
    }
    return block;
  }

  /** Some rows and the same columns. */
  Matrix block(int[] chosen) {
    Matrix block = square(chosen.length);
    for (int i = 0; i < chosen.length; i++) {
      for (int j = 0; j < chosen.length; j++) {
        block.cells[i][j] = cells[chosen[i]][chosen[j]];
      }
    }
    return block;
  }

  Matrix transposed() {
    Matrix transposed = zero(columns, cells.length);
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < columns; j++) {
        transposed.cells[j][i] = cells[i][j];
      }
    }
    return transposed;
  }

  Matrix times(Matrix other) {
    Matrix product = zero(cells.length, other.columns);
    for (int i = 0; i < cells.length; i++) {
      double[] sums = product.cells[i];
      for (int k = 0; k < columns; k++) {
        double factor = cells[i][k];
        if (factor != 0) {
          double[] row = other.cells[k];
          for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * row[j];
          }
        }
      }
    }
    return product;
  }

  double[] times(double[] vector) {
    double[] product = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      product[i] = dot(cells[i], vector);
    }
    return product;
  }

  /** x'Ay. */
  double form(double[] x, double[] y) {
    return dot(x, times(y));
  }

  /** The trace of AB. */
  double traceOfProduct(Matrix other) {
    double trace = 0;
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < columns; j++) {
        trace += cells[i][j] * other.cells[j][i];
      }
    }
    return trace;
  }

  static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** The Cholesky factor of a symmetric matrix; nothing if the matrix is not positive definite. */
  Optional<Cholesky> cholesky() {
    Cholesky factor = new Cholesky(this);
    return factor.dependent() < 0 ? Optional.of(factor) : Optional.empty();
  }

  /** The first row that the rows before it determine, to a tolerance relative to its diagonal. */
  int firstDependent(double tolerance) {
    return new Cholesky(this, tolerance).dependent();
  }

  /** A = LL' with a lower triangle L. */
  static final class Cholesky {
    private final double[][] lower;
    private int dependent = -1;

    private Cholesky(Matrix symmetric) {
      this(symmetric, SINGULAR);
    }

    private Cholesky(Matrix symmetric, double tolerance) {
      int n = symmetric.rows();
      this.lower = new double[n][n];
      for (int j = 0; j < n && dependent < 0; j++) {
        // l_jj^2 = a_jj - sum over k < j of l_jk^2: what the rows before leave of a_jj
        double pivot = symmetric.cells[j][j];
        for (int k = 0; k < j; k++) {
          pivot -= lower[j][k] * lower[j][k];
        }
        // written so that NaN counts as dependent
        if (!(pivot > tolerance * symmetric.cells[j][j])) {
          dependent = j;
        } else {
          fill(symmetric, j, Math.sqrt(pivot));
        }
      }
    }

    private void fill(Matrix symmetric, int j, double root) {
      lower[j][j] = root;
      for (int i = j + 1; i < lower.length; i++) {
        // l_ij = (a_ij - sum over k < j of l_ik l_jk) / l_jj
        double rest = symmetric.cells[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = rest / root;
      }
    }

    private int dependent() {
      return dependent;
    }

    /** The factor L. */
    Matrix lower() {
      return ofRows(lower, lower.length);
    }

    double logDeterminant() {
      double sum = 0;
      for (int i = 0; i < lower.length; i++) {
        // |A| = |L|^2, and the determinant of a triangle is the product of its diagonal
        sum += 2 * Math.log(lower[i][i]);
      }
      return sum;
    }

    double[] solve(double[] right) {
      double[] solution = right.clone();
      // L z = b forward, then L'x = z backward
      for (int i = 0; i < solution.length; i++) {
        for (int k = 0; k < i; k++) {
          solution[i] -= lower[i][k] * solution[k];
        }
        solution[i] /= lower[i][i];
      }
      for (int i = solution.length; i-- > 0; ) {
        for (int k = i + 1; k < solution.length; k++) {
          solution[i] -= lower[k][i] * solution[k];
        }
        solution[i] /= lower[i][i];
      }
      return solution;
    }

    Matrix inverse() {
      int n = lower.length;
      Matrix inverse = square(n);
      for (int j = 0; j < n; j++) {
        double[] unit = new double[n];
        unit[j] = 1;
        double[] column = solve(unit);
        for (int i = 0; i < n; i++) {
          inverse.cells[i][j] = column[i];
        }
      }
      return inverse;
    }
  }

  /**
   * The inverse square root of a symmetric matrix whose eigenvalues are not negative, by Jacobi's
   * rotations; directions with an eigenvalue of 0 are left out.
   *
   * @param zero the largest eigenvalue, relative to the largest of all, that counts as 0
   */
  Matrix inverseRoot(double zero) {
    int n = cells.length;
    Matrix values = copy();
    double[][] vectors = Eigenvectors.of(values.cells);
    double largest = 0;
    for (int k = 0; k < n; k++) {
      largest = Math.max(largest, values.cells[k][k]);
    }
    Matrix root = square(n);
    for (int k = 0; k < n; k++) {
      if (values.cells[k][k] > zero * largest) {
        // sum of u u' / sqrt(d) over eigenvalues d with eigenvectors u
        root.addSquare(1 / Math.sqrt(values.cells[k][k]), vectors[k]);
      }
    }
    return root;
  }
}
