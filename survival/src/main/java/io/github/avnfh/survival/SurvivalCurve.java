package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.EventTable;
import io.github.avnfh.survival.internal.TimeGrid;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.RandomAccess;
import org.immutables.value.Value;

/**
 * The survival curve of one group: 1 at the start, and a step down at each time with an event.
 *
 * <p>It answers for any time, any quantile and any restricted mean. Times that are asked for match
 * times of the data within the tolerance of the tie rule, so that 0.3 finds 0.1 + 0.2.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {210, 340, 500, 731, 731, 740},
 *         new boolean[] {true, true, false, true, true, false})
 *     .build();
 * SurvivalCurve curve = KaplanMeier.withDefaults().estimate(hips).curves().get(0);
 * SurvivalCurve.Step first = curve.steps().get(0);
 * first.time(); // 210.0
 * SurvivalCurve.SurvivalAtTime oneYear = curve.at(365);
 * SurvivalEstimate estimate = oneYear.estimate().orElseThrow();
 * estimate.survival(); // 0.666…
 * SurvivalCurve.RiskCount count = curve.riskCount(365);
 * count.atRisk(); // 4.0
 * SurvivalCurve.QuantileEstimate median = curve.median();
 * median.time(); // OptionalDouble[731.0]
 * RestrictedMean mean = curve.restrictedMean(365);
 * mean.mean(); // 335.0
 * }</pre>
 */
public final class SurvivalCurve {
  private final String group;
  private final ProductLimit fit;

  SurvivalCurve(String group, ProductLimit fit) {
    this.group = group;
    this.fit = fit;
  }

  /**
   * Returns the label of the group.
   *
   * @return the label, {@code all} without groups
   */
  public String group() {
    return group;
  }

  /**
   * Returns the number of rows, regardless of their weights.
   *
   * @return the number of hips
   */
  public int rows() {
    return fit.table().rows();
  }

  /**
   * Counts the clusters, such as patients, with a hip in the group.
   *
   * @return the number of clusters, or nothing without clusters
   */
  public OptionalInt clusters() {
    return fit.clusters();
  }

  /**
   * Returns how many had the event.
   *
   * @return the number of hips, or the sum of their weights
   */
  public double events() {
    return fit.totalEvents();
  }

  /**
   * Returns the last time at which a row ended.
   *
   * @return the time, in the unit of the data
   */
  public double lastTime() {
    return fit.table().times()[fit.size() - 1];
  }

  /**
   * Returns a step for each distinct time at which a row had the event or was censored.
   *
   * @return the steps in the order of time, made as they are asked for
   */
  public List<Step> steps() {
    return new Steps();
  }

  /**
   * Returns the survival at a time. The answer is the same when follow-up is cut at that time.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the survival just after the time, or the answer that it lies beyond follow-up. At a
   *     time at which no row was at risk, before those that enter later, survival is carried on
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public SurvivalAtTime at(double time) {
    double matched = TimeGrid.matched(fit.table().times(), time);
    int index = TimeGrid.lastUpTo(fit.table().times(), matched);
    ImmutableSurvivalAtTime.Builder answer =
        ImmutableSurvivalAtTime.builder().time(time).atRisk(fit.table().atRiskAt(matched));
    boolean known = matched <= lastTime() || fit.survival(index) == 0;
    return known ? answer.estimate(fit.estimate(index, matched)).build() : answer.build();
  }

  /**
   * Counts those at risk at a time, and those who left before it.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the counts
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public RiskCount riskCount(double time) {
    EventTable table = fit.table();
    double matched = TimeGrid.matched(table.times(), time);
    double events = 0;
    double censored = 0;
    for (int i = 0; i < table.size() && table.times()[i] < matched; i++) {
      events += table.events()[i];
      censored += table.censored()[i];
    }
    return ImmutableRiskCount.builder()
        .time(time)
        .atRisk(table.atRiskAt(matched))
        .events(events)
        .censored(censored)
        .build();
  }

  /**
   * Returns the median time to the event.
   *
   * @return the quantile 0.5
   */
  public QuantileEstimate median() {
    return quantile(0.5);
  }

  /**
   * Returns the time by which a proportion of the group had the event.
   *
   * <p>It is the first time at which survival is below 1 - p. Where survival equals 1 - p within
   * 1.49e-8, it is the midpoint of the stretch on which it does, as R's {@code quantile.survfit}
   * has it. The limits are the same rule applied to the limits of survival, after Brookmeyer and
   * Crowley, at times with a standard error. R answers differently where the limits of survival
   * rise again, which they may under delayed entry and in small risk sets: its search then skips
   * the first time at which they are low enough.
   *
   * @param probability the proportion, above 0 and below 1
   * @return the time with its limits, each of which may not be reached
   * @throws IllegalArgumentException if the probability does not lie above 0 and below 1
   * @see <a href="https://doi.org/10.2307/2530286">Brookmeyer R, Crowley J. A confidence interval
   *     for the median survival time. Biometrics 1982;38:29-41</a>
   */
  public QuantileEstimate quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "quantile [probability] must lie above 0.0 and below 1.0, but was " + probability);
    }
    return ImmutableQuantileEstimate.builder()
        .probability(probability)
        .time(fit.firstBelow(1 - probability))
        .lower(fit.lowerFirstBelow(1 - probability))
        .upper(fit.upperFirstBelow(1 - probability))
        .build();
  }

  /**
   * Returns the mean time free of the event within a horizon.
   *
   * <p>It is the area under the curve. Its variance is the sum of d/(Y(Y-d)) times the square of
   * the area to the right, and with clusters the sum of the squares of each cluster's influence.
   * Its limits are, with the time lost L = horizon - mean and the critical value q, horizon - L
   * exp(&plusmn; q se/L), the lower one with L and se of an event more
   * ({@link RestrictedMeanScale#LOG_TIME_LOST_ADDED_EVENT}); {@link RestrictedMeanScale#PLAIN} has
   * mean &plusmn; q se.
   *
   * @param horizon the time up to which the area is taken, above 0
   * @return the mean, which says whether the curve had to be carried on beyond follow-up
   * @throws IllegalArgumentException if the horizon is not finite and above 0
   */
  public RestrictedMean restrictedMean(double horizon) {
    if (!(horizon > 0 && horizon <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "horizon [unit of the times] must be finite and above 0.0, but was " + horizon);
    }
    return new CurveArea(fit, horizon).estimate();
  }

  /**
   * Returns this curve with limits at another level.
   *
   * @param level the level, above 0 and below 1; 0.95 for a 95% interval
   * @return the same estimates with other limits
   * @throws IllegalArgumentException if the level does not lie above 0 and below 1
   */
  public SurvivalCurve withLevel(double level) {
    return new SurvivalCurve(group, fit.with(fit.options().withLevel(level)));
  }

  /**
   * Returns this curve with limits of restricted means on another scale.
   *
   * @param scale the scale
   * @return the same estimates with other limits
   */
  public SurvivalCurve with(RestrictedMeanScale scale) {
    return new SurvivalCurve(
        group, fit.with(fit.options().with(Objects.requireNonNull(scale, "scale"))));
  }

  /** The influence of each cluster on the survival at a time; nothing without clusters. */
  Optional<double[]> influenceAt(double time) {
    double matched = TimeGrid.matched(fit.table().times(), time);
    int index = TimeGrid.lastUpTo(fit.table().times(), matched);
    double[] derivative = new double[fit.size()];
    // dS(t) / d(step of log S at u) = S(t) for every u up to t
    Arrays.fill(derivative, 0, index + 1, fit.survival(index));
    return fit.jackknife().map(influence -> influence.byCluster(derivative));
  }

  /** The influence of each cluster on the restricted mean, but for a factor. */
  Optional<double[]> influenceOnMean(double horizon) {
    return new CurveArea(fit, horizon).influence();
  }

  @Override
  public String toString() {
    return "SurvivalCurve{" + group + ", " + rows() + " rows, " + fit.size() + " times}";
  }

  private final class Steps extends AbstractList<Step> implements RandomAccess {
    @Override
    public Step get(int index) {
      Objects.checkIndex(index, fit.size());
      EventTable table = fit.table();
      return ImmutableStep.builder()
          .time(table.times()[index])
          .atRisk(table.atRisk()[index])
          .events(table.events()[index])
          .censored(table.censored()[index])
          .estimate(fit.estimate(index, table.times()[index]))
          .build();
    }

    @Override
    public int size() {
      return fit.size();
    }
  }

  /** One time of a survival curve at which rows left, with every number that went into it. */
  @Value.Immutable
  public sealed interface Step permits ImmutableStep {

    /**
     * Returns the time.
     *
     * @return the time, in the unit of the data
     */
    double time();

    /**
     * Returns how many were at risk: entered before the time and not gone before it.
     *
     * @return the number of hips, or the sum of their weights
     */
    double atRisk();

    /**
     * Returns how many had the event at the time.
     *
     * @return the number of hips, or the sum of their weights
     */
    double events();

    /**
     * Returns how many were censored at the time, after its events.
     *
     * @return the number of hips, or the sum of their weights
     */
    double censored();

    /**
     * Returns the survival just after the time, with its error.
     *
     * @return the estimate
     */
    SurvivalEstimate estimate();

    /**
     * Returns the survival just after the time.
     *
     * @return a proportion in 0..1
     */
    default double survival() {
      return estimate().survival();
    }

    /**
     * Returns the standard error on the scale of survival.
     *
     * @return the standard error, or nothing where it is not estimable
     */
    default OptionalDouble standardError() {
      return estimate().standardError();
    }

    /**
     * Returns Greenwood's standard error.
     *
     * @return the standard error, or nothing where it is not estimable
     */
    default OptionalDouble naiveStandardError() {
      return estimate().naiveStandardError();
    }

    /**
     * Returns the lower limit of the confidence interval.
     *
     * @return a proportion in 0..1
     */
    default double lower() {
      return estimate().lower();
    }

    /**
     * Returns the upper limit of the confidence interval.
     *
     * @return a proportion in 0..1
     */
    default double upper() {
      return estimate().upper();
    }
  }

  /** Survival at a given time, with the number at risk. */
  @Value.Immutable
  public sealed interface SurvivalAtTime permits ImmutableSurvivalAtTime {

    /**
     * Returns the time that was asked for.
     *
     * @return the time, in the unit of the data
     */
    double time();

    /**
     * Returns how many were at risk: entered before the time and not gone before it.
     *
     * @return the number of hips, or the sum of their weights
     */
    double atRisk();

    /**
     * Returns the survival just after the time.
     *
     * @return the estimate, or nothing beyond follow-up
     */
    Optional<SurvivalEstimate> estimate();

    /**
     * Tells whether the time lies beyond the last one of the group while the curve had not fallen
     * to 0, so that nothing is known.
     *
     * @return true if there is no estimate
     */
    default boolean isBeyondFollowUp() {
      return estimate().isEmpty();
    }
  }

  /**
   * One column of a risk table: how many were at risk at a time, and what had become of the others
   * before it.
   *
   * <p>Without delayed entry the three counts add up to the size of the group at every time.
   */
  @Value.Immutable
  public sealed interface RiskCount permits ImmutableRiskCount {

    /**
     * Returns the time.
     *
     * @return the time, in the unit of the data
     */
    double time();

    /**
     * Returns how many were at risk: entered before the time and not gone before it.
     *
     * @return the number of hips, or the sum of their weights
     */
    double atRisk();

    /**
     * Returns how many had had the event before the time.
     *
     * @return the number of hips, or the sum of their weights
     */
    double events();

    /**
     * Returns how many had been censored before the time.
     *
     * @return the number of hips, or the sum of their weights
     */
    double censored();
  }

  /** The time by which a given proportion had the event, such as the median, with its limits. */
  @Value.Immutable
  public sealed interface QuantileEstimate permits ImmutableQuantileEstimate {

    /**
     * Returns the proportion that had the event.
     *
     * @return a probability between 0 and 1, 0.5 for the median
     */
    double probability();

    /**
     * Returns the time.
     *
     * @return the time in the unit of the data, or nothing if not reached
     */
    OptionalDouble time();

    /**
     * Returns the lower limit of the confidence interval.
     *
     * @return the time at which the lower limit of survival gets so low, or nothing if it does not
     */
    OptionalDouble lower();

    /**
     * Returns the upper limit of the confidence interval.
     *
     * @return the time at which the upper limit of survival gets so low, or nothing if it does not
     */
    OptionalDouble upper();

    /**
     * Tells whether so many had the event within follow-up.
     *
     * @return true if there is a time
     */
    default boolean isReached() {
      return time().isPresent();
    }
  }
}
