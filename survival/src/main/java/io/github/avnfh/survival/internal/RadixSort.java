package io.github.avnfh.survival.internal;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Puts rows in the order of whole numbers in time proportional to their number.
 *
 * <p>Keys are sorted by counting, up to eleven bits a pass and the lowest first; each pass keeps
 * the order of equal digits, so that the last leaves all in order. Of n keys that are spread
 * evenly, the highest log2(n) + 9 bits that differ tell almost all apart. Only these are sorted so;
 * the few neighbors still out of order then change places, and where they are too many, because
 * keys lie close together, the passes go through all bits.
 */
final class RadixSort {
  private static final int MOST_BITS = 11;

  /** With 2 to the power of this times as many digits as keys, few keys share one. */
  private static final int SPARE_BITS = 9;

  private static final int MOVES_PER_KEY = 4;

  private long[] keys;
  private int[] rows;
  private long[] spareKeys;
  private int[] spareRows;

  private RadixSort(long[] keys) {
    this.keys = keys;
    this.rows = new int[keys.length];
    this.spareKeys = new long[keys.length];
    this.spareRows = new int[keys.length];
    Arrays.setAll(rows, row -> row);
  }

  /**
   * Sorts keys in place.
   *
   * @param keys the keys, none negative
   * @return the row from which each of the sorted keys came; rows of equal keys keep their order
   */
  static int[] sort(long[] keys) {
    RadixSort sort = new RadixSort(keys);
    sort.sort();
    if (sort.keys != keys) {
      System.arraycopy(sort.keys, 0, keys, 0, keys.length);
    }
    return sort.rows;
  }

  private void sort() {
    if (isSorted()) {
      return;
    }
    long differing = 0;
    for (long key : keys) {
      differing |= key ^ keys[0];
    }
    // bits above the highest that differs are the same in all keys
    int highest = Long.SIZE - Long.numberOfLeadingZeros(differing);
    // log2(n) + 9 bits
    int needed = Integer.SIZE - Integer.numberOfLeadingZeros(keys.length) + SPARE_BITS;
    int from = Math.max(0, highest - needed);
    byCounting(from, highest);
    if (from > 0 && !finishes()) {
      byCounting(0, highest);
    }
  }

  private boolean isSorted() {
    int next = 1;
    while (next < keys.length && keys[next - 1] <= keys[next]) {
      next++;
    }
    return next >= keys.length;
  }

  /** Sorts by the bits from one to below another. */
  private void byCounting(int from, int to) {
    int passes = (to - from + MOST_BITS - 1) / MOST_BITS;
    for (int pass = 0; pass < passes; pass++) {
      int low = from + (to - from) * pass / passes;
      int high = from + (to - from) * (pass + 1) / passes;
      scatter(low, (1 << (high - low)) - 1);
    }
  }

  private void scatter(int shift, int mask) {
    int[] next = new int[mask + 1];
    for (long key : keys) {
      next[(int) (key >>> shift) & mask]++;
    }
    int start = 0;
    for (int digit = 0; digit <= mask; digit++) {
      int count = next[digit];
      // where the first key of each digit goes
      next[digit] = start;
      start += count;
    }
    scatter(shift, mask, next);
  }

  private void scatter(int shift, int mask, int[] next) {
    long[] fromKeys = keys;
    int[] fromRows = rows;
    long[] toKeys = spareKeys;
    int[] toRows = spareRows;
    for (int i = 0; i < fromKeys.length; i++) {
      int place = next[(int) (fromKeys[i] >>> shift) & mask]++;
      toKeys[place] = fromKeys[i];
      toRows[place] = fromRows[i];
    }
    keys = toKeys;
    rows = toRows;
    spareKeys = fromKeys;
    spareRows = fromRows;
  }

  /** Sorts keys that are nearly in order by insertion, or gives up. */
  private boolean finishes() {
    long moves = (long) MOVES_PER_KEY * keys.length;
    for (int i = 1; i < keys.length && moves >= 0; i++) {
      long key = keys[i];
      int row = rows[i];
      int place = i;
      // strictly above only, so that equal keys keep their order
      while (place > 0 && keys[place - 1] > key) {
        keys[place] = keys[place - 1];
        rows[place] = rows[place - 1];
        place--;
      }
      keys[place] = key;
      rows[place] = row;
      moves -= i - place;
    }
    return moves >= 0;
  }

  /** Rows by their place, found by counting; rows of one place keep their order. */
  static final class Buckets {
    private final int[] rows;
    private final int[] starts;

    private Buckets(int[] rows, int[] starts) {
      this.rows = rows;
      this.starts = starts;
    }

    /** Orders rows whose places begin at -1. */
    static Buckets of(int count, int places, IntUnaryOperator placeOf) {
      int[] next = new int[places + 2];
      for (int row = 0; row < count; row++) {
        next[placeOf.applyAsInt(row) + 2]++;
      }
      for (int place = 1; place < next.length; place++) {
        next[place] += next[place - 1];
      }
      int[] rows = new int[count];
      for (int row = 0; row < count; row++) {
        rows[next[placeOf.applyAsInt(row) + 1]++] = row;
      }
      // each start has moved on to the next one's
      return new Buckets(rows, next);
    }

    /** All rows in their order. */
    int[] rows() {
      return rows;
    }

    int row(int index) {
      return rows[index];
    }

    /** How many rows have a place before the given one, which is 0 or more. */
    int before(int place) {
      return starts[place];
    }
  }
}
