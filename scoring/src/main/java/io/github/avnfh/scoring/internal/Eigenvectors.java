package io.github.avnfh.scoring.internal;

/** Eigenvalues and eigenvectors of small symmetric matrices, by Jacobi's rotations. */
public final class Eigenvectors {
  /** What is left beside the diagonal, relative to all squares, that rounding makes. */
  private static final double NEGLIGIBLE = 1e-32;

  private Eigenvectors() {}

  /**
   * Turns a matrix until nothing is left beside its diagonal.
   *
   * @param symmetric a symmetric matrix, whose diagonal holds the eigenvalues afterwards
   * @return the eigenvectors as rows, in the order of the eigenvalues
   */
  public static double[][] of(double[][] symmetric) {
    int n = symmetric.length;
    double[][] vectors = new double[n][n];
    double size = 0;
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
      for (int j = 0; j < n; j++) {
        size += symmetric[i][j] * symmetric[i][j];
      }
    }
    while (besideDiagonal(symmetric) > NEGLIGIBLE * size) {
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          rotate(symmetric, vectors, i, j);
        }
      }
    }
    return vectors;
  }

  private static double besideDiagonal(double[][] symmetric) {
    double sum = 0;
    for (int i = 0; i < symmetric.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += symmetric[i][j] * symmetric[i][j];
      }
    }
    return sum;
  }

  /** The rotation in the plane of i and j after which their product is 0. */
  private static void rotate(double[][] symmetric, double[][] vectors, int i, int j) {
    if (symmetric[i][j] == 0) {
      return;
    }
    // the smaller root of t^2 + 2 ratio t - 1 = 0 is the tangent, which turns the least
    double ratio = (symmetric[j][j] - symmetric[i][i]) / (2 * symmetric[i][j]);
    double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.hypot(1, ratio));
    double cosine = 1 / Math.hypot(1, tangent);
    double sine = tangent * cosine;
    for (double[] row : symmetric) {
      double first = row[i];
      row[i] = cosine * first - sine * row[j];
      row[j] = sine * first + cosine * row[j];
    }
    rotateRows(symmetric[i], symmetric[j], cosine, sine);
    rotateRows(vectors[i], vectors[j], cosine, sine);
    symmetric[i][j] = 0;
    symmetric[j][i] = 0;
  }

  private static void rotateRows(double[] first, double[] second, double cosine, double sine) {
    for (int k = 0; k < first.length; k++) {
      double before = first[k];
      first[k] = cosine * before - sine * second[k];
      second[k] = sine * before + cosine * second[k];
    }
  }
}
