package io.github.avnfh.staging.response;

import org.immutables.value.Value;

/**
 * When a hip progressed: after the last images without progression, up to and including the first
 * images that show it.
 *
 * <pre>{@code
 * Hip worse = cohort.hipsWhere(
 *         hip -> ResponseRule.study(5).assess(hip).outcome() == ResponseOutcome.PROGRESSED)
 *     .get(0);
 * ProgressionInterval interval = ResponseRule.study(5).assess(worse).interval().orElseThrow();
 * interval.after(); // -7
 * interval.until(); // 175
 * }</pre>
 */
@Value.Immutable
public sealed interface ProgressionInterval permits ImmutableProgressionInterval {

  /**
   * Returns the day of the last images that were clear, which progression lies after.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int after();

  /**
   * Returns the day of the first images that show progression.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int until();

  /**
   * Returns an interval.
   *
   * @param after the day of the last images that were clear
   * @param until the day of the first images that show progression
   * @return the interval
   * @throws IllegalArgumentException if the first day does not lie before the second
   */
  static ProgressionInterval of(int after, int until) {
    if (after >= until) {
      throw new IllegalArgumentException("progression [days from the first treatment] must lie"
          + " after the last clear day, but was given " + after + " and " + until);
    }
    return ImmutableProgressionInterval.builder().after(after).until(until).build();
  }
}
