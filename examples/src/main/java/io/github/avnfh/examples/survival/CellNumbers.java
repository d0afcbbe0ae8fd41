package io.github.avnfh.examples.survival;

import io.github.avnfh.core.csv.RowCells;

/** Reads numbers from the characters of a cell, if they are written in the plainest form. */
final class CellNumbers {
  /** Up to so many digits a double holds every whole number, and a power of ten besides. */
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS = powers();

  private CellNumbers() {}

  private static double[] powers() {
    double[] powers = new double[MOST_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }

  /**
   * The number that a cell of digits, perhaps with a decimal sign among them, holds; not a number
   * otherwise. Both parts of the quotient are exact, so it is the double nearest to the text.
   */
  static double number(RowCells cells, int column, char decimalSign) {
    int length = cells.length(column);
    long digits = 0;
    int point = length;
    for (int i = 0; i < length; i++) {
      char character = cells.charAt(column, i);
      if (character >= '0' && character <= '9') {
        digits = 10 * digits + (character - '0');
      } else if (character == decimalSign && point == length && i > 0) {
        point = i;
      } else {
        return Double.NaN;
      }
    }
    return length == 0 || length > MOST_DIGITS
        ? Double.NaN
        : digits / POWERS[Math.max(0, length - point - 1)];
  }
}
