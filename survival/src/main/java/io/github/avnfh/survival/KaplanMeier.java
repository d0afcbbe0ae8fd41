package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.ClusterJackknife;
import io.github.avnfh.survival.internal.EventTable;
import io.github.avnfh.survival.internal.SurvivalColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Kaplan-Meier estimate of survival: immutable options and one method, {@code estimate}.
 *
 * <p>At each time with d events among Y at risk, survival is multiplied by 1 - d/Y. Its standard
 * error is Greenwood's, S times the root of the sum of d/(Y(Y-d)). With case weights Y and d are
 * sums of weights, as in R's {@code survfit(robust = FALSE)}. With clusters the standard error is
 * the infinitesimal jackknife grouped by cluster, as in R's {@code survfit(cluster = )}, and
 * Greenwood's is given too. A confidence interval always lies in [0, 1] and holds the estimate.
 *
 * <p>What is said of a time does not depend on what happened after it: it is the same when
 * follow-up is cut at that time. Before the first event of a group the lower limit is the exact one
 * for no event among those at risk at that time ({@link LimitMethod#BETA_PRODUCT}). From the first
 * event on, the limits of a time are those of the last event up to it, as in R: they do not widen
 * as hips are censored afterwards, so that with few at risk the number at risk has to be read
 * beside them. With delayed entry, a time at which no row is at risk but some will enter later
 * keeps the survival of before.
 *
 * <p>The neighbors' defaults differ: R takes the interval type log, SAS and lifelines take log-log,
 * and so does {@link #withDefaults()}.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {210, 340, 500, 731, 731, 740},
 *         new boolean[] {true, true, false, false, false, false})
 *     .build();
 * KaplanMeierEstimate estimate =
 *     KaplanMeier.withDefaults().with(IntervalType.LOG).withLevel(0.9).estimate(hips);
 * SurvivalCurve curve = estimate.curves().get(0);
 * SurvivalCurve.SurvivalAtTime atOneYear = curve.at(365);
 * atOneYear.estimate().orElseThrow().survival(); // 0.666…
 * atOneYear.estimate().orElseThrow().lower();    // 0.4146…
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan EL, Meier P. Nonparametric
 *     estimation from incomplete observations. J Am Stat Assoc 1958;53:457-81</a>
 */
public final class KaplanMeier {
  private final CurveOptions options;

  private KaplanMeier(CurveOptions options) {
    this.options = options;
  }

  /**
   * Returns the usual options: log-log intervals at the level 0.95; the quantile of t where rows
   * belong to clusters and the normal one where they do not; exact limits before the first event;
   * restricted means by {@link RestrictedMeanScale#LOG_TIME_LOST_ADDED_EVENT}.
   *
   * @return the options
   */
  public static KaplanMeier withDefaults() {
    return new KaplanMeier(CurveOptions.withDefaults());
  }

  /**
   * Chooses the scale of the confidence interval.
   *
   * @param type the scale
   * @return options with that scale
   */
  public KaplanMeier with(IntervalType type) {
    return new KaplanMeier(options.with(type));
  }

  /**
   * Chooses the level of the confidence interval.
   *
   * @param probability the level, above 0 and below 1; 0.95 for a 95% interval
   * @return options with that level
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  public KaplanMeier withLevel(double probability) {
    return new KaplanMeier(options.withLevel(probability));
  }

  /**
   * Chooses the distribution whose quantile multiplies standard errors, whether or not rows belong
   * to clusters.
   *
   * @param value the distribution
   * @return options with that distribution
   */
  public KaplanMeier with(CriticalValue value) {
    return new KaplanMeier(options.with(value));
  }

  /**
   * Chooses the scale of the confidence interval of restricted means.
   *
   * @param scale the scale
   * @return options with that scale
   */
  public KaplanMeier with(RestrictedMeanScale scale) {
    return new KaplanMeier(options.with(scale));
  }

  /**
   * Leaves out the exact limits before the first event of a group: there the standard error is then
   * 0 and both limits are 1, as in R's {@code survfit}.
   *
   * @return options without these limits
   */
  public KaplanMeier withoutExactLimits() {
    return new KaplanMeier(options.withoutExactLimits());
  }

  /**
   * Returns the scale of the confidence interval.
   *
   * @return the scale
   */
  public IntervalType intervalType() {
    return options.intervalType();
  }

  /**
   * Returns the level of the confidence interval.
   *
   * @return a probability between 0 and 1
   */
  public double level() {
    return options.level();
  }

  /**
   * Returns the distribution behind limits.
   *
   * @param clustered whether rows belong to clusters
   * @return the one that was chosen, otherwise t with clusters and normal without
   */
  public CriticalValue criticalValue(boolean clustered) {
    return options.criticalValue(clustered);
  }

  /**
   * Returns the scale of the confidence interval of restricted means.
   *
   * @return the scale
   */
  public RestrictedMeanScale restrictedMeanScale() {
    return options.meanScale();
  }

  /**
   * Tells whether limits before the first event of a group are exact.
   *
   * @return true unless they were left out
   */
  public boolean hasExactLimits() {
    return options.hasExactLimits();
  }

  /**
   * Estimates a survival curve for each group.
   *
   * @param followUp the hips
   * @return the curves in the order of the groups
   */
  public KaplanMeierEstimate estimate(FollowUp followUp) {
    SurvivalColumns columns = followUp.columns();
    List<String> groups = followUp.groups();
    EventTable[] tables = followUp.tables();
    Optional<ClusterJackknife.Rows> clustered = columns.isClustered()
        ? Optional.of(new ClusterJackknife.Rows(columns, groups.size()))
        : Optional.empty();
    List<SurvivalCurve> curves = new ArrayList<>();
    for (int group = 0; group < tables.length; group++) {
      EventTable table = tables[group];
      int number = group;
      Optional<ClusterJackknife> jackknife =
          clustered.map(rows -> new ClusterJackknife(rows, number, table));
      curves.add(curve(groups.get(group), table, jackknife));
    }
    return new KaplanMeierEstimate(this, Optional.of(followUp), curves);
  }

  private SurvivalCurve curve(
      String group, EventTable table, Optional<ClusterJackknife> jackknife) {
    return new SurvivalCurve(group, new ProductLimit(table, jackknife, options));
  }

  /**
   * Estimates a survival curve for each group from counts, over all strata.
   *
   * <p>With pairs of hips errors are by patient, as those of rows; counts without pairs know no
   * patients: standard errors are Greenwood's, as if no patient had two hips.
   *
   * @param counts how many had the event and were at risk
   * @return the curves in the order of the groups
   */
  public KaplanMeierEstimate estimate(EventCounts counts) {
    return counts.hasPairs() ? estimate(FollowUp.of(counts)) : counted(counts);
  }

  private KaplanMeierEstimate counted(EventCounts counts) {
    EventTable[] tables = counts.byGroup();
    List<SurvivalCurve> curves = new ArrayList<>();
    for (int group = 0; group < tables.length; group++) {
      curves.add(curve(counts.groups().get(group), tables[group], Optional.empty()));
    }
    return new KaplanMeierEstimate(this, Optional.empty(), curves);
  }

  CurveOptions curveOptions() {
    return options;
  }

  @Override
  public String toString() {
    return "KaplanMeier{" + intervalType().code() + ", level " + level()
        + options.chosenCriticalValue().map(value -> ", " + value.code()).orElse("")
        + (hasExactLimits() ? "" : ", without exact limits") + "}";
  }
}
