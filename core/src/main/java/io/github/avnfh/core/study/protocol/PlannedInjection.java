package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.treatment.Injection;
import org.immutables.value.Value;

/**
 * An injection that a protocol plans for every hip.
 *
 * <pre>{@code
 * PlannedInjection third = PlannedInjection.builder()
 *     .number(3)
 *     .timepoint(Timepoint.ofMonths(6))
 *     .window(DayWindow.of(169, 197))
 *     .condition(PlannedInjection.Condition.BY_DECISION)
 *     .withDecompression(false)
 *     .build();
 * third.window().holds(183); // true
 * }</pre>
 */
@Value.Immutable
public sealed interface PlannedInjection permits ImmutablePlannedInjection {
  /** Whether an injection is given in any case. */
  enum Condition {
    /** Given in any case. */
    ALWAYS,
    /** Given by a decision whose reason is to be recorded. */
    BY_DECISION
  }

  /**
   * Returns which injection of the hip this is.
   *
   * @return the number, counted from 1
   */
  int number();

  /**
   * Returns the planned moment.
   *
   * @return the timepoint
   */
  Timepoint timepoint();

  /**
   * Returns the days within which it may be given.
   *
   * @return the window
   */
  DayWindow window();

  /**
   * Returns whether it is given in any case.
   *
   * @return the condition
   */
  Condition condition();

  /**
   * Returns whether the core is decompressed on the same day.
   *
   * @return true with a decompression
   */
  boolean withDecompression();

  /**
   * Refuses an impossible number.
   *
   * @throws IllegalArgumentException if the number is impossible
   */
  @Value.Check
  default void check() {
    Injection.NUMBER.check(number());
  }

  /**
   * Starts a planned injection.
   *
   * @return a builder; everything is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds planned injections. */
  final class Builder extends ImmutablePlannedInjection.Builder {
    Builder() {}
  }
}
