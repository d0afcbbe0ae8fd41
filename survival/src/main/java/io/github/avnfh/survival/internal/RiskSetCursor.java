package io.github.avnfh.survival.internal;

/**
 * Goes through the times at which any of several event tables has an event, with the events and
 * those at risk in each table: what a log-rank sum, or any other sum over risk sets, needs.
 *
 * <p>The times of each table are in order, so that the next time is the smallest of the tables'
 * next ones.
 */
public final class RiskSetCursor {
  private final EventTable[] tables;

  /** For each table the index of its first time at or after the next one, and of its next event. */
  private final int[] next;

  private final int[] nextEvent;
  private double time;

  /**
   * Begins before the first time.
   *
   * @param tables the event tables, such as those of the groups of one stratum
   */
  public RiskSetCursor(EventTable... tables) {
    this.tables = tables;
    this.next = new int[tables.length];
    this.nextEvent = new int[tables.length];
    for (int table = 0; table < tables.length; table++) {
      nextEvent[table] = tables[table].firstEventFrom(0);
    }
  }

  /**
   * Moves over the next times, as many as there is room for, or all that are left.
   *
   * @param atRisk takes those at risk: for each table an array, in which each time has its place
   * @param events takes the events in the same way
   * @return how many times it moved over, fewer than there is room for only at the end
   */
  public int fill(double[][] atRisk, double[][] events) {
    int filled = 0;
    while (filled < atRisk[0].length && findNextTime()) {
      for (int table = 0; table < tables.length; table++) {
        atRisk[table][filled] = atRisk(table);
        events[table][filled] = events(table);
      }
      filled++;
    }
    return filled;
  }

  private boolean findNextTime() {
    double earliest = Double.POSITIVE_INFINITY;
    for (int table = 0; table < tables.length; table++) {
      double[] times = tables[table].times();
      int event = nextEvent[table];
      earliest = event < times.length ? Math.min(earliest, times[event]) : earliest;
    }
    if (earliest < Double.POSITIVE_INFINITY) {
      time = earliest;
      return true;
    }
    return false;
  }

  private double atRisk(int table) {
    double[] times = tables[table].times();
    int index = next[table];
    while (index < times.length && times[index] < time) {
      index++;
    }
    next[table] = index;
    return tables[table].atRiskFrom(index, time);
  }

  private double events(int table) {
    EventTable own = tables[table];
    int event = nextEvent[table];
    if (event == own.size() || own.times()[event] != time) {
      return 0;
    }
    nextEvent[table] = own.firstEventFrom(event + 1);
    return own.events()[event];
  }

  /**
   * Returns the last time that it moved over.
   *
   * @return the time
   */
  public double time() {
    return time;
  }
}
