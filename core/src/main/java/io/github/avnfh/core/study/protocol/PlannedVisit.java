package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Timepoint;
import org.immutables.value.Value;

/**
 * A visit that a protocol plans: when it is due, and within which days it may take place.
 *
 * @see VisitSchedule
 */
@Value.Immutable
public sealed interface PlannedVisit permits ImmutablePlannedVisit {

  /**
   * Returns the planned moment.
   *
   * @return a timepoint with a number of months
   */
  Timepoint timepoint();

  /**
   * Returns the days within which the visit may take place.
   *
   * @return the window
   */
  DayWindow window();

  /**
   * Returns the day on which the visit is due.
   *
   * @return the nominal day of the timepoint
   */
  default int dueDay() {
    return timepoint().nominalDay().orElseThrow();
  }

  /**
   * Returns a planned visit.
   *
   * @param timepoint the planned moment
   * @param window the days within which it may take place, which hold the day on which it is due
   * @return the planned visit
   * @throws IllegalArgumentException if the timepoint is unscheduled or due outside the window
   */
  static PlannedVisit of(Timepoint timepoint, DayWindow window) {
    if (timepoint.nominalDay().isEmpty()) {
      throw new IllegalArgumentException(
          "planned visit [timepoint] must have a number of months, but was unscheduled");
    }
    int due = timepoint.nominalDay().getAsInt();
    if (!window.holds(due)) {
      throw new IllegalArgumentException("window of " + timepoint.code() + " [days from the first"
          + " treatment] must hold day " + due + ", but was " + window.firstDay() + ".."
          + window.lastDay());
    }
    return ImmutablePlannedVisit.builder().timepoint(timepoint).window(window).build();
  }
}
