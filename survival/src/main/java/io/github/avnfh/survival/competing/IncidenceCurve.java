package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.internal.RecoveredVariance.Limits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * The cumulative incidence of the event, and of those that compete, in one group.
 *
 * @see CumulativeIncidence
 */
public final class IncidenceCurve {
  private static final double ROUNDING = 1e-12;

  private final String group;
  private final GroupRows rows;
  private final CauseCurve event;
  private final CauseCurve competing;
  private final IntervalType intervalType;

  IncidenceCurve(String group, GroupRows rows, KaplanMeier options) {
    this.group = group;
    this.rows = rows;
    this.event = new CauseCurve(rows, GroupMembers.EVENT, options);
    this.competing = new CauseCurve(rows, GroupMembers.COMPETING, options);
    this.intervalType = options.intervalType();
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
    return rows.size();
  }

  /**
   * Counts the clusters, such as patients, with a hip in the group.
   *
   * @return the number of clusters, or nothing without clusters
   */
  public OptionalInt clusters() {
    return rows.isClustered() ? OptionalInt.of(rows.clusterCount()) : OptionalInt.empty();
  }

  /**
   * Returns the confidence level of the limits.
   *
   * @return the level, above 0 and below 1
   */
  public double level() {
    return event.level();
  }

  /**
   * Returns the scale on which the limits lie equally far from the incidence.
   *
   * @return the type
   */
  public IntervalType intervalType() {
    return intervalType;
  }

  /**
   * Returns a step for each distinct time at which a row had an event or was censored.
   *
   * @return the steps in the order of time
   */
  public List<IncidenceStep> steps() {
    return IntStream.range(0, rows.times().length)
        .mapToObj(index -> step(rows.times()[index], index, rows.times()[index])
            .atRisk(rows.atRisk(index))
            .build())
        .toList();
  }

  /**
   * Returns the incidences at a time.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the incidences just after the time, the same when follow-up is cut at the time, or
   *     nothing beyond follow-up
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public Optional<IncidenceStep> at(double time) {
    if (!(time >= 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and 0.0 or more, but was " + time);
    }
    double matched = rows.matched(time);
    int index = rows.upToMatched(time) - 1;
    double atRisk = rows.atRiskAt(matched);
    return isKnown(matched)
        ? Optional.of(step(time, index, matched).atRisk(atRisk).build())
        : Optional.empty();
  }

  /**
   * A time by which a proportion had had the event, with its limits.
   *
   * @see CumulativeIncidence
   */
  @Value.Immutable
  public sealed interface Quantile permits ImmutableQuantile {

    /**
     * Returns the first time at which the incidence reaches the proportion.
     *
     * @return the time, or nothing if it was not reached
     */
    OptionalDouble time();

    /**
     * Returns the first time at which the upper limit of the incidence reaches the proportion.
     *
     * @return the lower limit, or nothing if it was not reached
     */
    OptionalDouble lower();

    /**
     * Returns the first time at which the lower limit of the incidence reaches the proportion.
     *
     * @return the upper limit, or nothing if it was not reached
     */
    OptionalDouble upper();
  }

  /**
   * Returns the time by which a proportion had had the event while others competed.
   *
   * <p>Limits are the times at which those of the incidence reach the proportion. A quantile may
   * never be reached, since not every hip has the event; {@link IncidenceContrast#quantile}
   * compares it between groups.
   *
   * @param proportion a number above 0 and below 1, such as 0.1
   * @return the time with its limits
   * @throws IllegalArgumentException if the proportion does not lie above 0 and below 1
   * @see <a href="https://doi.org/10.2307/2530286">Brookmeyer R, Crowley J. A confidence interval
   *     for the median survival time. Biometrics 1982;38:29-41</a>
   */
  public Quantile quantile(double proportion) {
    if (!(proportion > 0 && proportion < 1)) {
      throw new IllegalArgumentException(
          "proportion must lie above 0.0 and below 1.0, but was " + proportion);
    }
    ImmutableQuantile.Builder quantile = ImmutableQuantile.builder();
    first(event, proportion, Incidence::proportion).ifPresent(quantile::time);
    first(event, proportion, Incidence::upper).ifPresent(quantile::lower);
    first(event, proportion, Incidence::lower).ifPresent(quantile::upper);
    return quantile.build();
  }

  private OptionalDouble first(
      CauseCurve curve, double proportion, ToDoubleFunction<Incidence> height) {
    double[] times = rows.times();
    for (int index = 0; index < times.length; index++) {
      // what sums of fractions leave out is no event
      if (height.applyAsDouble(curve.at(index, times[index])) >= proportion * (1 - ROUNDING)) {
        return OptionalDouble.of(times[index]);
      }
    }
    return OptionalDouble.empty();
  }

  /** The time by which a proportion had had the event, with limits for any tail. */
  Limits quantileLimits(double proportion, double time, double tail) {
    CauseCurve curve = event.withTail(tail);
    boolean isKnown = curve.at(rows.upToMatched(time) - 1, time).standardError().isPresent();
    return new Limits(
        time,
        isKnown
            ? first(curve, proportion, Incidence::upper).orElse(time)
            : Double.NEGATIVE_INFINITY,
        isKnown
            ? first(curve, proportion, Incidence::lower).orElse(Double.POSITIVE_INFINITY)
            : Double.POSITIVE_INFINITY);
  }

  /**
   * Returns the mean time lost to the event up to a time: the area under its cumulative incidence.
   *
   * @param until a time in the unit of the data, above 0
   * @return the restricted mean time lost with its errors and limits, or nothing beyond follow-up
   * @throws IllegalArgumentException if the time is not finite and above 0
   */
  public Optional<StateCurve.Estimate> timeLost(double until) {
    if (!(until > 0 && until <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and above 0.0, but was " + until);
    }
    return isKnown(rows.matched(until)) ? Optional.of(event.timeLost(until)) : Optional.empty();
  }

  /** Whether the incidence at a time is known: it lies within follow-up, or no hip is left. */
  private boolean isKnown(double time) {
    return time <= rows.times()[rows.times().length - 1]
        || event.free(rows.upToMatched(time) - 1) == 0;
  }

  /** The correlation of the mean time lost with that in another group. */
  double correlationOfTimeLost(IncidenceCurve other, double until) {
    int clusters = Math.max(rows.clusterLimit(), other.rows.clusterLimit());
    double[] first = new double[clusters];
    double[] second = new double[clusters];
    event.addAreaInfluences(until, first);
    other.event.addAreaInfluences(until, second);
    return correlation(first, second);
  }

  /** The independent units that had come under observation before a time. */
  double units(double time) {
    return rows.units().ever(time);
  }

  private ImmutableIncidenceStep.Builder step(double time, int index, double matched) {
    return ImmutableIncidenceStep.builder()
        .time(time)
        .free(event.free(index))
        .event(event.at(index, matched))
        .competing(competing.at(index, matched));
  }

  /** The correlation of the incidence of one kind of event with that in another group. */
  double correlation(IncidenceCurve other, double time, boolean ofEvent) {
    return correlation(time, other, time, ofEvent);
  }

  /** The correlation of the incidence at a time with that in another group at another time. */
  double correlation(double time, IncidenceCurve other, double otherTime, boolean ofEvent) {
    int clusters = Math.max(rows.clusterLimit(), other.rows.clusterLimit());
    return correlation(
        influences(time, ofEvent, clusters), other.influences(otherTime, ofEvent, clusters));
  }

  private static double correlation(double[] first, double[] second) {
    double product = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < first.length; i++) {
      product += first[i] * second[i];
      square += first[i] * first[i];
      otherSquare += second[i] * second[i];
    }
    // roots first, as the product of both squares may vanish
    double length = Math.sqrt(square) * Math.sqrt(otherSquare);
    return length > 0 ? Math.max(-1, Math.min(1, product / length)) : 0;
  }

  private double[] influences(double time, boolean ofEvent, int clusters) {
    double[] byCluster = new double[clusters];
    (ofEvent ? event : competing).addInfluences(rows.upToMatched(time) - 1, byCluster);
    return byCluster;
  }

  /** Whether limits come from the quantile of t. */
  boolean isStudent() {
    return event.isStudent();
  }

  @Override
  public String toString() {
    return "IncidenceCurve{" + group + ", " + rows() + " rows, " + rows.times().length + " times}";
  }
}
