package io.github.avnfh.survival.internal;

import java.util.Map;
import java.util.TreeMap;

/** The counts of each day of one stratum and group, in whole numbers, which add up exactly. */
public final class DayCounts {
  private static final int EVENTS = 0;
  private static final int CENSORED = 1;
  private static final int ENTERED = 2;

  private final TreeMap<Integer, long[]> days = new TreeMap<>();
  private long hips;

  /**
   * Adds what was counted on a day.
   *
   * @param day a day, 0 or more
   * @param events how many had the event
   * @param censored how many were censored
   * @param entered how many came under observation after the start
   */
  public void add(int day, long events, long censored, long entered) {
    long[] counts = days.computeIfAbsent(day, key -> new long[ENTERED + 1]);
    counts[EVENTS] = Math.addExact(counts[EVENTS], events);
    counts[CENSORED] = Math.addExact(counts[CENSORED], censored);
    counts[ENTERED] = Math.addExact(counts[ENTERED], day > 0 ? entered : 0);
    hips = Math.addExact(hips, Math.addExact(events, censored));
  }

  /**
   * Adds another table.
   *
   * @param other the other table, which stays as it is
   */
  public void addAll(DayCounts other) {
    other.days.forEach(
        (day, counts) -> add(day, counts[EVENTS], counts[CENSORED], counts[ENTERED]));
  }

  /**
   * Counts those who left.
   *
   * @return the number of hips
   */
  public long hips() {
    return hips;
  }

  /**
   * Counts those at risk.
   *
   * @return what happened at each time
   * @throws IllegalArgumentException if more entered than left afterwards
   */
  public EventTable table() {
    EventTable.PlaceSums exits = new EventTable.PlaceSums();
    EventTable.PlaceSums entries = new EventTable.PlaceSums();
    for (Map.Entry<Integer, long[]> day : days.entrySet()) {
      long[] counts = day.getValue();
      if (counts[EVENTS] + counts[CENSORED] > 0) {
        int left = Math.toIntExact(counts[EVENTS] + counts[CENSORED]);
        exits.add(day.getKey(), (double) counts[EVENTS], (double) counts[CENSORED], left);
      }
      if (counts[ENTERED] > 0) {
        entries.add(day.getKey(), (double) counts[ENTERED], 0, 1);
      }
    }
    checkEntries();
    return EventTable.of(exits, entries, TimeGrid.ofEveryDay(new int[0]));
  }

  private void checkEntries() {
    long atRisk = 0;
    for (Map.Entry<Integer, long[]> day : days.descendingMap().entrySet()) {
      atRisk -= day.getValue()[ENTERED];
      if (atRisk < 0) {
        throw new IllegalArgumentException("entered [hips] must be at most those who left after the"
            + " day, but were " + -atRisk + " more on day " + day.getKey());
      }
      atRisk += day.getValue()[EVENTS] + day.getValue()[CENSORED];
    }
  }
}
