package io.github.avnfh.examples.synthetic;

import java.util.Arrays;

/** The closed range of each of several whole numbers. */
final class Bounds {
  private final int[] low;
  private final int[] high;

  private Bounds(int[] low, int[] high) {
    this.low = low;
    this.high = high;
  }

  static Bounds everywhere(int count, int low, int high) {
    int[] lows = new int[count];
    int[] highs = new int[count];
    Arrays.fill(lows, low);
    Arrays.fill(highs, high);
    return new Bounds(lows, highs);
  }

  /** Narrows the range of one number to what it has in common with another range. */
  void narrow(int index, int lowest, int highest) {
    low[index] = Math.max(low[index], lowest);
    high[index] = Math.min(high[index], highest);
  }

  int clamp(int index, double value) {
    return (int) Math.max(low[index], Math.min(high[index], Math.rint(value)));
  }

  boolean allow(int index, int value) {
    return value >= low[index] && value <= high[index];
  }
}
