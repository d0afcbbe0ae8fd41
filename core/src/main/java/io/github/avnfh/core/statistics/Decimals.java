package io.github.avnfh.core.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Arithmetic of recorded decimals: exact, and rounded once at the end.
 *
 * <p>A score of 75.9 is recorded as a decimal; the double that holds it is not quite 75.9, and the
 * difference of two doubles is not quite the difference of the decimals: 75.9 - 55.9 gives
 * 20.000000000000007, which is above a threshold of 20. Here every number counts as the decimal
 * that prints it ({@link Double#toString}), so that 75.9 less 55.9 is 20.0, ties are ties, and
 * equal numbers have a standard deviation of 0. Numbers compared without arithmetic need none of
 * this: doubles are in the order of their decimals.
 *
 * <p>Numbers of up to six decimals are taken as whole numbers of one unit (tenths, hundredths and
 * so on); others as decimals of any length.
 *
 * <pre>{@code
 * Decimals.difference(75.9, 55.9);        // 20.0
 * Decimals.percentChange(7.5, 5.1);       // -32.0
 * Decimals.of(2.3, 2.3, 2.3).mean();      // 2.3
 * Decimals.of(2.3, 2.3, 2.3).standardDeviation(); // 0.0
 * }</pre>
 */
public final class Decimals {
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  private static final int MOST_PLACES = POWERS.length - 1;

  /** Whole numbers up to here have no more than 15 digits, which a double keeps apart. */
  private static final double LARGEST_UNITS = 1e15;

  private static final double LARGEST_EXACT = 1L << 53;
  private static final int EXACT_BITS = 53;
  private static final MathContext PRECISION = new MathContext(40);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The numbers in units of 10^-places where these fit into longs, otherwise empty. */
  private final long[] small;

  /** The same where they do not, otherwise empty. */
  private final BigInteger[] large;

  private final int places;
  private final int size;
  private final BigInteger total;

  private Decimals(long[] small, BigInteger[] large, int places) {
    this.small = small;
    this.large = large;
    this.places = places;
    this.size = Math.max(small.length, large.length);
    this.total = sumOfUnits();
  }

  /**
   * Returns recorded numbers for sums, means and standard deviations.
   *
   * @param values finite numbers
   * @return the numbers as decimals, in their order
   * @throws IllegalArgumentException if a number is not finite
   */
  public static Decimals of(double... values) {
    int places = 0;
    for (double value : values) {
      check(value);
      places = Math.max(places, places(value, places));
    }
    if (places <= MOST_PLACES) {
      long[] units = new long[values.length];
      for (int i = 0; i < units.length; i++) {
        // rounding undoes the error of the product, which below 10^15 is less than 1/2
        double scaled = Math.rint(values[i] * POWERS[places]);
        if (Math.abs(scaled) >= LARGEST_UNITS) {
          return ofAnyLength(values);
        }
        units[i] = (long) scaled;
      }
      return new Decimals(units, new BigInteger[0], places);
    }
    return ofAnyLength(values);
  }

  private static Decimals ofAnyLength(double[] values) {
    BigDecimal[] decimals =
        Arrays.stream(values).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
    int places = Arrays.stream(decimals).mapToInt(BigDecimal::scale).max().orElse(0);
    BigInteger[] units = Arrays.stream(decimals)
        .map(decimal -> decimal.setScale(places).unscaledValue())
        .toArray(BigInteger[]::new);
    return new Decimals(new long[0], units, places);
  }

  private static double check(double value) {
    if (Double.isFinite(value)) {
      return value;
    }
    throw new IllegalArgumentException("number [decimal] must lie in " + -Double.MAX_VALUE + ".."
        + Double.MAX_VALUE + ", but was " + value);
  }

  /** The decimals of a number, no fewer than asked for; one too many where none suffice. */
  private static int places(double value, int atLeast) {
    for (int places = atLeast; places <= MOST_PLACES; places++) {
      double units = Math.rint(value * POWERS[places]);
      // division is rounded correctly and 10^places is exact, so the quotient is the double that is
      // nearest to the decimal: equal only if the number is that decimal
      if (units / POWERS[places] == value && Math.abs(units) < LARGEST_UNITS) {
        return places;
      }
    }
    return MOST_PLACES + 1;
  }

  /** The decimals that two numbers need in common; one too many where none suffice. */
  private static int places(double one, double other) {
    check(one);
    int places = places(check(other), places(one, 0));
    return places <= MOST_PLACES && Math.abs(units(one, places)) < LARGEST_UNITS
        ? places
        : MOST_PLACES + 1;
  }

  private static double units(double value, int places) {
    return Math.rint(value * POWERS[places]);
  }

  /**
   * Returns one number less another.
   *
   * @param minuend a finite number
   * @param subtrahend the finite number that is taken off
   * @return the difference of the decimals, rounded once
   * @throws IllegalArgumentException if a number or the difference is not finite
   */
  public static double difference(double minuend, double subtrahend) {
    int places = places(minuend, subtrahend);
    if (places <= MOST_PLACES) {
      // whole numbers below 2^53 subtract without error: the division is the only rounding; + 0.0
      // turns -0.0 into 0.0
      return (units(minuend, places) - units(subtrahend, places)) / POWERS[places] + 0.0;
    }
    return rounded(BigDecimal.valueOf(minuend).subtract(BigDecimal.valueOf(subtrahend)));
  }

  /**
   * Returns the sum of numbers.
   *
   * @param terms finite numbers
   * @return the sum of the decimals, rounded once; 0 without terms
   * @throws IllegalArgumentException if a number or the sum is not finite
   */
  public static double sum(double... terms) {
    return of(terms).total();
  }

  /**
   * Returns a change in percent of the earlier number: 100 (to - from) / from.
   *
   * @param from the earlier number, not 0
   * @param to the later number
   * @return percent of the earlier number, negative for a fall of a positive number, rounded once
   * @throws IllegalArgumentException if a number or the percentage is not finite, or the earlier
   *     number is 0
   */
  public static double percentChange(double from, double to) {
    if (from == 0) {
      throw new IllegalArgumentException(
          "earlier number of a percentage [decimal] must not be 0, but was " + from);
    }
    int places = places(from, to);
    if (places <= MOST_PLACES) {
      double hundredfold = 100 * (units(to, places) - units(from, places));
      if (Math.abs(hundredfold) < LARGEST_EXACT) {
        // the units cancel: 100 (to - from) / from in whole numbers, rounded once
        return hundredfold / units(from, places) + 0.0;
      }
    }
    BigDecimal earlier = BigDecimal.valueOf(from);
    return rounded(
        BigDecimal.valueOf(to).subtract(earlier).multiply(HUNDRED).divide(earlier, PRECISION));
  }

  /**
   * Returns a number between two others: low + weight (high - low).
   *
   * @param low a finite number, which a weight of 0 gives
   * @param high a finite number, which a weight of 1 gives
   * @param weight a fraction, 0 to 1
   * @return the interpolated decimal, rounded once
   * @throws IllegalArgumentException if a number is not finite or the weight is no fraction
   */
  public static double between(double low, double high, double weight) {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "weight [fraction] must lie in 0.0..1.0, but was " + weight);
    }
    if (low == high || weight == 0) {
      return check(low) + 0.0;
    }
    BigDecimal lower = BigDecimal.valueOf(check(low));
    BigDecimal part =
        BigDecimal.valueOf(check(high)).subtract(lower).multiply(BigDecimal.valueOf(weight));
    return rounded(lower.add(part));
  }

  private static double rounded(BigDecimal exact) {
    // + 0.0: a negative decimal below the smallest double is -0.0
    return check(exact.doubleValue()) + 0.0;
  }

  private BigInteger sumOfUnits() {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger unit : large) {
      sum = sum.add(unit);
    }
    long part = 0;
    for (long unit : small) {
      // units have at most 15 digits, so that one more always fits into a long
      part += unit;
      if (Math.abs(part) >= Long.MAX_VALUE / 2) {
        sum = sum.add(BigInteger.valueOf(part));
        part = 0;
      }
    }
    return sum.add(BigInteger.valueOf(part));
  }

  private BigInteger unit(int index) {
    return large.length > 0 ? large[index] : BigInteger.valueOf(small[index]);
  }

  /**
   * Returns how many numbers there are.
   *
   * @return the count
   */
  public int size() {
    return size;
  }

  /**
   * Returns the sum of all numbers.
   *
   * @return the sum, rounded once; 0 without numbers
   * @throws IllegalArgumentException if the sum is not finite
   */
  public double total() {
    return ratio(total, BigInteger.ONE);
  }

  /**
   * Returns the arithmetic mean.
   *
   * @return the mean, rounded once
   * @throws IllegalArgumentException if there is no number
   */
  public double mean() {
    atLeast(1);
    return ratio(total, BigInteger.valueOf(size));
  }

  /**
   * Returns how far this mean lies above another one.
   *
   * @param other at least one number
   * @return this mean minus the other, rounded once; exactly 0 where the decimals say so
   * @throws IllegalArgumentException if either side has no number, or the difference is not finite
   */
  public double meanDifference(Decimals other) {
    atLeast(1);
    other.atLeast(1);
    // total / n - other total / m = (m total - n other total) / (n m)
    BigDecimal away = new BigDecimal(total, places)
        .multiply(BigDecimal.valueOf(other.size))
        .subtract(new BigDecimal(other.total, other.places).multiply(BigDecimal.valueOf(size)));
    BigInteger divisor = BigInteger.valueOf(size).multiply(BigInteger.valueOf(other.size));
    return rounded(away.divide(new BigDecimal(divisor), PRECISION));
  }

  /**
   * Returns how far some of the numbers lie from the mean of all, summed up with their signs.
   *
   * @param indexes which numbers, counted from 0
   * @return the sum of number minus mean, rounded once; exactly 0 where the decimals say so
   * @throws IllegalArgumentException if there is no number, or none of an index
   */
  public double sumOfDeviations(int... indexes) {
    atLeast(1);
    BigInteger sum = BigInteger.ZERO;
    for (int index : indexes) {
      if (index < 0 || index >= size) {
        throw new IllegalArgumentException(
            "index of a number [count from 0] must lie in 0.." + (size - 1) + ", but was " + index);
      }
      sum = sum.add(unit(index));
    }
    // sum - m total / n = (n sum - m total) / n
    BigInteger n = BigInteger.valueOf(size);
    BigInteger away = sum.multiply(n).subtract(total.multiply(BigInteger.valueOf(indexes.length)));
    return ratio(away, n);
  }

  /**
   * Returns the standard deviation of a sample, with n - 1 in the denominator.
   *
   * @return the standard deviation; 0 if and only if all numbers are equal
   * @throws IllegalArgumentException if there are fewer than two numbers, or the standard deviation
   *     is beyond the largest double
   */
  public double standardDeviation() {
    atLeast(2);
    // the sum of squared deviations is (n sum x^2 - (sum x)^2) / n
    BigInteger n = BigInteger.valueOf(size);
    BigInteger squares = sumOfSquares().multiply(n).subtract(total.multiply(total));
    BigInteger divisor = n.multiply(n.subtract(BigInteger.ONE));
    // (n sum x^2 - (sum x)^2) / (n (n - 1)); the difference is of whole numbers, so nothing cancels
    double variance = squares.doubleValue() / divisor.doubleValue();
    if (places >= 0 && places <= MOST_PLACES && Double.isFinite(variance)) {
      return Math.sqrt(variance) / POWERS[places];
    }
    return rounded(new BigDecimal(squares)
        .divide(new BigDecimal(divisor), PRECISION)
        .sqrt(PRECISION)
        .scaleByPowerOfTen(-places));
  }

  private BigInteger sumOfSquares() {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger unit : large) {
      sum = sum.add(unit.multiply(unit));
    }
    long part = 0;
    for (long unit : small) {
      // squares of ints add up in a long until half of its range is reached
      if (Math.abs(unit) >= Integer.MAX_VALUE) {
        sum = sum.add(BigInteger.valueOf(unit).pow(2));
      } else {
        part += unit * unit;
      }
      if (part >= Long.MAX_VALUE / 2) {
        sum = sum.add(BigInteger.valueOf(part));
        part = 0;
      }
    }
    return sum.add(BigInteger.valueOf(part));
  }

  /** A ratio of units as a number, rounded once. */
  private double ratio(BigInteger units, BigInteger count) {
    double unit = places >= 0 && places <= MOST_PLACES ? POWERS[places] : 0;
    double divisor = count.doubleValue() * unit;
    // both are exact as doubles, so that the quotient is rounded once
    if (unit > 0 && units.bitLength() <= EXACT_BITS && divisor < LARGEST_EXACT) {
      return units.longValue() / divisor;
    }
    return rounded(new BigDecimal(units, places).divide(new BigDecimal(count), PRECISION));
  }

  private void atLeast(int least) {
    if (size < least) {
      throw new IllegalArgumentException(
          "numbers [count] must lie in " + least + ".." + Integer.MAX_VALUE + ", but was " + size);
    }
  }

  @Override
  public String toString() {
    return "Decimals{" + size + " numbers}";
  }
}
