package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * A walk through the times of several tallies, one tally after the other for many times at once.
 */
final class TallyWalk implements RiskWalk {
  private static final int DAYS_PER_TIME = 16;

  private final Tally[] tallies;
  private final double[] times;
  private final int[] index;
  private int position;

  /**
   * Begins before the first time.
   *
   * @param tallies what happened in each cell
   */
  TallyWalk(Tally[] tallies) {
    this.tallies = tallies;
    this.index = new int[tallies.length];
    this.times = eventTimes(tallies);
  }

  private static double[] eventTimes(Tally[] tallies) {
    double last = 0;
    int size = 0;
    for (Tally tally : tallies) {
      size += tally.size();
      last = tally.size() == 0 ? last : Math.max(last, tally.times()[tally.size() - 1]);
    }
    boolean[] days = new boolean[last < (long) DAYS_PER_TIME * size ? (int) last + 1 : 0];
    return isByDay(tallies, days) ? marked(days) : merged(tallies, size);
  }

  /** Marks days with an event, and tells whether all such times are days that can be marked. */
  private static boolean isByDay(Tally[] tallies, boolean[] days) {
    for (Tally tally : tallies) {
      double[] times = tally.times();
      double[] events = tally.events();
      for (int i = 0; i < times.length; i++) {
        int day = (int) times[i];
        if (day != times[i] || day >= days.length) {
          return false;
        }
        days[day] |= events[i] > 0;
      }
    }
    return true;
  }

  private static double[] marked(boolean[] days) {
    double[] marked = new double[days.length];
    int count = 0;
    for (int day = 0; day < days.length; day++) {
      marked[count] = day;
      count += days[day] ? 1 : 0;
    }
    return Arrays.copyOf(marked, count);
  }

  private static double[] merged(Tally[] tallies, int size) {
    double[] merged = new double[size];
    int count = 0;
    for (Tally tally : tallies) {
      for (int i = 0; i < tally.size(); i++) {
        merged[count] = tally.times()[i];
        count += tally.events()[i] > 0 ? 1 : 0;
      }
    }
    Arrays.sort(merged, 0, count);
    return Arrays.stream(merged, 0, count).distinct().toArray();
  }

  @Override
  public int fill(double[][] atRisk, double[][] events) {
    int size = Math.min(atRisk[0].length, times.length - position);
    for (int cell = 0; cell < tallies.length; cell++) {
      fill(cell, size, atRisk[cell], events[cell]);
    }
    position += size;
    return size;
  }

  private void fill(int cell, int size, double[] atRisk, double[] events) {
    Tally tally = tallies[cell];
    double[] own = tally.times();
    double[] ownEvents = tally.events();
    double[] ownAtRisk = tally.atRisk();
    boolean late = tally.entryTimes().length > 0;
    int i = index[cell];
    for (int place = 0; place < size; place++) {
      double now = times[position + place];
      while (i < own.length && own[i] < now) {
        i++;
      }
      boolean more = i < own.length;
      events[place] = more && own[i] == now ? ownEvents[i] : 0;
      if (late) {
        atRisk[place] = tally.atRiskFrom(i, now);
      } else {
        atRisk[place] = more ? ownAtRisk[i] : 0;
      }
    }
    index[cell] = i;
  }

  @Override
  public double time() {
    return times[position - 1];
  }
}
