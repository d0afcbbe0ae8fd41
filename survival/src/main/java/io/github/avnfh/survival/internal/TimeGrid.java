package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * The distinct times of a data set in ascending order.
 *
 * <p>Whole days of a modest range are their own places: the grid then holds every day from 0 to the
 * last, occupied or not, and nothing is sorted. Other times are sorted once.
 */
public final class TimeGrid {
  /** The place of an entry that was not delayed, before all others. */
  public static final int FROM_THE_START = -1;

  private static final int DAYS_PER_ROW = 4;

  /** R's tolerance for times, the root of the machine precision: 2<sup>-26</sup>. */
  public static final double TOLERANCE = 0x1.0p-26;

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
    return new TimeGrid(new double[0], last(days) + 1, 0);
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
    // the bits of doubles that are not negative are in the order of the doubles
    int[] rows = RadixSort.sort(bits);
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

  /**
   * Merges times that differ by rounding only, by the rule of R's {@code aeqSurv}: two neighbors
   * among the sorted distinct times are tied if they differ by no more than 2<sup>-26</sup> (about
   * 1.49e-8), or by no more than that proportion of the mean distinct time. Ties chain, and a chain
   * is represented by its smallest member.
   *
   * @see <a href="https://cran.r-project.org/package=survival">Therneau TM. A package for survival
   *     analysis in R, manual page of aeqSurv and vignette on tied times</a>
   */
  private static int merge(double[] times, int[] places) {
    double mean = mean(times);
    int[] smallest = new int[times.length];
    for (int i = 1; i < times.length; i++) {
      double step = times[i] - times[i - 1];
      boolean tied = step <= TOLERANCE || step / mean <= TOLERANCE;
      smallest[i] = tied ? smallest[i - 1] : i;
    }
    for (int row = 0; row < places.length; row++) {
      places[row] = smallest[places[row]];
    }
    int merged = 0;
    for (int place = 0; place < smallest.length; place++) {
      merged += smallest[place] < place ? 1 : 0;
    }
    return merged;
  }

  private static double mean(double[] distinct) {
    double mean = 0;
    for (double time : distinct) {
      // divided before they are added, since the sum of very long times may overflow
      mean += time / distinct.length;
    }
    return mean;
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

  /**
   * Returns the time of the data that a time asked for is but for rounding.
   *
   * @param times the distinct times of the data, in order
   * @param time the time asked for
   * @return the time of the data within the tolerance of the given one, or the given one
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public static double matched(double[] times, double time) {
    double slack = slack(time);
    int next = firstAtOrAfter(times, time);
    if (next < times.length && times[next] - time <= slack) {
      return times[next];
    }
    return next > 0 && time - times[next - 1] <= slack ? times[next - 1] : time;
  }

  /**
   * Returns by how much a time of the data may miss a time asked for and still be meant.
   *
   * @param time the time asked for
   * @return 2<sup>-26</sup> of the time, or of 1 if it is less, at most a quarter
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public static double slack(double time) {
    if (!(time >= 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and 0.0 or more, but was " + time);
    }
    // neighboring days stay apart however late they are
    return Math.min(0.25, TOLERANCE * Math.max(1, time));
  }

  /**
   * Returns the index of the last time not after a given one.
   *
   * @param times distinct times in order
   * @param time the given time
   * @return its index, -1 if there is none
   */
  public static int lastUpTo(double[] times, double time) {
    int next = firstAtOrAfter(times, time);
    return next < times.length && times[next] == time ? next : next - 1;
  }

  /**
   * Returns the distinct values of some times.
   *
   * @param values times in any order, which are sorted in place
   * @return the distinct times in ascending order
   */
  public static double[] distinct(double[] values) {
    Arrays.sort(values);
    int count = 0;
    for (double value : values) {
      if (count == 0 || values[count - 1] != value) {
        values[count++] = value;
      }
    }
    return Arrays.copyOf(values, count);
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
