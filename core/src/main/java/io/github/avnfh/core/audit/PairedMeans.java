package io.github.avnfh.core.audit;

import io.github.avnfh.core.statistics.Distribution;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a paired t test can have given, over all correlations of the two measurements and all
 * numbers that print as the means and standard deviations do.
 */
final class PairedMeans {
  private static final int DECIMALS = 2;

  private final Claim one;
  private final Claim other;
  private final int number;
  private final Range difference;
  private final double widest;
  private final double narrowest;

  PairedMeans(Claim one, Claim other, int number, boolean byAnyRounding) {
    this.one = one;
    this.other = other;
    this.number = number;
    this.difference = Range.before(one.number().orElseThrow(), byAnyRounding)
        .minus(Range.before(other.number().orElseThrow(), byAnyRounding))
        .distance();
    Range first = spread(one, byAnyRounding);
    Range second = spread(other, byAnyRounding);
    // the SD of the differences lies between |s1 - s2| (r = 1) and s1 + s2 (r = -1)
    this.widest = first.plus(second).high.value();
    this.narrowest = first.minus(second).distance().low.value();
  }

  private static Range spread(Claim claim, boolean byAnyRounding) {
    return Range.before(claim.standardDeviation().orElseThrow(), byAnyRounding).positive();
  }

  private static double square(double number) {
    return number * number;
  }

  private double leastSquaredT() {
    // t^2 = n d^2 / s_d^2, least for the smallest difference and the largest SD
    return square(difference.low.value() / widest) * number;
  }

  Comparison.Bounds p() {
    // t^2 on n - 1 degrees of freedom is F with 1 and n - 1, two-sided at once
    Distribution squared = Distribution.f(1, number - 1.0);
    return new Comparison.Bounds(
        narrowest == 0
            ? 0
            : squared.upperTail(square(difference.high.value() / narrowest) * number),
        squared.upperTail(leastSquaredT()));
  }

  String text() {
    BigDecimal first = one.number().orElseThrow().value();
    BigDecimal second = other.number().orElseThrow().value();
    PrintedNumber spread = one.standardDeviation().orElseThrow();
    PrintedNumber otherSpread = other.standardDeviation().orElseThrow();
    double sum = spread.value().add(otherSpread.value()).doubleValue();
    double gap = first.subtract(second).doubleValue();
    return "|t| >= |" + first + " - " + second + "| * sqrt(" + number + ") / (" + spread.text()
        + " + " + otherSpread.text() + ")"
        + (sum == 0 ? "" : " = " + root(square(gap / sum) * number))
        + " for any correlation, " + root(leastSquaredT()) + " for any rounding";
  }

  private static String root(double square) {
    return new BigDecimal(Math.sqrt(square)).setScale(DECIMALS, RoundingMode.DOWN) + "…";
  }
}
