package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The upper tail of the chi-square distribution with one degree of freedom to more than 40
 * decimals: {@code 1 - sqrt(2 x / pi) exp(-x / 2) (1 + x/3 + x^2/(3 * 5) + ...)}.
 */
final class ChiSquareTail {
  private static final MathContext PRECISION = new MathContext(50);
  private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.movePointLeft(55);
  private static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");

  /** Beyond it the tail is smaller than the precision. */
  private static final Fraction FAR = Fraction.of(200);

  private ChiSquareTail() {}

  static BigDecimal of(Fraction statistic) {
    if (statistic.signum() <= 0) {
      return BigDecimal.ONE;
    }
    if (statistic.compareTo(FAR) > 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal x = statistic.decimal(PRECISION);
    BigDecimal root = x.multiply(BigDecimal.valueOf(2)).divide(PI, PRECISION).sqrt(PRECISION);
    BigDecimal body = root.multiply(series(x, 1, 2), PRECISION)
        .divide(series(x.divide(BigDecimal.valueOf(2), PRECISION), 0, 1), PRECISION);
    return BigDecimal.ONE.subtract(body).max(BigDecimal.ZERO);
  }

  /** Adds up terms that grow by x over the next number of a row of numbers. */
  private static BigDecimal series(BigDecimal x, int before, int step) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int divisor = before + step; term.compareTo(NEGLIGIBLE) > 0; divisor += step) {
      term = term.multiply(x).divide(BigDecimal.valueOf(divisor), PRECISION);
      sum = sum.add(term, PRECISION);
    }
    return sum;
  }
}
