package io.github.avnfh.scoring.longitudinal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The empirical variance of a contrast with the patient as cluster, adjusted so that it is without
 * bias if the model's covariance holds (CR2), and Satterthwaite's degrees of freedom under that
 * model.
 *
 * <p>With V_c = D'D for the rows of a patient, B = D (V_c - X_c F X_c') D' and A = D' B^-1/2 D, the
 * variance of a contrast c is the sum over patients of (c'F H'e)^2 with H = A V_c^-1 X_c. Its
 * degrees of freedom are the squared sum of the p_ii over the sum of all squared p_ij, where for w
 * = F c, p_ij = w'H_i'V_i H_i w for i = j, and - b_i'F b_j with b_i = X_i'H_i w in every case.
 *
 * @see <a href="https://doi.org/10.1080/07350015.2016.1247004">Pustejovsky JE, Tipton E.
 *     Small-sample methods for cluster-robust variance estimation and hypothesis testing in fixed
 *     effects models. J Bus Econ Stat 2018;36:672-83</a>
 */
final class BiasReducedVariance implements ContrastVariance {
  /** A patient on whom a coefficient rests alone leaves no residual in one direction. */
  private static final double DETERMINED = 1e-12;

  private final Matrix covariance;
  private final List<Cluster> clusters = new ArrayList<>();

  /** H'e, H'VH and H'X of a patient. */
  private static final class Cluster {
    private final double[] score;
    private final Matrix spread;
    private final Matrix design;

    Cluster(double[] score, Matrix spread, Matrix design) {
      this.score = score;
      this.spread = spread;
      this.design = design;
    }
  }

  BiasReducedVariance(Matrix covariance) {
    this.covariance = covariance;
  }

  /** Adds a patient with the covariance of the rows, the design and the residuals. */
  void add(Matrix model, Matrix design, double[] residuals) {
    Matrix.Cholesky factor = model.cholesky().orElseThrow(IllegalStateException::new);
    // V = LL' = D'D, so D = L'
    Matrix upper = factor.lower().transposed();
    Matrix left = model.copy();
    // the covariance of the residuals of the patient under the model: V - X F X'
    left.add(-1, design.times(covariance).times(design.transposed()));
    Matrix root = upper.times(left).times(upper.transposed()).inverseRoot(DETERMINED);
    Matrix adjustment = upper.transposed().times(root).times(upper);
    // H = A V^-1 X
    Matrix adjusted = adjustment.times(factor.inverse()).times(design);
    Matrix transposed = adjusted.transposed();
    clusters.add(new Cluster(
        transposed.times(residuals),
        transposed.times(model).times(adjusted),
        transposed.times(design)));
  }

  @Override
  public double covariance(double[] one, double[] other) {
    double[] solved = covariance.times(one);
    double[] solvedToo = covariance.times(other);
    double sum = 0;
    for (Cluster cluster : clusters) {
      sum += Matrix.dot(cluster.score, solved) * Matrix.dot(cluster.score, solvedToo);
    }
    return sum;
  }

  /** None: few patients need a test that takes them as sampled from Wishart's distribution. */
  @Override
  public Optional<FTest> test(double[][] contrasts, double[] beta) {
    return Optional.empty();
  }

  @Override
  public double degreesOfFreedom(double[] contrast) {
    double[] solved = covariance.times(contrast);
    double trace = 0;
    double squares = 0;
    Matrix cross = Matrix.square(contrast.length);
    for (Cluster cluster : clusters) {
      double[] part = cluster.design.transposed().times(solved);
      // b'F b with b = X'H w, what the fit takes from the residuals of this patient
      double own = covariance.form(part, part);
      double diagonal = cluster.spread.form(solved, solved) - own;
      trace += diagonal;
      // sum over all i and j of (b_i'F b_j)^2 is tr (F sum of b b')^2, found once below; here the
      // terms with i = j are replaced by the p_ii^2
      squares += diagonal * diagonal - own * own;
      cross.addSquare(1, part);
    }
    Matrix product = covariance.times(cross);
    return trace * trace / (squares + product.traceOfProduct(product));
  }
}
