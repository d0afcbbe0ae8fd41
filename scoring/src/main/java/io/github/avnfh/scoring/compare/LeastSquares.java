package io.github.avnfh.scoring.compare;

import java.util.Arrays;

/**
 * A linear model fitted by least squares, with an intercept: X = QR by Gram and Schmidt, each
 * column twice, so that Q is orthonormal to rounding.
 */
final class LeastSquares {
  /** What is left of a column that the columns before it do not explain, relative to its length. */
  private static final double COLLINEAR = 1e-10;

  /** Residuals of no more than this, relative to the values, are what rounding leaves of a fit. */
  private static final double EXACT = 1e-14;

  private final double[][] orthonormal;
  private final double[][] triangle;
  private final double[] projections;
  private final double[] residuals;

  private LeastSquares(double[] values, double[][] columns) {
    this.orthonormal = new double[columns.length][];
    this.triangle = new double[columns.length][columns.length];
    for (int column = 0; column < columns.length; column++) {
      orthonormalize(columns[column], column);
    }
    this.residuals = values.clone();
    this.projections = new double[columns.length];
    for (int column = 0; column < columns.length; column++) {
      // Q'y one by one, each from what is left of y, so that e stays orthogonal to Q
      projections[column] = remove(orthonormal[column], residuals);
    }
    double size = Math.sqrt(ClusterVariance.dot(values, values));
    if (Math.sqrt(ClusterVariance.dot(residuals, residuals)) <= EXACT * size) {
      Arrays.fill(residuals, 0);
    }
  }

  static LeastSquares of(double[] values, double[][] columns) {
    return new LeastSquares(values, columns);
  }

  private void orthonormalize(double[] column, int index) {
    double[] left = column.clone();
    // "twice is enough" (Kahan): the first pass leaves a part of the size of rounding over the
    // length that is left, the second removes it
    for (int pass = 0; pass < 2; pass++) {
      for (int before = 0; before < index; before++) {
        triangle[before][index] += remove(orthonormal[before], left);
      }
    }
    double length = Math.sqrt(ClusterVariance.dot(left, left));
    if (!(length > COLLINEAR * Math.sqrt(ClusterVariance.dot(column, column)))) {
      throw new IllegalArgumentException(
          "columns of a linear model [count] must be independent of each other, but column " + index
              + " is a sum of multiples of the columns before it");
    }
    triangle[index][index] = length;
    orthonormal[index] = Arrays.stream(left).map(value -> value / length).toArray();
  }

  /** Subtracts the part along a direction of unit length, and returns its length. */
  private static double remove(double[] direction, double[] vector) {
    double part = ClusterVariance.dot(direction, vector);
    for (int row = 0; row < vector.length; row++) {
      vector[row] -= part * direction[row];
    }
    return part;
  }

  double[][] orthonormal() {
    return orthonormal;
  }

  double[] residuals() {
    return residuals;
  }

  /** The contrast v = R'^-1 c of one coefficient, by forward substitution. */
  double[] contrast(int coefficient) {
    double[] contrast = new double[triangle.length];
    for (int row = coefficient; row < contrast.length; row++) {
      double rest = row == coefficient ? 1 : 0;
      for (int before = coefficient; before < row; before++) {
        rest -= triangle[before][row] * contrast[before];
      }
      contrast[row] = rest / triangle[row][row];
    }
    return contrast;
  }

  double coefficient(int index) {
    // b_j = c'R^-1 Q'y = v'Q'y
    return ClusterVariance.dot(contrast(index), projections);
  }

  /** The standard error of a coefficient if all rows were independent. */
  double naiveError(int coefficient) {
    double variance =
        ClusterVariance.dot(residuals, residuals) / (residuals.length - triangle.length);
    // var b_j = s^2 c'(X'X)^-1 c = s^2 v'v
    double[] contrast = contrast(coefficient);
    return Math.sqrt(variance * ClusterVariance.dot(contrast, contrast));
  }
}
