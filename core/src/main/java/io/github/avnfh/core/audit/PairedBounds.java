package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a paired t test can have given, over all correlations of the two measurements and all
 * numbers that print as the means and standard deviations do.
 */
final class PairedBounds {
  private static final MathContext PRECISION = new MathContext(40);
  private static final int DECIMALS = 2;

  private final Claim one;
  private final Claim other;
  private final int number;
  private final Range difference;
  private final Fraction widest;
  private final Fraction narrowest;

  private PairedBounds(Claim one, Claim other, int number) {
    this.one = one;
    this.other = other;
    this.number = number;
    this.difference =
        any(one.number().orElseThrow()).minus(any(other.number().orElseThrow())).distance();
    Range first = spread(one);
    Range second = spread(other);
    this.widest = first.plus(second).high;
    this.narrowest = first.minus(second).distance().low;
  }

  static PairedBounds of(Claim one, Claim other, int number) {
    return new PairedBounds(one, other, number);
  }

  /** The range of what prints so by any rounding. */
  private static Range any(PrintedNumber printed) {
    Fraction value = Fraction.of(printed.value());
    Fraction unit = Fraction.of(printed.unit());
    return new Range(value.minus(unit), value.plus(unit));
  }

  private static Range spread(Claim claim) {
    Range any = any(claim.standardDeviation().orElseThrow());
    return any.low.signum() < 0 ? new Range(Fraction.of(0), any.high) : any;
  }

  private Fraction leastSquaredT() {
    return difference.low.square().times(number).over(widest.square());
  }

  BigDecimal greatestP() {
    return StudentTail.upper(leastSquaredT(), number - 1);
  }

  BigDecimal leastP() {
    return narrowest.signum() == 0
        ? BigDecimal.ZERO
        : StudentTail.lower(
            difference.high.square().times(number).over(narrowest.square()), number - 1);
  }

  String text() {
    BigDecimal first = one.number().orElseThrow().value();
    BigDecimal second = other.number().orElseThrow().value();
    BigDecimal sum = spread(one.standardDeviation().orElseThrow())
        .add(spread(other.standardDeviation().orElseThrow()));
    String formula = "|" + first + " - " + second + "| * sqrt(" + number + ") / ("
        + one.standardDeviation().orElseThrow().text() + " + "
        + other.standardDeviation().orElseThrow().text() + ")";
    String value = sum.signum() == 0
        ? ""
        : " = "
            + root(Fraction.of(first.subtract(second))
                .square()
                .times(number)
                .over(Fraction.of(sum).square()));
    return "|t| >= " + formula + value + " whatever the correlation, " + root(leastSquaredT())
        + " whatever the rounding";
  }

  private static BigDecimal spread(PrintedNumber printed) {
    return printed.value();
  }

  private static String root(Fraction square) {
    return square.decimal(PRECISION).sqrt(PRECISION).setScale(DECIMALS, RoundingMode.DOWN) + "…";
  }
}
