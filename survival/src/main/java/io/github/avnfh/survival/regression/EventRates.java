package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Events per hip-years: events x divided by the time T at risk, by group and by period since the
 * start, with exact limits.
 *
 * <p>Exact limits are Garwood's: half the chi-square quantile of (1 - level) / 2 on 2x degrees of
 * freedom, and half the upper one on 2x + 2, divided by T. Two hips of one patient are not
 * independent, and with clusters x and T are first divided by the design effect, the variance of
 * the rate by cluster over that of independent rows, x, where it is above 1. Without events no
 * variance is known, and the design effect is the mean number of rows of a cluster, as if the hips
 * of a patient always shared their fate.
 *
 * <p>A ratio of two rates is estimated by group against the first group. Given both numbers of
 * events, that of one group is binomial with p = ratio T1 / (ratio T1 + T2): exact limits are those
 * of Clopper and Pearson for p, the exact p value adds up all numbers that are no more probable,
 * and the score test compares x1 with its expectation. They take rows as independent; the limits
 * and the p value by cluster are those of the log ratio with its variance by cluster. R:
 * {@code poisson.test}.
 *
 * <pre>{@code
 * FollowUp followUp = FollowUp.ofDays(
 *         new int[] {365, 730, 731, 1461}, new boolean[] {true, false, true, false})
 *     .groups(List.of("I", "I", "III", "III"))
 *     .build();
 * EventRates rates = EventRates.perHundredYears(365.25);
 * EventRates.Rate first = rates.estimate(followUp).get(0);
 * first.events();                              // 1
 * first.rate();                                // 33.35…
 * first.upper();                               // 185.8…
 * EventRates.Ratio ratio = rates.compare(followUp).get(0);
 * ratio.ratio();                               // OptionalDouble[0.4995…
 * ratio.exactPValue();                         // 0.5552…
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1093/biomet/28.3-4.437">Garwood F. Fiducial limits for the
 *     Poisson distribution. Biometrika 1936;28:437-42</a>
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper CJ, Pearson ES. The use of
 *     confidence or fiducial limits illustrated in the case of the binomial. Biometrika
 *     1934;26:404-13</a>
 */
public final class EventRates {
  private static final double DEFAULT_LEVEL = 0.95;

  private final double unit;
  private final double level;
  private final List<Double> cuts;

  private EventRates(double unit, double level, List<Double> cuts) {
    this.unit = unit;
    this.level = level;
    this.cuts = cuts;
  }

  /**
   * The events of one group in one period, and their rate.
   *
   * @see EventRates
   */
  @Value.Immutable
  public sealed interface Rate permits ImmutableRate {

    /**
     * Returns the label of the group.
     *
     * @return the label, {@code all} without groups
     */
    String group();

    /**
     * Returns the time after which the period begins.
     *
     * @return a time of 0 or more
     */
    double after();

    /**
     * Returns the last time of the period.
     *
     * @return the time, or nothing for the last period
     */
    OptionalDouble until();

    /**
     * Counts the rows that were at risk in the period.
     *
     * @return the number of hips
     */
    int rows();

    /**
     * Counts the clusters, such as patients, that were at risk in the period.
     *
     * @return the number of clusters, or nothing without clusters
     */
    OptionalInt clusters();

    /**
     * Counts the events.
     *
     * @return the number of events in (after, until]
     */
    int events();

    /**
     * Returns the time at risk.
     *
     * @return the sum over rows, in the unit of the data
     */
    double time();

    /**
     * Returns the rate.
     *
     * @return events per unit of the estimator, such as 100 years
     */
    double rate();

    /**
     * Returns the lower limit.
     *
     * @return a rate, 0 without events
     */
    double lower();

    /**
     * Returns the upper limit.
     *
     * @return a rate
     */
    double upper();
  }

  /**
   * The ratio of the rates of two groups.
   *
   * @see EventRates
   */
  @Value.Immutable
  public sealed interface Ratio permits ImmutableRatio {

    /**
     * Returns the group whose rate is divided.
     *
     * @return its label
     */
    String group();

    /**
     * Returns the group by whose rate it is divided.
     *
     * @return its label
     */
    String reference();

    /**
     * Returns the ratio of rates.
     *
     * @return the ratio, or nothing where the reference has no events
     */
    OptionalDouble ratio();

    /**
     * Returns the exact lower limit, of independent rows.
     *
     * @return a ratio, 0 where the group has no events
     */
    double exactLower();

    /**
     * Returns the exact upper limit, of independent rows.
     *
     * @return a ratio, or nothing where it is unbounded because the reference has no events
     */
    OptionalDouble exactUpper();

    /**
     * Returns the exact two-sided p value of equal rates, of independent rows.
     *
     * @return a probability
     */
    double exactPValue();

    /**
     * Returns the score test of equal rates, of independent rows.
     *
     * @return the statistic on 1 degree of freedom
     */
    ChiSquare score();

    /**
     * Returns the standard error of the log ratio, by cluster where there are clusters.
     *
     * @return the standard error, or nothing where a group has no events
     */
    OptionalDouble logStandardError();

    /**
     * Returns the lower limit of the log ratio's normal approximation, by cluster.
     *
     * @return a ratio, or nothing where a group has no events
     */
    OptionalDouble lower();

    /**
     * Returns the upper limit of the log ratio's normal approximation, by cluster.
     *
     * @return a ratio, or nothing where a group has no events
     */
    OptionalDouble upper();

    /**
     * Returns the p value of equal rates by the log ratio, by cluster.
     *
     * @return a probability, or nothing where a group has no events
     */
    OptionalDouble pValue();
  }

  /**
   * Returns rates per 100 years.
   *
   * @param timePerYear how many units of the data a year has, such as 365.25 days or 12 months
   * @return rates over the whole time, with limits at 95 %
   * @throws IllegalArgumentException if the number is not finite and above 0
   */
  public static EventRates perHundredYears(double timePerYear) {
    return per(100 * timePerYear);
  }

  /**
   * Returns rates per any time at risk.
   *
   * @param time the time, in the unit of the data
   * @return rates over the whole time, with limits at 95 %
   * @throws IllegalArgumentException if the time is not finite and above 0
   */
  public static EventRates per(double time) {
    if (!(time > 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time of a rate [unit of the times] must be finite and above 0.0, but was " + time);
    }
    return new EventRates(time, DEFAULT_LEVEL, List.of());
  }

  /**
   * Chooses the confidence level.
   *
   * @param confidence a probability between 0 and 1, both excluded
   * @return the same rates at that level
   * @throws IllegalArgumentException if the level does not lie between 0 and 1
   */
  public EventRates withLevel(double confidence) {
    return new EventRates(unit, ConfidenceLevel.check(confidence), cuts);
  }

  /**
   * Splits the time into periods.
   *
   * @param times times above 0 in ascending order; an event at one of them lies in the period that
   *     ends there
   * @return the same rates by period
   * @throws IllegalArgumentException if a time is not finite and above the one before
   */
  public EventRates splitAt(double... times) {
    List<Double> ends = new ArrayList<>();
    double before = 0;
    for (double time : Objects.requireNonNull(times, "times")) {
      if (!(time > before && time <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("times of a split [unit of the times] must be finite,"
            + " above 0.0 and ascending, but " + time + " came after " + before);
      }
      ends.add(time);
      before = time;
    }
    return new EventRates(unit, level, List.copyOf(ends));
  }

  /**
   * Estimates the rates of each group in each period.
   *
   * @param followUp the hips; strata do not count
   * @return the rates, group by group; a group that is not at risk in a period has none there
   * @throws IllegalArgumentException if rows have case weights
   */
  public List<Rate> estimate(FollowUp followUp) {
    checkWeights(Objects.requireNonNull(followUp, "followUp"));
    List<Rate> rates = new ArrayList<>();
    for (int group = 0; group < followUp.groups().size(); group++) {
      for (int period = 0; period <= cuts.size(); period++) {
        double after = period == 0 ? 0 : cuts.get(period - 1);
        double until = period == cuts.size() ? Double.POSITIVE_INFINITY : cuts.get(period);
        TimeAtRisk exposure = new TimeAtRisk(followUp, group, after, until);
        if (exposure.time > 0) {
          rates.add(rate(followUp.groups().get(group), exposure));
        }
      }
    }
    return List.copyOf(rates);
  }

  private static void checkWeights(FollowUp followUp) {
    if (followUp.isWeighted()) {
      throw new IllegalArgumentException(
          "rows must count once each in a rate with exact limits, but have case weights");
    }
  }

  private Rate rate(String group, TimeAtRisk exposure) {
    double effect = exposure.designEffect();
    // x and T are both divided by the design effect, so that the rate x / T stays
    double events = exposure.events / effect;
    double perEvent = unit * effect / exposure.time;
    double tail = (1 - level) / 2;
    return ImmutableRate.builder()
        .group(group)
        .after(exposure.after)
        .until(
            exposure.until == Double.POSITIVE_INFINITY
                ? OptionalDouble.empty()
                : OptionalDouble.of(exposure.until))
        .rows(exposure.rows)
        .clusters(exposure.clusters)
        .events(exposure.events)
        .time(exposure.time)
        .rate(exposure.events * unit / exposure.time)
        .lower(
            exposure.events == 0
                ? 0
                // Garwood: P(X >= x) at the mean m is the lower tail of chi-square on 2 x at 2 m
                : Distribution.chiSquare(2 * events).quantile(tail) / 2 * perEvent)
        .upper(Distribution.chiSquare(2 * events + 2).upperQuantile(tail) / 2 * perEvent)
        .build();
  }

  /**
   * Compares the rate of each group with that of the first, over the whole time.
   *
   * @param followUp the hips; strata do not count
   * @return a ratio for each group but the first
   * @throws IllegalArgumentException if there is one group only, a group has no time at risk, there
   *     is no event, or rows have case weights
   */
  public List<Ratio> compare(FollowUp followUp) {
    checkWeights(Objects.requireNonNull(followUp, "followUp"));
    List<String> groups = followUp.groups();
    if (groups.size() < 2) {
      throw new IllegalArgumentException("groups [count] must be 2 or more, but was 1");
    }
    List<TimeAtRisk> exposures = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      exposures.add(new TimeAtRisk(followUp, group, 0, Double.POSITIVE_INFINITY));
    }
    List<Ratio> ratios = new ArrayList<>();
    for (int group = 1; group < groups.size(); group++) {
      ratios.add(ratio(
          groups.get(group), groups.get(0), new RateRatio(exposures.get(group), exposures.get(0))));
    }
    return List.copyOf(ratios);
  }

  private Ratio ratio(String group, String reference, RateRatio found) {
    double tail = (1 - level) / 2;
    ImmutableRatio.Builder ratio = ImmutableRatio.builder()
        .group(group)
        .reference(reference)
        .ratio(found.estimate())
        .exactLower(found.exactLower(tail))
        .exactUpper(found.exactUpper(tail))
        .exactPValue(found.exactPValue())
        .score(found.score());
    double error = found.logStandardError().orElse(0);
    if (error > 0) {
      double log = Math.log(found.estimate().orElseThrow());
      // log r +/- z se(log r)
      double reach = Distribution.normal().upperQuantile(tail) * error;
      ratio
          .logStandardError(error)
          .lower(Math.exp(log - reach))
          .upper(Math.exp(log + reach))
          .pValue(2 * Distribution.normal().upperTail(Math.abs(log) / error));
    }
    return ratio.build();
  }

  @Override
  public String toString() {
    return "EventRates{per " + unit + ", split at " + cuts + ", level " + level + "}";
  }
}
