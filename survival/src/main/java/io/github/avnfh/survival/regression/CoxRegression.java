package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.survival.FollowUp;
import java.util.Objects;
import java.util.Optional;

/**
 * The proportional hazards model: the hazard of a row is a common baseline hazard times exp(x'b).
 *
 * <p>Coefficients maximize the partial likelihood, in which at each event only those at risk are
 * compared, within strata where there are strata, after their entry where entry is delayed. The
 * defaults are Efron's ties, as in R, and limits at 95 %. With clusters, such as patients, the
 * standard errors are robust by cluster and corrected for few of them
 * ({@link CoxVariance#BIAS_CORRECTED}; {@link CoxVariance#ROBUST} is R's); without clusters, and
 * with case weights that are not whole numbers, robust by row, as R's. The choices do not change
 * the estimates.
 *
 * <p>Where events are few or all lie in one group, {@link #withFirth()} maximizes the likelihood
 * with half the log determinant of the information added, which is finite for any data and takes
 * off the first-order bias; limits and tests are then those of the penalized profile likelihood.
 *
 * <pre>{@code
 * List<Hip> hips = cohort.hips();
 * Covariates design = Covariates.ofRows(hips.size())
 *     .factor("stage", hips, hip -> Optional.of(hip.baselineStage().code()),
 *         List.of("I", "II", "III"))
 *     .build();
 * FollowUp followUp = Endpoint.arthroplasty().followUp(hips, Hip::baselineStage);
 * CoxModel model = CoxRegression.withDefaults()
 *     .with(TieMethod.EFRON).with(CoxVariance.WITHIN_CLUSTERS).fit(followUp, design);
 * model.isEstimable(); // false
 * RegressionCoefficient third = CoxRegression.withDefaults().withFirth().fit(followUp, design)
 *     .coefficient("stage[III]");
 * third.method(); // PROFILE
 * }</pre>
 *
 * @see <a href="https://www.jstor.org/stable/2985181">Cox DR. Regression models and life-tables. J
 *     R Stat Soc B 1972;34:187-220</a>
 * @see <a href="https://doi.org/10.1080/01621459.1989.10478874">Lin DY, Wei LJ. The robust
 *     inference for the Cox proportional hazards model. J Am Stat Assoc 1989;84:1074-8</a>
 * @see <a href="https://doi.org/10.1093/biomet/80.1.27">Firth D. Bias reduction of maximum
 *     likelihood estimates. Biometrika 1993;80:27-38</a>
 * @see <a href="https://doi.org/10.1111/j.0006-341X.2001.00114.x">Heinze G, Schemper M. A solution
 *     to the problem of monotone likelihood in Cox regression. Biometrics 2001;57:114-9</a>
 */
public final class CoxRegression {
  private static final double DEFAULT_LEVEL = 0.95;

  private final TieMethod ties;
  private final boolean penalized;
  private final boolean profile;
  private final Optional<CoxVariance> variance;
  private final double level;

  private CoxRegression(
      TieMethod ties,
      boolean penalized,
      boolean profile,
      Optional<CoxVariance> variance,
      double level) {
    this.ties = ties;
    this.penalized = penalized;
    this.profile = profile;
    this.variance = variance;
    this.level = level;
  }

  /**
   * Returns the model with Efron's ties, without penalty, and with Wald limits at 95 %.
   *
   * @return the defaults
   */
  public static CoxRegression withDefaults() {
    return new CoxRegression(TieMethod.EFRON, false, false, Optional.empty(), DEFAULT_LEVEL);
  }

  /**
   * Chooses how ties are treated.
   *
   * @param method the method
   * @return the same choices with that method
   */
  public CoxRegression with(TieMethod method) {
    return new CoxRegression(method, penalized, profile, variance, level);
  }

  /**
   * Chooses Firth's penalized likelihood, with limits and tests by its profile.
   *
   * @return the same choices with the penalty
   */
  public CoxRegression withFirth() {
    return new CoxRegression(ties, true, true, variance, level);
  }

  /**
   * Chooses limits and tests of coefficients by the profile likelihood instead of Wald's.
   *
   * @return the same choices with profile limits; they take no account of clusters
   */
  public CoxRegression withProfileLimits() {
    return new CoxRegression(ties, penalized, true, variance, level);
  }

  /**
   * Chooses where standard errors come from, instead of what follows from clusters and weights.
   *
   * @param choice the variance; the model's own where rows have no clusters and the choice needs
   *     them
   * @return the same choices with that variance
   */
  public CoxRegression with(CoxVariance choice) {
    return new CoxRegression(ties, penalized, profile, Optional.of(choice), level);
  }

  /**
   * Chooses the confidence level.
   *
   * @param confidence a probability between 0 and 1, both excluded
   * @return the same choices at that level
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public CoxRegression withLevel(double confidence) {
    return new CoxRegression(ties, penalized, profile, variance, ConfidenceLevel.check(confidence));
  }

  /**
   * Fits the model to the rows in which no covariate is missing.
   *
   * @param followUp the rows, with their strata, entries, weights and clusters; groups do not count
   * @param covariates the design over the same rows
   * @return the model
   * @throws IllegalArgumentException if the design has another number of rows, no complete row has
   *     the event, a covariate does not vary among those at risk at the events, covariates are
   *     linearly dependent there, exact ties are asked for with weights or with the penalty, or the
   *     steps run out before the maximum
   */
  public CoxModel fit(FollowUp followUp, Covariates covariates) {
    return fit(followUp, covariates, new double[0]);
  }

  /**
   * Fits the model with an offset, a part of the linear predictor whose coefficient is 1.
   *
   * @param followUp the rows
   * @param covariates the design over the same rows
   * @param offset a finite number for each row
   * @return the model
   * @throws IllegalArgumentException as for {@link #fit(FollowUp, Covariates)}, or if the offset is
   *     not finite or not of that length
   */
  public CoxModel fit(FollowUp followUp, Covariates covariates, double... offset) {
    check(
        Objects.requireNonNull(followUp, "followUp"),
        Objects.requireNonNull(covariates, "covariates"),
        Objects.requireNonNull(offset, "offset"));
    return new CoxFit(this, followUp, covariates, offset, Optional.empty()).model();
  }

  /** Fits the model to rows of which some stay at risk after their time. */
  CoxModel fit(FollowUp followUp, Covariates covariates, SubdistributionWeights weights) {
    double[] none = new double[0];
    check(followUp, covariates, none);
    return new CoxFit(this, followUp, covariates, none, Optional.of(weights)).model();
  }

  private void check(FollowUp followUp, Covariates covariates, double[] offset) {
    if (covariates.rows() != followUp.size()) {
      throw new IllegalArgumentException("rows of the design [count] must be as many as of the "
          + "follow-up, " + followUp.size() + ", but were " + covariates.rows());
    }
    if (offset.length != 0 && offset.length != followUp.size()) {
      throw new IllegalArgumentException("offsets [count] must be as many as rows, "
          + followUp.size() + ", but were " + offset.length);
    }
    for (double value : offset) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("offset must be finite, but was " + value);
      }
    }
    if (ties == TieMethod.EXACT && (penalized || followUp.isWeighted())) {
      throw new IllegalArgumentException("exact ties must go without "
          + (penalized ? "Firth's penalty" : "case weights") + "; efron or breslow take them");
    }
  }

  TieMethod ties() {
    return ties;
  }

  boolean isPenalized() {
    return penalized;
  }

  boolean isProfile() {
    return profile;
  }

  /** The variance that was chosen, or that follows from clusters and weights. */
  CoxVariance variance(boolean isRobust, boolean isClustered) {
    CoxVariance usual = isClustered ? CoxVariance.BIAS_CORRECTED : CoxVariance.ROBUST;
    return variance.orElse(isRobust ? usual : CoxVariance.MODEL);
  }

  double level() {
    return level;
  }

  @Override
  public String toString() {
    return "CoxRegression{" + ties.code() + (penalized ? ", Firth" : "")
        + (profile ? ", profile limits" : ", Wald limits") + ", level " + level + "}";
  }
}
