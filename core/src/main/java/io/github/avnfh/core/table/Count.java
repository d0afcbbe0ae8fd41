package io.github.avnfh.core.table;

import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A count out of a total. The percentage is a way of printing it.
 *
 * <pre>{@code
 * Count improved = Count.of(10, 14);
 * improved.percent(1); // 71.4
 * Count.of(15, 14);    // IllegalArgumentException: count [of 14] must lie in 0..14, but was 15
 * }</pre>
 */
@Value.Immutable
public sealed interface Count permits ImmutableCount {

  /**
   * Returns how many were counted.
   *
   * @return the numerator
   */
  int count();

  /**
   * Returns out of how many.
   *
   * @return the denominator
   */
  int total();

  /**
   * Returns a count out of a total.
   *
   * @param count how many were counted, in 0..total
   * @param total out of how many, 0 or more
   * @return the count
   * @throws IllegalArgumentException if the count lies outside that range or the total is negative
   */
  static Count of(int count, int total) {
    if (total < 0) {
      throw new IllegalArgumentException(
          "total [count] must lie in 0.." + Integer.MAX_VALUE + ", but was " + total);
    }
    if (count < 0 || count > total) {
      throw new IllegalArgumentException(
          "count [of " + total + "] must lie in 0.." + total + ", but was " + count);
    }
    return ImmutableCount.builder().count(count).total(total).build();
  }

  /**
   * Returns the percentage, rounded half up.
   *
   * @param places the number of decimals, 0 to 17
   * @return 100 times count over total, computed exactly before it is rounded
   * @throws ArithmeticException if the total is 0
   */
  default BigDecimal percent(int places) {
    return percent(Digits.halfUp(places));
  }

  /**
   * Returns the percentage.
   *
   * @param digits its decimals, and how it is rounded to them
   * @return 100 times count over total, computed exactly before it is rounded
   * @throws ArithmeticException if the total is 0
   */
  default BigDecimal percent(Digits digits) {
    return BigDecimal.valueOf(count())
        .movePointRight(2)
        .divide(BigDecimal.valueOf(total()), digits.places(), digits.rounding().mode());
  }
}
