package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The events, the censored and those at risk at each distinct time of one set of rows, such as a
 * group: what Kaplan-Meier, a log-rank test and their like need to know.
 *
 * <p>The arrays are shared with callers inside this module, which do not change them.
 */
public final class EventTable {
  private final double[] times;
  private final double[] events;
  private final double[] censored;
  private final double[] atRisk;
  private final double[] entryTimes;
  private final double[] entryWeights;
  private final double[] atRiskAtEntry;
  private final int rows;

  private EventTable(
      PlaceSums exits, PlaceSums entries, TimeGrid grid, double[] atRisk, double[] atRiskAtEntry) {
    this.times = exits.times(grid);
    this.events = exits.firstSums();
    this.censored = exits.secondSums();
    this.entryTimes = entries.times(grid);
    this.entryWeights = entries.firstSums();
    this.rows = exits.rows();
    this.atRisk = atRisk;
    this.atRiskAtEntry = atRiskAtEntry;
  }

  private EventTable(double[] times, double[] events, double[] censored) {
    this.times = times;
    this.events = events;
    this.censored = censored;
    this.entryTimes = new double[0];
    this.entryWeights = new double[0];
    this.atRiskAtEntry = new double[0];
    this.atRisk = new double[times.length];
    double left = 0;
    for (int i = times.length - 1; i >= 0; i--) {
      // at risk at a time are all who leave at it or later
      left += events[i] + censored[i];
      atRisk[i] = left;
    }
    this.rows = (int) left;
  }

  /** The table of rows that all weigh 1 and were observed from the start. */
  static EventTable ofCounts(double[] times, double[] events, double[] censored) {
    return new EventTable(times, events, censored);
  }

  /** The table of rows whose sums at risk are known. */
  static EventTable of(
      PlaceSums exits, PlaceSums entries, TimeGrid grid, double[] atRisk, double[] atRiskAtEntry) {
    return new EventTable(exits, entries, grid, atRisk, atRiskAtEntry);
  }

  /**
   * The table of rows whose weights, if they entered late, are whole numbers. Those at risk are
   * summed from the last time to the first: a row counts from its exit back to its entry, not at
   * the entry itself.
   */
  static EventTable of(PlaceSums exits, PlaceSums entries, TimeGrid grid) {
    double[] atRisk = new double[exits.size()];
    double[] atRiskAtEntry = new double[entries.size()];
    double weight = 0;
    int count = 0;
    int exit = exits.size() - 1;
    int entry = entries.size() - 1;
    while (exit >= 0 || entry >= 0) {
      // back in time, to the next place at which any row leaves or entered
      int place = Math.max(exits.place(exit), entries.place(entry));
      boolean leave = exits.place(exit) == place;
      if (leave) {
        weight += exits.sum(exit);
        count += exits.count(exit);
      }
      if (entries.place(entry) == place) {
        weight -= entries.sum(entry);
        count -= entries.count(entry);
        // who enters at a time is at risk after it only
        atRiskAtEntry[entry--] = weight;
      }
      if (leave) {
        // sums of weights may miss each other by rounding; counts of rows do not
        atRisk[exit] = count == exits.count(exit) ? exits.sum(exit) : weight;
        exit--;
      }
    }
    return new EventTable(exits, entries, grid, atRisk, atRiskAtEntry);
  }

  private EventTable(List<EventTable> parts) {
    times = distinct(parts, EventTable::times);
    entryTimes = distinct(parts, EventTable::entryTimes);
    events = new double[times.length];
    censored = new double[times.length];
    atRisk = new double[times.length];
    entryWeights = new double[entryTimes.length];
    atRiskAtEntry = new double[entryTimes.length];
    int all = 0;
    for (EventTable part : parts) {
      add(part);
      all += part.rows;
    }
    rows = all;
  }

  private static double[] distinct(List<EventTable> parts, Function<EventTable, double[]> column) {
    return parts.stream()
        .map(column)
        .flatMapToDouble(Arrays::stream)
        .sorted()
        .distinct()
        .toArray();
  }

  private void add(EventTable part) {
    int next = 0;
    for (int i = 0; i < times.length; i++) {
      // a part has someone at risk also at times at which none of its own rows leave
      atRisk[i] += part.atRiskFrom(next, times[i]);
      if (next < part.times.length && part.times[next] == times[i]) {
        events[i] += part.events[next];
        censored[i] += part.censored[next];
        next++;
      }
    }
    for (int i = 0; i < entryTimes.length; i++) {
      atRiskAtEntry[i] += part.atRiskAt(entryTimes[i]);
    }
    for (int i = 0; i < part.entryTimes.length; i++) {
      entryWeights[TimeGrid.firstAtOrAfter(entryTimes, part.entryTimes[i])] += part.entryWeights[i];
    }
  }

  /**
   * Adds up what happened to several sets of rows.
   *
   * @param parts the sets, none of which holds a row of another
   * @return the sum, exact where the parts hold whole numbers
   */
  public static EventTable merged(List<EventTable> parts) {
    return parts.size() == 1 ? parts.get(0) : new EventTable(parts);
  }

  /**
   * Returns the number of distinct times.
   *
   * @return the number of times at which a row ended
   */
  public int size() {
    return times.length;
  }

  /**
   * Returns the number of rows, each counted once.
   *
   * @return the number of rows
   */
  public int rows() {
    return rows;
  }

  /**
   * Returns the distinct times.
   *
   * @return the times in ascending order
   */
  public double[] times() {
    return times;
  }

  /**
   * Returns the events at each time.
   *
   * @return sums of weights
   */
  public double[] events() {
    return events;
  }

  /**
   * Returns the censored at each time.
   *
   * @return sums of weights
   */
  public double[] censored() {
    return censored;
  }

  /**
   * Returns those at risk at each time: who entered before it and did not leave before it.
   *
   * @return sums of weights
   */
  public double[] atRisk() {
    return atRisk;
  }

  /**
   * Returns the distinct times of delayed entry.
   *
   * @return the times in ascending order
   */
  public double[] entryTimes() {
    return entryTimes;
  }

  /**
   * Returns those who entered at each time of delayed entry.
   *
   * @return sums of weights
   */
  public double[] entryWeights() {
    return entryWeights;
  }

  /**
   * Counts those at risk at any time.
   *
   * @param time a time, at least 0
   * @return the sum of the weights of rows that entered before it and did not leave before it
   */
  public double atRiskAt(double time) {
    return atRiskFrom(TimeGrid.firstAtOrAfter(times, time), time);
  }

  /**
   * Counts those at risk at a time whose place is known.
   *
   * @param next the index of the first time that is not before the given one
   * @param time a time, at least 0
   * @return the sum of the weights of rows that entered before it and did not leave before it
   */
  public double atRiskFrom(int next, double time) {
    int entry = entryTimes.length == 0 ? 0 : TimeGrid.firstAtOrAfter(entryTimes, time);
    // between two times of exit those at risk change at entries only: the next of either tells
    boolean entryIsFirst =
        entry < entryTimes.length && (next == times.length || entryTimes[entry] < times[next]);
    if (entryIsFirst) {
      return atRiskAtEntry[entry];
    }
    return next == times.length ? 0 : atRisk[next];
  }

  /**
   * Returns the sum over all rows.
   *
   * @return the sum of their weights
   */
  public double total() {
    double total = 0;
    for (int i = times.length - 1; i >= 0; i--) {
      total += events[i] + censored[i];
    }
    return total;
  }

  /** The index of the first time with an event from a given index on, or the number of times. */
  int firstEventFrom(int index) {
    int next = index;
    while (next < events.length && events[next] == 0) {
      next++;
    }
    return next;
  }

  /** Two sums and a count at each of the places of a grid, which come in ascending order. */
  static final class PlaceSums {
    private static final int CAPACITY = 16;

    private int[] places = new int[CAPACITY];
    private double[] first = new double[CAPACITY];
    private double[] second = new double[CAPACITY];
    private int[] counts = new int[CAPACITY];
    private int size;
    private int rows;

    void add(int place, double toFirst, double toSecond, int count) {
      if (size == 0 || places[size - 1] != place) {
        grow();
        places[size++] = place;
      }
      first[size - 1] += toFirst;
      second[size - 1] += toSecond;
      counts[size - 1] += count;
      rows += count;
    }

    private void grow() {
      if (size == places.length) {
        int capacity = size + (size >> 1);
        places = Arrays.copyOf(places, capacity);
        first = Arrays.copyOf(first, capacity);
        second = Arrays.copyOf(second, capacity);
        counts = Arrays.copyOf(counts, capacity);
      }
    }

    int size() {
      return size;
    }

    int rows() {
      return rows;
    }

    /** The place with that index, which lies before all places where the index is -1. */
    int place(int index) {
      return index < 0 ? TimeGrid.FROM_THE_START : places[index];
    }

    int count(int index) {
      return counts[index];
    }

    double sum(int index) {
      return first[index] + second[index];
    }

    double[] firstSums() {
      return Arrays.copyOf(first, size);
    }

    double[] secondSums() {
      return Arrays.copyOf(second, size);
    }

    double[] times(TimeGrid grid) {
      double[] times = new double[size];
      Arrays.setAll(times, index -> grid.time(places[index]));
      return times;
    }
  }
}
