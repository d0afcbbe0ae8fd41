package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One fit from start to end: estimates, variances, tests and limits. */
final class CoxFit {
  private static final double NO_VARIATION = 1e-12;
  private static final double INVOLVED = 1e-4;
  private static final int MOST_DOUBLINGS = 40;
  private static final int MOST_SECANTS = 100;
  private static final double ROOT = 1e-11;

  /** Where the information has no inverse the loss has no bound; this is far from any limit. */
  private static final double LARGEST_LOSS = 1e6;

  private final CoxRegression options;
  private final FollowUp followUp;
  private final Covariates covariates;
  private final double[] offset;
  private final List<String> terms;
  private final CoxRows rows;
  private final CoxLikelihood likelihood;
  private final CoxOptimizer optimizer;
  private final int[] all;
  private final double z;

  private double[] beta = new double[0];
  private double[] direction = new double[0];
  private double maximum;
  private int clusters;
  private double[][] model = new double[0][0];
  private Optional<double[][]> robust = Optional.empty();
  private Optional<double[][]> within = Optional.empty();
  private Optional<double[][]> corrected = Optional.empty();

  CoxFit(
      CoxRegression options,
      FollowUp followUp,
      Covariates covariates,
      double[] offset,
      Optional<SubdistributionWeights> weights) {
    this.options = options;
    this.followUp = followUp;
    this.covariates = covariates;
    this.offset = offset.clone();
    this.terms = covariates.terms();
    int[] complete = covariates.complete();
    checkEvents(complete);
    this.rows = new CoxRows(followUp, covariates.columns(), offset, complete, weights);
    this.likelihood = new CoxLikelihood(rows, options.ties());
    this.optimizer = new CoxOptimizer(rows, likelihood, options.isPenalized());
    this.all = IntStream.range(0, terms.size()).toArray();
    this.z = Distribution.normal().upperQuantile((1 - options.level()) / 2);
  }

  private void checkEvents(int[] complete) {
    if (Arrays.stream(complete).noneMatch(followUp::isEvent)) {
      throw new IllegalArgumentException("events in rows with all covariates [count] must be 1 or"
          + " more, but were 0 in " + complete.length + " rows");
    }
  }

  CoxModel model() {
    CoxModel.Data data = new CoxModel.Data(options, followUp, covariates, offset, rows);
    double[] zero = new double[terms.size()];
    optimizer.evaluate(zero);
    checkVariation(likelihood.information());
    // u'A^-1 u at 0, before the climb moves the likelihood away from there
    data.scoreTest = test(quadratic(likelihood.information(), likelihood.score()));
    data.nullLogLikelihood = optimizer.objective();
    optimizer.climbFromHere(all);
    checkConvergence();
    beta = optimizer.beta();
    maximum = optimizer.objective();
    data.iterations = optimizer.steps();
    data.logLikelihood = maximum;
    // Firth's penalty keeps every coefficient finite
    direction = options.isPenalized() ? zero : optimizer.unbounded().orElse(zero);
    // of the information at the maximum, which the profiles below leave
    variances();
    data.likelihoodRatio = test(Math.max(0, 2 * (maximum - data.nullLogLikelihood)));
    data.waldTest = waldTest();
    data.beta = unscaled(beta);
    data.covariance.put(CoxVariance.MODEL, unscaled(model));
    robust.ifPresent(matrix -> data.covariance.put(CoxVariance.ROBUST, unscaled(matrix)));
    within.ifPresent(matrix -> data.covariance.put(CoxVariance.WITHIN_CLUSTERS, unscaled(matrix)));
    corrected.ifPresent(
        matrix -> data.covariance.put(CoxVariance.BIAS_CORRECTED, unscaled(matrix)));
    data.coefficients = coefficients();
    return new CoxModel(data);
  }

  /** Where a coefficient has no finite estimate the steps gain nothing in the end, too. */
  private void checkConvergence() {
    if (optimizer.ranOut()) {
      throw new IllegalArgumentException("partial likelihood must have a maximum within "
          + optimizer.steps() + " steps, but the last step still gained " + optimizer.gainLeft());
    }
  }

  /** Every column must vary at risk at the events, and not be a combination of those before it. */
  private void checkVariation(double[][] information) {
    double events = Arrays.stream(rows.deathWeight).sum();
    for (int j = 0; j < terms.size(); j++) {
      // a scaled covariate has a variance of 1, so an event gives information of about 1
      if (!(information[j][j] > NO_VARIATION * events)) {
        throw new IllegalArgumentException("covariate " + terms.get(j)
            + " must vary among the rows at risk at the events, but was constant");
      }
      int[] before = IntStream.range(0, j).toArray();
      double[] cross = Arrays.copyOf(information[j], j);
      double[] weights = SymmetricMatrix.of(SymmetricMatrix.part(information, before))
          .orElseThrow()
          .solve(cross);
      // the information on column j given those before it, A_jj - a'A^-1 a
      double left = information[j][j] - SymmetricMatrix.inner(weights, cross);
      // a combination leaves only rounding, which is far below this part of A_jj
      if (!(left > 1e-11 * information[j][j])) {
        throw new IllegalArgumentException("covariates must not be linearly dependent among the"
            + " rows at risk at the events, but " + terms.get(j) + " was a combination of "
            + combination(weights));
      }
    }
  }

  private String combination(double[] weights) {
    double largest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
    return IntStream.range(0, weights.length)
        .filter(k -> Math.abs(weights[k]) > 1e-6 * largest)
        .mapToObj(terms::get)
        .collect(Collectors.joining(", "));
  }

  private static double quadratic(double[][] matrix, double[] vector) {
    return SymmetricMatrix.inner(
        vector, SymmetricMatrix.of(matrix).orElseThrow().solve(vector));
  }

  private ChiSquare test(double statistic) {
    return ChiSquare.of(statistic, terms.size());
  }

  /** The score test at coefficients of 0 with residuals summed by cluster; made when asked for. */
  static Optional<ChiSquare> robustScoreTest(
      CoxRegression options, FollowUp followUp, Covariates covariates, CoxRows rows) {
    CoxLikelihood likelihood = new CoxLikelihood(rows, options.ties());
    likelihood.evaluate(new double[rows.x.length]);
    int[] all = IntStream.range(0, rows.x.length).toArray();
    return SymmetricMatrix.of(likelihood.information())
        .map(each ->
            new CoxSandwich(followUp, covariates.columns(), rows, likelihood, all, each, false))
        .flatMap(sandwich -> sandwich.scoreTest(likelihood.score()));
  }

  private boolean isRobust() {
    // exact ties have no increments h, of which residuals are made
    return options.ties() != TieMethod.EXACT && (followUp.clusters().isPresent() || hasFractions());
  }

  private boolean hasFractions() {
    return Arrays.stream(rows.weight).anyMatch(weight -> weight != Math.rint(weight));
  }

  private boolean isEstimable(int j) {
    double largest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
    // the last step still holds a little of the coefficients that have converged
    return Math.abs(direction[j]) <= INVOLVED * largest;
  }

  private int[] estimable() {
    return IntStream.of(all).filter(this::isEstimable).toArray();
  }

  /** Variances of the estimable coefficients; the others get rows and columns of 0. */
  private void variances() {
    int[] kept = estimable();
    SymmetricMatrix information = SymmetricMatrix.of(
            SymmetricMatrix.part(likelihood.information(), kept))
        .orElseThrow(() -> new IllegalArgumentException(
            "covariates must not be linearly dependent at the estimate, but were"));
    model = spread(information.inverse(), kept);
    if (isRobust()) {
      boolean isClustered = followUp.clusters().isPresent();
      boolean isCorrected = isClustered && variance() == CoxVariance.BIAS_CORRECTED;
      CoxSandwich sandwich = new CoxSandwich(
          followUp, covariates.columns(), rows, likelihood, kept, information, isCorrected);
      robust = Optional.of(spread(sandwich.ofClusters(), kept));
      if (isClustered) {
        // the model's variance, and the products of residuals of different rows of a cluster
        within = Optional.of(sum(model, spread(sandwich.crossProducts(), kept)));
      }
      if (isCorrected) {
        corrected = Optional.of(spread(sandwich.corrected(), kept));
        clusters = sandwich.clusters();
      }
    }
  }

  private static double[][] sum(double[][] first, double[][] second) {
    double[][] sum = new double[first.length][first.length];
    for (int j = 0; j < sum.length; j++) {
      for (int k = 0; k < sum.length; k++) {
        sum[j][k] = first[j][k] + second[j][k];
      }
    }
    return sum;
  }

  private double[][] spread(double[][] part, int[] kept) {
    double[][] whole = new double[terms.size()][terms.size()];
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        whole[kept[i]][kept[j]] = part[i][j];
      }
    }
    return whole;
  }

  private CoxVariance variance() {
    return options.variance(isRobust(), followUp.clusters().isPresent());
  }

  private double[][] chosen() {
    return switch (variance()) {
      case MODEL -> model;
      case BIAS_CORRECTED -> corrected.orElse(model);
      case ROBUST -> robust.orElse(model);
      case WITHIN_CLUSTERS -> within.orElse(model);
    };
  }

  private Optional<ChiSquare> waldTest() {
    return estimable().length < terms.size()
        ? Optional.empty()
        : SymmetricMatrix.of(chosen())
            .map(matrix -> test(SymmetricMatrix.inner(beta, matrix.solve(beta))));
  }

  private double[] unscaled(double[] vector) {
    double[] result = new double[vector.length];
    // x/s has the coefficient b s
    Arrays.setAll(result, j -> vector[j] / rows.scale[j]);
    return result;
  }

  private double[][] unscaled(double[][] matrix) {
    double[][] result = new double[matrix.length][matrix.length];
    for (int j = 0; j < matrix.length; j++) {
      for (int k = 0; k < matrix.length; k++) {
        result[j][k] = matrix[j][k] / rows.scale[j] / rows.scale[k];
      }
    }
    return result;
  }

  private List<RegressionCoefficient> coefficients() {
    double[][] variance = chosen();
    List<RegressionCoefficient> coefficients = new ArrayList<>();
    for (int j = 0; j < terms.size(); j++) {
      ImmutableRegressionCoefficient.Builder builder = ImmutableRegressionCoefficient.builder()
          .term(terms.get(j))
          .direction(isEstimable(j) ? 0 : (int) Math.signum(direction[j]));
      double unit = rows.scale[j];
      if (isEstimable(j)) {
        builder.estimate(beta[j] / unit).modelStandardError(Math.sqrt(model[j][j]) / unit);
        double error = Math.sqrt(variance[j][j]);
        if (error > 0) {
          builder.standardError(error / unit);
        }
      }
      if (options.isProfile()) {
        profile(builder, j);
      } else {
        wald(builder, j, Math.sqrt(variance[j][j]));
      }
      coefficients.add(builder.build());
    }
    return List.copyOf(coefficients);
  }

  private void wald(ImmutableRegressionCoefficient.Builder builder, int j, double error) {
    builder.method(
        isEstimable(j)
            ? RegressionCoefficient.Method.WALD
            : RegressionCoefficient.Method.NOT_ESTIMABLE);
    if (isEstimable(j) && error > 0) {
      double statistic = beta[j] / error;
      double reach = z * error;
      double p = Distribution.chiSquare(1).upperTail(statistic * statistic);
      if (corrected.isPresent()) {
        // few clusters: Student's t with their number less 1 as degrees of freedom
        Distribution student = Distribution.studentT(clusters - 1.0);
        reach = student.upperQuantile((1 - options.level()) / 2) * error;
        p = 2 * student.upperTail(Math.abs(statistic));
        builder.degreesOfFreedom(clusters - 1.0);
      }
      builder
          .statistic(statistic)
          .pValue(p)
          .lower((beta[j] - reach) / rows.scale[j])
          .upper((beta[j] + reach) / rows.scale[j]);
    }
  }

  /** Limits are where twice the loss of the profile likelihood is the chi-square quantile. */
  private void profile(ImmutableRegressionCoefficient.Builder builder, int j) {
    builder.method(
        isEstimable(j)
            ? RegressionCoefficient.Method.PROFILE
            : RegressionCoefficient.Method.NOT_ESTIMABLE);
    double loss = loss(j, 0);
    builder
        .statistic(Math.copySign(Math.sqrt(2 * loss), beta[j]))
        .pValue(Distribution.chiSquare(1).upperTail(2 * loss));
    limit(j, -1).ifPresent(value -> builder.lower(value / rows.scale[j]));
    limit(j, 1).ifPresent(value -> builder.upper(value / rows.scale[j]));
  }

  /** How much likelihood is lost where one coefficient is held at a value. */
  private double loss(int j, double value) {
    int[] others = IntStream.of(all).filter(k -> k != j).toArray();
    double[] start = beta.clone();
    // the others start at their estimates and follow
    start[j] = value;
    optimizer.maximize(start, others);
    if (optimizer.objective() == Double.NEGATIVE_INFINITY) {
      // the information has no inverse there, as it has at 0
      double[] alone = new double[beta.length];
      alone[j] = value;
      optimizer.maximize(alone, others);
    }
    checkConvergence();
    return Math.min(Math.max(0, maximum - optimizer.objective()), LARGEST_LOSS);
  }

  private OptionalDouble limit(int j, int sign) {
    // the likelihood never falls on this side
    if (!isEstimable(j) && Math.signum(direction[j]) == sign) {
      return OptionalDouble.empty();
    }
    // the root of the loss is nearly a line in the coefficient, so that few secants suffice
    DoubleUnaryOperator excess = value -> Math.sqrt(2 * loss(j, value)) - z;
    double inside = beta[j];
    // Wald's limit first, then twice as far until the loss is enough
    double width = isEstimable(j) ? z * Math.sqrt(model[j][j]) : 1;
    for (int doubling = 0; doubling < MOST_DOUBLINGS; doubling++) {
      double outside = beta[j] + sign * width;
      double beyond = excess.applyAsDouble(outside);
      if (beyond >= 0) {
        return OptionalDouble.of(root(excess, inside, outside, beyond));
      }
      inside = outside;
      width *= 2;
    }
    return OptionalDouble.empty();
  }

  /** False position in Illinois's form: the end that stays is given half its weight. */
  private double root(DoubleUnaryOperator excess, double inside, double outside, double beyond) {
    double a = inside;
    double fa = excess.applyAsDouble(inside);
    double b = outside;
    double fb = beyond;
    for (int i = 0; i < MOST_SECANTS && Math.abs(b - a) > ROOT * (1 + Math.abs(b)); i++) {
      double c = b - fb * (b - a) / (fb - fa);
      double fc = excess.applyAsDouble(c);
      if (Math.abs(fc) < ROOT) {
        return c;
      }
      // the root lies between b and c; otherwise a stays, and half its value hastens the next cut
      if (fc * fb < 0) {
        a = b;
        fa = fb;
      } else {
        fa /= 2;
      }
      b = c;
      fb = fc;
    }
    return b;
  }
}
