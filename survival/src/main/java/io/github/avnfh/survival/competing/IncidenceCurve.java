package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.Outcome;
import java.util.Arrays;
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
    this.event = new CauseCurve(rows, Outcome.EVENT, options);
    this.competing = new CauseCurve(rows, Outcome.COMPETING, options);
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
    return rows.isClustered()
        ? OptionalInt.of((int) Arrays.stream(rows.clusters()).distinct().count())
        : OptionalInt.empty();
  }

  /**
   * Returns a step for each distinct time at which anybody had an event or was censored.
   *
   * @return the steps in the order of time
   */
  public List<IncidenceStep> steps() {
    return IntStream.range(0, rows.times().length)
        .mapToObj(index ->
            step(rows.times()[index], index).atRisk(rows.atRisks()[index]).build())
        .toList();
  }

  /**
   * Returns the incidences at a time.
   *
   * @param time a time in the unit of the data, 0 or more
   * @return the incidences just after the time, or nothing beyond follow-up
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public Optional<IncidenceStep> at(double time) {
    if (!(time >= 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and 0.0 or more, but was " + time);
    }
    int index = rows.upToMatched(time) - 1;
    boolean beyond = rows.isBeyond(time) && event.free(index) > 0;
    return beyond
        ? Optional.empty()
        : Optional.of(step(time, index).atRisk(rows.atRiskAt(time)).build());
  }

  private ImmutableIncidenceStep.Builder step(double time, int index) {
    return ImmutableIncidenceStep.builder()
        .time(time)
        .free(event.free(index))
        .event(event.at(index))
        .competing(competing.at(index));
  }

  @Override
  public String toString() {
    return "IncidenceCurve{" + group + ", " + rows() + " rows, " + rows.times().length + " times}";
  }
}
