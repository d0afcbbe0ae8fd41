package io.github.avnfh.survival.regression;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.RecoveredVariance;
import io.github.avnfh.survival.internal.RecoveredVariance.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Survival curves adjusted by direct standardization: what the survival of the whole cohort would
 * be, by the model, if every hip had the same level of a factor and its own other covariates.
 *
 * <p>For a level g, S(t; g) is the mean over the n rows, with their case weights, of the predicted
 * survival exp(-H(t) exp(x<sub>ig</sub>'b)), where x<sub>ig</sub> are the covariates of row i with
 * the level replaced, in interactions too. It is not the curve of a hip with mean covariates, which
 * differs from the mean of the curves.
 *
 * <p>Standard errors are the infinitesimal jackknife: the influence of a row is the derivative of
 * the estimate by its case weight, which reaches it through the coefficients, the baseline hazard
 * and the rows that are averaged over; influences are summed by cluster, such as the patient, and
 * their squares added up. So they allow for two hips in one patient and take the covariates as
 * sampled, and the chosen {@link CoxVariance} does not change them. Limits lie on the scale
 * log(-log S), those of a restricted mean on that of the logarithm of the time lost, with the t
 * quantile on one degree of freedom less than there are clusters, or the normal one without
 * clusters; a difference combines the limits of both levels with their correlation (MOVER). With
 * Firth's penalty the influence on the coefficients is that of the unpenalized likelihood.
 *
 * <p>Nothing is said beyond the time to which every stratum was followed. An estimate takes as many
 * steps as there are rows, a restricted mean as many as rows times event times.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {90, 150, 200, 260, 310, 420, 500, 640, 730, 730},
 *         new boolean[] {true, true, false, true, true, false, true, false, false, false})
 *     .build();
 * Covariates design = Covariates.ofRows(10)
 *     .factor("stage", List.of("III", "II", "III", "III", "II", "II", "III", "II", "II", "III"),
 *         List.of("II", "III"))
 *     .number("age", 41, 52, 38, 60, 47, 33, 55, 39, 58, 36)
 *     .build();
 * AdjustedSurvival adjusted =
 *     AdjustedSurvival.of(CoxRegression.withDefaults().fit(hips, design), "stage");
 * adjusted.levels(); // [II, III]
 * AdjustedSurvival.Estimate third = adjusted.at(365).get(1);
 * Digits.halfUp(3).print(third.value()); // 0.530
 * Contrast days = adjusted.restrictedMeanDifference("III", "II", 730).orElseThrow();
 * }</pre>
 *
 * @see CoxModel
 * @see <a href="https://doi.org/10.1016/0021-9681(82)90058-3">Makuch RW. Adjusted survival curve
 *     estimation using covariates. J Chronic Dis 1982;35:437-43</a>
 */
public final class AdjustedSurvival implements Explainable {
  static final Rule STANDARDIZATION = Rule.of(
      "COX-ADJUSTED-SURVIVAL",
      "1.0",
      "survival of a level is the mean over all hips of that which the model predicts if each had"
          + " the level and its own other covariates",
      Citation.of(
          "Makuch RW",
          "Adjusted survival curve estimation using covariates",
          "J Chronic Dis 1982;35:437-43",
          "10.1016/0021-9681(82)90058-3"));

  private final CoxModel model;
  private final Standardization standardization;

  private AdjustedSurvival(CoxModel model, Optional<String> factor) {
    this.model = model;
    this.standardization = new Standardization(model, factor);
  }

  /**
   * Returns the survival of each level of a factor, adjusted for the other covariates.
   *
   * @param model the model
   * @param factor a factor of its design
   * @return the adjusted curves; with strata each row keeps its own
   * @throws IllegalArgumentException if the design has no such factor or an interaction without its
   *     covariates, a coefficient is not estimable, ties are exact, or entry is delayed, since hips
   *     are averaged over from time 0 on
   */
  public static AdjustedSurvival of(CoxModel model, String factor) {
    Objects.requireNonNull(factor, "factor");
    if (Objects.requireNonNull(model, "model").data().covariates.levels(factor).isEmpty()) {
      throw new IllegalArgumentException(
          "covariate [name] must be a factor, but " + factor + " was not");
    }
    check(model);
    return new AdjustedSurvival(model, Optional.of(factor));
  }

  /**
   * Returns the survival of each stratum, adjusted for the covariates, where the baseline hazards
   * need not be proportional.
   *
   * @param model the model
   * @return the adjusted curves: of every stratum with the covariates of all rows
   * @throws IllegalArgumentException if the model has no strata, or as for {@link #of(CoxModel,
   *     String)}
   */
  public static AdjustedSurvival byStratum(CoxModel model) {
    if (Objects.requireNonNull(model, "model").data().followUp.strata().size() < 2) {
      throw new IllegalArgumentException("strata [count] must be 2 or more, but were 1");
    }
    check(model);
    return new AdjustedSurvival(model, Optional.empty());
  }

  private static void check(CoxModel model) {
    model.checkEstimated();
    if (model.data().followUp.hasDelayedEntry()) {
      throw new IllegalArgumentException(
          "rows of adjusted survival [entry] must be followed from time 0, but some enter later");
    }
  }

  /**
   * The adjusted survival of one level at a time, or its mean time free of the event up to it.
   *
   * @see AdjustedSurvival
   */
  @Value.Immutable
  public sealed interface Estimate permits ImmutableEstimate {

    /**
     * Returns the level of the factor, or the stratum.
     *
     * @return its label
     */
    String level();

    /**
     * Returns the time, or the horizon of a restricted mean.
     *
     * @return the time, in the unit of the data
     */
    double time();

    /**
     * Returns the adjusted survival, or the restricted mean.
     *
     * @return a probability, or a time in the unit of the data
     */
    double value();

    /**
     * Returns the standard error by cluster, or by row without clusters.
     *
     * @return the standard error, or nothing before the first event and with one cluster
     */
    OptionalDouble standardError();

    /**
     * Returns the lower limit.
     *
     * @return the limit, or nothing where there is no standard error
     */
    OptionalDouble lower();

    /**
     * Returns the upper limit.
     *
     * @return the limit, or nothing where there is no standard error
     */
    OptionalDouble upper();
  }

  /**
   * Returns the levels that are compared.
   *
   * @return the levels of the factor, its reference first, or the strata
   */
  public List<String> levels() {
    return standardization.levels;
  }

  /**
   * Returns the last time of which an estimate can be made.
   *
   * @return the time, in the unit of the data, to which the rows of every stratum were followed
   */
  public double lastTime() {
    return standardization.last;
  }

  /**
   * Returns the confidence level of the limits.
   *
   * @return a fraction between 0 and 1
   */
  public double confidence() {
    return model.data().options.level();
  }

  /**
   * Counts the rows that have a level and are at risk at a time, that is, have not left before it.
   *
   * @param level a level, or a stratum
   * @param time a time in the unit of the data
   * @return the number of rows, such as hips
   * @throws IllegalArgumentException if there is no such level
   */
  public int atRisk(String level, double time) {
    return standardization.atRisk(level(level), time);
  }

  /**
   * Returns adjusted survival at a time.
   *
   * @param time a time from 0 to {@link #lastTime()}
   * @return an estimate for each level
   * @throws IllegalArgumentException if the time lies outside
   */
  public List<Estimate> at(double time) {
    return estimates(Standardization.Functional.survival(checked(time, 0)));
  }

  /**
   * Returns the adjusted curves.
   *
   * @return the estimates of each level in turn, at the times of all events up to
   *     {@link #lastTime()}
   */
  public List<Estimate> curves() {
    double[] times = standardization.eventTimes(lastTime(), true);
    List<List<Estimate>> byTime = Arrays.stream(times).mapToObj(this::at).toList();
    return IntStream.range(0, levels().size())
        .boxed()
        .flatMap(level -> byTime.stream().map(each -> each.get(level)))
        .toList();
  }

  /**
   * Returns the mean times free of the event up to a horizon, the areas under the adjusted curves.
   *
   * @param horizon a time above 0 and at most {@link #lastTime()}
   * @return an estimate for each level
   * @throws IllegalArgumentException if the horizon lies outside
   */
  public List<Estimate> restrictedMeans(double horizon) {
    return estimates(standardization.area(checked(horizon, Double.MIN_VALUE)));
  }

  /**
   * Returns the difference of adjusted survival at a time.
   *
   * @param first the level from which the other is subtracted
   * @param second the level that is subtracted
   * @param time a time from 0 to {@link #lastTime()}
   * @return the difference, in -1..1, or nothing where a level has no standard error
   * @throws IllegalArgumentException if there is no such level, both are the same, or the time lies
   *     outside
   */
  public Optional<Contrast> difference(String first, String second, double time) {
    return difference(first, second, Standardization.Functional.survival(checked(time, 0)));
  }

  /**
   * Returns the difference of the mean times free of the event up to a horizon.
   *
   * @param first the level from which the other is subtracted
   * @param second the level that is subtracted
   * @param horizon a time above 0 and at most {@link #lastTime()}
   * @return the difference in the unit of the data, or nothing where a level has no standard error
   * @throws IllegalArgumentException if there is no such level, both are the same, or the horizon
   *     lies outside
   */
  public Optional<Contrast> restrictedMeanDifference(String first, String second, double horizon) {
    return difference(first, second, standardization.area(checked(horizon, Double.MIN_VALUE)));
  }

  /**
   * Tells by which rules the curves were made.
   *
   * @return the rules of the standardization and of the model
   */
  @Override
  public Explanation explanation() {
    List<Reason> reasons = new ArrayList<>(List.of(Reason.of(
        STANDARDIZATION,
        "rowMeans of survival::survfit(model, newdata = the cohort with "
            + (standardization.factor.isEmpty() ? "the stratum" : "the level") + " replaced)")));
    reasons.addAll(model.explanation().reasons());
    return Explanation.of(
        model.rows() + " rows, " + model.events() + " events; adjusted survival of "
            + String.join(", ", levels()) + " up to " + lastTime(),
        reasons,
        List.of());
  }

  private double checked(double time, double least) {
    if (!(time >= least && time <= lastTime())) {
      throw new IllegalArgumentException(
          "time must lie in " + least + ".." + lastTime() + ", but was " + time);
    }
    return time;
  }

  private List<Estimate> estimates(Standardization.Functional functional) {
    return IntStream.range(0, levels().size())
        .mapToObj(level -> estimate(level, functional))
        .toList();
  }

  private Estimate estimate(int level, Standardization.Functional functional) {
    Standardization.OfLevel found = standardization.of(level, functional);
    ImmutableEstimate.Builder estimate = ImmutableEstimate.builder()
        .level(levels().get(level))
        .time(functional.horizon())
        .value(found.value);
    Limits limits = limits(found, functional, (1 - confidence()) / 2);
    if (limits.lower() > Double.NEGATIVE_INFINITY) {
      estimate.standardError(found.standardError).lower(limits.lower()).upper(limits.upper());
    }
    return estimate.build();
  }

  private Limits limits(
      Standardization.OfLevel found, Standardization.Functional functional, double tail) {
    double quantile = CriticalQuantile.ofTail(
        tail, standardization.units, model.data().followUp.clusters().isPresent());
    return functional.limits(found.value, found.standardError, quantile);
  }

  private Optional<Contrast> difference(
      String first, String second, Standardization.Functional functional) {
    int one = level(first);
    int other = level(second);
    if (one == other) {
      throw new IllegalArgumentException("levels [labels] must be 2, but were the same");
    }
    Standardization.OfLevel a = standardization.of(one, functional);
    Standardization.OfLevel b = standardization.of(other, functional);
    double tailOfLevel = (1 - confidence()) / 2;
    if (Double.isInfinite(limits(a, functional, tailOfLevel).lower())
        || Double.isInfinite(limits(b, functional, tailOfLevel).lower())) {
      return Optional.empty();
    }
    // cosine of the angle between two influences
    double correlation =
        SymmetricMatrix.inner(a.influence, b.influence) / a.standardError / b.standardError;
    double[] d = RecoveredVariance.difference(
        tail -> limits(a, functional, tail),
        tail -> limits(b, functional, tail),
        Math.max(-1, Math.min(1, correlation)),
        confidence());
    double square = 0;
    for (int i = 0; i < a.influence.length; i++) {
      // influences subtract before they are squared: their correlation is in it
      square += (a.influence[i] - b.influence[i]) * (a.influence[i] - b.influence[i]);
    }
    return Optional.of(Contrast.ofLimits(d[0], Math.sqrt(square), d[1], d[2], d[3]));
  }

  private int level(String label) {
    int level = levels().indexOf(Objects.requireNonNull(label, "label"));
    if (level < 0) {
      throw new IllegalArgumentException(
          "level [label] must be one of " + levels() + ", but was " + label);
    }
    return level;
  }

  @Override
  public String toString() {
    return "AdjustedSurvival{" + standardization.factor.orElse("strata") + " " + levels() + ", "
        + model.rows() + " rows, up to " + lastTime() + "}";
  }
}
