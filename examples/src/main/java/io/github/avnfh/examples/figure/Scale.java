package io.github.avnfh.examples.figure;

/**
 * One axis of a chart.
 *
 * @param title what stands along it; empty for an axis without a name
 * @param low where it starts, in units of the data
 * @param high where it ends
 * @param step how far its marks are apart; 0 for an axis without marks
 */
record Scale(String title, double low, double high, double step) {
  private static final int MOST_STEPS = 8;
  private static final double[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240};

  /** Positions that are only counted, such as those of rows. */
  static Scale ofPlaces(String title, double low, double high) {
    return new Scale(title, low, high, 0);
  }

  /** Months from the start of follow-up or before it, marked at whole years if there are many. */
  static Scale ofMonths(String title, double low, double high) {
    double step = MONTHS[MONTHS.length - 1];
    for (int i = MONTHS.length - 1; i >= 0; i--) {
      step = high / MONTHS[i] <= MOST_STEPS ? MONTHS[i] : step;
    }
    return new Scale(title, low, Math.max(high, step), step);
  }

  /** An axis that holds both ends and has round marks. */
  static Scale around(String title, double low, double high) {
    double span = high > low ? high - low : 1;
    double step = Math.pow(10, Math.floor(Math.log10(span)));
    for (double factor : new double[] {0.1, 0.2, 0.5}) {
      if (span / (step * factor) <= MOST_STEPS) {
        step *= factor;
        break;
      }
    }
    return new Scale(
        title, Math.floor(low / step) * step, Math.ceil((low + span) / step) * step, step);
  }

  boolean isMarked() {
    return step > 0;
  }

  /** Where a value stands, in steps if the axis has marks. */
  double place(double value) {
    return isMarked() ? value / step : value;
  }

  /** What stands at a mark. */
  String label(double place) {
    double value = Math.rint(place) * step;
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : java.math.BigDecimal.valueOf(value)
            .round(new java.math.MathContext(6))
            .stripTrailingZeros()
            .toPlainString();
  }
}
