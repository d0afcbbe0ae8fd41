package io.github.avnfh.core.table;

import io.github.avnfh.core.Quantity;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * How many decimals a number has in print, and how it is rounded to them: decided once, by name.
 *
 * <pre>{@code
 * Digits.halfUp(1).print(84.25);                 // 84.3
 * Digits.of(1, Rounding.HALF_EVEN).print(84.25); // 84.2
 * }</pre>
 */
@Value.Immutable
public sealed interface Digits permits ImmutableDigits {
  /** How many decimals can be asked for. */
  Quantity PLACES = Quantity.of("decimals in print", "count", 0, 17);

  /**
   * Returns the number of decimals.
   *
   * @return 0 to 17
   */
  int places();

  /**
   * Returns how a number is rounded to them.
   *
   * @return the way of rounding
   */
  Rounding rounding();

  /**
   * Returns digits that are rounded half up, the default throughout.
   *
   * @param places the number of decimals, 0 to 17
   * @return the digits
   * @throws IllegalArgumentException if the number of decimals lies outside its range
   */
  static Digits halfUp(int places) {
    return of(places, Rounding.HALF_UP);
  }

  /**
   * Returns digits.
   *
   * @param places the number of decimals, 0 to 17
   * @param rounding how a number is rounded to them
   * @return the digits
   * @throws IllegalArgumentException if the number of decimals lies outside its range
   */
  static Digits of(int places, Rounding rounding) {
    PLACES.check(places);
    return ImmutableDigits.builder().places(places).rounding(rounding).build();
  }

  /**
   * Prints a number, rounded from the shortest decimal text that reads back to it.
   *
   * @param value a finite number
   * @return the number with its decimals, and with {@code .} as decimal sign; never a negative zero
   * @throws IllegalArgumentException if the number is not finite
   */
  default String print(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "number in print [its own unit] must be finite, but was " + value);
    }
    return round(BigDecimal.valueOf(value)).toPlainString();
  }

  /**
   * Rounds a number.
   *
   * @param value the number, exactly
   * @return the number with as many decimals as print has
   */
  default BigDecimal round(BigDecimal value) {
    return value.setScale(places(), rounding().mode());
  }
}
