package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Tails of distributions to more than 40 decimals, from exact statistics, so that no rounding
 * decides whether a printed p value is possible.
 */
final class ExactTails {
  private ExactTails() {}

  /**
   * Two-sided tails of Student's t distribution to more than 40 decimals.
   *
   * <p>With t = sqrt(v) tan(a) the density turns into a power of cos(a), whose integral is a finite
   * sum if v is even: the tails hold {@code 1 - sin(a) (1 + (1/2) cos(a)^2 + (1 * 3)/(2 * 4)
   * cos(a)^4 + ...)} with v/2 terms. For odd v no such sum without an angle is there; as the tails
   * shrink with every degree of freedom, those of the even neighbors enclose them. Beyond 10,000
   * degrees of freedom the tails lie between those of the normal distribution and those at 10,000.
   */
  static final class StudentT {
    private static final MathContext PRECISION = new MathContext(60);

    private static final int MOST_TERMS = 10_000;

    private StudentT() {}

    /** At most this much lies in the tails beyond t, given t squared. */
    static BigDecimal upper(Fraction squaredT, int degreesOfFreedom) {
      int even = Math.min(MOST_TERMS, degreesOfFreedom - degreesOfFreedom % 2);
      return even == 0 ? BigDecimal.ONE : ofEven(squaredT, even);
    }

    /** At least this much lies in the tails beyond t, given t squared. */
    static BigDecimal lower(Fraction squaredT, int degreesOfFreedom) {
      return degreesOfFreedom > MOST_TERMS
          ? ChiSquare.upper(squaredT)
          : ofEven(squaredT, degreesOfFreedom + degreesOfFreedom % 2);
    }

    private static BigDecimal ofEven(Fraction squaredT, int degreesOfFreedom) {
      Fraction whole = squaredT.plus(Fraction.of(degreesOfFreedom));
      // cosine is cos(a)^2 = v / (v + t^2), sine is sin(a) = sqrt(t^2 / (v + t^2))
      BigDecimal cosine = Fraction.of(degreesOfFreedom).over(whole).decimal(PRECISION);
      BigDecimal sine = squaredT.over(whole).decimal(PRECISION).sqrt(PRECISION);
      BigDecimal term = BigDecimal.ONE;
      BigDecimal sum = BigDecimal.ONE;
      for (int even = 2; even < degreesOfFreedom; even += 2) {
        term = term.multiply(cosine, PRECISION)
            .multiply(BigDecimal.valueOf(even - 1L))
            .divide(BigDecimal.valueOf(even), PRECISION);
        sum = sum.add(term, PRECISION);
      }
      return BigDecimal.ONE.subtract(sine.multiply(sum, PRECISION)).max(BigDecimal.ZERO);
    }
  }

  /**
   * The upper tail of the chi-square distribution with one degree of freedom to more than 40
   * decimals: {@code 1 - sqrt(2 x / pi) exp(-x / 2) (1 + x/3 + x^2/(3 * 5) + ...)}.
   */
  static final class ChiSquare {
    private static final MathContext PRECISION = new MathContext(50);
    private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.movePointLeft(55);
    private static final BigDecimal PI =
        new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");

    /** Beyond it the tail is smaller than the precision. */
    private static final Fraction FAR = Fraction.of(200);

    private ChiSquare() {}

    static BigDecimal upper(Fraction statistic) {
      if (statistic.signum() <= 0) {
        return BigDecimal.ONE;
      }
      if (statistic.compareTo(FAR) > 0) {
        return BigDecimal.ZERO;
      }
      BigDecimal x = statistic.decimal(PRECISION);
      // sqrt(2 x / pi) (1 + x/3 + x^2/(3 * 5) + ...) / exp(x / 2), whose terms are all positive
      BigDecimal root = x.multiply(BigDecimal.valueOf(2)).divide(PI, PRECISION).sqrt(PRECISION);
      BigDecimal body = root.multiply(series(x, 1, 2), PRECISION)
          .divide(series(x.divide(BigDecimal.valueOf(2), PRECISION), 0, 1), PRECISION);
      return BigDecimal.ONE.subtract(body).max(BigDecimal.ZERO);
    }

    /** Sums the terms 1, x / d1, x^2 / (d1 d2), ... with d1 = before + step, d2 = d1 + step, ... */
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
}
