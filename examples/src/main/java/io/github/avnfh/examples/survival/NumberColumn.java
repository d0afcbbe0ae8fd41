package io.github.avnfh.examples.survival;

import java.util.Arrays;
import java.util.BitSet;

/** A column of numbers that grows. */
final class NumberColumn {
  private double[] column = new double[16];
  private int size;

  void add(double number) {
    if (size == column.length) {
      column = Arrays.copyOf(column, 2 * size);
    }
    column[size++] = number;
  }

  double[] column() {
    return Arrays.copyOf(column, size);
  }

  boolean areWhole() {
    for (int i = 0; i < size; i++) {
      if (column[i] != Math.rint(column[i]) || column[i] > Integer.MAX_VALUE - 1) {
        return false;
      }
    }
    return true;
  }

  int[] wholes() {
    int[] wholes = new int[size];
    Arrays.setAll(wholes, row -> (int) column[row]);
    return wholes;
  }

  /** Takes rows out. */
  void remove(BitSet rows) {
    int kept = 0;
    for (int row = 0; row < size; row++) {
      if (!rows.get(row)) {
        column[kept++] = column[row];
      }
    }
    size = kept;
  }
}
