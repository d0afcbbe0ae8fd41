package io.github.avnfh.core.csv;

/**
 * Numbers of the plainest form, a sign, a few digits and a decimal sign, read from characters
 * without a text in between.
 *
 * <p>Whatever has another form is left to the readers of texts, which also word what is wrong.
 */
final class PlainNumber {
  /** No whole number of the plainest form. */
  static final int NONE = Integer.MIN_VALUE;

  /** Up to here, digits and powers of ten are doubles without rounding. */
  private static final int MOST_DIGITS = 15;

  private static final int MOST_WHOLE_DIGITS = 9;
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private PlainNumber() {}

  /** The quotient of two doubles that are exact is the double next to the number written. */
  static double decimal(char[] text, int start, int end, char decimalSign) {
    int from = start + (start < end && text[start] == '-' ? 1 : 0);
    long digits = 0;
    int sign = end;
    for (int i = from; i < end; i++) {
      if (text[i] == decimalSign && sign == end && i > from) {
        sign = i;
      } else if (text[i] >= '0' && text[i] <= '9' && i - from <= MOST_DIGITS) {
        digits = 10 * digits + text[i] - '0';
      } else {
        return Double.NaN;
      }
    }
    int count = end - from - (sign < end ? 1 : 0);
    if (count == 0 || count > MOST_DIGITS) {
      return Double.NaN;
    }
    double value = digits / POWERS[Math.max(0, end - sign - 1)];
    return from > start ? -value : value;
  }

  static int whole(char[] text, int start, int end) {
    int from = start + (start < end && text[start] == '-' ? 1 : 0);
    if (from == end || end - from > MOST_WHOLE_DIGITS) {
      return NONE;
    }
    int value = 0;
    for (int i = from; i < end; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return NONE;
      }
      value = 10 * value + text[i] - '0';
    }
    return from > start ? -value : value;
  }
}
