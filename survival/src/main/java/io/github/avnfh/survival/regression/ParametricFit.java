package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.regression.ParametricRows.Row;
import io.github.avnfh.survival.regression.RegressionCoefficient.Method;
import io.github.avnfh.survival.regression.TimeDistribution.LogTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The likelihood of a parametric model and its maximum.
 *
 * <p>Newton's method goes over d = b / scale and r = 1 / scale, in which z = r log t - x'd is
 * linear and, the densities being log-concave, the logarithm of the likelihood is concave: steps
 * that are halved until they do not lower it reach the one maximum.
 */
final class ParametricFit {
  private static final int MOST_STEPS = 200;
  private static final int MOST_HALVINGS = 60;

  /** What the logarithm of the likelihood may still gain, as a part of its size. */
  private static final double CONVERGED = 1e-18;

  /** Below this gain rounding hides whether a step raises the likelihood, and it is taken whole. */
  private static final double CLOSE = 1e-9;

  /** Where no shorter step raises the likelihood, a gain so small is one of rounding. */
  private static final double NEAR = 1e-7;

  /** A step that is still this long when nothing more is gained leads to no maximum. */
  private static final double ENDLESS = 1e-3;

  private static final double INVOLVED = 1e-4;

  private final TimeDistribution distribution;
  private final LogTime logTime;
  private final double level;
  private final Covariates covariates;
  private final ParametricRows data;
  private final List<Row> rows;
  private final double[][] columns;
  private final double[] mean;
  private final double[] spread;
  private final double center;

  ParametricFit(
      TimeDistribution distribution,
      double level,
      Covariates covariates,
      List<Row> rows,
      OptionalInt clusters) {
    this.distribution = distribution;
    this.logTime = distribution.logTime();
    this.level = level;
    this.covariates = covariates;
    this.data = new ParametricRows(ParametricModel.INTERCEPT, covariates, rows, clusters);
    this.rows = rows;
    this.columns = data.columns;
    this.mean = data.mean;
    this.spread = data.spread;
    this.center = data.center;
  }

  ParametricModel model() {
    checkEvents();
    Maximum whole =
        new Maximum(IntStream.range(0, columns.length).toArray(), new double[rows.size()]).find();
    int[] directions = new int[columns.length];
    Maximum finite = whole;
    while (finite.isEndless()) {
      finite.addDirections(directions);
      finite = finite.holdingLongestStep();
    }
    double nullLogLikelihood = columns.length == 1
        ? whole.value
        : new Maximum(new int[] {0}, new double[rows.size()]).find().value;
    return new ParametricModel(result(whole, finite, directions, nullLogLikelihood));
  }

  private void checkEvents() {
    if (data.events() == 0) {
      throw new IllegalArgumentException(
          "complete rows with the event [count] must be 1 or more, but were 0");
    }
  }

  private ParametricModel.Result result(
      Maximum whole, Maximum finite, int[] directions, double nullLogLikelihood) {
    double[][] model = finite.covariance(finite.inverse());
    boolean isRobust = data.clusters.isPresent()
        || rows.stream().anyMatch(row -> row.weight() != Math.rint(row.weight()));
    Optional<double[][]> robust =
        isRobust ? Optional.of(finite.covariance(finite.sandwich())) : Optional.empty();
    double[] estimate = finite.estimate();
    List<RegressionCoefficient> coefficients = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      int place = finite.place(j);
      coefficients.add(
          directions[j] != 0
              ? notEstimable(data.terms.get(j), directions[j])
              : coefficient(data.terms.get(j), estimate[place], model, robust, place));
    }
    int last = estimate.length - 1;
    if (distribution.hasFreeScale()) {
      coefficients.add(coefficient(ParametricModel.LOG_SCALE, estimate[last], model, robust, last));
    }
    int tested = columns.length - 1;
    double ratio = Math.max(0, 2 * (whole.value - nullLogLikelihood));
    return new ParametricModel.Result(
        distribution,
        level,
        covariates,
        List.copyOf(coefficients),
        new ParametricModel.Parameters(estimate, robust.orElse(model)),
        rows.size(),
        data.events(),
        data.usedClusters(),
        whole.value,
        nullLogLikelihood,
        tested == 0 ? Optional.empty() : Optional.of(ChiSquare.of(ratio, tested)),
        whole.steps);
  }

  private static RegressionCoefficient notEstimable(String term, int direction) {
    return ImmutableRegressionCoefficient.builder()
        .term(term)
        .method(Method.NOT_ESTIMABLE)
        .direction(direction)
        .build();
  }

  private RegressionCoefficient coefficient(
      String term, double estimate, double[][] model, Optional<double[][]> robust, int place) {
    double naive = Math.sqrt(model[place][place]);
    double error = robust.map(matrix -> Math.sqrt(matrix[place][place])).orElse(naive);
    return of(term, estimate, error, naive, level);
  }

  /** A coefficient with limits and test by its standard error, taken as normal. */
  static RegressionCoefficient of(
      String term, double estimate, double error, double naive, double level) {
    ImmutableRegressionCoefficient.Builder builder = ImmutableRegressionCoefficient.builder()
        .term(term)
        .method(Method.WALD)
        .direction(0)
        .estimate(estimate)
        .modelStandardError(naive);
    if (!(error > 0)) {
      return builder.build();
    }
    double reach = Distribution.normal().upperQuantile((1 - level) / 2) * error;
    double statistic = estimate / error;
    return builder
        .standardError(error)
        .statistic(statistic)
        .pValue(2 * Distribution.normal().upperTail(Math.abs(statistic)))
        .lower(estimate - reach)
        .upper(estimate + reach)
        .build();
  }

  /** The likelihood over some of the columns, with a fixed part of the linear predictor. */
  private final class Maximum {
    private final int[] kept;
    private final double[] fixed;
    private final int size;

    /** d by kept column, and r last. */
    private double[] theta;

    private double value;
    private final double[] gradient;
    private final double[][] curvature;
    private double[] step;
    private int steps;

    Maximum(int[] kept, double[] fixed) {
      this.kept = kept;
      this.fixed = fixed;
      this.size = kept.length + 1;
      this.theta = new double[size];
      this.gradient = new double[size];
      this.curvature = new double[size][size];
      this.step = new double[size];
      // r = 1 / scale starts at one over the standard deviation of log times
      theta[size - 1] = distribution.hasFreeScale() ? 1 / deviation() : 1;
    }

    private double deviation() {
      double square =
          data.logs().map(log -> (log - center) * (log - center)).average().orElse(0);
      return square > 0 ? Math.sqrt(square) : 1;
    }

    private double x(int place, int i) {
      return columns[kept[place]][i];
    }

    Maximum find() {
      value = evaluate(theta, true);
      double gain = Double.POSITIVE_INFINITY;
      for (steps = 1; steps <= MOST_STEPS; steps++) {
        newtonStep();
        // 1/2 g'(-H)^-1 g, what a quadratic would gain by the step
        gain = SymmetricMatrix.inner(step, gradient) / 2;
        boolean isClose = gain <= CLOSE * (1 + Math.abs(value));
        if (!walk(isClose) || gain <= CONVERGED * (1 + Math.abs(value))) {
          break;
        }
      }
      if (distribution.hasFreeScale() && step[size - 1] > ENDLESS * theta[size - 1]) {
        throw new IllegalArgumentException(
            "times must determine a scale, by events at more than one time"
                + " or in overlapping intervals, but did not");
      }
      if (!(gain <= NEAR * (1 + Math.abs(value)))) {
        throw new IllegalArgumentException("likelihood must have a maximum within " + MOST_STEPS
            + " steps, but the last step still gained " + gain);
      }
      return this;
    }

    private int free() {
      return distribution.hasFreeScale() ? size : size - 1;
    }

    private double[][] negativeCurvature(double ridge) {
      double[][] negative = new double[free()][free()];
      for (int j = 0; j < free(); j++) {
        for (int k = 0; k < free(); k++) {
          negative[j][k] = -curvature[j][k];
        }
        // Marquardt: a ridge in proportion to the diagonal
        negative[j][j] += ridge * (Math.abs(curvature[j][j]) + 1e-12);
      }
      return negative;
    }

    private void newtonStep() {
      Optional<SymmetricMatrix> factor = SymmetricMatrix.of(negativeCurvature(0));
      // where the likelihood is flat, rounding takes its curvature
      for (double ridge = 1e-12; factor.isEmpty() && ridge < 1e12; ridge *= 10) {
        factor = SymmetricMatrix.of(negativeCurvature(ridge));
      }
      step = Arrays.copyOf(
          factor
              .orElseThrow(() -> new IllegalArgumentException(
                  "times and covariates must be of a size that can be computed, but were not"))
              .solve(Arrays.copyOf(gradient, free())),
          size);
    }

    /** Goes the step, or half of it and so on, and tells whether it went. */
    private boolean walk(boolean isClose) {
      double length = 1;
      for (int halving = 0; halving < MOST_HALVINGS; halving++) {
        double[] next = theta.clone();
        for (int j = 0; j < size; j++) {
          next[j] += length * step[j];
        }
        if (next[size - 1] > 0 && (isClose || evaluate(next, false) >= value)) {
          theta = next;
          value = evaluate(theta, true);
          return true;
        }
        length /= 2;
      }
      return false;
    }

    private double evaluate(double[] at, boolean withDerivatives) {
      if (withDerivatives) {
        Arrays.fill(gradient, 0);
        Arrays.stream(curvature).forEach(line -> Arrays.fill(line, 0));
      }
      CensoredLogTime term = new CensoredLogTime(logTime, center, at[size - 1]);
      double sum = 0;
      for (int i = 0; i < rows.size(); i++) {
        term.set(rows.get(i), predictor(at, i));
        sum += rows.get(i).weight() * term.value;
        if (withDerivatives) {
          add(i, rows.get(i).weight(), term);
        }
      }
      return sum;
    }

    private double predictor(double[] at, int i) {
      double sum = fixed[i];
      for (int j = 0; j < kept.length; j++) {
        sum += at[j] * x(j, i);
      }
      return sum;
    }

    private void add(int i, double weight, CensoredLogTime term) {
      int r = size - 1;
      for (int j = 0; j < r; j++) {
        double x = weight * x(j, i);
        gradient[j] += term.byPredictor * x;
        for (int k = 0; k <= j; k++) {
          curvature[j][k] += term.byPredictorTwice * x * x(k, i);
          curvature[k][j] = curvature[j][k];
        }
        curvature[r][j] += term.byBoth * x;
        curvature[j][r] = curvature[r][j];
      }
      gradient[r] += weight * term.byRate;
      curvature[r][r] += weight * term.byRateTwice;
    }

    /** Whether some coefficient, whose last step was still long, has no finite estimate. */
    boolean isEndless() {
      return longestStep() > ENDLESS;
    }

    private double longestStep() {
      return IntStream.range(0, kept.length)
          .mapToDouble(j -> Math.abs(step[j]))
          .max()
          .orElse(0);
    }

    void addDirections(int[] directions) {
      for (int j = 0; j < kept.length; j++) {
        // on the scale of the covariates as given, of which the caller is told the sign
        double raw = rawStep(j);
        if (Math.abs(raw) > INVOLVED * longestStep()) {
          directions[kept[j]] = (int) Math.signum(raw);
        }
      }
    }

    /** The intercept of covariates that are not centered takes a part of every step. */
    private double rawStep(int place) {
      double sum = step[place];
      for (int j = 1; place == 0 && j < kept.length; j++) {
        sum -= step[j] * mean[kept[j]] / spread[kept[j]];
      }
      return sum;
    }

    /**
     * The maximum over the other columns, while the one with the longest step stays as it is: far
     * enough out that the rows on which it works add nothing more.
     */
    Maximum holdingLongestStep() {
      if (kept.length == 1) {
        throw new IllegalArgumentException("times must determine how long the event takes, by a row"
            + " without it at some time and a row with it, but did not");
      }
      int held = 1;
      for (int j = 2; j < kept.length; j++) {
        held = Math.abs(step[j]) > Math.abs(step[held]) ? j : held;
      }
      int out = held;
      // z + m / s = x / s: held as the covariate is given, so that its reference level adds nothing
      double shift = mean[kept[out]] / spread[kept[out]];
      double[] part = new double[rows.size()];
      Arrays.setAll(part, i -> fixed[i] + theta[out] * (x(out, i) + shift));
      Maximum rest = new Maximum(
          IntStream.range(0, kept.length)
              .filter(j -> j != out)
              .map(j -> kept[j])
              .toArray(),
          part);
      rest.theta = IntStream.range(0, size)
          .filter(j -> j != out)
          .mapToDouble(j -> theta[j])
          .toArray();
      rest.theta[0] -= theta[out] * shift;
      return rest.find();
    }

    int place(int column) {
      return Arrays.binarySearch(kept, column);
    }

    /** The inverse information of d and r; a fixed r has no variance. */
    double[][] inverse() {
      double[][] inverse = SymmetricMatrix.of(negativeCurvature(0))
          .orElseThrow(() -> new IllegalArgumentException(
              "covariates must not be linearly dependent at the estimate, but were"))
          .inverse();
      double[][] all = new double[size][size];
      for (int j = 0; j < inverse.length; j++) {
        System.arraycopy(inverse[j], 0, all[j], 0, inverse.length);
      }
      return all;
    }

    /** The inverse information around the outer products of scores, summed by cluster or by row. */
    double[][] sandwich() {
      Map<Integer, double[]> scores = new HashMap<>();
      CensoredLogTime term = new CensoredLogTime(logTime, center, theta[size - 1]);
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        term.set(row, predictor(theta, i));
        double[] score = scores.computeIfAbsent(
            data.clusters.isPresent() ? row.cluster() : i, cluster -> new double[size]);
        for (int j = 0; j < size - 1; j++) {
          // the sum over the rows of a cluster is squared, not each row
          score[j] += row.weight() * term.byPredictor * x(j, i);
        }
        score[size - 1] += row.weight() * term.byRate;
      }
      double[][] squares = new double[size][size];
      for (double[] score : scores.values()) {
        for (int j = 0; j < size; j++) {
          for (int k = 0; k < size; k++) {
            squares[j][k] += score[j] * score[k];
          }
        }
      }
      return SymmetricMatrix.sandwich(inverse(), squares);
    }

    /** Coefficients on the scale of log times, in raw terms, and the log of the scale last. */
    double[] estimate() {
      double rate = theta[size - 1];
      double[] estimate = new double[size];
      for (int j = 0; j < kept.length; j++) {
        // b = d / r, for the covariate as given divided by its standard deviation
        estimate[j] = theta[j] / (spread[kept[j]] * rate);
      }
      for (int j = 1; j < kept.length; j++) {
        // columns were centered at their means and log times at theirs
        estimate[0] -= estimate[j] * mean[kept[j]];
      }
      estimate[0] += center;
      estimate[size - 1] = -Math.log(rate);
      return estimate;
    }

    /** The covariance of {@link #estimate()}, by its derivatives in d and r. */
    double[][] covariance(double[][] ofTheta) {
      double rate = theta[size - 1];
      double[] estimate = estimate();
      double[][] slopes = new double[size][size];
      for (int j = 0; j < kept.length; j++) {
        // delta method: db/dd = 1 / (s r), db/dr = -b / r, d log(scale)/dr = -1 / r
        slopes[j][j] = 1 / (spread[kept[j]] * rate);
        slopes[j][size - 1] = -estimate[j] / rate;
      }
      for (int j = 1; j < kept.length; j++) {
        slopes[0][j] = -mean[kept[j]] / (spread[kept[j]] * rate);
      }
      slopes[0][size - 1] = (center - estimate[0]) / rate;
      slopes[size - 1][size - 1] = -1 / rate;
      double[][] covariance = new double[size][size];
      for (int j = 0; j < size; j++) {
        double[] half = SymmetricMatrix.times(ofTheta, slopes[j]);
        for (int k = 0; k < size; k++) {
          covariance[k][j] = SymmetricMatrix.inner(slopes[k], half);
        }
      }
      return covariance;
    }
  }
}
