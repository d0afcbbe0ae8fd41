package io.github.avnfh.core.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The sums that some values on a scale in steps can have, counted in steps. */
record PossibleSums(int number, Fraction step) {
  private static final int DECIMALS = 6;
  private static final Fraction MOST = Fraction.of(10_000);

  static PossibleSums of(Claim claim, int number) {
    return new PossibleSums(number, Fraction.of(claim.step().orElseThrow()));
  }

  /** So many steps as a number. */
  Fraction value(BigInteger steps) {
    return Fraction.of(steps, BigInteger.ONE).times(step);
  }

  Fraction mean(BigInteger sum) {
    return value(sum).over(number);
  }

  /** The sum with its divisor, such as {@code 151/28}. */
  String text(BigInteger sum) {
    return value(sum).text(DECIMALS) + "/" + number;
  }

  /**
   * Whether neighboring means lie so close that every printed number is the mean of some values.
   */
  boolean alwaysPrint(PrintedNumber mean) {
    // means are step / n apart; a rounding interval is one unit wide
    return step.over(number).compareTo(Fraction.of(mean.unit())) <= 0;
  }

  /**
   * Whether every printed number is the mean of some values by some rounding: those truncated or
   * rounded up to it lie within less than a unit on either side.
   */
  boolean alwaysPrintSomehow(PrintedNumber mean) {
    return step.over(number).compareTo(Fraction.of(mean.unit()).times(2)) < 0;
  }

  /** The ways of rounding by which the mean of some values prints so. */
  Set<PrintedRounding> roundings(PrintedNumber mean) {
    Set<PrintedRounding> fitting = EnumSet.noneOf(PrintedRounding.class);
    for (PrintedRounding rounding : PrintedRounding.values()) {
      if (alwaysPrint(mean) || !printing(mean, rounding).isEmpty()) {
        fitting.add(rounding);
      }
    }
    return fitting;
  }

  /** Whether the sums whose mean may print so are few enough to go through. */
  boolean areFew(PrintedNumber mean) {
    return steps(Fraction.of(mean.unit())).compareTo(MOST) <= 0;
  }

  /** The sums whose mean prints so by some rounding. */
  List<BigInteger> printing(PrintedNumber mean) {
    List<BigInteger> fitting = new ArrayList<>();
    for (PrintedRounding rounding : PrintedRounding.values()) {
      printing(mean, rounding).stream().filter(sum -> !fitting.contains(sum)).forEach(fitting::add);
    }
    fitting.sort(null);
    return fitting;
  }

  /** The sums whose mean prints so by one rounding. */
  List<BigInteger> printing(PrintedNumber mean, PrintedRounding rounding) {
    List<BigInteger> fitting = new ArrayList<>();
    Range range = Range.before(rounding, mean);
    // sum = mean n / step for either end of what prints so; the ends themselves may print otherwise
    BigInteger last = steps(range.high).floor();
    for (BigInteger sum = steps(range.low).ceiling();
        sum.compareTo(last) <= 0;
        sum = sum.add(BigInteger.ONE)) {
      if (mean(sum).printsAs(mean, rounding)) {
        fitting.add(sum);
      }
    }
    return fitting;
  }

  /** The sums just below and just above the printed mean. */
  List<BigInteger> beside(PrintedNumber mean) {
    Fraction exact = steps(Fraction.of(mean.value()));
    return List.of(exact.floor(), exact.ceiling());
  }

  private Fraction steps(Fraction mean) {
    return mean.times(number).over(step);
  }
}
