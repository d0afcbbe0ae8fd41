package io.github.avnfh.scoring.longitudinal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The likelihood of a linear model whose rows have a covariance matrix V of a
 * {@link CovarianceStructure}, or its restricted likelihood, and the search for its largest value.
 *
 * <p>Minus twice the restricted logarithm is log |V| + log |X'V^-1 X| + r'V^-1 r + (n - p) log 2
 * pi, with r = y - Xb and b = F X'V^-1 y for F = (X'V^-1 X)^-1; without restriction, log |V| +
 * r'V^-1 r + n log 2 pi. With V_i for the derivative by parameter i, the sums over clusters that
 * the derivatives need are G = sum of X F X' and E = sum of r r', as K = V^-1 G V^-1 and V^-1 E
 * V^-1: the first derivative is tr V^-1 V_i - tr V_i K_G - tr V_i K_E, and the second one is 2 tr
 * V_i V^-1 V_j (K_G + K_E) - tr V^-1 V_i V^-1 V_j - tr F P_i F P_j - 2 u_i'F u_j + tr V_ij (V^-1 -
 * K_G - K_E), where P_i = -X'V^-1 V_i V^-1 X and u_i = X'V^-1 V_i V^-1 r. Its expectation is tr
 * V^-1 V_i V^-1 V_j - 2 tr V_i V^-1 V_j K_G + tr F P_i F P_j.
 *
 * <p>The search is Newton's, with the expectation where the second derivatives are not positive
 * definite; a variance that would fall below 0 stays at 0 as long as the likelihood falls from
 * there.
 */
final class Likelihood {
  private static final int MOST_STEPS = 200;
  private static final int MOST_HALVINGS = 40;

  /** Twice the logarithm of the likelihood that a step still gains. */
  private static final double CONVERGED = 1e-11;

  /** What is left of a variance that the visits before it do not explain, where nothing is. */
  private static final double DEGENERATE = 1e-9;

  private final List<PatternSums> patterns;
  private final CovarianceStructure structure;
  private final int rows;
  private final int coefficients;
  private final boolean isRestricted;

  Likelihood(
      List<PatternSums> patterns,
      CovarianceStructure structure,
      int coefficients,
      boolean isRestricted) {
    this.patterns = patterns;
    this.structure = structure;
    this.rows =
        patterns.stream().mapToInt(each -> each.rows() * each.clusters()).sum();
    this.coefficients = coefficients;
    this.isRestricted = isRestricted;
  }

  /** The model at given parameters. */
  final class Point {
    private final double[] parameters;
    private final List<Matrix> inverses;
    private final double[] beta;
    private final Matrix covariance;
    private final double value;

    private Point(
        double[] parameters,
        List<Matrix> inverses,
        Matrix products,
        Matrix.Cholesky information,
        double logDeterminant) {
      this.parameters = parameters;
      this.inverses = inverses;
      // products is Z'V^-1 Z for rows z = (x, y): X'V^-1 X, with X'V^-1 y in its last row
      this.beta = information.solve(Arrays.copyOf(products.row(coefficients), coefficients));
      this.covariance = information.inverse();
      // r'V^-1 r with r = Z (-b, 1)
      double squares = products.form(residual(), residual());
      int degrees = isRestricted ? rows - coefficients : rows;
      // log |V| + log |X'V^-1 X| + r'V^-1 r + (n - p) log 2 pi
      this.value = logDeterminant
          + (isRestricted ? information.logDeterminant() : 0)
          + squares
          + degrees * Math.log(2 * Math.PI);
    }

    /** What a row with the outcome behind it is multiplied by to give its residual. */
    private double[] residual() {
      double[] weights = Arrays.copyOf(beta, coefficients + 1);
      for (int j = 0; j < coefficients; j++) {
        weights[j] = -weights[j];
      }
      weights[coefficients] = 1;
      return weights;
    }

    double[] parameters() {
      return parameters.clone();
    }

    double[] coefficients() {
      return beta.clone();
    }

    /** The matrix F. */
    Matrix covariance() {
      return covariance;
    }

    double minusTwoLogLikelihood() {
      return value;
    }

    Derivatives derivatives() {
      return new Derivatives(this);
    }
  }

  /** The model at given parameters; nothing where they are not those of a covariance. */
  private Optional<Point> at(double[] parameters) {
    List<Matrix> inverses = new ArrayList<>();
    Matrix products = Matrix.square(coefficients + 1);
    double logDeterminant = 0;
    for (PatternSums pattern : patterns) {
      Optional<Matrix.Cholesky> factor =
          structure.covariance(pattern.key(), parameters).cholesky();
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      inverses.add(factor.get().inverse());
      pattern.addForm(inverses.get(inverses.size() - 1), products);
      logDeterminant += pattern.clusters() * factor.get().logDeterminant();
    }
    double determinant = logDeterminant;
    return products
        .block(coefficients)
        .cholesky()
        // log |V| of all clusters of one pattern is their number times that of one
        .map(information -> new Point(parameters, inverses, products, information, determinant));
  }

  /** The derivatives of minus twice the log-likelihood at a point. */
  final class Derivatives {
    private final Point point;
    private final int count = structure.parameters();
    private final double[] gradient = new double[count];
    private final Matrix observed = Matrix.square(count);
    private final Matrix expected = Matrix.square(count);
    private final List<Matrix> forms = new ArrayList<>();

    private Derivatives(Point point) {
      this.point = point;
      for (int i = 0; i < count; i++) {
        forms.add(Matrix.square(coefficients + 1));
      }
      for (int i = 0; i < patterns.size(); i++) {
        add(patterns.get(i), point.inverses.get(i));
      }
      addProductsOfForms();
    }

    private void add(PatternSums pattern, Matrix inverse) {
      // moments of rows z = (x, y): with F padded by 0 they are G, with (-b, 1)(-b, 1)' they are E
      Matrix padded = Matrix.square(coefficients + 1);
      padded.addBlock(point.covariance);
      Matrix residuals = Matrix.square(coefficients + 1);
      residuals.addSquare(1, point.residual());
      Matrix designs = isRestricted
          ? inverse.times(pattern.moments(padded)).times(inverse)
          : Matrix.square(pattern.rows());
      Matrix errors = inverse.times(pattern.moments(residuals)).times(inverse);
      Matrix both = designs.copy();
      both.add(1, errors);
      double[] parameters = point.parameters;
      List<Matrix> left = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Matrix derivative = structure.derivative(pattern.key(), parameters, i);
        left.add(derivative.times(inverse));
        // n_c tr V^-1 V_i - tr V_i (K_G + K_E)
        gradient[i] += pattern.clusters() * inverse.traceOfProduct(derivative)
            - derivative.traceOfProduct(both);
        // Z'V^-1 V_i V^-1 Z, which holds - P_i and u_i
        pattern.addForm(inverse.times(left.get(i)), forms.get(i));
      }
      for (int j = 0; j < count; j++) {
        Matrix derivative = structure.derivative(pattern.key(), parameters, j);
        Matrix withDesigns = derivative.times(designs);
        Matrix withBoth = derivative.times(both);
        for (int i = 0; i <= j; i++) {
          // 2 tr V_i V^-1 V_j (K_G + K_E) - n_c tr V^-1 V_i V^-1 V_j
          double trace = pattern.clusters() * left.get(i).traceOfProduct(left.get(j));
          double curvature = 2 * left.get(i).traceOfProduct(withBoth) - trace;
          addTo(observed, i, j, curvature + second(pattern, inverse, both, i, j));
          addTo(expected, i, j, trace - 2 * left.get(i).traceOfProduct(withDesigns));
        }
      }
    }

    private double second(PatternSums pattern, Matrix inverse, Matrix both, int i, int j) {
      return structure
          .second(pattern.key(), point.parameters, i, j)
          .map(
              each -> pattern.clusters() * inverse.traceOfProduct(each) - both.traceOfProduct(each))
          .orElse(0.0);
    }

    private static void addTo(Matrix symmetric, int i, int j, double value) {
      symmetric.add(i, j, value);
      if (i != j) {
        symmetric.add(j, i, value);
      }
    }

    private void addProductsOfForms() {
      double[] weights = point.residual();
      List<double[]> scores = forms.stream()
          // u_i = X'V^-1 V_i V^-1 r, as r = Z (-b, 1)
          .map(form -> Arrays.copyOf(form.times(weights), coefficients))
          .toList();
      List<Matrix> products = forms.stream()
          .map(form -> point.covariance.times(form.block(coefficients)))
          .toList();
      for (int j = 0; j < count; j++) {
        double[] solved = point.covariance.times(scores.get(j));
        for (int i = 0; i <= j; i++) {
          double trace = isRestricted ? products.get(i).traceOfProduct(products.get(j)) : 0;
          // - tr F P_i F P_j - 2 u_i'F u_j; b moves with the parameters, hence the second term
          addTo(observed, i, j, -trace - 2 * Matrix.dot(scores.get(i), solved));
          addTo(expected, i, j, trace);
        }
      }
    }

    double gradient(int component) {
      return gradient[component];
    }

    Matrix observed() {
      return observed;
    }

    Matrix expected() {
      return expected;
    }

    /** The matrix X'V^-1 V_i V^-1 X. */
    Matrix form(int component) {
      return forms.get(component).block(coefficients);
    }
  }

  /** The sum over clusters of X'V^-1 (sum over i and j of w_ij V_i V^-1 V_j) V^-1 X. */
  Matrix secondForm(Point point, Matrix weights) {
    Matrix sum = Matrix.square(coefficients + 1);
    for (int k = 0; k < patterns.size(); k++) {
      PatternSums pattern = patterns.get(k);
      Matrix inverse = point.inverses.get(k);
      int count = structure.parameters();
      List<Matrix> derivatives = IntStream.range(0, count)
          .mapToObj(i -> structure.derivative(pattern.key(), point.parameters, i))
          .toList();
      Matrix middle = Matrix.square(pattern.rows());
      for (int i = 0; i < count; i++) {
        // sum over i of V_i V^-1 (sum over j of w_ij V_j)
        Matrix weighted = Matrix.square(pattern.rows());
        for (int j = 0; j < count; j++) {
          weighted.add(weights.get(i, j), derivatives.get(j));
        }
        middle.add(1, derivatives.get(i).times(inverse).times(weighted));
      }
      pattern.addForm(inverse.times(middle).times(inverse), sum);
    }
    return sum.block(coefficients);
  }

  /** The largest value of the likelihood, and which parameters are on their bound there. */
  record Maximum(Point point, Derivatives derivatives, List<Integer> free, int steps) {
    boolean isSingular() {
      return free.size() < point.parameters.length;
    }
  }

  /**
   * Finds the maximum.
   *
   * @throws IllegalArgumentException if the likelihood rises towards a covariance matrix that is
   *     none
   */
  Maximum maximum() {
    Point point = at(start()).orElseThrow(Likelihood::degenerate);
    for (int step = 0; step < MOST_STEPS; step++) {
      Derivatives derivatives = point.derivatives();
      int[] free = free(point, derivatives);
      double[] direction = direction(derivatives, free);
      // - g'd = g'H^-1 g: about twice what a full step lowers -2 log L by
      double gain = -gain(derivatives, free, direction);
      if (gain < CONVERGED) {
        return maximum(polished(point, free, direction), free, step);
      }
      Optional<Point> next = better(point, free, direction);
      if (next.isEmpty()) {
        // no shorter step is lower: only rounding is left of so small a gain
        if (gain < Math.sqrt(CONVERGED)) {
          return maximum(point, free, step);
        }
        throw degenerate();
      }
      point = next.get();
    }
    throw degenerate();
  }

  private Maximum maximum(Point point, int[] free, int steps) {
    for (PatternSums pattern : patterns) {
      if (structure.covariance(pattern.key(), point.parameters).firstDependent(DEGENERATE) >= 0) {
        throw degenerate();
      }
    }
    return new Maximum(point, point.derivatives(), Arrays.stream(free).boxed().toList(), steps);
  }

  private static IllegalArgumentException degenerate() {
    return new IllegalArgumentException("covariance of the scores must be estimable, but the"
        + " likelihood has no maximum: the hips are too few for so many parameters, or scores"
        + " leave no residual");
  }

  /** The last step of Newton's method, after which only rounding is left. */
  private Point polished(Point point, int[] free, double[] direction) {
    return moved(point, free, direction, 1)
        .filter(each -> each.value <= point.value + CONVERGED)
        .orElse(point);
  }

  private double[] start() {
    // ordinary least squares: V = I
    double[] none = new double[coefficients + 1];
    Matrix products = Matrix.square(coefficients + 1);
    for (PatternSums pattern : patterns) {
      pattern.addForm(Matrix.identity(pattern.rows()), products);
    }
    Matrix.Cholesky information =
        products.block(coefficients).cholesky().orElseThrow(IllegalStateException::new);
    double[] beta = information.solve(Arrays.copyOf(products.row(coefficients), coefficients));
    for (int j = 0; j < coefficients; j++) {
      none[j] = -beta[j];
    }
    none[coefficients] = 1;
    Matrix residuals = Matrix.square(coefficients + 1);
    residuals.addSquare(1, none);
    return structure.start(
        patterns, patterns.stream().map(pattern -> pattern.moments(residuals)).toList());
  }

  private int[] free(Point point, Derivatives derivatives) {
    return IntStream.range(0, structure.parameters())
        // a parameter on its bound is free only where -2 log L falls towards the inside
        .filter(i -> point.parameters[i] > structure.least(i) || derivatives.gradient[i] < 0)
        .toArray();
  }

  private double[] direction(Derivatives derivatives, int[] free) {
    double[] gradient =
        Arrays.stream(free).mapToDouble(i -> -derivatives.gradient[i]).toArray();
    return derivatives
        .observed
        .block(free)
        .cholesky()
        .or(() -> derivatives.expected.block(free).cholesky())
        .map(factor -> factor.solve(gradient))
        .orElseThrow(Likelihood::degenerate);
  }

  private static double gain(Derivatives derivatives, int[] free, double[] direction) {
    double gain = 0;
    for (int i = 0; i < free.length; i++) {
      gain += derivatives.gradient[free[i]] * direction[i];
    }
    return gain;
  }

  private Optional<Point> better(Point point, int[] free, double[] direction) {
    double length = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      Optional<Point> next = moved(point, free, direction, length);
      if (next.isPresent() && next.get().value < point.value) {
        return next;
      }
      length /= 2;
    }
    return Optional.empty();
  }

  private Optional<Point> moved(Point point, int[] free, double[] direction, double length) {
    double[] parameters = point.parameters.clone();
    for (int i = 0; i < free.length; i++) {
      parameters[free[i]] =
          Math.max(structure.least(free[i]), parameters[free[i]] + length * direction[i]);
    }
    return at(parameters);
  }
}
