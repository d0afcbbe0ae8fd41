package io.github.avnfh.survival.internal;

/**
 * Rows that all weigh 1 and were observed from the start, in the order in which they left, a byte
 * each: whether as the last of its time, whether with the event, and the cell.
 *
 * <p>A test that goes through this order need not merge the times of all cells again, which takes
 * longer than its arithmetic.
 */
final class ExitOrder {
  static final int LAST = 1;
  static final int EVENT = 2;

  /** How many bits lie below the cell. */
  static final int FLAGS = 2;

  private static final int MOST_CELLS = 1 << (Byte.SIZE - 1 - FLAGS);

  private final byte[] codes;

  ExitOrder(int rows) {
    codes = new byte[rows];
  }

  /** Tells whether there are cells to compare, and few enough to lie in a byte. */
  static boolean suits(int cells) {
    return cells > 1 && cells <= MOST_CELLS;
  }

  /** The rows, each of them a number that is not negative. */
  byte[] codes() {
    return codes;
  }

  /** Takes the next row, once and in order. */
  void put(int row, int cell, int event, boolean last) {
    codes[row] = (byte) (cell << FLAGS | event << 1 | (last ? LAST : 0));
  }
}
