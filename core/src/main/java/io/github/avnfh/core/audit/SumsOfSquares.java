package io.github.avnfh.core.audit;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The sums of squares that stand behind a printed standard deviation, counted in squared steps.
 *
 * <p>With n values of sum S and sum of squares Q the variance is {@code (Q - S^2 / n) / (n - 1)}. Q
 * is a whole number, even or odd as S is, at least what n values as alike as possible have, and at
 * most what values at the ends of the scale have.
 */
final class SumsOfSquares {
  private static final int DECIMALS = 2;
  private static final BigInteger TWO = BigInteger.TWO;

  private final Sums sums;
  private final Claim claim;
  private final int n;
  private final PrintedNumber mean;
  private final PrintedNumber deviation;

  SumsOfSquares(Claim claim, int n) {
    this.sums = Sums.of(claim, n);
    this.claim = claim;
    this.n = n;
    this.mean = claim.number().orElseThrow();
    this.deviation = claim.standardDeviation().orElseThrow();
  }

  Verdict verdict() {
    if (alwaysPrint()) {
      return Verdict.NOT_TESTABLE;
    }
    if (!sums.areFew(mean)) {
      return Verdict.UNDECIDABLE;
    }
    for (PrintedRounding rounding : PrintedRounding.values()) {
      for (BigInteger sum : sums.printing(mean, rounding)) {
        if (fits(sum, rounding)) {
          return Verdict.CONSISTENT;
        }
      }
    }
    return Verdict.CONTRADICTS;
  }

  /** Two whole numbers in a row fit, of which one is even and one odd. */
  private boolean alwaysPrint() {
    return width().compareTo(Fraction.of(2)) >= 0;
  }

  private Fraction width() {
    // (n - 1)((s + u/2)^2 - (s - u/2)^2) / step^2 = 2 (n - 1) s u / step^2 for a last digit of u
    return Fraction.of(deviation.value())
        .times(Fraction.of(deviation.unit()))
        .times(2L * (n - 1L))
        .over(sums.step().square());
  }

  private boolean fits(BigInteger sum, PrintedRounding rounding) {
    Range squares = squares(sum, rounding);
    BigInteger least = squares.low.ceiling().max(smallest(sum));
    BigInteger parity = sum.mod(TWO);
    BigInteger first = least.mod(TWO).equals(parity) ? least : least.add(BigInteger.ONE);
    BigInteger last = squares.high.floor();
    BigInteger limit = largest(sum).map(last::min).orElse(last);
    return first.compareTo(limit) <= 0;
  }

  /** The sums of squares, whole or not, by which the standard deviation prints so. */
  private Range squares(BigInteger sum, PrintedRounding rounding) {
    // Q = (n - 1) s^2 + S^2 / n, from the least to the greatest s that prints so
    Range deviations = Range.before(rounding, deviation);
    Fraction center = Fraction.of(sum.multiply(sum), BigInteger.valueOf(n));
    Fraction low = deviations.low.signum() < 0 ? Fraction.of(0) : deviations.low;
    return new Range(steps(low).plus(center), steps(deviations.high).plus(center));
  }

  private Fraction steps(Fraction standardDeviation) {
    return standardDeviation.over(sums.step()).square().times(n - 1L);
  }

  /** All values as alike as the sum allows. */
  private BigInteger smallest(BigInteger sum) {
    BigInteger number = BigInteger.valueOf(n);
    // S = n a + r: r values are a + 1 and n - r are a
    BigInteger rest = sum.mod(number);
    BigInteger low = sum.subtract(rest).divide(number);
    BigInteger high = low.add(BigInteger.ONE);
    return low.multiply(low)
        .multiply(number.subtract(rest))
        .add(high.multiply(high).multiply(rest));
  }

  /** As many values at the ends of the scale as the sum allows; nothing if it has no ends. */
  private Optional<BigInteger> largest(BigInteger sum) {
    if (claim.low().isEmpty() || claim.high().isEmpty()) {
      return Optional.empty();
    }
    BigInteger low = Fraction.of(claim.low().get()).over(sums.step()).ceiling();
    BigInteger high = Fraction.of(claim.high().get()).over(sums.step()).floor();
    BigInteger above = sum.subtract(low.multiply(BigInteger.valueOf(n)));
    BigInteger span = high.subtract(low);
    if (span.signum() <= 0
        || above.signum() < 0
        || above.compareTo(span.multiply(BigInteger.valueOf(n))) > 0) {
      return Optional.of(BigInteger.ONE.negate());
    }
    // S - n L = k (H - L) + r: k values are H, one is L + r, and the rest are L
    BigInteger[] full = above.divideAndRemainder(span);
    BigInteger between = low.add(full[1]);
    BigInteger atLow = BigInteger.valueOf(n).subtract(full[0]).subtract(BigInteger.ONE);
    BigInteger squares =
        full[0].multiply(high.multiply(high)).add(atLow.multiply(low.multiply(low)));
    return Optional.of(squares.add(between.multiply(between)));
  }

  String arithmetic() {
    if (alwaysPrint()) {
      return "sums of squares of " + n + " values over a width of " + width().text(DECIMALS)
          + " print as " + deviation.text() + ", and among any two in a row one is possible";
    }
    if (!sums.areFew(mean)) {
      return "the mean of " + n + " values leaves too many sums to go through";
    }
    PrintedRounding rounding = PrintedRounding.HALF_UP;
    BigInteger sum = sums.printing(mean).get(0);
    for (PrintedRounding other : PrintedRounding.values()) {
      for (BigInteger fitting : sums.printing(mean, other)) {
        if (fits(fitting, other)) {
          rounding = other;
          sum = fitting;
        }
      }
    }
    Range squares = squares(sum, rounding);
    return "for a sum of " + sum + " the sum of squares must be " + parity(sum) + " in "
        + squares.text(DECIMALS) + (verdict() == Verdict.CONTRADICTS ? ": there is none" : "")
        + "; printed " + deviation.text();
  }

  private static String parity(BigInteger sum) {
    return sum.testBit(0) ? "odd" : "even";
  }
}
