package io.github.avnfh.survival.internal;

import java.util.Arrays;

/**
 * Puts keys in ascending order in time in proportion to their number.
 *
 * <p>The highest bits are sorted by counting, a few passes for as many bits as tell almost all keys
 * apart; neighbors that are still out of order then change places. Where too many are, because keys
 * crowd together, the passes go through all bits.
 */
final class LongOrder {
  private static final int FEW = 256;
  private static final int MOST_BITS = 11;

  /** With 2 to the power of this times as many places as keys, few keys share one. */
  private static final int SPARE_BITS = 9;

  private static final int MOVES_PER_KEY = 4;

  private LongOrder() {}

  /**
   * Sorts keys by all but their lowest bits; the lowest come in any order.
   *
   * @param keys the keys, none negative
   * @param lowest how many of the lowest bits do not count
   * @return the keys in order, in this array or another
   */
  static long[] sorted(long[] keys, int lowest) {
    if (keys.length <= FEW) {
      Arrays.sort(keys);
      return keys;
    }
    long all = 0;
    for (long key : keys) {
      all |= key;
    }
    int highest = Long.SIZE - Long.numberOfLeadingZeros(all);
    int needed = Long.SIZE - Long.numberOfLeadingZeros(keys.length) + SPARE_BITS;
    int from = Math.max(Math.min(lowest, highest), highest - needed);
    long[] spare = new long[keys.length];
    long[] roughly = byCounting(keys, spare, from, highest);
    if (finishes(roughly, lowest)) {
      return roughly;
    }
    return byCounting(roughly, roughly == keys ? spare : keys, lowest, highest);
  }

  /** Sorts by the bits from one to below another; either array may hold the result. */
  private static long[] byCounting(long[] keys, long[] spare, int from, int to) {
    int passes = (to - from + MOST_BITS - 1) / MOST_BITS;
    long[] source = keys;
    long[] target = spare;
    for (int pass = 0; pass < passes; pass++) {
      int low = from + (to - from) * pass / passes;
      int high = from + (to - from) * (pass + 1) / passes;
      scatter(source, target, low, (1 << (high - low)) - 1);
      long[] swapped = source;
      source = target;
      target = swapped;
    }
    return source;
  }

  private static void scatter(long[] source, long[] target, int shift, int mask) {
    int[] next = new int[mask + 1];
    for (long key : source) {
      next[(int) (key >>> shift) & mask]++;
    }
    int start = 0;
    for (int digit = 0; digit <= mask; digit++) {
      int count = next[digit];
      next[digit] = start;
      start += count;
    }
    for (long key : source) {
      target[next[(int) (key >>> shift) & mask]++] = key;
    }
  }

  /** Sorts keys that are nearly in order, or gives up. */
  private static boolean finishes(long[] keys, int lowest) {
    long moves = (long) MOVES_PER_KEY * keys.length;
    for (int i = 1; i < keys.length; i++) {
      long key = keys[i];
      int place = i;
      while (place > 0 && keys[place - 1] >>> lowest > key >>> lowest) {
        keys[place] = keys[place - 1];
        place--;
      }
      keys[place] = key;
      moves -= i - place;
      if (moves < 0) {
        return false;
      }
    }
    return true;
  }
}
