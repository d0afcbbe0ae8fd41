package io.github.avnfh.survival.internal;

import java.util.function.IntUnaryOperator;

/** Rows in the order of their places, found by counting; rows of one place keep their own order. */
final class PlaceOrder {
  private final int[] rows;
  private final int[] starts;

  private PlaceOrder(int[] rows, int[] starts) {
    this.rows = rows;
    this.starts = starts;
  }

  /** Orders rows whose places begin at -1. */
  static PlaceOrder of(int count, int places, IntUnaryOperator placeOf) {
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
    return new PlaceOrder(rows, next);
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
