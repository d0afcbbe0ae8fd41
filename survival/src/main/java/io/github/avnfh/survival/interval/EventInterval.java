package io.github.avnfh.survival.interval;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * When an event happened, as far as it is known: after one time and up to another, at a time that
 * is known exactly, up to a time, or at some time after one if ever.
 *
 * <p>Intervals are open on the left and closed on the right, as R's {@code Surv(type =
 * "interval2")} has them: an event found on day 180, and not yet on day 90, lies in (90, 180].
 *
 * @see Turnbull
 */
@Value.Immutable
public sealed interface EventInterval permits ImmutableEventInterval {

  /**
   * Returns the last time at which the event had not happened yet.
   *
   * @return the time, or nothing if the event may have happened from the start on; equal to
   *     {@link #until()} for a time that is known exactly
   */
  OptionalDouble after();

  /**
   * Returns the first time at which the event had happened.
   *
   * @return the time, or nothing if it was not found as long as it was looked for
   */
  OptionalDouble until();

  /**
   * Tells whether the time is known exactly.
   *
   * @return true if both ends are the same time
   */
  default boolean isExact() {
    return until().isPresent() && after().equals(until());
  }

  /**
   * Returns the interval of an event at a known time.
   *
   * @param time a time from the start of observation, finite and 0 or more
   * @return the interval
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  static EventInterval at(double time) {
    check(time);
    return of(OptionalDouble.of(time + 0.0), OptionalDouble.of(time + 0.0));
  }

  /**
   * Returns the interval of an event between two times.
   *
   * @param after the last time at which it had not happened, finite and 0 or more
   * @param until the first time at which it had, finite and later
   * @return the interval, without its first time and with its last
   * @throws IllegalArgumentException if a time is negative or not finite, or the second is not
   *     later
   */
  static EventInterval between(double after, double until) {
    check(after);
    check(until);
    if (until <= after) {
      throw new IllegalArgumentException(
          "end of the interval [unit of the times] must lie after " + after + ", but was " + until);
    }
    return of(OptionalDouble.of(after + 0.0), OptionalDouble.of(until));
  }

  /**
   * Returns the interval of an event that had happened when it was first looked for.
   *
   * @param until the first time at which it was looked for, finite and 0 or more
   * @return the interval from the start on, that included
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  static EventInterval upTo(double until) {
    check(until);
    return of(OptionalDouble.empty(), OptionalDouble.of(until + 0.0));
  }

  /**
   * Returns the interval of an event that had not happened when it was last looked for.
   *
   * @param after the last time at which it was looked for, finite and 0 or more
   * @return the interval without end
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  static EventInterval after(double after) {
    check(after);
    return of(OptionalDouble.of(after + 0.0), OptionalDouble.empty());
  }

  private static void check(double time) {
    if (!(time >= 0 && time <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time [unit of the times] must be finite and 0.0 or more, but was " + time);
    }
  }

  private static EventInterval of(OptionalDouble after, OptionalDouble until) {
    return ImmutableEventInterval.builder().after(after).until(until).build();
  }

  /** Refuses an interval that holds no time. */
  @Value.Check
  default void check() {
    if (after().isEmpty() && until().isEmpty()) {
      throw new IllegalArgumentException("interval [ends] must have 1 or 2, but had 0");
    }
  }
}
