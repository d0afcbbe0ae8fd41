package io.github.avnfh.scoring.longitudinal;

import java.util.ArrayList;
import java.util.List;

/**
 * The variance of a contrast adjusted for estimating the covariance of the scores, and degrees of
 * freedom that match the moments of its square.
 *
 * <p>With F, P_i and Q_ij = X'V^-1 V_i V^-1 V_j V^-1 X, and W the inverse of the information on the
 * parameters of V, the adjusted matrix is F + 2 F [sum of W_ij (Q_ij - P_i F P_j)] F. For one
 * contrast c, the degrees of freedom are 2 / A with A the sum of W_ij a_i a_j and a_i = c'F P_i F c
 * / c'F c. The information is the expected one, as published, or the observed one, as SAS has it.
 * Second derivatives of V are left out: they are 0 for variances and covariances, and differ from 0
 * for a correlation. All variances have a part, also one that is 0.
 *
 * @see <a href="https://doi.org/10.2307/2533558">Kenward MG, Roger JH. Small sample inference for
 *     fixed effects from restricted maximum likelihood. Biometrics 1997;53:983-97</a>
 */
final class KenwardRoger implements ContrastVariance {
  private final Matrix unadjusted;
  private final Matrix adjusted;
  private final Matrix weights;
  private final List<Matrix> forms = new ArrayList<>();

  KenwardRoger(Likelihood likelihood, Likelihood.Maximum maximum, boolean isObserved) {
    Likelihood.Derivatives derivatives = maximum.derivatives();
    int count = derivatives.expected().rows();
    this.unadjusted = maximum.point().covariance();
    this.weights = Matrix.square(count);
    weights.add(
        2,
        (isObserved ? derivatives.observed() : derivatives.expected())
            .cholesky()
            .orElseThrow(() -> new IllegalArgumentException(
                "covariance parameters [count] must be estimable, but one of " + count
                    + " is not; use Satterthwaite's degrees of freedom"))
            .inverse());
    Matrix middle = likelihood.secondForm(maximum.point(), weights);
    for (int i = 0; i < count; i++) {
      forms.add(unadjusted.times(derivatives.form(i)).times(unadjusted));
    }
    for (int i = 0; i < count; i++) {
      Matrix weighted = Matrix.square(unadjusted.rows());
      for (int j = 0; j < count; j++) {
        weighted.add(weights.get(i, j), derivatives.form(j));
      }
      middle.add(-1, derivatives.form(i).times(unadjusted).times(weighted));
    }
    this.adjusted = unadjusted.copy();
    adjusted.add(2, unadjusted.times(middle).times(unadjusted));
  }

  @Override
  public double variance(double[] contrast) {
    return adjusted.form(contrast, contrast);
  }

  @Override
  public double degreesOfFreedom(double[] contrast) {
    double variance = unadjusted.form(contrast, contrast);
    double[] parts = forms.stream()
        .mapToDouble(form -> form.form(contrast, contrast) / variance)
        .toArray();
    return 2 / weights.form(parts, parts);
  }
}
