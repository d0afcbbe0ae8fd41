package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.KaplanMeier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The cumulative incidence of the event, and of those that compete, in one group.
 *
 * @see CumulativeIncidence
 */
public final class IncidenceCurve {
  private final String group;
  private final GroupRows rows;
  private final CauseCurve event;
  private final CauseCurve competing;

  IncidenceCurve(String group, GroupRows rows, KaplanMeier options) {
    this.group = group;
    this.rows = rows;
    this.event = new CauseCurve(rows, GroupRows.EVENT, options);
    this.competing = new CauseCurve(rows, GroupRows.COMPETING, options);
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
   * Returns the number of rows, whatever their weights.
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
    boolean known = matched <= rows.times()[rows.times().length - 1] || event.free(index) == 0;
    return known
        ? Optional.of(step(time, index, matched).atRisk(atRisk).build())
        : Optional.empty();
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
    int clusters = Math.max(rows.members().clusterLimit(), other.rows.members().clusterLimit());
    double[] first = influences(time, ofEvent, clusters);
    double[] second = other.influences(time, ofEvent, clusters);
    double product = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < clusters; i++) {
      product += first[i] * second[i];
      square += first[i] * first[i];
      otherSquare += second[i] * second[i];
    }
    double length = Math.sqrt(square) * Math.sqrt(otherSquare);
    return length > 0 ? Math.max(-1, Math.min(1, product / length)) : 0;
  }

  private double[] influences(double time, boolean ofEvent, int clusters) {
    double[] byCluster = new double[clusters];
    (ofEvent ? event : competing).addInfluences(rows.upToMatched(time) - 1, byCluster);
    return byCluster;
  }

  double level() {
    return event.level();
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
