package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A fitted parametric model: coefficients on the scale of log times, the scale, and what they
 * predict.
 *
 * <p>It prints counts and coefficients, never rows.
 *
 * <pre>{@code
 * FollowUp followUp = FollowUp.ofTimes(
 *     new double[] {9, 1, 3, 6, 7, 8}, new boolean[] {true, true, true, true, true, false}).build();
 * Covariates design = Covariates.ofRows(6).number("x", 0, 1, 1, 1, 0, 0).build();
 * ParametricModel model =
 *     ParametricRegression.of(TimeDistribution.EXPONENTIAL).fit(followUp, design);
 * model.coefficient("x").ratio();             // OptionalDouble[0.277…
 * model.hazardRatios().get(0).ratio();        // OptionalDouble[3.59…
 * SurvivalPrediction at5 = model.predict(design, 5).get(0);
 * at5.survival();                             // 0.659…
 * ParametricModel.PredictedTime median = model.predictTimes(design, 0.5).get(0);
 * median.time();                              // 8.317…
 * }</pre>
 *
 * @see ParametricRegression
 */
public final class ParametricModel {
  /** The term of the log time of a row whose covariates are all 0 or at their reference level. */
  public static final String INTERCEPT = "(intercept)";

  /** The term of the natural logarithm of the scale. */
  public static final String LOG_SCALE = "log(scale)";

  private final Result result;

  ParametricModel(Result result) {
    this.result = result;
  }

  /** Estimates and their covariance: intercept, coefficients, log of the scale. */
  static final class Parameters {
    private final double[] estimate;
    private final double[][] covariance;

    Parameters(double[] estimate, double[][] covariance) {
      this.estimate = estimate;
      this.covariance = covariance;
    }

    double error(double[] slopes) {
      return Math.sqrt(SymmetricMatrix.inner(slopes, SymmetricMatrix.times(covariance, slopes)));
    }
  }

  /** What a fit found. */
  record Result(
      TimeDistribution distribution,
      double level,
      Covariates covariates,
      List<RegressionCoefficient> coefficients,
      Parameters parameters,
      int rows,
      int events,
      OptionalInt clusters,
      double logLikelihood,
      double nullLogLikelihood,
      Optional<ChiSquare> likelihoodRatio,
      int iterations) {}

  /**
   * A quantile of the time that a model predicts for a row with given covariates: t with F(t) =
   * probability, exp(x'b + scale * quantile of Z). Its limits are those of its logarithm.
   *
   * @see ParametricModel#predictTimes(Covariates, double...)
   */
  @Value.Immutable
  public sealed interface PredictedTime permits ImmutablePredictedTime {

    /**
     * Returns the row of the design that was asked about.
     *
     * @return a row from 0
     */
    int row();

    /**
     * Returns the probability of the event up to the time.
     *
     * @return a probability
     */
    double probability();

    /**
     * Returns the time.
     *
     * @return the time, in the unit of the data
     */
    double time();

    /**
     * Returns the standard error of the time.
     *
     * @return the standard error of its logarithm times the time
     */
    double standardError();

    /**
     * Returns the lower limit.
     *
     * @return a time
     */
    double lower();

    /**
     * Returns the upper limit.
     *
     * @return a time
     */
    double upper();
  }

  /**
   * Returns the distribution of times.
   *
   * @return the distribution
   */
  public TimeDistribution distribution() {
    return result.distribution();
  }

  /**
   * Returns the coefficients on the scale of log times: {@value #INTERCEPT}, those of the terms of
   * the design, and {@value #LOG_SCALE} where the distribution has one. The p value of an intercept
   * or scale tests 0, which is of no interest by itself.
   *
   * @return the coefficients in that order
   */
  public List<RegressionCoefficient> coefficients() {
    return result.coefficients();
  }

  /**
   * Returns one coefficient.
   *
   * @param term a term of {@link #coefficients()}
   * @return its coefficient
   * @throws IllegalArgumentException if there is no such term
   */
  public RegressionCoefficient coefficient(String term) {
    return coefficients().stream()
        .filter(each -> each.term().equals(term))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("term must be one of "
            + coefficients().stream().map(RegressionCoefficient::term).toList() + ", but was "
            + term));
  }

  /**
   * Returns the scale of the standardized log time.
   *
   * @return a number above 0; 1 for the exponential distribution
   */
  public double scale() {
    double[] estimate = result.parameters().estimate;
    return Math.exp(estimate[estimate.length - 1]);
  }

  /**
   * Returns the coefficients as log hazard ratios, -b / scale, which Weibull's and the exponential
   * distribution allow.
   *
   * @return one for each term of the design
   * @throws IllegalArgumentException if hazards are not proportional in the distribution
   */
  public List<RegressionCoefficient> hazardRatios() {
    if (distribution().logTime() != TimeDistribution.LogTime.EXTREME_VALUE) {
      throw new IllegalArgumentException("hazard ratios need the distribution weibull or"
          + " exponential, but it was " + distribution().code());
    }
    requireEstimates();
    double[] estimate = result.parameters().estimate;
    List<RegressionCoefficient> ratios = new ArrayList<>();
    for (int j = 1; j < estimate.length - 1; j++) {
      // -b / scale, and by the delta method d/db = -1 / scale, d/d log(scale) = b / scale
      double logRatio = -estimate[j] / scale();
      double[] slopes = new double[estimate.length];
      slopes[j] = -1 / scale();
      slopes[estimate.length - 1] = -logRatio;
      double error = result.parameters().error(slopes);
      ratios.add(ParametricFit.of(
          result.covariates().terms().get(j - 1), logRatio, error, error, result.level()));
    }
    return List.copyOf(ratios);
  }

  /**
   * Tells whether the likelihood has a maximum.
   *
   * @return false if some coefficients are not estimable, as where all events lie in one level
   */
  public boolean isEstimable() {
    return coefficients().stream()
        .noneMatch(each -> each.method() == RegressionCoefficient.Method.NOT_ESTIMABLE);
  }

  /**
   * Counts the rows that were used.
   *
   * @return the rows in which no covariate is missing
   */
  public int rows() {
    return result.rows();
  }

  /**
   * Counts the rows that were left out because a covariate was missing.
   *
   * @return the number of rows
   */
  public int leftOut() {
    return result.covariates().rows() - result.rows();
  }

  /**
   * Counts the events, at a known time or within an interval, among the rows that were used.
   *
   * @return the number of events
   */
  public int events() {
    return result.events();
  }

  /**
   * Counts the clusters, such as patients, among the rows that were used.
   *
   * @return the number of clusters, or nothing where rows were not said to share one
   */
  public OptionalInt clusters() {
    return result.clusters();
  }

  /**
   * Returns the natural logarithm of the likelihood.
   *
   * @return the logarithm at the estimate, with log t for times known exactly, as R's
   */
  public double logLikelihood() {
    return result.logLikelihood();
  }

  /**
   * Returns the natural logarithm of the likelihood without covariates.
   *
   * @return the logarithm with intercept and scale alone, on the same rows
   */
  public double logLikelihoodNull() {
    return result.nullLogLikelihood();
  }

  /**
   * Returns the likelihood ratio test of all coefficients being 0, which takes rows as independent.
   *
   * @return the test
   */
  public ChiSquare likelihoodRatio() {
    return result.likelihoodRatio().orElseThrow();
  }

  /**
   * Returns Akaike's information criterion.
   *
   * @return twice the number of parameters less twice the log likelihood
   */
  public double informationCriterion() {
    return 2.0 * coefficients().size() - 2 * logLikelihood();
  }

  /**
   * Counts the steps of Newton's method.
   *
   * @return the number of steps
   */
  public int iterations() {
    return result.iterations();
  }

  /**
   * Predicts survival for rows with given covariates.
   *
   * @param design the covariates of the rows, made by {@link Covariates#like}
   * @param times times of 0 or more
   * @return a prediction for each row and time, row by row
   * @throws IllegalArgumentException if a coefficient is not estimable, the design has other terms,
   *     a covariate is missing, or a time is negative or not finite
   */
  public List<SurvivalPrediction> predict(Covariates design, double... times) {
    checkDesign(Objects.requireNonNull(design, "design"));
    for (double time : Objects.requireNonNull(times, "times")) {
      if (!(time >= 0 && time <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("time must be finite and 0.0 or more, but was " + time);
      }
    }
    List<SurvivalPrediction> predictions = new ArrayList<>();
    double[][] columns = design.columns();
    for (int row = 0; row < design.rows(); row++) {
      double[] x = covariatesOf(columns, row);
      for (double time : times) {
        predictions.add(time == 0 ? atStart(row) : survival(row, x, time));
      }
    }
    return List.copyOf(predictions);
  }

  private static SurvivalPrediction atStart(int row) {
    return ImmutableSurvivalPrediction.builder().row(row).time(0).survival(1).build();
  }

  private SurvivalPrediction survival(int row, double[] x, double time) {
    double z = (Math.log(time) - SymmetricMatrix.inner(x, result.parameters().estimate)) / scale();
    double[] slopes = Arrays.stream(x).map(value -> -value / scale()).toArray();
    // z = (log t - x'b) / scale: dz/db = -x / scale, dz/d log(scale) = -z
    slopes[x.length - 1] = -z;
    double error = result.parameters().error(slopes);
    double reach = error * critical();
    TimeDistribution.LogTime logTime = distribution().logTime();
    return ImmutableSurvivalPrediction.builder()
        .row(row)
        .time(time)
        .survival(Math.exp(logTime.logSurvival(z)))
        // dS/dz = -f(z); the limits are those of z, since S falls with it
        .standardError(error * Math.exp(logTime.logDensity(z)))
        .lower(Math.exp(logTime.logSurvival(z + reach)))
        .upper(Math.exp(logTime.logSurvival(z - reach)))
        .build();
  }

  /**
   * Predicts quantiles of the time, such as the median, for rows with given covariates.
   *
   * @param design the covariates of the rows, made by {@link Covariates#like}
   * @param probabilities probabilities of the event between 0 and 1, both excluded
   * @return a time for each row and probability, row by row
   * @throws IllegalArgumentException as for {@link #predict(Covariates, double...)}, or if a
   *     probability is not between 0 and 1
   */
  public List<PredictedTime> predictTimes(Covariates design, double... probabilities) {
    checkDesign(Objects.requireNonNull(design, "design"));
    for (double each : Objects.requireNonNull(probabilities, "probabilities")) {
      if (!(each > 0 && each < 1)) {
        throw new IllegalArgumentException(
            "probability must lie in 0.0..1.0 without the ends, but was " + each);
      }
    }
    List<PredictedTime> predictions = new ArrayList<>();
    double[][] columns = design.columns();
    for (int row = 0; row < design.rows(); row++) {
      double[] x = covariatesOf(columns, row);
      for (double each : probabilities) {
        predictions.add(time(row, x, each));
      }
    }
    return List.copyOf(predictions);
  }

  private PredictedTime time(int row, double[] x, double probability) {
    // log t = x'b + scale z_p, so d/d log(scale) = scale z_p
    double ofZ = scale() * distribution().logTime().quantile(probability);
    double log = SymmetricMatrix.inner(x, result.parameters().estimate) + ofZ;
    double[] slopes = x.clone();
    slopes[x.length - 1] = ofZ;
    double error = result.parameters().error(slopes);
    double reach = error * critical();
    return ImmutablePredictedTime.builder()
        .row(row)
        .probability(probability)
        .time(Math.exp(log))
        .standardError(error * Math.exp(log))
        .lower(Math.exp(log - reach))
        .upper(Math.exp(log + reach))
        .build();
  }

  /** 1 for the intercept, the covariates, and 0 for the scale. */
  private static double[] covariatesOf(double[][] columns, int row) {
    double[] x = new double[columns.length + 2];
    x[0] = 1;
    for (int j = 0; j < columns.length; j++) {
      x[j + 1] = columns[j][row];
    }
    return x;
  }

  private double critical() {
    return Distribution.normal().upperQuantile((1 - result.level()) / 2);
  }

  private void requireEstimates() {
    if (!isEstimable()) {
      throw new IllegalArgumentException(
          "the model must have estimates of all coefficients, but some are not estimable");
    }
  }

  private void checkDesign(Covariates design) {
    requireEstimates();
    if (!design.terms().equals(result.covariates().terms())) {
      throw new IllegalArgumentException("terms of the design must be "
          + result.covariates().terms() + ", but were " + design.terms());
    }
    if (design.completeRows() < design.rows()) {
      throw new IllegalArgumentException("covariates of every row must be known, but were missing"
          + " in " + (design.rows() - design.completeRows()) + " rows");
    }
  }

  @Override
  public String toString() {
    return "ParametricModel{" + distribution().code() + ", " + rows() + " rows, " + events()
        + " events, " + coefficients() + "}";
  }
}
