package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Two-sided tails of Student's t distribution to more than 40 decimals.
 *
 * <p>With t = sqrt(v) tan(a) the density turns into a power of cos(a), whose integral is a finite
 * sum if v is even: the tails hold {@code 1 - sin(a) (1 + (1/2) cos(a)^2 + (1 * 3)/(2 * 4) cos(a)^4
 * + ...)} with v/2 terms. For odd v no such sum without an angle is there; as the tails shrink with
 * every degree of freedom, those of the even neighbors enclose them. Beyond 10,000 degrees of
 * freedom the tails lie between those of the normal distribution and those at 10,000.
 */
final class StudentTail {
  private static final MathContext PRECISION = new MathContext(60);

  private static final int MOST_TERMS = 10_000;

  private StudentTail() {}

  /** At most this much lies in the tails beyond t, given t squared. */
  static BigDecimal upper(Fraction squaredT, int degreesOfFreedom) {
    int even = Math.min(MOST_TERMS, degreesOfFreedom - degreesOfFreedom % 2);
    return even == 0 ? BigDecimal.ONE : ofEven(squaredT, even);
  }

  /** At least this much lies in the tails beyond t, given t squared. */
  static BigDecimal lower(Fraction squaredT, int degreesOfFreedom) {
    return degreesOfFreedom > MOST_TERMS
        ? ChiSquareTail.of(squaredT)
        : ofEven(squaredT, degreesOfFreedom + degreesOfFreedom % 2);
  }

  private static BigDecimal ofEven(Fraction squaredT, int degreesOfFreedom) {
    Fraction whole = squaredT.plus(Fraction.of(degreesOfFreedom));
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
