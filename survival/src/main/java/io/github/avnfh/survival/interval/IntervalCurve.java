package io.github.avnfh.survival.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The survival of one group from intervals: where probability lies, and what that leaves open.
 *
 * @see Turnbull
 */
public final class IntervalCurve {
  private static final double ROUNDING = 1e-9;
  /** R's tolerance for times, the root of the machine precision. */
  private static final double TOLERANCE = 0x1.0p-26;

  private final String group;
  private final int rows;
  private final OptionalInt clusters;
  private final InnermostIntervals intervals;
  private final NpmleFit fit;
  private final ProfileLimits limits;

  IntervalCurve(String group, IntervalFollowUp followUp, double level) {
    int[] own = followUp.rows(group);
    this.group = group;
    this.rows = own.length;
    this.clusters = followUp.clusters(own);
    List<EventInterval> all = Arrays.stream(own).mapToObj(followUp::interval).toList();
    this.intervals = new InnermostIntervals(all);
    this.fit = new NpmleFit(intervals);
    boolean isClustered = clusters.isPresent();
    this.limits = new ProfileLimits(
        intervals,
        fit,
        level,
        InnermostIntervals.counts(all),
        isClustered ? all : List.of(),
        isClustered ? Arrays.stream(own).map(followUp::cluster).toArray() : new int[0]);
  }

  IntervalCurve(String group, Map<EventInterval, Long> counts, double level) {
    this.group = group;
    this.rows =
        Math.toIntExact(counts.values().stream().mapToLong(Long::longValue).sum());
    this.clusters = OptionalInt.empty();
    this.intervals = new InnermostIntervals(counts);
    this.fit = new NpmleFit(intervals);
    this.limits = new ProfileLimits(intervals, fit, level, counts, List.of());
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
   * Returns the number of rows.
   *
   * @return the number of hips
   */
  public int rows() {
    return rows;
  }

  /**
   * Counts the clusters, such as patients, with a hip in the group.
   *
   * @return the number of clusters, or nothing without clusters
   */
  public OptionalInt clusters() {
    return clusters;
  }

  /**
   * Returns the intervals that hold probability.
   *
   * @return the intervals in the order of time with their masses, which add up to 1
   */
  public List<IntervalMass> masses() {
    List<IntervalMass> masses = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      if (fit.masses()[i] > 0) {
        masses.add(ImmutableIntervalMass.builder()
            .interval(intervals.interval(i))
            .mass(fit.masses()[i])
            .build());
      }
    }
    return masses;
  }

  /**
   * Returns what is known of survival at a time.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the survival just after the time, as a range; a time finds an end of an interval that
   *     differs from it by rounding
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public SurvivalRange at(double time) {
    if (!(time >= 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and 0.0 or more, but was " + time);
    }
    double matched = matched(time);
    double lowest = 0;
    double highest = 0;
    boolean begun = false;
    boolean over = false;
    for (int i = 0; i < intervals.size(); i++) {
      boolean before = intervals.left(i).isBefore(matched);
      boolean past = intervals.right(i).time() <= matched;
      lowest += before ? 0 : fit.masses()[i];
      highest += past ? 0 : fit.masses()[i];
      begun |= before;
      over |= past;
    }
    // the sum of all masses may miss 1 by rounding
    return ImmutableSurvivalRange.builder()
        .time(time)
        .lowest(begun ? Math.min(1, lowest) : 1)
        .highest(over ? Math.min(1, highest) : 1)
        .build();
  }

  /**
   * Returns survival at the visits, with limits where visits follow a schedule.
   *
   * @return a line for each time of a visit, in the order of time
   * @throws IllegalArgumentException if the steps of a profile run out before its maximum
   */
  public List<SurvivalAtVisit> atVisits() {
    return limits.atVisits();
  }

  /**
   * Says what limits at visits need and the rows do not have.
   *
   * @return what is lacking, in words, or nothing where limits are given
   */
  public Optional<String> lacks() {
    return limits.lacks();
  }

  /**
   * Returns when a proportion had had the event, as nearly as is known: the interval in which the
   * masses reach it.
   *
   * @param proportion a number above 0 and below 1, 0.5 for the median
   * @return the interval; without end where the proportion may never be reached
   * @throws IllegalArgumentException if the proportion does not lie above 0 and below 1
   */
  public EventInterval quantile(double proportion) {
    if (!(proportion > 0 && proportion < 1)) {
      throw new IllegalArgumentException(
          "proportion must lie above 0.0 and below 1.0, but was " + proportion);
    }
    double sum = 0;
    int last = 0;
    for (int i = 0; i < intervals.size(); i++) {
      last = fit.masses()[i] > 0 ? i : last;
      sum += fit.masses()[i];
      // masses are found to a tolerance
      if (sum >= proportion * (1 - ROUNDING)) {
        return intervals.interval(i);
      }
    }
    return intervals.interval(last);
  }

  /** The end of an interval that is the given time but for rounding, or the given time. */
  private double matched(double time) {
    // neighboring days stay apart however late they are
    double slack = Math.min(0.25, TOLERANCE * Math.max(1, time));
    for (int i = 0; i < intervals.size(); i++) {
      for (IntervalEnd end : List.of(intervals.left(i), intervals.right(i))) {
        if (Math.abs(end.time() - time) <= slack) {
          return end.time();
        }
      }
    }
    return time;
  }

  /**
   * Returns the natural logarithm of the likelihood.
   *
   * @return a number of 0 or less
   */
  public double logLikelihood() {
    return fit.logLikelihood();
  }

  /**
   * Tells how far the masses are from those of the greatest likelihood: by what fraction the
   * largest derivative of the logarithm of the likelihood by a mass exceeds the number of rows. The
   * logarithm lies within the number of rows times this fraction of the greatest one.
   *
   * @return a number that is 0 but for rounding at the optimum, above 1e-10 only where the steps
   *     ran out
   */
  public double optimalityGap() {
    return fit.optimalityGap();
  }

  @Override
  public String toString() {
    return "IntervalCurve{" + group + ", " + rows + " rows, " + intervals.size() + " intervals}";
  }
}
