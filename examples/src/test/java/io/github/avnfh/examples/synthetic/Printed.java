package io.github.avnfh.examples.synthetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Means and standard deviations as a paper prints them: one decimal, half up. */
final class Printed {
  private Printed() {}

  static String mean(List<BigDecimal> values) {
    return oneDecimal(exactMean(values));
  }

  /** The divisor is one less than the number of values. */
  static String standardDeviation(List<BigDecimal> values) {
    return oneDecimal(deviation(values));
  }

  /** Student's t of the mean against zero. */
  static double t(List<BigDecimal> values) {
    double error = deviation(values).doubleValue() / Math.sqrt(values.size());
    return exactMean(values).doubleValue() / error;
  }

  private static BigDecimal exactMean(List<BigDecimal> values) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
  }

  private static BigDecimal deviation(List<BigDecimal> values) {
    BigDecimal mean = exactMean(values);
    return values.stream()
        .map(value -> value.subtract(mean).pow(2))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(values.size() - 1L), MathContext.DECIMAL64)
        .sqrt(MathContext.DECIMAL64);
  }

  private static String oneDecimal(BigDecimal value) {
    return value.setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
