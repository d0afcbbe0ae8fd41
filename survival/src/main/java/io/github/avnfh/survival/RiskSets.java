package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Tally;

/**
 * A walk through the times of a stratum at which there were events, with the events and those at
 * risk in each group.
 *
 * <p>For one thread: {@link #next()} moves on, the other methods speak of the time it moved to.
 */
public final class RiskSets {
  private final Tally[] tallies;
  private final int[] index;
  private final int[] nextEvent;
  private double time = -1;

  RiskSets(Tally[] tallies) {
    this.tallies = tallies;
    this.index = new int[tallies.length];
    this.nextEvent = new int[tallies.length];
  }

  /**
   * Moves to the next time at which any group has an event.
   *
   * @return false if there is none
   */
  public boolean next() {
    double soonest = Double.POSITIVE_INFINITY;
    for (int group = 0; group < tallies.length; group++) {
      soonest = Math.min(soonest, nextEvent(group));
    }
    for (int group = 0; group < tallies.length; group++) {
      catchUp(group, soonest);
    }
    time = soonest;
    return soonest < Double.POSITIVE_INFINITY;
  }

  private double nextEvent(int group) {
    Tally tally = tallies[group];
    int i = nextEvent[group];
    while (i < tally.size() && !(tally.times()[i] > time && tally.events()[i] > 0)) {
      i++;
    }
    nextEvent[group] = i;
    return i < tally.size() ? tally.times()[i] : Double.POSITIVE_INFINITY;
  }

  private void catchUp(int group, double until) {
    Tally tally = tallies[group];
    while (index[group] < tally.size() && tally.times()[index[group]] < until) {
      index[group]++;
    }
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
    Tally tally = tallies[group];
    int i = index[group];
    return i < tally.size() && tally.times()[i] == time ? tally.events()[i] : 0;
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
