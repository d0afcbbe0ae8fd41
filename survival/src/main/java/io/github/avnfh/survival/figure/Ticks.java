package io.github.avnfh.survival.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Round marks of the time axis. */
final class Ticks {
  private static final int MOST_STEPS = 6;
  /** With fewer, one of the round steps would go beyond the last time. */
  private static final int LEAST_STEPS = 3;

  private static final int LONGEST_LABEL = 9;
  private static final double GAP = 8;
  private static final int[] FACTORS = {1, 2, 5};

  /** From a month to ten years; a longer time has decimal marks. */
  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};

  private static final double MOST_MONTHS = 360;

  private Ticks() {}

  /**
   * Marks from 0 on that do not go beyond the last time, or from 0 to 1 if that is 0.
   *
   * @param months whether times are months, and marks stand at whole quarters, halves and years
   */
  static List<Double> upTo(double last, boolean months) {
    return upTo(last, months, MOST_STEPS);
  }

  /** As many marks as have room for labels, and for counts below them, of some width. */
  static List<Double> upTo(double last, boolean months, double available, double widest) {
    List<Double> ticks = upTo(last, months);
    for (int most = MOST_STEPS - 1;
        most >= LEAST_STEPS && !fit(ticks, last, available, widest);
        most--) {
      ticks = upTo(last, months, most);
    }
    return ticks;
  }

  private static boolean fit(List<Double> ticks, double last, double available, double widest) {
    double apart = ticks.get(1) / Math.max(last, ticks.get(1)) * available;
    return Math.max(widest, widestLabel(ticks)) + GAP <= apart;
  }

  static double widestLabel(List<Double> ticks) {
    return ticks.stream()
        .mapToDouble(tick -> Svg.width(label(tick), Svg.TEXT_SIZE))
        .max()
        .orElse(0);
  }

  private static List<Double> upTo(double last, boolean months, int mostSteps) {
    boolean inMonths = months && last >= LEAST_STEPS && last <= MOST_MONTHS;
    double step = inMonths ? months(last, mostSteps) : last > 0 ? step(last, mostSteps) : 1;
    List<Double> ticks = new ArrayList<>();
    int count = last > 0 ? (int) Math.floor(last / step * (1 + Math.ulp(1.0))) : 1;
    for (int i = 0; i <= count; i++) {
      // from decimal text, since 3 * 0.1 would not print as 0.3
      ticks.add(
          new BigDecimal(Double.toString(step)).multiply(BigDecimal.valueOf(i)).doubleValue());
    }
    return List.copyOf(ticks);
  }

  private static double months(double last, int mostSteps) {
    for (int step : MONTHS) {
      if (last / step <= mostSteps) {
        return step;
      }
    }
    return MONTHS[MONTHS.length - 1];
  }

  private static double step(double last, int mostSteps) {
    int exponent = (int) Math.floor(Math.log10(last)) - 1;
    while (true) {
      for (int factor : FACTORS) {
        double step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent).doubleValue();
        if (last / step <= mostSteps) {
          return step;
        }
      }
      exponent++;
    }
  }

  /** Multiples of 1, 2 or 5 times a power of ten between two numbers, at most so many. */
  static List<BigDecimal> within(double low, double high, int most) {
    int exponent = (int) Math.floor(Math.log10(high - low)) - 1;
    while (true) {
      for (int factor : FACTORS) {
        BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
        double first = Math.ceil(low / step.doubleValue());
        double last = Math.floor(high / step.doubleValue());
        if (last - first < most) {
          List<BigDecimal> ticks = new ArrayList<>();
          for (double i = first; i <= last; i++) {
            ticks.add(step.multiply(BigDecimal.valueOf(i)));
          }
          return ticks;
        }
      }
      exponent++;
    }
  }

  /**
   * The number as decimals, or with a power of ten where that would take more than nine characters.
   */
  static String label(double tick) {
    BigDecimal number = new BigDecimal(Double.toString(tick)).stripTrailingZeros();
    String plain = number.toPlainString();
    return plain.length() <= LONGEST_LABEL ? plain : number.unscaledValue() + "e" + -number.scale();
  }
}
