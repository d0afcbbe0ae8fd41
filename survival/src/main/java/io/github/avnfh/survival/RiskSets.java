package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Tally;

/**
 * A walk through the times of a stratum at which there were events, with the events and those at
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
  private final Tally[] tallies;
  private final int[] index;
  private final int[] nextEvent;
  private final double[] nextTime;
  private double time = -1;

  RiskSets(Tally[] tallies) {
    this.tallies = tallies;
    this.index = new int[tallies.length];
    this.nextEvent = new int[tallies.length];
    this.nextTime = new double[tallies.length];
    for (int group = 0; group < tallies.length; group++) {
      findEvent(group, 0);
    }
  }

  /**
   * Moves to the next time at which any group has an event.
   *
   * @return false if there is none
   */
  public boolean next() {
    double soonest = Double.POSITIVE_INFINITY;
    for (int group = 0; group < tallies.length; group++) {
      if (nextTime[group] == time) {
        findEvent(group, nextEvent[group] + 1);
      }
      soonest = Math.min(soonest, nextTime[group]);
    }
    time = soonest;
    for (int group = 0; group < tallies.length; group++) {
      index[group] = nextTime[group] == time ? nextEvent[group] : firstFrom(group);
    }
    return soonest < Double.POSITIVE_INFINITY;
  }

  private void findEvent(int group, int from) {
    double[] events = tallies[group].events();
    int i = from;
    while (i < events.length && events[i] == 0) {
      i++;
    }
    nextEvent[group] = i;
    nextTime[group] = i < events.length ? tallies[group].times()[i] : Double.POSITIVE_INFINITY;
  }

  /** The first time of a group that is not before this one. */
  private int firstFrom(int group) {
    double[] times = tallies[group].times();
    int i = index[group];
    while (i < times.length && times[i] < time) {
      i++;
    }
    return i;
  }

  /**
   * Returns the time.
   *
   * @return the time, in the unit of the data
   */
  public double time() {
    return time;
  }

  /**
   * Returns the events of a group at this time.
   *
   * @param group the index of the group, from 0
   * @return the sum of the weights of its events
   */
  public double events(int group) {
    return nextTime[group] == time ? tallies[group].events()[nextEvent[group]] : 0;
  }

  /**
   * Returns those of a group who were at risk at this time.
   *
   * @param group the index of the group, from 0
   * @return the sum of their weights
   */
  public double atRisk(int group) {
    return tallies[group].atRiskFrom(index[group], time);
  }
}
