package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * Puts times in ascending order by their bits, eleven at a time, which takes time in proportion to
 * their number.
 *
 * <p>The bits of doubles that are not negative are in the order of the doubles.
 */
final class TimeOrder {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private TimeOrder() {}

  /** Sorts the bits of times in place, and says from which row each came. */
  static int[] sort(long[] bits) {
    int[] rows = new int[bits.length];
    Arrays.setAll(rows, row -> row);
    long[] fromBits = bits;
    int[] fromRows = rows;
    long[] toBits = new long[bits.length];
    int[] toRows = new int[bits.length];
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      int[] starts = starts(fromBits, shift);
      if (starts.length == 0) {
        continue;
      }
      for (int i = 0; i < fromBits.length; i++) {
        int place = starts[(int) (fromBits[i] >>> shift) & (BUCKETS - 1)]++;
        toBits[place] = fromBits[i];
        toRows[place] = fromRows[i];
      }
      long[] spareBits = fromBits;
      fromBits = toBits;
      toBits = spareBits;
      int[] spareRows = fromRows;
      fromRows = toRows;
      toRows = spareRows;
    }
    if (fromBits != bits) {
      System.arraycopy(fromBits, 0, bits, 0, bits.length);
    }
    return fromRows;
  }

  /** Where each bucket starts, or nothing where all bits fall into one. */
  private static int[] starts(long[] bits, int shift) {
    int[] starts = new int[BUCKETS];
    for (long value : bits) {
      starts[(int) (value >>> shift) & (BUCKETS - 1)]++;
    }
    int start = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int count = starts[bucket];
      if (count == bits.length) {
        return new int[0];
      }
      starts[bucket] = start;
      start += count;
    }
    return starts;
  }
}
