package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.special.Gamma;

/**
 * The proportional hazards model with a shared gamma frailty: the hazard of every hip of a patient
 * is multiplied by one unknown factor with mean 1 and variance v.
 *
 * <p>For a given variance the estimates maximize the partial likelihood with log frailties w as
 * offsets, less (1/v) times the sum of exp(w) - w. The variance maximizes the marginal likelihood,
 * which adds, for each cluster with d events and n = 1/v, n + d - (n + d) log(n + d) + n log n +
 * log Gamma(n + d) - log Gamma(n). Standard errors come from the information in which frailties are
 * taken as uncorrelated with each other given the coefficients, as in R's {@code frailty(sparse =
 * TRUE)}.
 *
 * <pre>{@code
 * FollowUp followUp = FollowUp.ofDays(
 *         new int[] {30, 60, 90, 120, 150, 180, 210, 240},
 *         new boolean[] {true, true, false, true, true, false, false, true})
 *     .clusters(List.of("a", "a", "b", "b", "c", "c", "d", "d"))
 *     .build();
 * Covariates design = Covariates.ofRows(8).number("x", 1, 0, 1, 0, 0, 1, 1, 0).build();
 * FrailtyModel model = GammaFrailty.withDefaults().fit(followUp, design);
 * model.clusters(); // 4
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1198/1061860031365">Therneau TM, Grambsch PM, Pankratz VS.
 *     Penalized survival models and frailty. J Comput Graph Stat 2003;12:156-75</a>
 */
public final class GammaFrailty {
  private static final double DEFAULT_LEVEL = 0.95;
  private static final double LEAST = 1e-6;
  private static final double MOST = 50;
  private static final double EXACT = 1e-9;
  private static final double ACCURACY = 1e-8;
  private static final double START = Math.log(0.5);
  private static final int MOST_EVALUATIONS = 500;

  private final TieMethod ties;
  private final OptionalDouble given;
  private final double level;

  private GammaFrailty(TieMethod ties, OptionalDouble given, double level) {
    this.ties = ties;
    this.given = given;
    this.level = level;
  }

  /**
   * Returns the model with Efron's ties and a variance that is estimated.
   *
   * @return the defaults
   */
  public static GammaFrailty withDefaults() {
    return new GammaFrailty(TieMethod.EFRON, OptionalDouble.empty(), DEFAULT_LEVEL);
  }

  /**
   * Chooses how ties are treated.
   *
   * @param method Efron's or Breslow's method
   * @return the same choices with that method
   * @throws IllegalArgumentException if ties are to be exact
   */
  public GammaFrailty with(TieMethod method) {
    if (method == TieMethod.EXACT) {
      throw new IllegalArgumentException(
          "ties of a frailty model must be efron or breslow, but were exact");
    }
    return new GammaFrailty(method, given, level);
  }

  /**
   * Chooses the variance instead of estimating it.
   *
   * @param variance a number above 0 and up to 50
   * @return the same choices with that variance
   * @throws IllegalArgumentException if the variance does not lie there
   */
  public GammaFrailty withVariance(double variance) {
    if (!(variance > 0 && variance <= MOST)) {
      throw new IllegalArgumentException(
          "frailty variance must lie in 0.0..50.0, 0.0 excluded, but was " + variance);
    }
    return new GammaFrailty(ties, OptionalDouble.of(variance), level);
  }

  /**
   * Chooses the confidence level.
   *
   * @param confidence a probability between 0 and 1, both excluded
   * @return the same choices at that level
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public GammaFrailty withLevel(double confidence) {
    return new GammaFrailty(ties, given, ConfidenceLevel.check(confidence));
  }

  /**
   * Fits the model to the rows in which no covariate is missing.
   *
   * @param followUp the rows, whose clusters share a frailty
   * @param covariates the design over the same rows
   * @return the model
   * @throws IllegalArgumentException as for {@link CoxRegression#fit(FollowUp, Covariates)}, if
   *     there are no clusters, or if the model with or without frailty has coefficients that are
   *     not estimable
   */
  public FrailtyModel fit(FollowUp followUp, Covariates covariates) {
    Objects.requireNonNull(followUp, "followUp");
    Objects.requireNonNull(covariates, "covariates");
    if (followUp.clusters().isEmpty()) {
      throw new IllegalArgumentException("clusters must be known, since they share a frailty");
    }
    CoxModel plain =
        CoxRegression.withDefaults().with(ties).with(CoxVariance.MODEL).fit(followUp, covariates);
    if (!plain.isEstimable()) {
      throw new IllegalArgumentException(
          "every coefficient of the model without frailty must be estimable, but one was not");
    }
    Fit fit = new Fit(plain);
    return given.isPresent() ? fit.at(given.getAsDouble()) : fit.best(level);
  }

  private static IllegalArgumentException notEstimable() {
    return new IllegalArgumentException(
        "every coefficient of the model with frailty must be estimable, but one was not");
  }

  @Override
  public String toString() {
    return "GammaFrailty{" + ties.code() + "}";
  }

  /** The penalized likelihood at a given variance, and the search for the variance. */
  private final class Fit {
    private static final int MOST_STEPS = 500;

    private final CoxModel plain;
    private final CoxRows rows;
    private final CoxLikelihood likelihood;
    private final int[] cluster;
    private final int[][] members;
    private final double[] events;
    private final int p;
    private double[] beta;
    private double[] frailty;
    private double[][] information = new double[0][0];

    Fit(CoxModel plain) {
      this.plain = plain;
      this.rows = plain.data().rows;
      this.likelihood = new CoxLikelihood(rows, ties);
      this.p = rows.x.length;
      FollowUp followUp = plain.data().followUp;
      int[] numbers = Arrays.stream(rows.order).map(followUp::cluster).toArray();
      int[] distinct = Arrays.stream(numbers).sorted().distinct().toArray();
      this.cluster = Arrays.stream(numbers)
          .map(number -> Arrays.binarySearch(distinct, number))
          .toArray();
      this.members = members(distinct.length);
      this.events = new double[distinct.length];
      for (int i = 0; i < rows.size; i++) {
        events[cluster[i]] += rows.isEvent(i) ? rows.weight(i) : 0;
      }
      this.beta = new double[p];
      Arrays.setAll(beta, j -> plain.data().beta[j] * rows.scale[j]);
      this.frailty = new double[distinct.length];
    }

    private int[][] members(int clusters) {
      int[] sizes = new int[clusters];
      for (int each : cluster) {
        sizes[each]++;
      }
      int[][] lists = new int[clusters][];
      Arrays.setAll(lists, c -> new int[sizes[c]]);
      for (int i = 0; i < rows.size; i++) {
        lists[cluster[i]][--sizes[cluster[i]]] = i;
      }
      return lists;
    }

    /** The penalized likelihood; the likelihood is left evaluated there. */
    private double penalized(double[] coefficients, double[] frailties, double n) {
      double[] shared = new double[rows.size];
      Arrays.setAll(shared, i -> frailties[cluster[i]]);
      likelihood.share(shared, largest(frailties));
      likelihood.evaluate(coefficients);
      double penalty = 0;
      for (double w : frailties) {
        penalty += Math.exp(w) - w;
      }
      return likelihood.logLikelihood() - n * penalty;
    }

    /** Climbs at a given variance and returns the marginal likelihood. */
    double marginal(double variance) {
      double n = 1 / variance;
      double value = penalized(beta, frailty, n);
      for (int step = 0; step < MOST_STEPS; step++) {
        double[] frailtyStep = new double[frailty.length];
        double[] betaStep = step(n, frailtyStep);
        double longest = Math.max(largest(betaStep), largest(frailtyStep));
        double factor = Math.min(1, 2 / longest);
        double next;
        double[] fromBeta = beta;
        double[] fromFrailty = frailty;
        do {
          beta = moved(fromBeta, factor, betaStep);
          frailty = moved(fromFrailty, factor, frailtyStep);
          next = penalized(beta, frailty, n);
          factor /= 2;
        } while (!(next >= value - 1e-11 * Math.abs(value)) && factor > 1e-9);
        value = next;
        if (longest < EXACT) {
          break;
        }
      }
      for (double d : events) {
        value += n
            + d
            - (n + d) * Math.log(n + d)
            + n * Math.log(n)
            + Gamma.logGamma(n + d)
            - Gamma.logGamma(n);
      }
      return value;
    }

    private double largest(double[] values) {
      return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private double[] moved(double[] from, double factor, double[] step) {
      double[] to = new double[from.length];
      Arrays.setAll(to, i -> from[i] + factor * step[i]);
      return to;
    }

    /**
     * One Newton step in which frailties are uncorrelated: with D their diagonal and B the slopes
     * of what each cluster expects, the coefficients move by (I - B'D<sup>-1</sup>B)<sup>-1</sup>
     * (u - B'D<sup>-1</sup>v), and each frailty by (v - B'b)/D.
     */
    private double[] step(double n, double[] frailtyStep) {
      double[] gradient = likelihood.score();
      information = likelihood.information();
      CoxLikelihood.ScoreResiduals residuals = likelihood.new ScoreResiduals();
      CoxLikelihood.SharedRisk shares = likelihood.new SharedRisk();
      double[][] slopes = new double[frailty.length][p];
      double[] diagonal = new double[frailty.length];
      double[] slope = new double[p];
      for (int c = 0; c < frailty.length; c++) {
        double expected = 0;
        double shared = 0;
        for (int i : members[c]) {
          expected += likelihood.expected(i);
          residuals.fillSlopes(i, slope);
          for (int j = 0; j < p; j++) {
            slopes[c][j] += slope[j];
          }
          for (int other : members[c]) {
            shared += shares.of(i, other);
          }
        }
        double unit = n * Math.exp(frailty[c]);
        frailtyStep[c] = events[c] - expected - unit + n;
        diagonal[c] = expected - shared + unit;
        for (int j = 0; j < p; j++) {
          gradient[j] -= slopes[c][j] * frailtyStep[c] / diagonal[c];
          for (int k = 0; k < p; k++) {
            information[j][k] -= slopes[c][j] * slopes[c][k] / diagonal[c];
          }
        }
      }
      double[] step = damped(information).solve(gradient);
      for (int c = 0; c < frailty.length; c++) {
        frailtyStep[c] = (frailtyStep[c] - SymmetricMatrix.inner(slopes[c], step)) / diagonal[c];
      }
      return step;
    }

    /**
     * The information, damped by as little as gives it an inverse: far from the largest likelihood
     * the frailties may leave none to the coefficients, and a damped step still climbs.
     */
    private static SymmetricMatrix damped(double[][] information) {
      double[][] matrix = Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
      Optional<SymmetricMatrix> factor = SymmetricMatrix.of(matrix);
      for (double damping = 1e-10; factor.isEmpty() && damping < 1e10; damping *= 10) {
        for (int j = 0; j < matrix.length; j++) {
          matrix[j][j] = information[j][j] + damping * Math.max(1, Math.abs(information[j][j]));
        }
        factor = SymmetricMatrix.of(matrix);
      }
      return factor.orElseThrow(GammaFrailty::notEstimable);
    }

    FrailtyModel at(double variance) {
      return result(variance, marginal(variance)).build();
    }

    /** The variance of largest marginal likelihood, looked for on the log scale. */
    FrailtyModel best(double confidence) {
      double none = plain.logLikelihood();
      DoubleUnaryOperator profile = log -> marginal(Math.exp(log));
      double log = maximum(profile, Math.log(LEAST), Math.log(MOST));
      double variance = Math.exp(log);
      double most = marginal(variance);
      if (!(most > none) || variance < 2 * LEAST) {
        return withoutFrailty(none, confidence);
      }
      double ratio = 2 * (most - none);
      ImmutableFrailtyModel.Builder model =
          result(variance, most).pValue(Distribution.chiSquare(1).upperTail(ratio) / 2);
      double z = Distribution.normal().upperQuantile((1 - confidence) / 2);
      double least = most - z * z / 2;
      if (none < least) {
        model.lowerVariance(limit(profile, least, Math.log(LEAST), log));
      }
      if (marginal(MOST) < least) {
        model.upperVariance(limit(profile, least, Math.log(MOST), log));
      }
      return model.build();
    }

    private FrailtyModel withoutFrailty(double none, double confidence) {
      ImmutableFrailtyModel.Builder model = ImmutableFrailtyModel.builder()
          .variance(0)
          .pValue(1)
          .addAllCoefficients(plain.coefficients())
          .marginalLogLikelihood(none)
          .clusters(frailty.length);
      double z = Distribution.normal().upperQuantile((1 - confidence) / 2);
      double least = none - z * z / 2;
      if (marginal(MOST) < least) {
        model.upperVariance(
            limit(log -> marginal(Math.exp(log)), least, Math.log(MOST), Math.log(LEAST)));
      }
      return model.build();
    }

    /** Where the profile crosses a height between two ends. */
    private double limit(DoubleUnaryOperator profile, double height, double low, double high) {
      return Math.exp(new BrentSolver(ACCURACY)
          .solve(
              MOST_EVALUATIONS,
              log -> profile.applyAsDouble(log) - height,
              Math.min(low, high),
              Math.max(low, high)));
    }

    private double maximum(DoubleUnaryOperator profile, double from, double to) {
      return new BrentOptimizer(ACCURACY, ACCURACY)
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              new UnivariateObjectiveFunction(profile::applyAsDouble),
              GoalType.MAXIMIZE,
              new SearchInterval(from, to, START))
          .getPoint();
    }

    private ImmutableFrailtyModel.Builder result(double variance, double marginal) {
      step(1 / variance, new double[frailty.length]);
      double[][] covariance = SymmetricMatrix.of(information)
          .orElseThrow(GammaFrailty::notEstimable)
          .inverse();
      double z = Distribution.normal().upperQuantile((1 - level) / 2);
      ImmutableFrailtyModel.Builder model = ImmutableFrailtyModel.builder()
          .variance(variance)
          .marginalLogLikelihood(marginal)
          .clusters(frailty.length);
      for (int j = 0; j < p; j++) {
        double estimate = beta[j] / rows.scale[j];
        double error = Math.sqrt(covariance[j][j]) / rows.scale[j];
        double statistic = estimate / error;
        model.addCoefficients(ImmutableRegressionCoefficient.builder()
            .term(plain.coefficients().get(j).term())
            .method(RegressionCoefficient.Method.WALD)
            .direction(0)
            .estimate(estimate)
            .standardError(error)
            .modelStandardError(error)
            .statistic(statistic)
            .pValue(Distribution.chiSquare(1).upperTail(statistic * statistic))
            .lower(estimate - z * error)
            .upper(estimate + z * error)
            .build());
      }
      return model;
    }
  }
}
