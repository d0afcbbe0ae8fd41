package io.github.avnfh.scoring.longitudinal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    // the derivatives are those of -2 log L, so the information is half of them and W twice the
    // inverse
    weights.add(
        2,
        (isObserved ? derivatives.observed() : derivatives.expected())
            .cholesky()
            .orElseThrow(() -> new IllegalArgumentException(
                "covariance parameters [count] must be estimable, but one of " + count
                    + " is not; use Satterthwaite's degrees of freedom"))
            .inverse());
    // sum of W_ij Q_ij
    Matrix middle = likelihood.secondForm(maximum.point(), weights);
    for (int i = 0; i < count; i++) {
      // - F P_i F; the sign cancels, as each is used twice
      forms.add(unadjusted.times(derivatives.form(i)).times(unadjusted));
    }
    for (int i = 0; i < count; i++) {
      // sum over j of W_ij P_j first, so that a product of matrices is needed for each i only
      Matrix weighted = Matrix.square(unadjusted.rows());
      for (int j = 0; j < count; j++) {
        weighted.add(weights.get(i, j), derivatives.form(j));
      }
      middle.add(-1, derivatives.form(i).times(unadjusted).times(weighted));
    }
    this.adjusted = unadjusted.copy();
    // F + 2 F [sum of W_ij (Q_ij - P_i F P_j)] F
    adjusted.add(2, unadjusted.times(middle).times(unadjusted));
  }

  @Override
  public double covariance(double[] one, double[] other) {
    return adjusted.form(one, other);
  }

  @Override
  public double degreesOfFreedom(double[] contrast) {
    double variance = unadjusted.form(contrast, contrast);
    double[] parts = forms.stream()
        .mapToDouble(form -> form.form(contrast, contrast) / variance)
        .toArray();
    // var(c'F c) is about sum of W_ij (c'F P_i F c)(c'F P_j F c), and the variance of a multiple of
    // chi-square on m degrees of freedom with mean f is 2 f^2 / m
    return 2 / weights.form(parts, parts);
  }

  /**
   * The test of q contrasts. With T = L'(L F L')^-1 L, A1 the sum of W_ij tr(T F P_i F) tr(T F P_j
   * F) and A2 that of W_ij tr(T F P_i F T F P_j F), the mean and the variance of the quadratic form
   * in the adjusted matrix over q are matched by m degrees of freedom and a scale of F.
   */
  @Override
  public Optional<FTest> test(double[][] contrasts, double[] beta) {
    int q = contrasts.length;
    Matrix rows = Matrix.ofRows(contrasts, beta.length);
    Optional<Matrix.Cholesky> known =
        rows.times(unadjusted).times(rows.transposed()).cholesky();
    Optional<Matrix.Cholesky> corrected = covariances(contrasts).cholesky();
    if (known.isEmpty() || corrected.isEmpty()) {
      return Optional.empty();
    }
    double[] values = rows.times(beta);
    // F = (L b)'(L F_A L')^-1 (L b) / q
    double form = Matrix.dot(values, corrected.get().solve(values)) / q;
    Matrix inverse = known.get().inverse();
    List<Matrix> parts = forms.stream()
        // (L F L')^-1 L F P_i F L', which has the traces of T F P_i F
        .map(each -> inverse.times(rows.times(each).times(rows.transposed())))
        .toList();
    double a1 = 0;
    double a2 = 0;
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j < parts.size(); j++) {
        a1 += weights.get(i, j) * trace(parts.get(i)) * trace(parts.get(j));
        a2 += weights.get(i, j) * parts.get(i).traceOfProduct(parts.get(j));
      }
    }
    return matched(form, q, a1, a2);
  }

  private static double trace(Matrix matrix) {
    return IntStream.range(0, matrix.rows()).mapToDouble(i -> matrix.get(i, i)).sum();
  }

  /** Kenward and Roger's formulas, which are exact for a balanced F and for Hotelling's T^2. */
  private static Optional<FTest> matched(double form, int q, double a1, double a2) {
    double b = (a1 + 6 * a2) / (2 * q);
    double g = ((q + 1) * a1 - (q + 4) * a2) / ((q + 2) * a2);
    double c = 3 * q + 2 * (1 - g);
    double left = 1 - (q - g) / c * b;
    // E* and V* of the paper, whose c1, c2 and c3 are g / c, (q - g) / c and (q + 2 - g) / c
    double mean = 1 / (1 - a2 / q);
    double variance = 2.0 / q * (1 + g / c * b) / (left * left * (1 - (q + 2 - g) / c * b));
    // m = 4 + (q + 2) / (q rho - 1) with rho = V* / (2 E*^2), and the scale m / (E* (m - 2))
    double degrees = 4 + (q + 2) / (q * variance / (2 * mean * mean) - 1);
    double scale = degrees / (mean * (degrees - 2));
    return degrees > 2 && degrees <= Double.MAX_VALUE && scale > 0
        ? Optional.of(new FTest(scale * form, q, degrees))
        : Optional.empty();
  }
}
