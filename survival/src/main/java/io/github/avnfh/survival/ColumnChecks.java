package io.github.avnfh.survival;

import io.github.avnfh.core.Quantity;

/** Refuses impossible cells of a column, naming the row, which counts from 1. */
final class ColumnChecks {
  static final Quantity DAY = Quantity.of("time", "days", 0, Integer.MAX_VALUE);
  static final Quantity HIPS = Quantity.of("count of a line", "hips", 0, Integer.MAX_VALUE);
  static final Quantity PATIENTS = Quantity.of("count of a line", "patients", 0, Integer.MAX_VALUE);
  static final Quantity CAUSE =
      Quantity.of("cause, 0 for censoring", "number", 0, Integer.MAX_VALUE);

  private ColumnChecks() {}

  static void length(String column, int length, int rows) {
    if (length != rows) {
      throw new IllegalArgumentException(
          column + " [rows] must be " + rows + " like the times, but were " + length);
    }
  }

  /** The number of rows, at least one and as many events. */
  static int rows(int rows, int events) {
    if (rows == 0) {
      throw new IllegalArgumentException("follow-up [rows] must be at least 1, but were 0");
    }
    length("event", events, rows);
    return rows;
  }

  static int[] days(String column, int[] days) {
    for (int row = 0; row < days.length; row++) {
      if (days[row] < 0) {
        throw refusal(column + " [days] must be 0 or more", "" + days[row], row);
      }
    }
    return days;
  }

  static int notNegative(String what, int number) {
    return (int) notNegative(what, (long) number);
  }

  static long notNegative(String what, long number) {
    if (number < 0) {
      throw new IllegalArgumentException(what + " must be 0 or more, but was " + number);
    }
    return number;
  }

  static void total(long hips) {
    if (hips > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "counts [hips] must be at most " + Integer.MAX_VALUE + ", but were " + hips);
    }
  }

  static void atLeastOne(long hips) {
    if (hips == 0) {
      throw new IllegalArgumentException("counts [hips] must be at least 1, but were 0");
    }
  }

  /** A copy of the times, in which there is no minus zero. */
  static double[] times(String column, double[] times) {
    double[] copy = new double[times.length];
    boolean allowed = true;
    for (int row = 0; row < copy.length; row++) {
      double time = times[row];
      allowed &= time >= 0 && time <= Double.MAX_VALUE;
      copy[row] = time + 0.0;
    }
    if (!allowed) {
      throw badTime(column, times);
    }
    return copy;
  }

  private static IllegalArgumentException badTime(String column, double[] times) {
    int row = 0;
    while (times[row] >= 0 && times[row] <= Double.MAX_VALUE) {
      row++;
    }
    return refusal(
        column + " [unit of the times] must be finite and 0.0 or more", "" + times[row], row);
  }

  static double[] weights(double[] weights) {
    double sum = 0;
    for (int row = 0; row < weights.length; row++) {
      if (!(weights[row] > 0 && weights[row] <= Double.MAX_VALUE)) {
        throw refusal("weight [rows] must be finite and above 0.0", "" + weights[row], row);
      }
      sum += weights[row];
    }
    if (sum > Double.MAX_VALUE) {
      throw new IllegalArgumentException(
          "weight [sum over all rows] must be finite, but was larger than " + Double.MAX_VALUE);
    }
    return weights;
  }

  /** Refuses what is no row, group or stratum of that many. */
  static int index(String what, int index, int size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          what + " [index] must lie in 0.." + (size - 1) + ", but was " + index);
    }
    return index;
  }

  static void before(int row, int entry, int exit) {
    if (entry >= exit) {
      throw refusal("entry [days] must lie before the time " + exit, "" + entry, row);
    }
  }

  static void before(int row, double entry, double exit) {
    if (!(entry < exit)) {
      throw refusal("entry [unit of the times] must lie before the time " + exit, "" + entry, row);
    }
  }

  private static IllegalArgumentException refusal(String rule, String value, int row) {
    return new IllegalArgumentException(rule + ", but was " + value + " in row " + (row + 1));
  }
}
