package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What happened to one set of rows: at each distinct time the events, the censored and those who
 * were still at risk.
 *
 * <p>The arrays are shared with callers inside this module, which do not change them.
 */
public final class Tally {
  private final double[] times;
  private final double[] events;
  private final double[] censored;
  private final double[] atRisk;
  private final double[] entryTimes;
  private final double[] entryWeights;
  private final double[] atRiskAtEntry;
  private final int rows;

  /** What happened to rows whose weights, if they came late, are whole numbers. */
  Tally(Draft exits, Draft entries, TimeGrid grid) {
    this(exits, entries, grid, new double[exits.size()], new double[entries.size()]);
    double weight = 0;
    int count = 0;
    int entry = entries.size() - 1;
    for (int i = exits.size() - 1; i >= -1; i--) {
      int place = i >= 0 ? exits.place(i) : Columns.FROM_THE_START;
      for (; entry >= 0 && entries.place(entry) > place; entry--) {
        weight -= entries.sum(entry);
        count -= entries.count(entry);
        atRiskAtEntry[entry] = weight;
      }
      if (i < 0) {
        break;
      }
      weight += exits.sum(i);
      count += exits.count(i);
      // who leaves at that very time was still at risk then, who enters was not yet
      if (entry >= 0 && entries.place(entry) == place) {
        weight -= entries.sum(entry);
        count -= entries.count(entry);
        atRiskAtEntry[entry--] = weight;
      }
      // sums of weights may miss each other by rounding; counts of rows do not
      atRisk[i] = count == exits.count(i) ? exits.sum(i) : weight;
    }
  }

  /** What happened to rows whose sums at risk are known. */
  Tally(Draft exits, Draft entries, TimeGrid grid, double[] atRisk, double[] atRiskAtEntry) {
    this.times = exits.times(grid);
    this.events = exits.firstSums();
    this.censored = exits.secondSums();
    this.entryTimes = entries.times(grid);
    this.entryWeights = entries.firstSums();
    this.rows = exits.rows();
    this.atRisk = atRisk;
    this.atRiskAtEntry = atRiskAtEntry;
  }

  private Tally(double[] times, double[] events, double[] censored) {
    this.times = times;
    this.events = events;
    this.censored = censored;
    this.entryTimes = new double[0];
    this.entryWeights = new double[0];
    this.atRiskAtEntry = new double[0];
    this.atRisk = new double[times.length];
    double left = 0;
    for (int i = times.length - 1; i >= 0; i--) {
      left += events[i] + censored[i];
      atRisk[i] = left;
    }
    this.rows = (int) left;
  }

  /** What happened to rows that all weigh 1 and were observed from the start. */
  static Tally ofCounts(double[] times, double[] events, double[] censored) {
    return new Tally(times, events, censored);
  }

  private Tally(List<Tally> parts) {
    times = distinct(parts, Tally::times);
    entryTimes = distinct(parts, Tally::entryTimes);
    events = new double[times.length];
    censored = new double[times.length];
    atRisk = new double[times.length];
    entryWeights = new double[entryTimes.length];
    atRiskAtEntry = new double[entryTimes.length];
    int all = 0;
    for (Tally part : parts) {
      add(part);
      all += part.rows;
    }
    rows = all;
  }

  private static double[] distinct(List<Tally> parts, Function<Tally, double[]> column) {
    return parts.stream()
        .map(column)
        .flatMapToDouble(Arrays::stream)
        .sorted()
        .distinct()
        .toArray();
  }

  private void add(Tally part) {
    int next = 0;
    for (int i = 0; i < times.length; i++) {
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
      entryWeights[firstAtOrAfter(entryTimes, part.entryTimes[i])] += part.entryWeights[i];
    }
  }

  /**
   * Adds up what happened to several sets of rows.
   *
   * @param parts the sets, none of which holds a row of another
   * @return the sum, exact where the parts hold whole numbers
   */
  public static Tally merged(List<Tally> parts) {
    return parts.size() == 1 ? parts.get(0) : new Tally(parts);
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
   * Returns the number of rows, whatever their weight.
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
    return atRiskFrom(firstAtOrAfter(times, time), time);
  }

  /**
   * Counts those at risk at a time whose place is known.
   *
   * @param next the index of the first time that is not before the given one
   * @param time a time, at least 0
   * @return the sum of the weights of rows that entered before it and did not leave before it
   */
  public double atRiskFrom(int next, double time) {
    int entry = firstAtOrAfter(entryTimes, time);
    boolean entryComesFirst =
        entry < entryTimes.length && (next == times.length || entryTimes[entry] < times[next]);
    if (entryComesFirst) {
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

  /** The time at which so many were at risk, where nobody entered late. */
  double timeOf(double count) {
    int low = 0;
    int high = times.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (atRisk[middle] > count) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return times[low];
  }

  /**
   * Finds the first time that is not before a given one.
   *
   * @param sorted times in ascending order
   * @param time the given time
   * @return its index, or the number of times if all lie before
   */
  public static int firstAtOrAfter(double[] sorted, double time) {
    int found = Arrays.binarySearch(sorted, time);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * Finds the first time that is after a given one.
   *
   * @param sorted distinct times in ascending order
   * @param time the given time
   * @return its index, or the number of times if none is after
   */
  static int firstAfter(double[] sorted, double time) {
    int found = Arrays.binarySearch(sorted, time);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
