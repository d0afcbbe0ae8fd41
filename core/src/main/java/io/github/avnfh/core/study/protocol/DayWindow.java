package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Timepoint;
import org.immutables.value.Value;

/**
 * A span of whole days from the first treatment, both ends included.
 *
 * <pre>{@code
 * DayWindow window = DayWindow.of(169, 197);
 * window.holds(197); // true
 * window.holds(198); // false
 * }</pre>
 */
@Value.Immutable
public sealed interface DayWindow permits ImmutableDayWindow {

  /**
   * Returns the first day.
   *
   * @return whole days from the first treatment, itself inside
   */
  int firstDay();

  /**
   * Returns the last day.
   *
   * @return whole days from the first treatment, itself inside
   */
  int lastDay();

  /**
   * Returns a window.
   *
   * @param firstDay the first day, itself inside
   * @param lastDay the last day, itself inside, not before the first
   * @return the window
   * @throws IllegalArgumentException if a day is impossible or the last one comes before the first
   */
  static DayWindow of(int firstDay, int lastDay) {
    Timepoint.DAY.check(firstDay);
    Timepoint.DAY.check(lastDay);
    if (lastDay < firstDay) {
      throw new IllegalArgumentException("last day of a window [days from the first treatment] must"
          + " lie in " + firstDay + ".." + (int) Timepoint.DAY.high() + ", but was " + lastDay);
    }
    return ImmutableDayWindow.builder().firstDay(firstDay).lastDay(lastDay).build();
  }

  /**
   * Tells whether a day lies inside.
   *
   * @param day whole days from the first treatment
   * @return true from the first to the last day
   */
  default boolean holds(int day) {
    return day >= firstDay() && day <= lastDay();
  }
}
