package io.github.avnfh.survival.internal;

import io.github.avnfh.core.statistics.CompensatedSum;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** Quadratic forms of covariance matrices. */
public final class QuadraticForm {
  private static final double NEGLIGIBLE = 1e-12;
  private static final double RESIDUAL = 1e-10;
  private static final int STEPS = 1_000;

  private QuadraticForm() {}

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
      // V = L D L': u'V^-1 u is the sum over pivots of (what is left of u)^2 / pivot
      form += u[pivot] * (u[pivot] / a[pivot][pivot]);
      eliminate(a, u, used, pivot);
    }
    return new double[] {form, rank};
  }

  /**
   * Computes u' V<sup>-1</sup> u.
   *
   * @param covariance a symmetric matrix V
   * @param vector a vector u
   * @param least what a variance must exceed, given the variables before it, to be one
   * @return the value of the form, or nothing where V is not positive definite by that measure
   */
  public static OptionalDouble positiveForm(
      double[][] covariance, double[] vector, double[] least) {
    int size = vector.length;
    double[][] a = new double[size][];
    for (int i = 0; i < size; i++) {
      a[i] = covariance[i].clone();
    }
    double[] u = vector.clone();
    boolean[] used = new boolean[size];
    double form = 0;
    for (int pivot = 0; pivot < size; pivot++) {
      if (!(a[pivot][pivot] > least[pivot])) {
        return OptionalDouble.empty();
      }
      used[pivot] = true;
      form += u[pivot] * (u[pivot] / a[pivot][pivot]);
      eliminate(a, u, used, pivot);
    }
    return OptionalDouble.of(form);
  }

  /**
   * Computes u' V<sup>-</sup> u by conjugate gradients, in at most twice as many steps as there are
   * variables, and no more than 1,000. The error of the form is the square of that of the solution,
   * which is why the residual need not become smaller than 1e-10.
   *
   * @param matrix what a symmetric positive semidefinite matrix V makes of a vector
   * @param scale about how large the variances are; where 0, the variable is left out
   * @param vector a vector u in the range of V
   * @return the value of the form, or nothing where V is not positive definite, or nearly so
   * @see <a href="https://doi.org/10.6028/jres.049.044">Hestenes MR, Stiefel E. Methods of
   *     conjugate gradients for solving linear systems. J Res Natl Bur Stand 1952;49:409-36</a>
   */
  public static OptionalDouble iteratedForm(
      UnaryOperator<double[]> matrix, double[] scale, double[] vector) {
    double[] residual = vector.clone();
    double[] direction = scaled(residual, scale);
    double size = product(residual, direction);
    double end = size * RESIDUAL * RESIDUAL;
    double form = 0;
    for (int step = 0; step < Math.min(STEPS, 2 * vector.length) && size > end; step++) {
      double[] image = matrix.apply(direction);
      double curvature = product(direction, image);
      if (!(curvature > 0)) {
        return OptionalDouble.empty();
      }
      double length = size / curvature;
      // each step adds (r'z)^2 / (p'Vp) to u'V^-1 u
      form += length * size;
      for (int i = 0; i < residual.length; i++) {
        residual[i] -= length * image[i];
      }
      double[] next = scaled(residual, scale);
      double left = product(residual, next);
      for (int i = 0; i < next.length; i++) {
        next[i] += left / size * direction[i];
      }
      direction = next;
      size = left;
    }
    return size > end ? OptionalDouble.empty() : OptionalDouble.of(form);
  }

  private static double product(double[] one, double[] other) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < one.length; i++) {
      sum.add(one[i] * other[i]);
    }
    return sum.value();
  }

  private static double[] scaled(double[] vector, double[] scale) {
    double[] scaled = new double[vector.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = scale[i] > 0 ? vector[i] / scale[i] : 0;
    }
    return scaled;
  }

  private static int largest(double[][] a, boolean[] used, double[][] original) {
    int best = -1;
    for (int i = 0; i < a.length; i++) {
      // a diagonal of which elimination leaves this little is a sum of multiples of those before
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
        // Schur complement: a_ij - a_ip a_pj / a_pp, and u_i - a_ip u_p / a_pp
        double factor = a[i][pivot] / a[pivot][pivot];
        u[i] -= factor * u[pivot];
        for (int j = 0; j < a.length; j++) {
          a[i][j] -= used[j] ? 0 : factor * a[pivot][j];
        }
      }
    }
  }
}
