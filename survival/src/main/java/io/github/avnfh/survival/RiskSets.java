package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.RiskSetCursor;

/**
 * A cursor through the times of a stratum at which there were events, with the events and those at
 * risk in each group.
 *
 * <p>For one thread: {@link #next()} moves on, the other methods speak of the time it moved to.
 *
 * <pre>{@code
 * EventCounts counts = EventCounts.of(List.of(DayCount.of("I", 300, 1, 0), DayCount.of("I", 730, 1, 8)));
 * RiskSets sets = counts.riskSets(0);
 * while (sets.next()) {
 *   System.out.println("day " + sets.time() + ": " + sets.events(0) + " of " + sets.atRisk(0));
 * }
 * // day 300.0: 1.0 of 10.0
 * // day 730.0: 1.0 of 9.0
 * }</pre>
 */
public final class RiskSets {
  private final RiskSetCursor cursor;
  private final double[][] atRisk;
  private final double[][] events;
  private boolean begun;

  RiskSets(RiskSetCursor cursor, int groups) {
    this.cursor = cursor;
    this.atRisk = new double[groups][1];
    this.events = new double[groups][1];
  }

  /**
   * Moves to the next time at which any group has an event.
   *
   * @return false if there is none
   */
  public boolean next() {
    return next(atRisk, events) > 0;
  }

  /**
   * Moves over many times at once and writes down what {@link #atRisk(int)} and
   * {@link #events(int)} would have said at each, without being able to say it again.
   *
   * @param atRiskByGroup takes those at risk: for each group an array of the same length, in which
   *     each time has its place
   * @param eventsByGroup takes the events in the same way
   * @return how many times it moved over: as many as there is room for, or fewer at the end, 0
   *     after it
   * @throws IllegalArgumentException if the arrays are not as many as the groups
   */
  public int next(double[][] atRiskByGroup, double[][] eventsByGroup) {
    if (atRiskByGroup.length != atRisk.length || eventsByGroup.length != atRisk.length) {
      throw new IllegalArgumentException("arrays [groups] must be " + atRisk.length
          + " of either kind, but were " + atRiskByGroup.length + " and " + eventsByGroup.length);
    }
    int size = cursor.fill(atRiskByGroup, eventsByGroup);
    begun |= size > 0;
    return size;
  }

  /**
   * Returns the time.
   *
   * @return the time, in the unit of the data
   * @throws IllegalArgumentException before the first call of {@link #next()}
   */
  public double time() {
    if (!begun) {
      throw new IllegalArgumentException(
          "risk sets [calls of next] must be at least 1, but were 0");
    }
    return cursor.time();
  }

  /**
   * Returns the events of a group at this time.
   *
   * @param group the index of the group, from 0
   * @return the sum of the weights of its events
   * @throws IllegalArgumentException if there is no such group
   */
  public double events(int group) {
    return events[ColumnChecks.index("group", group, events.length)][0];
  }

  /**
   * Returns those of a group who were at risk at this time.
   *
   * @param group the index of the group, from 0
   * @return the sum of their weights
   * @throws IllegalArgumentException if there is no such group
   */
  public double atRisk(int group) {
    return atRisk[ColumnChecks.index("group", group, atRisk.length)][0];
  }
}
