package io.github.avnfh.core;

import java.util.Objects;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A measured quantity: what it is called, its unit, and the closed range of values that are
 * possible.
 *
 * <p>A quantity checks numbers and words the refusal in one form, everywhere: the thing with its
 * unit, the legal range, the value. Impossible values are refused here; implausible ones are not
 * judged at this level.
 *
 * <pre>{@code
 * Quantity extent = Quantity.of("lesion extent", "% of head volume", 0, 100);
 * extent.check(28); // 28.0
 * extent.check(280);
 * // IllegalArgumentException: lesion extent [% of head volume] must lie in 0.0..100.0, but was 280.0
 * }</pre>
 */
@Value.Immutable
public sealed interface Quantity permits ImmutableQuantity {

  /**
   * Returns the name of the thing that is measured.
   *
   * @return the name, without its unit
   */
  String name();

  /**
   * Returns the unit of measurement.
   *
   * @return the unit, such as {@code mm} or {@code % of head volume}
   */
  String unit();

  /**
   * Returns the lowest possible value.
   *
   * @return the lower end, itself possible
   */
  double low();

  /**
   * Returns the highest possible value.
   *
   * @return the upper end, itself possible
   */
  double high();

  /**
   * Returns a quantity.
   *
   * @param name the name of the thing that is measured
   * @param unit its unit
   * @param low the lowest possible value
   * @param high the highest possible value
   * @return the quantity
   * @throws IllegalArgumentException if {@code low} does not lie below {@code high} or one is not
   *     finite, or if the name or the unit is blank
   */
  static Quantity of(String name, String unit, double low, double high) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    if (name.isBlank() || unit.isBlank()) {
      throw new IllegalArgumentException(
          "quantity [name and unit] must have visible characters in both, but had none in one");
    }
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(name + " [" + unit
          + "] needs a finite range from low to high, but was given " + low + ".." + high);
    }
    return ImmutableQuantity.builder()
        .name(name)
        .unit(unit)
        .low(low + 0.0)
        .high(high + 0.0)
        .build();
  }

  /**
   * Tells whether a value is possible.
   *
   * @param value a number, perhaps not a finite one
   * @return true if the value lies in the closed range
   */
  default boolean allows(double value) {
    return value >= low() && value <= high();
  }

  /**
   * Passes a possible value on and refuses any other; minus zero becomes zero.
   *
   * @param value the value to check
   * @return the value
   * @throws IllegalArgumentException if the value lies outside the range or is no number
   */
  default double check(double value) {
    if (allows(value)) {
      return value + 0.0;
    }
    throw new IllegalArgumentException(legalRange() + ", but was " + value);
  }

  /**
   * Checks a value that may be absent.
   *
   * @param value the value to check, or nothing
   * @return the value
   * @throws IllegalArgumentException if a value is there and {@link #check(double)} refuses it
   */
  default OptionalDouble check(OptionalDouble value) {
    Objects.requireNonNull(value, name());
    return value.isPresent() ? OptionalDouble.of(check(value.getAsDouble())) : value;
  }

  /**
   * Returns the sentence that says what is allowed.
   *
   * @return the name with its unit and the legal range
   */
  default String legalRange() {
    return name() + " [" + unit() + "] must lie in " + low() + ".." + high();
  }
}
