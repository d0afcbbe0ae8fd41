package io.github.avnfh.survival.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Round marks of the time axis. */
final class Ticks {
  private static final int MOST_STEPS = 6;
  private static final int[] FACTORS = {1, 2, 5};

  private Ticks() {}

  /** Marks from 0 on that do not go beyond the last time, or from 0 to 1 if that is 0. */
  static List<Double> upTo(double last) {
    double step = last > 0 ? step(last) : 1;
    List<Double> ticks = new ArrayList<>();
    int count = last > 0 ? (int) Math.floor(last / step * (1 + Math.ulp(1.0))) : 1;
    for (int i = 0; i <= count; i++) {
      // from decimal text, since 3 * 0.1 would not print as 0.3
      ticks.add(
          new BigDecimal(Double.toString(step)).multiply(BigDecimal.valueOf(i)).doubleValue());
    }
    return List.copyOf(ticks);
  }

  private static double step(double last) {
    int exponent = (int) Math.floor(Math.log10(last)) - 1;
    while (true) {
      for (int factor : FACTORS) {
        double step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent).doubleValue();
        if (last / step <= MOST_STEPS) {
          return step;
        }
      }
      exponent++;
    }
  }

  static String label(double tick) {
    return new BigDecimal(Double.toString(tick)).stripTrailingZeros().toPlainString();
  }
}
