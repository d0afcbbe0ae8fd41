package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/** An exact rational number in lowest terms, with a denominator above 0. */
final class Fraction implements Comparable<Fraction> {
  private final BigInteger numerator;
  private final BigInteger denominator;

  private Fraction(BigInteger numerator, BigInteger denominator) {
    if (denominator.equals(BigInteger.ONE)) {
      this.numerator = numerator;
      this.denominator = denominator;
      return;
    }
    BigInteger divisor = numerator.gcd(denominator);
    BigInteger signed = denominator.signum() < 0 ? divisor.negate() : divisor;
    this.numerator = numerator.divide(signed);
    this.denominator = denominator.divide(signed);
  }

  static Fraction of(long number) {
    return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
  }

  static Fraction of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  static Fraction of(BigInteger numerator, BigInteger denominator) {
    return new Fraction(numerator, denominator);
  }

  static Fraction of(BigDecimal number) {
    return number.scale() <= 0
        ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  Fraction plus(Fraction other) {
    if (denominator.equals(other.denominator)) {
      return new Fraction(numerator.add(other.numerator), denominator);
    }
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Fraction times(long number) {
    return times(of(number));
  }

  Fraction over(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Fraction over(long number) {
    return over(of(number));
  }

  Fraction square() {
    return times(this);
  }

  int signum() {
    return numerator.signum();
  }

  boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /** The greatest whole number that is not above. */
  BigInteger floor() {
    // division truncates towards 0: below 0 that is one too many unless it is whole
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The least whole number that is not below. */
  BigInteger ceiling() {
    return new Fraction(numerator.negate(), denominator).floor().negate();
  }

  BigDecimal round(PrintedRounding rounding, int decimals) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, rounding.mode());
  }

  boolean printsAs(PrintedNumber printed, PrintedRounding rounding) {
    return round(rounding, printed.decimals()).compareTo(printed.value()) == 0;
  }

  BigDecimal decimal(MathContext precision) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), precision);
  }

  /** The number to the precision of floating point. */
  double value() {
    return decimal(MathContext.DECIMAL64).doubleValue();
  }

  /** The number in print: cut off after some decimals, with an ellipsis if there are more. */
  String text(int decimals) {
    BigDecimal cut =
        new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.DOWN);
    boolean exact = of(cut).compareTo(this) == 0;
    return exact ? plain(cut) : cut.toPlainString() + "…";
  }

  private static String plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }

  @Override
  public int compareTo(Fraction other) {
    if (denominator.equals(other.denominator)) {
      return numerator.compareTo(other.numerator);
    }
    // a/b < c/d as a d < c b, both denominators above 0
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fraction fraction && compareTo(fraction) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(numerator, denominator);
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
