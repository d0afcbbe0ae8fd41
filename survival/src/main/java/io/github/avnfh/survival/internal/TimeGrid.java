package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * The distinct times of a data set in ascending order.
 *
 * <p>Whole days of a modest range are their own places: the grid then holds every day from 0 to the
 * last, occupied or not, and nothing is sorted. Other times are sorted once.
 */
public final class TimeGrid {
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
   * Tells whether days are few enough to be their own places.
   *
   * @param days the days of the rows, none negative
   * @return true if the days from 0 to the last are at most four times as many as the rows
   */
  public static boolean holdsEveryDayOf(int[] days) {
    return last(days) < (long) DAYS_PER_ROW * days.length;
  }

  private static int last(int[] days) {
    int last = 0;
    for (int day : days) {
      last = Math.max(last, day);
    }
    return last;
  }

  /**
   * Returns the grid of every day up to the last.
   *
   * @param days the days of the rows, none negative; each is its own place
   * @return the grid
   */
  public static TimeGrid ofEveryDay(int[] days) {
    return ofEveryDayTo(last(days));
  }

  static TimeGrid ofEveryDayTo(int last) {
    return new TimeGrid(new double[0], last + 1, 0);
  }

  /**
   * Returns the grid of the times that occur.
   *
   * @param values all times, entries and exits alike, none negative and none minus zero
   * @param tieRule true if times that differ by rounding only are to be one
   * @param places takes the place of each time; times that are one share that of the smallest
   * @return the grid
   */
  public static TimeGrid ofTimes(double[] values, boolean tieRule, int[] places) {
    long[] bits = new long[values.length];
    for (int row = 0; row < bits.length; row++) {
      bits[row] = Double.doubleToRawLongBits(values[row]);
    }
    int[] rows = TimeOrder.sort(bits);
    double[] distinct = new double[bits.length];
    int count = 0;
    for (int i = 0; i < bits.length; i++) {
      if (i == 0 || bits[i] != bits[i - 1]) {
        distinct[count++] = Double.longBitsToDouble(bits[i]);
      }
      places[rows[i]] = count - 1;
    }
    double[] times = Arrays.copyOf(distinct, count);
    return new TimeGrid(times, count, tieRule ? merge(times, places) : 0);
  }

  private static int merge(double[] times, int[] places) {
    int[] smallest = TieRule.smallest(times);
    for (int row = 0; row < places.length; row++) {
      places[row] = smallest[places[row]];
    }
    int merged = 0;
    for (int place = 0; place < smallest.length; place++) {
      merged += smallest[place] < place ? 1 : 0;
    }
    return merged;
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

  /** Tells whether every whole day is its own place. */
  boolean isOfEveryDay() {
    return times.length == 0;
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
