package io.github.avnfh.survival.internal;

/** Quadratic forms of a covariance matrix that may be singular. */
public final class Solver {
  private static final double NEGLIGIBLE = 1e-12;

  private Solver() {}

  /**
   * Computes u' V<sup>-</sup> u with a generalized inverse, and the rank of V.
   *
   * @param covariance a symmetric positive semidefinite matrix V
   * @param vector a vector u in its range
   * @return the value of the form, then the rank
   */
  public static double[] quadraticForm(double[][] covariance, double[] vector) {
    int size = vector.length;
    double[][] a = new double[size][];
    for (int i = 0; i < size; i++) {
      a[i] = covariance[i].clone();
    }
    double[] u = vector.clone();
    boolean[] used = new boolean[size];
    double form = 0;
    int rank = 0;
    for (int pivot = largest(a, used, covariance);
        pivot >= 0;
        pivot = largest(a, used, covariance)) {
      used[pivot] = true;
      rank++;
      form += u[pivot] * (u[pivot] / a[pivot][pivot]);
      eliminate(a, u, used, pivot);
    }
    return new double[] {form, rank};
  }

  private static int largest(double[][] a, boolean[] used, double[][] original) {
    int best = -1;
    for (int i = 0; i < a.length; i++) {
      boolean usable = !used[i] && a[i][i] > NEGLIGIBLE * original[i][i];
      if (usable && (best < 0 || a[i][i] > a[best][best])) {
        best = i;
      }
    }
    return best;
  }

  private static void eliminate(double[][] a, double[] u, boolean[] used, int pivot) {
    for (int i = 0; i < a.length; i++) {
      if (!used[i]) {
        double factor = a[i][pivot] / a[pivot][pivot];
        u[i] -= factor * u[pivot];
        for (int j = 0; j < a.length; j++) {
          a[i][j] -= used[j] ? 0 : factor * a[pivot][j];
        }
      }
    }
  }
}
