package io.github.avnfh.scoring.longitudinal;

import io.github.avnfh.scoring.internal.Eigenvectors;
import java.util.Optional;
import java.util.stream.IntStream;

/** How large the errors of contrasts of coefficients are, and how well that is known. */
interface ContrastVariance {
  /** An eigenvalue of no more than this, relative to the largest, is rounding. */
  double SINGULAR = 1e-11;

  /** The covariance of two contrasts. */
  double covariance(double[] one, double[] other);

  /** The degrees of freedom of the variance of a contrast. */
  double degreesOfFreedom(double[] contrast);

  /** The variance of a contrast. */
  default double variance(double[] contrast) {
    return covariance(contrast, contrast);
  }

  /** An F test with its degrees of freedom. */
  record FTest(double statistic, int numerator, double denominator) {}

  /**
   * The test of q contrasts all being 0; nothing where one of them depends on the others.
   *
   * <p>With P the eigenvectors of their covariance, the q contrasts P'L are independent, each with
   * a t with its degrees of freedom v. F is the mean of t^2, and its denominator has 2 E / (E - q)
   * degrees of freedom, E the sum of v / (v - 2), so that F has the mean of q F; where a v is 2 or
   * less, it has 2.
   *
   * @see <a href="https://doi.org/10.1080/00949659608811740">Fai AHT, Cornelius PL. Approximate
   *     F-tests of multiple degree of freedom hypotheses in generalized least squares analyses of
   *     unbalanced split-plot experiments. J Stat Comput Simul 1996;54:363-78</a>
   */
  default Optional<FTest> test(double[][] contrasts, double[] beta) {
    int q = contrasts.length;
    // covariance of the contrasts: L F L' = P'DP, the rows of P being the eigenvectors
    double[][] eigenvalues = covariances(contrasts).cells();
    double[][] vectors = Eigenvectors.of(eigenvalues);
    double largest =
        IntStream.range(0, q).mapToDouble(m -> eigenvalues[m][m]).max().orElse(0);
    double sum = 0;
    double expected = 0;
    double fewest = Double.POSITIVE_INFINITY;
    for (int m = 0; m < q; m++) {
      // a combination without variance: one contrast is a sum of multiples of the others
      if (!(eigenvalues[m][m] > SINGULAR * largest)) {
        return Optional.empty();
      }
      double[] rotated = Matrix.ofRows(contrasts, beta.length).transposed().times(vectors[m]);
      // t_m^2 = (p_m'L b)^2 / d_m, the square of a t on v_m degrees of freedom, whose mean is
      // v_m / (v_m - 2)
      double value = Matrix.dot(rotated, beta);
      sum += value * value / eigenvalues[m][m];
      double degrees = degreesOfFreedom(rotated);
      expected += degrees / (degrees - 2);
      fewest = Math.min(fewest, degrees);
    }
    // q F has the mean E = sum v_m / (v_m - 2); F with q and w degrees has the mean w / (w - 2),
    // and q w / (w - 2) = E gives w = 2 E / (E - q); the mean of a t^2 with v <= 2 is infinite
    double denominator = q == 1 ? fewest : fewest > 2 ? 2 * expected / (expected - q) : 2;
    return Optional.of(new FTest(sum / q, q, denominator));
  }

  /** The covariance matrix of some contrasts. */
  default Matrix covariances(double[][] contrasts) {
    Matrix covariances = Matrix.square(contrasts.length);
    for (int i = 0; i < contrasts.length; i++) {
      for (int j = 0; j < contrasts.length; j++) {
        covariances.set(i, j, covariance(contrasts[i], contrasts[j]));
      }
    }
    return covariances;
  }
}
