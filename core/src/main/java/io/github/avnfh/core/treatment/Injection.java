package io.github.avnfh.core.treatment;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.internal.OneLine;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * An injection of prepared cells into a femoral head.
 *
 * <pre>{@code
 * Injection first = Injection.builder().number(1).day(0).volumeMilliliters(11).build();
 * Injection second = Injection.builder().number(2).day(93).build();
 * second.daysAfter(first); // 93
 * }</pre>
 */
@Value.Immutable
public sealed interface Injection permits ImmutableInjection {
  /** Number of the injection of a hip, counted from 1. */
  Quantity NUMBER = Quantity.of("number of an injection", "count", 1, 100);

  /** Injected volume, in milliliters. */
  Quantity VOLUME = Quantity.of("injected volume", "mL", 0.1, 500);

  /** Duration of the injection, in minutes. */
  Quantity DURATION = Quantity.of("duration of an injection", "min", 0.1, 600);

  /**
   * Returns which injection of the hip this is.
   *
   * @return the number, counted from 1
   */
  int number();

  /**
   * Returns the day of the injection.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int day();

  /**
   * Returns the injected volume, if it was measured.
   *
   * @return the volume in milliliters
   */
  @Value.Redacted
  OptionalDouble volumeMilliliters();

  /**
   * Returns how long it took, if that was measured.
   *
   * @return the duration in minutes
   */
  @Value.Redacted
  OptionalDouble minutes();

  /**
   * Returns why it was given, where a decision stood behind it and was recorded.
   *
   * @return the reason as one line of visible characters
   */
  @Value.Redacted
  Optional<String> reason();

  /**
   * Returns the interval from another injection.
   *
   * @param earlier the injection from which days are counted
   * @return whole days, negative if that injection came later
   */
  default int daysAfter(Injection earlier) {
    return day() - earlier.day();
  }

  /**
   * Refuses impossible values and a reason that is not one line.
   *
   * @throws IllegalArgumentException if a value lies outside its range
   */
  @Value.Check
  default void check() {
    NUMBER.check(number());
    Timepoint.DAY.check(day());
    VOLUME.check(volumeMilliliters());
    DURATION.check(minutes());
    reason().ifPresent(text -> OneLine.check("reason of an injection", text));
  }

  /**
   * Starts an injection.
   *
   * @return a builder; number and day are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds injections. */
  final class Builder extends ImmutableInjection.Builder {
    Builder() {}
  }
}
