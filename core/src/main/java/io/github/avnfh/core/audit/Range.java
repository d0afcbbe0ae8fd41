package io.github.avnfh.core.audit;

import java.math.BigDecimal;
import java.util.List;

/** A closed range of exact numbers. */
final class Range {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  final Fraction low;
  final Fraction high;

  Range(Fraction low, Fraction high) {
    this.low = low;
    this.high = high;
  }

  static Range of(long low, long high) {
    return new Range(Fraction.of(low), Fraction.of(high));
  }

  /** The printed end of a scale or interval, which claims keep as a decimal. */
  static PrintedNumber printed(BigDecimal end) {
    return ImmutablePrintedNumber.builder()
        .value(end.setScale(Math.max(0, end.scale())))
        .build();
  }

  /** The closed range of what may have been rounded to the printed number. */
  static Range before(PrintedRounding rounding, PrintedNumber printed) {
    Fraction value = Fraction.of(printed.value());
    Fraction half = Fraction.of(printed.unit().multiply(HALF));
    Fraction unit = Fraction.of(printed.unit());
    return switch (rounding) {
      case HALF_UP, HALF_EVEN, HALF_DOWN -> new Range(value.minus(half), value.plus(half));
      case TRUNCATED ->
        new Range(
            value.signum() > 0 ? value : value.minus(unit),
            value.signum() < 0 ? value : value.plus(unit));
      case UP ->
        new Range(
            value.signum() > 0 ? value.minus(unit) : value,
            value.signum() < 0 ? value.plus(unit) : value);
    };
  }

  /** The closed range of what may have been rounded to the nearest to print so, or in any way. */
  static Range before(PrintedNumber printed, boolean byAnyRounding) {
    Range nearest = before(PrintedRounding.HALF_UP, printed);
    Fraction half = Fraction.of(printed.unit().multiply(HALF));
    return byAnyRounding ? new Range(nearest.low.minus(half), nearest.high.plus(half)) : nearest;
  }

  /**
   * Whether some numbers that print so never fall: each can be as high as the least that those
   * before it leave. An end of a range may print otherwise, and then is not of the range.
   */
  static boolean canRise(List<PrintedNumber> numbers, PrintedRounding rounding) {
    Fraction least = before(rounding, numbers.get(0)).low;
    boolean isExcluded = false;
    for (PrintedNumber number : numbers) {
      Range range = before(rounding, number);
      boolean isLowExcluded = !range.low.printsAs(number, rounding);
      int above = range.low.compareTo(least);
      if (above > 0) {
        least = range.low;
        isExcluded = isLowExcluded;
      } else if (above == 0) {
        isExcluded |= isLowExcluded;
      }
      int room = range.high.compareTo(least);
      boolean meetsAtEnds = !isExcluded && range.high.printsAs(number, rounding);
      if (room < 0 || (room == 0 && !meetsAtEnds)) {
        return false;
      }
    }
    return true;
  }

  /** The part that does not lie below 0. */
  Range positive() {
    return low.signum() < 0 ? new Range(Fraction.of(0), high) : this;
  }

  Range plus(Range other) {
    return new Range(low.plus(other.low), high.plus(other.high));
  }

  Range minus(Range other) {
    return new Range(low.minus(other.high), high.minus(other.low));
  }

  /** The range to which another one was added to give this one. */
  Range without(Range added) {
    return new Range(low.minus(added.low), high.minus(added.high));
  }

  boolean isEmpty() {
    return low.compareTo(high) > 0;
  }

  boolean meets(Range other) {
    return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
  }

  /** The part that lies in another range as well, which may be empty. */
  Range within(Range other) {
    return new Range(
        low.compareTo(other.low) < 0 ? other.low : low,
        high.compareTo(other.high) > 0 ? other.high : high);
  }

  /** The least and the greatest distance from zero. */
  Range distance() {
    if (low.signum() >= 0) {
      return this;
    }
    Fraction below = Fraction.of(0).minus(low);
    Fraction above = Fraction.of(0).minus(high);
    return high.signum() <= 0
        ? new Range(above, below)
        : new Range(Fraction.of(0), below.compareTo(high) > 0 ? below : high);
  }

  /** The range in print: one number where it has no width. */
  String text(int decimals) {
    return low.compareTo(high) == 0
        ? low.text(decimals)
        : low.text(decimals) + ".." + high.text(decimals);
  }
}
