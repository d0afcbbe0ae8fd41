package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * Counts rows that were put in order as keys: the time in the highest bits, below it the cell, and
 * in the lowest bit whether the row was censored.
 */
final class KeyTallies {
  private final int cells;
  private final int cellBits;
  private final int shift;

  KeyTallies(int cells) {
    this.cells = cells;
    this.cellBits = Integer.SIZE - Integer.numberOfLeadingZeros(cells - 1);
    this.shift = cellBits + 1;
  }

  /** How many bits lie below the time. */
  int shift() {
    return shift;
  }

  /** Tells whether times of so many bits leave room for the rest. */
  boolean fits(int bitsOfTime) {
    return bitsOfTime + shift < Long.SIZE;
  }

  long key(long time, int cell, boolean event) {
    return time << shift | (long) cell << 1 | (event ? 0 : 1);
  }

  private int cell(long key) {
    return (int) (key >>> 1) & ((1 << cellBits) - 1);
  }

  /**
   * Counts.
   *
   * @param keys the keys in the order of their times
   * @param timeOf the time that the highest bits stand for
   * @return a tally for each cell, with the order of the rows where cells are few
   */
  Counted counted(long[] keys, LongToDoubleFunction timeOf) {
    int[] sizes = sizes(keys);
    double[][] times = new double[cells][];
    double[][] events = new double[cells][];
    double[][] censored = new double[cells][];
    for (int cell = 0; cell < cells; cell++) {
      times[cell] = new double[sizes[cell]];
      events[cell] = new double[sizes[cell]];
      censored[cell] = new double[sizes[cell]];
    }
    int[] place = new int[cells];
    long[] last = new long[cells];
    Arrays.fill(place, -1);
    Arrays.fill(last, -1);
    boolean ordered = ExitOrder.suits(cells);
    ExitOrder order = new ExitOrder(ordered ? keys.length : 0);
    for (int row = 0; row < keys.length; row++) {
      long key = keys[row];
      int cell = cell(key);
      long time = key >>> shift;
      if (time != last[cell]) {
        last[cell] = time;
        times[cell][++place[cell]] = timeOf.applyAsDouble(time);
      }
      int out = (int) key & 1;
      events[cell][place[cell]] += 1 - out;
      censored[cell][place[cell]] += out;
      if (ordered) {
        order.put(row, cell, 1 - out, row == keys.length - 1 || keys[row + 1] >>> shift != time);
      }
    }
    Tally[] tallies = new Tally[cells];
    Arrays.setAll(tallies, cell -> Tally.ofCounts(times[cell], events[cell], censored[cell]));
    return ordered ? Counted.inOrder(tallies, order) : Counted.of(tallies);
  }

  /** How many distinct times each cell has. */
  private int[] sizes(long[] keys) {
    int[] sizes = new int[cells];
    long[] last = new long[cells];
    Arrays.fill(last, -1);
    for (long key : keys) {
      int cell = cell(key);
      sizes[cell] += key >>> shift == last[cell] ? 0 : 1;
      last[cell] = key >>> shift;
    }
    return sizes;
  }
}
