package io.github.avnfh.survival.internal;

import java.util.function.IntUnaryOperator;

/** Puts rows in the order of their places by counting, rows of one place in their own order. */
final class PlaceOrder {
  private PlaceOrder() {}

  static int[] of(int rows, int places, IntUnaryOperator placeOf) {
    int[] next = new int[places + 2];
    for (int row = 0; row < rows; row++) {
      next[placeOf.applyAsInt(row) + 2]++;
    }
    for (int place = 1; place < next.length; place++) {
      next[place] += next[place - 1];
    }
    int[] order = new int[rows];
    for (int row = 0; row < rows; row++) {
      order[next[placeOf.applyAsInt(row) + 1]++] = row;
    }
    return order;
  }
}
