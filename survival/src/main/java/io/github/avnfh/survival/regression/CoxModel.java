package io.github.avnfh.survival.regression;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A fitted proportional hazards model: coefficients with their errors and limits, and tests of the
 * whole model.
 *
 * <p>It prints counts and coefficients, never rows.
 *
 * <pre>{@code
 * FollowUp followUp = FollowUp.ofDays(
 *     new int[] {9, 1, 1, 6, 6, 8}, new boolean[] {true, true, false, true, true, false}).build();
 * Covariates design = Covariates.ofRows(6).number("x", 0, 1, 1, 1, 0, 0).build();
 * CoxModel model = CoxRegression.withDefaults().with(TieMethod.BRESLOW).fit(followUp, design);
 * Concordance order = model.concordance();
 * order.value();                               // 0.7777…
 * BaselineHazard baseline = model.baselineHazards().get(0);
 * baseline.steps().size();                     // 3
 * CoxResiduals residuals = model.residuals();
 * int rows = residuals.rows().length;          // 6
 * SurvivalPrediction predicted = model.predict(design, 7).get(0);
 * predicted.time();                            // 7.0
 * RestrictedMeanPrediction mean = model.predictRestrictedMean(design, 7).get(0);
 * Digits.halfUp(2).print(mean.mean());         // 6.42
 * }</pre>
 *
 * @see CoxRegression
 */
public final class CoxModel implements Explainable {
  private final Data data;

  CoxModel(Data data) {
    this.data = data;
  }

  /** What a fit found. */
  static final class Data {
    final CoxRegression options;
    final FollowUp followUp;
    final Covariates covariates;
    final double[] offset;
    final CoxRows rows;
    final Map<CoxVariance, double[][]> covariance = new EnumMap<>(CoxVariance.class);
    double[] beta = new double[0];
    List<RegressionCoefficient> coefficients = List.of();
    double nullLogLikelihood;
    double logLikelihood;
    int iterations;

    @Nullable
    ChiSquare likelihoodRatio;

    @Nullable
    ChiSquare scoreTest;

    Optional<ChiSquare> waldTest = Optional.empty();

    Data(
        CoxRegression options,
        FollowUp followUp,
        Covariates covariates,
        double[] offset,
        CoxRows rows) {
      this.options = options;
      this.offset = offset;
      this.followUp = followUp;
      this.covariates = covariates;
      this.rows = rows;
    }

    /** The coefficients of the scaled covariates, in which the rows are held. */
    double[] scaledCoefficients() {
      double[] scaled = new double[beta.length];
      Arrays.setAll(scaled, j -> beta[j] * rows.scale[j]);
      return scaled;
    }
  }

  /**
   * Returns the coefficients in the order of the terms of the design.
   *
   * @return one for each term
   */
  public List<RegressionCoefficient> coefficients() {
    return data.coefficients;
  }

  /**
   * Returns one coefficient.
   *
   * @param term a term of the design, such as {@code age} or {@code stage[II]}
   * @return its coefficient
   * @throws IllegalArgumentException if the design has no such term
   */
  public RegressionCoefficient coefficient(String term) {
    return data.coefficients.stream()
        .filter(each -> each.term().equals(term))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "term must be one of " + data.covariates.terms() + ", but was " + term));
  }

  /**
   * Tells whether the likelihood has a maximum.
   *
   * @return false if some coefficients are not estimable, as where all events lie in one level
   */
  public boolean isEstimable() {
    return data.coefficients.stream()
        .noneMatch(each -> each.method() == RegressionCoefficient.Method.NOT_ESTIMABLE);
  }

  /**
   * Counts the rows that were used.
   *
   * @return the rows in which no covariate is missing
   */
  public int rows() {
    return data.rows.size;
  }

  /**
   * Counts the events in the rows that were used.
   *
   * @return the events, regardless of their weights
   */
  public int events() {
    return Arrays.stream(data.rows.deaths).sum();
  }

  /**
   * Counts the rows that were left out because a covariate was missing.
   *
   * @return the number of rows; {@link Covariates#missing()} counts them by covariate
   */
  public int leftOut() {
    return data.covariates.rows() - rows();
  }

  /**
   * Counts the clusters, such as patients, among the rows that were used.
   *
   * @return the number of clusters, or nothing without clusters
   */
  public OptionalInt clusters() {
    return data.followUp.clusters().isPresent()
        ? OptionalInt.of(data.rows.clusters())
        : OptionalInt.empty();
  }

  /**
   * Returns the covariance matrix of the coefficients.
   *
   * @param variance where it comes from
   * @return the matrix in the order of the coefficients, with rows and columns of 0 for those that
   *     are not estimable; nothing where these rows have no such variance, and for
   *     {@link CoxVariance#BIAS_CORRECTED} where {@link #variance()} is another
   */
  public Optional<double[][]> covariance(CoxVariance variance) {
    return Optional.ofNullable(data.covariance.get(variance))
        .map(matrix -> Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new));
  }

  /**
   * Returns the variance behind the standard errors of {@link #coefficients()}.
   *
   * @return the variance that was chosen, or that follows from clusters and weights; the model's
   *     own where the rows have no other
   */
  public CoxVariance variance() {
    CoxVariance meant = data.options.variance(
        data.covariance.containsKey(CoxVariance.ROBUST),
        data.followUp.clusters().isPresent());
    return data.covariance.containsKey(meant) ? meant : CoxVariance.MODEL;
  }

  /**
   * Returns the log partial likelihood with all coefficients 0; penalized with Firth's penalty.
   *
   * @return a logarithm
   */
  public double logLikelihoodNull() {
    return data.nullLogLikelihood;
  }

  /**
   * Returns the log partial likelihood at the coefficients; penalized with Firth's penalty.
   *
   * @return a logarithm; its limit where some coefficients are not estimable
   */
  public double logLikelihood() {
    return data.logLikelihood;
  }

  /**
   * Returns the likelihood ratio test of all coefficients being 0, which takes rows as independent.
   *
   * @return the test
   */
  public ChiSquare likelihoodRatio() {
    return known(data.likelihoodRatio);
  }

  /**
   * Returns the score test of all coefficients being 0, which takes rows as independent; for one
   * binary covariate without ties it is the log-rank test.
   *
   * @return the test
   */
  public ChiSquare score() {
    return known(data.scoreTest);
  }

  /**
   * Returns Wald's test of all coefficients being 0, by the variance of {@link #variance()}.
   *
   * @return the test, or nothing where a coefficient is not estimable or clusters are too few
   */
  public Optional<ChiSquare> wald() {
    return data.waldTest;
  }

  /**
   * Returns the score test with residuals summed by cluster.
   *
   * @return the test, or nothing without clusters or fractional weights, or with fewer clusters
   *     than coefficients
   */
  public Optional<ChiSquare> robustScore() {
    return data.covariance.containsKey(CoxVariance.ROBUST)
        ? CoxFit.robustScoreTest(data.options, data.followUp, data.covariates, data.rows)
        : Optional.empty();
  }

  /**
   * Returns the number of Newton steps.
   *
   * @return the steps from coefficients of 0 to the maximum
   */
  public int iterations() {
    return data.iterations;
  }

  /**
   * Returns Akaike's information criterion, by which models of the same rows are compared.
   *
   * @return -2 log likelihood + 2 terms; less is better
   */
  public double akaike() {
    return -2 * data.logLikelihood + 2 * data.coefficients.size();
  }

  /**
   * Tests each covariate by leaving it out of the model, on the same rows; with Firth's penalty by
   * holding its coefficients at 0 under the penalty of the whole model, as the profile does.
   *
   * @return the likelihood ratio test by the name of the covariate, in the order of the design;
   *     with one covariate that of the whole model
   */
  public Map<String, ChiSquare> dropOne() {
    Map<String, ChiSquare> tests = new LinkedHashMap<>();
    for (String name : data.covariates.names()) {
      double without = data.options.isPenalized() ? heldAtZero(name) : leftOut(name);
      tests.put(
          name,
          ChiSquare.of(
              Math.max(0, 2 * (data.logLikelihood - without)),
              data.covariates.terms(name).size()));
    }
    return Collections.unmodifiableMap(tests);
  }

  private double leftOut(String name) {
    List<String> others =
        data.covariates.names().stream().filter(each -> !each.equals(name)).toList();
    return others.isEmpty()
        ? data.nullLogLikelihood
        : data.options
            .fit(data.followUp, data.covariates.only(others), data.offset)
            .logLikelihood();
  }

  /** The largest penalized likelihood with the coefficients of a covariate at 0. */
  private double heldAtZero(String name) {
    List<String> held = data.covariates.terms(name);
    List<String> terms = data.covariates.terms();
    int[] free = IntStream.range(0, terms.size())
        .filter(j -> !held.contains(terms.get(j)))
        .toArray();
    CoxOptimizer optimizer = new CoxOptimizer(
        data.rows, new CoxLikelihood(data.rows, data.options.ties()), data.options.isPenalized());
    optimizer.evaluate(new double[terms.size()]);
    if (free.length > 0) {
      optimizer.climbFromHere(free);
    }
    return optimizer.objective();
  }

  /**
   * Returns how well the model orders the rows.
   *
   * @return Harrell's C
   * @throws IllegalArgumentException if no two rows are comparable
   */
  public Concordance concordance() {
    return ConcordancePairs.concordance(data.followUp, data.rows, predictor());
  }

  /**
   * Returns how well the model orders the rows up to a time, regardless of the censoring: Uno's C,
   * in which a pair counts 1 / G(t)<sup>2</sup>, with t the time of its earlier event and G(t) the
   * proportion not censored before t. Harrell's C depends on the times at which rows were censored.
   *
   * <p>The standard error takes G as known. R: {@code concordance(fit, timewt = "n/G2", ymax =)}.
   *
   * @param horizon the last time of an event that counts, above 0; there must be rows still
   *     followed then for the estimate to speak of it
   * @return the concordance; its pairs are the sum of their weights
   * @throws IllegalArgumentException if the horizon is not above 0, if rows have a delayed entry,
   *     or if no two rows are comparable
   * @see <a href="https://doi.org/10.1002/sim.4154">Uno H, Cai T, Pencina MJ, D'Agostino RB, Wei
   *     LJ. On the C-statistics for evaluating overall adequacy of risk prediction procedures with
   *     censored survival data. Stat Med 2011;30:1105-17</a>
   */
  public Concordance concordanceUpTo(double horizon) {
    if (!(horizon > 0)) {
      throw new IllegalArgumentException("horizon [time] must be above 0, but was " + horizon);
    }
    if (data.followUp.hasDelayedEntry()) {
      throw new IllegalArgumentException(
          "rows of Uno's concordance [entry] must be followed from time 0, but some enter later");
    }
    return ConcordancePairs.weighted(data.followUp, data.rows, predictor(), horizon);
  }

  /** The part of the predictor that tells rows of a stratum apart. */
  private double[] predictor() {
    double[] scaled = data.scaledCoefficients();
    double[] predictor = new double[data.rows.size];
    for (int i = 0; i < predictor.length; i++) {
      predictor[i] = data.rows.offset.length == 0 ? 0 : data.rows.offset[i];
      for (int j = 0; j < data.beta.length; j++) {
        predictor[i] += scaled[j] * data.rows.x[j][i];
      }
    }
    return predictor;
  }

  /**
   * Returns the residuals of the rows that were used.
   *
   * @return the residuals
   * @throws IllegalArgumentException if ties are exact
   */
  public CoxResiduals residuals() {
    if (data.options.ties() == TieMethod.EXACT) {
      throw new IllegalArgumentException(
          "residuals need Efron's or Breslow's ties, but ties are exact");
    }
    return new CoxResiduals(
        data.rows, likelihood(), covariance(CoxVariance.MODEL).orElseThrow());
  }

  /**
   * Returns the cumulative baseline hazard of each stratum.
   *
   * @return the hazards in the order of the strata
   * @throws IllegalArgumentException if ties are exact
   */
  public List<BaselineHazard> baselineHazards() {
    if (data.options.ties() == TieMethod.EXACT) {
      throw new IllegalArgumentException(
          "a baseline hazard needs Efron's or Breslow's ties, but ties are exact");
    }
    return CoxPredictor.baselineHazards(data.rows, likelihood(), data.followUp.strata(), data.beta);
  }

  /**
   * Predicts survival for rows with given covariates, in a model without strata.
   *
   * @param design the covariates of the rows, made by {@link Covariates#like}
   * @param times times of 0 or more
   * @return a prediction for each row and time, row by row
   * @throws IllegalArgumentException if the model has strata, a coefficient is not estimable, ties
   *     are exact, the design has other terms, a covariate is missing, or a time is negative or not
   *     finite
   */
  public List<SurvivalPrediction> predict(Covariates design, double... times) {
    Objects.requireNonNull(design, "design");
    Objects.requireNonNull(times, "times");
    return predict(design, onlyStratum(design), times);
  }

  /**
   * Predicts survival for rows with given covariates and strata.
   *
   * @param design the covariates of the rows, made by {@link Covariates#like}
   * @param strata the stratum of each row
   * @param times times of 0 or more
   * @return a prediction for each row and time, row by row
   * @throws IllegalArgumentException as for {@link #predict(Covariates, double...)}, or if a
   *     stratum is not one of the model's
   */
  public List<SurvivalPrediction> predict(Covariates design, List<String> strata, double... times) {
    checkPredictable(
        Objects.requireNonNull(design, "design"),
        Objects.requireNonNull(strata, "strata"),
        Objects.requireNonNull(times, "times"));
    CoxPredictor predictor = newPredictor();
    double[][] columns = design.columns();
    List<SurvivalPrediction> predictions = new ArrayList<>();
    for (int row = 0; row < design.rows(); row++) {
      int stratum = data.followUp.strata().indexOf(strata.get(row));
      predictions.addAll(predictor.predict(row, covariates(columns, row), stratum, times));
    }
    return List.copyOf(predictions);
  }

  /**
   * Predicts the mean time free of the event up to a horizon for rows with given covariates, in a
   * model without strata.
   *
   * @param design the covariates of the rows, made by {@link Covariates#like}
   * @param horizon a time above 0, up to which rows were followed
   * @return a prediction for each row
   * @throws IllegalArgumentException as for {@link #predict(Covariates, double...)}, or if the
   *     horizon is not above 0 or no row was followed so long
   */
  public List<RestrictedMeanPrediction> predictRestrictedMean(Covariates design, double horizon) {
    Objects.requireNonNull(design, "design");
    return predictRestrictedMean(design, onlyStratum(design), horizon);
  }

  /**
   * Predicts the mean time free of the event up to a horizon for rows with given covariates and
   * strata.
   *
   * @param design the covariates of the rows, made by {@link Covariates#like}
   * @param strata the stratum of each row
   * @param horizon a time above 0, up to which rows of each of these strata were followed
   * @return a prediction for each row
   * @throws IllegalArgumentException as for {@link #predictRestrictedMean(Covariates, double)}, or
   *     if a stratum is not one of the model's
   */
  public List<RestrictedMeanPrediction> predictRestrictedMean(
      Covariates design, List<String> strata, double horizon) {
    checkPredictable(
        Objects.requireNonNull(design, "design"), Objects.requireNonNull(strata, "strata"));
    CoxPredictor predictor = newPredictor();
    double[][] columns = design.columns();
    List<RestrictedMeanPrediction> predictions = new ArrayList<>();
    for (int row = 0; row < design.rows(); row++) {
      int stratum = data.followUp.strata().indexOf(strata.get(row));
      double last = data.rows.time(data.rows.stratumStart[stratum]);
      if (!(horizon > 0 && horizon <= last)) {
        throw new IllegalArgumentException(
            "horizon [unit of the times] must lie above 0.0 and be at" + " most " + last
                + ", the last time of the stratum, but was " + horizon);
      }
      predictions.add(predictor.restrictedMean(row, covariates(columns, row), stratum, horizon));
    }
    return List.copyOf(predictions);
  }

  private List<String> onlyStratum(Covariates design) {
    if (data.followUp.strata().size() > 1) {
      throw new IllegalArgumentException("a stratum must be named for each row, one of "
          + data.followUp.strata().size());
    }
    return Collections.nCopies(design.rows(), data.followUp.strata().get(0));
  }

  private static double[] covariates(double[][] columns, int row) {
    return Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
  }

  private CoxPredictor newPredictor() {
    double[] scaled = data.scaledCoefficients();
    double[][] covariance = covariance(variance()).orElseThrow();
    for (int j = 0; j < scaled.length; j++) {
      for (int k = 0; k < scaled.length; k++) {
        // b_z = s b_x, so cov(b_z) = s_j s_k cov(b_x)
        covariance[j][k] *= data.rows.scale[j] * data.rows.scale[k];
      }
    }
    return new CoxPredictor(data.rows, likelihood(), scaled, covariance, data.options.level());
  }

  /** Refuses what needs a baseline hazard where there is none. */
  void checkEstimated() {
    if (!isEstimable() || data.options.ties() == TieMethod.EXACT) {
      throw new IllegalArgumentException("a prediction needs estimates and Efron's or Breslow's"
          + " ties, but the model has "
          + (isEstimable() ? "exact ties" : "coefficients that are not estimable"));
    }
  }

  private void checkPredictable(Covariates design, List<String> strata, double... times) {
    checkEstimated();
    if (!design.terms().equals(data.covariates.terms())) {
      throw new IllegalArgumentException("terms of the design must be " + data.covariates.terms()
          + ", but were " + design.terms());
    }
    if (design.completeRows() < design.rows()) {
      throw new IllegalArgumentException("covariates of every row must be known, but were missing"
          + " in " + (design.rows() - design.completeRows()) + " rows");
    }
    if (strata.size() != design.rows() || !data.followUp.strata().containsAll(strata)) {
      throw new IllegalArgumentException(
          "strata must be one of the model's for each row, but were not");
    }
    for (double time : times) {
      if (!(time >= 0 && time <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("time must be finite and 0.0 or more, but was " + time);
      }
    }
  }

  /**
   * Tells by which rules the model was made, with the call of R, and what is lacking.
   *
   * @return the hazard ratios with their limits and their reasons
   */
  @Override
  public Explanation explanation() {
    CoxRegression options = data.options;
    return new CoxExplanation(data.followUp, data.covariates, data.offset.length > 0)
        .with(options.ties(), options.isPenalized(), options.isProfile(), variance())
        .of(rows(), events(), clusters(), data.coefficients);
  }

  Data data() {
    return data;
  }

  /** The likelihood, evaluated at the estimate anew: a model holds its rows once. */
  CoxLikelihood likelihood() {
    CoxLikelihood likelihood = new CoxLikelihood(data.rows, data.options.ties());
    double[] scaled = data.scaledCoefficients();
    likelihood.evaluate(scaled);
    return likelihood;
  }

  private static ChiSquare known(@Nullable ChiSquare test) {
    if (test == null) {
      throw new IllegalStateException("the fit has not ended");
    }
    return test;
  }

  @Override
  public String toString() {
    return "CoxModel{" + rows() + " rows, " + events() + " events, " + data.coefficients + "}";
  }
}
