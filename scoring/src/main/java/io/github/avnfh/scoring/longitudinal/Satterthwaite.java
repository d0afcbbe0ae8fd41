package io.github.avnfh.scoring.longitudinal;

import java.util.List;

/**
 * The variance of a contrast by the model, f = c'Fc, and its degrees of freedom 2 f^2 / (g'Ag),
 * where g is the derivative of f by the parameters of the covariance and A, twice the inverse of
 * the second derivatives of minus twice the log-likelihood, their covariance. A parameter on its
 * bound is not estimated and has no part in them.
 *
 * @see <a href="https://doi.org/10.2307/2530872">Giesbrecht FG, Burns JC. Two-stage analysis based
 *     on a mixed model: large-sample asymptotic theory and small-sample simulation results.
 *     Biometrics 1985;41:477-86</a>
 */
final class Satterthwaite implements ContrastVariance {
  private final Likelihood.Maximum maximum;
  private final Matrix covariance;

  Satterthwaite(Likelihood.Maximum maximum) {
    this.maximum = maximum;
    int[] free = maximum.free().stream().mapToInt(Integer::intValue).toArray();
    Likelihood.Derivatives derivatives = maximum.derivatives();
    this.covariance = derivatives
        .observed()
        .block(free)
        .cholesky()
        .or(() -> derivatives.expected().block(free).cholesky())
        .orElseThrow(() -> new IllegalArgumentException(
            "covariance parameters [count] must be estimable, but " + free.length + " are not"))
        .inverse();
  }

  @Override
  public double covariance(double[] one, double[] other) {
    return maximum.point().covariance().form(one, other);
  }

  @Override
  public double degreesOfFreedom(double[] contrast) {
    double[] solved = maximum.point().covariance().times(contrast);
    List<Integer> free = maximum.free();
    double[] gradient = free.stream()
        .mapToDouble(i -> maximum.derivatives().form(i).form(solved, solved))
        .toArray();
    double variance = variance(contrast);
    return variance * variance / covariance.form(gradient, gradient);
  }
}
