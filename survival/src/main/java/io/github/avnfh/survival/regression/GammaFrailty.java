package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.FollowUp;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

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
  private static final double LARGEST = 50;

  // log variances
  private static final double LEAST = Math.log(1e-6);
  private static final double MOST = Math.log(LARGEST);

  private static final double LONGEST_STEP = 2;
  // steps, and changes of a log variance, that are as good as none
  private static final double EXACT = 2e-7;
  private static final double CLOSE = 1e-7;
  // where steps end without being short, and only rounding is left
  private static final double NEAR = 1e-4;
  // a likelihood that is lower by this part may be so by rounding of its sums
  private static final double ROUNDING = 1e-11;
  private static final int MOST_STEPS = 500;
  private static final int MOST_NEWTON_STEPS = 25;
  private static final int FEW_HALVINGS = 3;
  private static final int MOST_HALVINGS = 30;

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
    if (!(variance > 0 && variance <= LARGEST)) {
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
   *     there are no clusters, if the model with or without frailty has coefficients that are not
   *     estimable, or if the steps run out before the maximum
   */
  public FrailtyModel fit(FollowUp followUp, Covariates covariates) {
    Objects.requireNonNull(followUp, "followUp");
    Objects.requireNonNull(covariates, "covariates");
    if (followUp.clusters().isEmpty()) {
      throw new IllegalArgumentException("clusters must be known, since they share a frailty");
    }
    CoxModel plain = CoxRegression.withDefaults()
        .with(ties)
        .with(CoxVariance.MODEL)
        .fit(followUp.ignoringClusters(), covariates);
    if (!plain.isEstimable()) {
      throw new IllegalArgumentException(
          "every coefficient of the model without frailty must be estimable, but one was not");
    }
    Fit fit = new Fit(plain, followUp);
    return given.isPresent() ? fit.at(given.getAsDouble()) : fit.best();
  }

  @Override
  public String toString() {
    return "GammaFrailty{" + ties.code() + "}";
  }

  /** The climb at a given variance, and the search for the variance and its limits. */
  private final class Fit {
    private final CoxModel plain;
    private final double none;
    private final FrailtyLikelihood likelihood;
    private final double z = Distribution.normal().upperQuantile((1 - level) / 2);

    Fit(CoxModel plain, FollowUp followUp) {
      this.plain = plain;
      this.none = plain.logLikelihood();
      this.likelihood = new FrailtyLikelihood(plain, followUp, ties);
    }

    FrailtyModel at(double variance) {
      likelihood.slopeAtNone();
      likelihood.start(Math.log(variance));
      climb(false);
      return result().build();
    }

    /**
     * The variance of largest marginal likelihood. Where the likelihood falls from a variance of 0,
     * it still may have a maximum farther on.
     */
    FrailtyModel best() {
      double[] slope = likelihood.slopeAtNone();
      if (slope[0] > 0) {
        // the top of the parabola slope v - bend v^2/2
        likelihood.start(bounded(Math.log(slope[0] / slope[1])));
        // the slope of the likelihood, not of twice the likelihood
        goAlongSecant(slope[0] / 2);
      } else {
        // the largest variance that the parabola does not exclude
        likelihood.start(bounded(Math.log(upper(slope[0], slope[1]))));
        climb(false);
        if (likelihood.slope() <= 0) {
          return withoutFrailty();
        }
      }
      climb(true);
      return likelihood.value() > none && likelihood.log() > LEAST + 1
          ? withFrailty()
          : withoutFrailty();
    }

    /** To where the slope by the variance is 0 if it falls from its value at none in a line. */
    private void goAlongSecant(double slopeAtNone) {
      likelihood.findStep();
      double log = likelihood.log();
      // dm/dv is dm/dx divided by v
      double slope = likelihood.slope() / Math.exp(log);
      if (slope < slopeAtNone) {
        // the line from s0 at 0 to s at v is 0 at v s0/(s0 - s)
        double change = Math.log(slopeAtNone / (slopeAtNone - slope));
        double near = Math.min(Math.max(change, -LONGEST_STEP), LONGEST_STEP);
        likelihood.aim(bounded(log + near) - log);
        likelihood.move(1);
      }
    }

    private static double bounded(double log) {
      return Math.min(Math.max(log, LEAST), MOST);
    }

    /** Where a parabola, twice the likelihood less that of no frailty, comes down to -z^2. */
    private double upper(double twiceSlope, double bend) {
      return (twiceSlope + Math.sqrt(twiceSlope * twiceSlope + 2 * bend * z * z)) / bend;
    }

    /** Steps until they are short; a step that lowers the likelihood is taken another way. */
    private void climb(boolean isVarianceFree) {
      likelihood.restart();
      double last = Double.POSITIVE_INFINITY;
      for (int steps = 0; steps < MOST_STEPS; steps++) {
        likelihood.findStep();
        double change = isVarianceFree ? change() : 0;
        double longest = Math.max(likelihood.longest(), Math.abs(change));
        double least = likelihood.value() - ROUNDING * Math.abs(likelihood.value());
        likelihood.aim(change);
        if (!risesAccelerated(longest, least) && !rises(change, least, FEW_HALVINGS)) {
          // the step and its halves failed: hold the variance, and halve further
          likelihood.goBack();
          likelihood.aim(0);
          rises(0, least, MOST_HALVINGS);
        }
        if (longest < EXACT) {
          return;
        }
        last = longest;
      }
      if (!(last < NEAR)) {
        throw new IllegalArgumentException(
            "marginal likelihood of frailty must have a maximum within " + MOST_STEPS
                + " steps, but the last step was still " + last + " long");
      }
    }

    private boolean risesAccelerated(double longest, double least) {
      if (longest < LONGEST_STEP) {
        likelihood.moveAccelerated();
      }
      return longest < LONGEST_STEP
          && likelihood.value() >= least
          && likelihood.log() >= LEAST
          && likelihood.log() <= MOST;
    }

    /** Takes the step as it is, or a half of it, and so on. */
    private boolean rises(double change, double least, int halvings) {
      likelihood.restart();
      double longest = Math.max(likelihood.longest(), Math.abs(change));
      double factor = Math.min(1, LONGEST_STEP / longest);
      for (int halving = 0; halving <= halvings; halving++) {
        likelihood.move(factor);
        if (likelihood.value() >= least) {
          return true;
        }
        factor /= 2;
      }
      return false;
    }

    /** Newton's step of the log variance within its bounds, or uphill where there is none. */
    private double change() {
      // where the likelihood is convex, Newton's step would lead to a minimum
      double newton = -likelihood.slope() / likelihood.curvature();
      double change = likelihood.curvature() < 0 ? newton : Math.signum(likelihood.slope());
      double bounded = Math.min(Math.max(change, -LONGEST_STEP), LONGEST_STEP);
      return Math.min(Math.max(bounded, LEAST - likelihood.log()), MOST - likelihood.log());
    }

    private FrailtyModel withFrailty() {
      double most = likelihood.value();
      // a variance of 0 lies on the bound: half of a chi-square with 1 degree of freedom, half 0
      ImmutableFrailtyModel.Builder model =
          result().pValue(Distribution.chiSquare(1).upperTail(2 * (most - none)) / 2);
      // limits are where twice the likelihood has fallen by z^2
      double height = most - z * z / 2;
      double[] maximum = likelihood.place();
      double log = likelihood.log();
      // the first guess is the limit of a parabola in the log variance
      double reach = z / Math.sqrt(-likelihood.curvature());
      OptionalDouble upper =
          log < MOST - CLOSE ? limit(height, log, MOST, reach) : OptionalDouble.empty();
      if (upper.isPresent()) {
        model.upperVariance(upper.getAsDouble());
        reach = Math.log(upper.getAsDouble()) - log;
      }
      // otherwise a variance of 0 lies within the limits
      if (none < height) {
        likelihood.go(maximum);
        limit(height, log, LEAST, -reach).ifPresent(model::lowerVariance);
      }
      return model.build();
    }

    private FrailtyModel withoutFrailty() {
      ImmutableFrailtyModel.Builder model = ImmutableFrailtyModel.builder()
          .variance(0)
          .pValue(1)
          .addAllCoefficients(plain.coefficients())
          .marginalLogLikelihood(none)
          .clusters(likelihood.clusters());
      double height = none - z * z / 2;
      likelihood.findStep();
      limit(height, LEAST, MOST, (height - likelihood.value()) / likelihood.slope())
          .ifPresent(model::upperVariance);
      return model.build();
    }

    /**
     * Where the marginal likelihood falls to a height on the way from one log variance, where it is
     * higher, to another: Newton's steps of the variance, each with a step of all else, and of all
     * else alone where that is farther from its maximum than the likelihood from the height. There
     * is no such place if the likelihood is higher at the other, too.
     */
    private OptionalDouble limit(double height, double higher, double last, double first) {
      double inside = higher;
      double outside = last;
      double change = first;
      likelihood.restart();
      for (int steps = 0; steps < MOST_NEWTON_STEPS; steps++) {
        likelihood.aim(Math.min(Math.max(change, -LONGEST_STEP), LONGEST_STEP));
        likelihood.move(Math.min(1, LONGEST_STEP / likelihood.longest()));
        likelihood.findStep();
        double log = likelihood.log();
        // value + gain estimates the maximum at this variance; value itself is never above it
        double excess = likelihood.value() + likelihood.gain() - height;
        double newton = -excess / likelihood.slope();
        if (Math.max(Math.abs(newton), Math.abs(likelihood.gain() / likelihood.slope())) < CLOSE) {
          return OptionalDouble.of(Math.exp(log + newton));
        }
        change = 0;
        // certainly above, or below by more than the gain: only then is a side of the limit known
        boolean isAbove = likelihood.value() > height;
        if (isAbove || excess + likelihood.gain() < 0) {
          if (isAbove && log == last) {
            return OptionalDouble.empty();
          }
          inside = isAbove ? log : inside;
          outside = isAbove ? outside : log;
          boolean falls = likelihood.slope() * (last - higher) < 0;
          // Newton's step counts only between the known sides; otherwise halve, or try the end
          double part = falls ? (log + newton - inside) / (outside - inside) : -1;
          boolean isBetween = part > 0 && part < 1;
          double other = outside == last ? last : (inside + outside) / 2;
          change = isBetween ? newton : other - log;
        }
      }
      return limitByClimbs(height, higher, last);
    }

    /** The same where steps are slow, by climbs at one variance after the other. */
    private OptionalDouble limitByClimbs(double height, double higher, double last) {
      if (valueAt(last) >= height) {
        return OptionalDouble.empty();
      }
      if (valueAt(higher) <= height) {
        return OptionalDouble.of(Math.exp(higher));
      }
      return OptionalDouble.of(Math.exp(new BrentSolver(CLOSE)
          .solve(
              MOST_STEPS,
              log -> valueAt(log) - height,
              Math.min(higher, last),
              Math.max(higher, last))));
    }

    private double valueAt(double log) {
      likelihood.start(log);
      climb(false);
      return likelihood.value();
    }

    private ImmutableFrailtyModel.Builder result() {
      likelihood.findStep();
      double[] errors = likelihood.standardErrors();
      ImmutableFrailtyModel.Builder model = ImmutableFrailtyModel.builder()
          .variance(given.orElseGet(() -> Math.exp(likelihood.log())))
          .marginalLogLikelihood(likelihood.value())
          .clusters(likelihood.clusters());
      for (int j = 0; j < errors.length; j++) {
        double estimate = likelihood.beta(j);
        double statistic = estimate / errors[j];
        model.addCoefficients(ImmutableRegressionCoefficient.builder()
            .term(plain.coefficients().get(j).term())
            .method(RegressionCoefficient.Method.WALD)
            .direction(0)
            .estimate(estimate)
            .standardError(errors[j])
            .modelStandardError(errors[j])
            .statistic(statistic)
            .pValue(Distribution.chiSquare(1).upperTail(statistic * statistic))
            .lower(estimate - z * errors[j])
            .upper(estimate + z * errors[j])
            .build());
      }
      return model;
    }
  }
}
