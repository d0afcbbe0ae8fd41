package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
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

  /** A probability above that of the observed number by rounding only is no larger. */
  private static final double ROUNDING = 1 + 1e-7;

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
        Exposure exposure = new Exposure(followUp, group, after, until);
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

  private Rate rate(String group, Exposure exposure) {
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
    List<Exposure> exposures = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      exposures.add(new Exposure(followUp, group, 0, Double.POSITIVE_INFINITY));
    }
    List<Ratio> ratios = new ArrayList<>();
    for (int group = 1; group < groups.size(); group++) {
      ratios.add(new Comparison(exposures.get(group), exposures.get(0))
          .ratio(groups.get(group), groups.get(0)));
    }
    return List.copyOf(ratios);
  }

  /** The time at risk of one group in one period, and its events. */
  private static final class Exposure {
    private final double after;
    private final double until;
    private final int rows;
    private final int events;
    private final double time;
    private final OptionalInt clusters;
    private final Map<Integer, double[]> byCluster = new HashMap<>();

    Exposure(FollowUp followUp, int group, double after, double until) {
      this.after = after;
      this.until = until;
      CompensatedSum sum = new CompensatedSum();
      Set<Integer> members = new HashSet<>();
      int atRisk = 0;
      int count = 0;
      for (int row = 0; row < followUp.size(); row++) {
        // the part of a row's time in (after, until]
        double from = Math.max(after, followUp.entry(row).orElse(0));
        double to = Math.min(until, followUp.time(row));
        if (followUp.group(row) == group && to > from) {
          atRisk++;
          boolean hasEvent = followUp.isEvent(row) && followUp.time(row) <= until;
          count += hasEvent ? 1 : 0;
          sum.add(to - from);
          members.add(followUp.cluster(row));
          double[] own = byCluster.computeIfAbsent(followUp.cluster(row), key -> new double[2]);
          own[0] += hasEvent ? 1 : 0;
          own[1] += to - from;
        }
      }
      this.rows = atRisk;
      this.events = count;
      this.time = sum.value();
      this.clusters =
          followUp.clusters().isPresent() ? OptionalInt.of(members.size()) : OptionalInt.empty();
    }

    /** The sum over clusters of the squared events less those expected by the rate. */
    double square() {
      // residual of a cluster: its events less rate times its time
      double rate = events / time;
      return byCluster.values().stream()
          .mapToDouble(own -> own[0] - rate * own[1])
          .map(residual -> residual * residual)
          .sum();
    }

    double designEffect() {
      if (clusters.isEmpty()) {
        return 1;
      }
      if (events == 0) {
        // hips of a patient as if they always had the event together
        return (double) rows / clusters.getAsInt();
      }
      int count = clusters.getAsInt();
      // variance of x by cluster over that of a Poisson number, its mean
      double variance = count > 1 ? square() * count / (count - 1.0) : 0;
      return Math.max(1, variance / events);
    }
  }

  /** Two groups, the second of which is the reference. */
  private final class Comparison {
    private final Exposure one;
    private final Exposure other;
    private final int events;

    Comparison(Exposure one, Exposure other) {
      this.one = one;
      this.other = other;
      this.events = one.events + other.events;
      if (!(one.time > 0 && other.time > 0)) {
        throw new IllegalArgumentException(
            "time at risk [unit of the times] of each group must be above 0.0, but was 0.0");
      }
      if (events == 0) {
        throw new IllegalArgumentException(
            "events [count] of two groups that are compared must be 1 or more, but were 0");
      }
    }

    Ratio ratio(String group, String reference) {
      double tail = (1 - level) / 2;
      double times = other.time / one.time;
      ImmutableRatio.Builder ratio = ImmutableRatio.builder()
          .group(group)
          .reference(reference)
          .exactLower(
              one.events == 0
                  ? 0
                  // p = r T1 / (r T1 + T2), so r = p / (1 - p) T2 / T1
                  : times * odds(Distribution.beta(one.events, other.events + 1), tail, false))
          .exactPValue(exactPValue())
          .score(score());
      if (other.events > 0) {
        ratio.ratio(times * one.events / other.events);
        ratio.exactUpper(times * odds(Distribution.beta(one.events + 1, other.events), tail, true));
      }
      if (one.events > 0 && other.events > 0) {
        addLogRatio(ratio, Math.log(times * one.events / other.events), tail);
      }
      return ratio.build();
    }

    private double odds(Distribution beta, double tail, boolean upper) {
      double p = upper ? beta.upperQuantile(tail) : beta.quantile(tail);
      return p / (1 - p);
    }

    private void addLogRatio(ImmutableRatio.Builder ratio, double log, double tail) {
      double error = Math.sqrt(logVariance());
      if (!(error > 0)) {
        return;
      }
      // log r +/- z se(log r)
      double reach = Distribution.normal().upperQuantile(tail) * error;
      ratio
          .logStandardError(error)
          .lower(Math.exp(log - reach))
          .upper(Math.exp(log + reach))
          .pValue(2 * Distribution.normal().upperTail(Math.abs(log) / error));
    }

    /** 1/x1 + 1/x2, or the sum over clusters of their squared part in the log ratio. */
    private double logVariance() {
      if (one.clusters.isEmpty()) {
        return 1.0 / one.events + 1.0 / other.events;
      }
      Map<Integer, Double> parts = new HashMap<>();
      one.byCluster.forEach((cluster, own) ->
          // a cluster moves log(x1 / T1) by its part of x1 less its part of T1, and
          // -log(x2 / T2) the other way
          parts.merge(cluster, own[0] / one.events - own[1] / one.time, Double::sum));
      other.byCluster.forEach((cluster, own) ->
          parts.merge(cluster, own[1] / other.time - own[0] / other.events, Double::sum));
      return parts.values().stream().mapToDouble(part -> part * part).sum();
    }

    private double expectedProportion() {
      return one.time / (one.time + other.time);
    }

    private ChiSquare score() {
      double p = expectedProportion();
      double difference = one.events - events * p;
      // (x1 - n p)^2 / (n p (1 - p)) with p = T1 / (T1 + T2)
      return ChiSquare.of(difference * difference / (events * p * (1 - p)), 1);
    }

    /** Adds up the binomial probabilities that are no larger than that of the observed number. */
    private double exactPValue() {
      double p = expectedProportion();
      double[] logs = new double[events + 1];
      double log = events * Math.log1p(-p);
      for (int x = 0; x <= events; x++) {
        logs[x] = log;
        // P(x + 1) / P(x) = (n - x) / (x + 1) p / (1 - p)
        log += Math.log((double) (events - x) / (x + 1)) + Math.log(p) - Math.log1p(-p);
      }
      double observed = Math.exp(logs[one.events]) * ROUNDING;
      double sum =
          Arrays.stream(logs).map(Math::exp).filter(each -> each <= observed).sum();
      return Math.min(1, sum);
    }
  }

  @Override
  public String toString() {
    return "EventRates{per " + unit + ", split at " + cuts + ", level " + level + "}";
  }
}
