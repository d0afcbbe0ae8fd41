package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The distinct times of a data set in ascending order, and the place of each row's times among
 * them.
 *
 * <p>Whole days of a modest range are their own places: the grid then holds every day from 0 to the
 * last, occupied or not, and nothing is sorted. Other times are sorted once.
 */
public final class TimeGrid {
  private static final int SMALL_RANGE = 4_096;
  private static final int DAYS_PER_ROW = 4;

  private final double[] times;
  private final int size;
  private final int merged;

  private TimeGrid(double[] times, int size, int merged) {
    this.times = times;
    this.size = size;
    this.merged = merged;
  }

  /**
   * Returns the grid of whole days.
   *
   * @param days the last days of the rows, none negative
   * @param entries the days of entry, each before the last day of its row
   * @return the grid, which holds every one of the days
   */
  public static TimeGrid ofDays(int[] days, int[] entries) {
    int last = 0;
    for (int day : days) {
      last = Math.max(last, day);
    }
    if (last < Math.max(SMALL_RANGE, (long) DAYS_PER_ROW * days.length)) {
      return new TimeGrid(new double[0], last + 1, 0);
    }
    IntStream all = IntStream.concat(Arrays.stream(days), Arrays.stream(entries));
    return ofTimes(all.asDoubleStream().toArray(), false);
  }

  /**
   * Returns the grid of times that are not whole days.
   *
   * @param values all times, entries and exits alike, none negative
   * @param tieRule true if times that differ by rounding only are to be one
   * @return the grid
   */
  public static TimeGrid ofTimes(double[] values, boolean tieRule) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] distinct = distinct(sorted);
    return tieRule
        ? new TimeGrid(distinct, distinct.length, TieRule.countMerged(distinct))
        : new TimeGrid(distinct, distinct.length, 0);
  }

  private static double[] distinct(double[] sorted) {
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /**
   * Finds the places of whole days.
   *
   * @param days days of this grid
   * @return the place of each row's day
   */
  public int[] places(int[] days) {
    if (times.length == 0) {
      return days.clone();
    }
    int[] places = new int[days.length];
    Arrays.setAll(places, row -> Arrays.binarySearch(times, days[row]));
    return places;
  }

  /**
   * Finds the places of times; times that the tie rule made one share the place of the smallest.
   *
   * @param values times of this grid
   * @return the place of each row's time
   */
  public int[] places(double[] values) {
    int[] smallest = merged == 0 ? new int[0] : TieRule.smallest(times);
    int[] places = new int[values.length];
    for (int row = 0; row < values.length; row++) {
      int place = Arrays.binarySearch(times, values[row]);
      places[row] = merged == 0 ? place : smallest[place];
    }
    return places;
  }

  /**
   * Returns the number of places.
   *
   * @return the number of places, occupied or not
   */
  public int size() {
    return size;
  }

  /**
   * Returns the time at a place.
   *
   * @param place a place from 0
   * @return the time
   */
  public double time(int place) {
    return times.length == 0 ? place : times[place];
  }

  /**
   * Returns how many distinct times the tie rule took away.
   *
   * @return the number of times that were made one with a smaller one
   */
  public int merged() {
    return merged;
  }
}
