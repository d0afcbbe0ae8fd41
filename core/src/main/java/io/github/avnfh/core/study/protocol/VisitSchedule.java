package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Timepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The visits that a protocol plans, in the order of time, with windows that do not overlap.
 *
 * <p>Few studies publish their windows. A schedule therefore says where its windows come from, and
 * every finding that rests on them rests on that.
 *
 * <pre>{@code
 * VisitSchedule schedule = VisitSchedule.halfway(
 *     List.of(Timepoint.baseline(), Timepoint.ofMonths(3), Timepoint.ofMonths(6)));
 * PlannedVisit third = schedule.visit(Timepoint.ofMonths(3)).orElseThrow();
 * third.window().firstDay();                                    // 1
 * third.window().lastDay();                                     // 137
 * schedule.visitOn(140).map(visit -> visit.timepoint().code()); // Optional[M6]
 * }</pre>
 */
@Value.Immutable
public sealed interface VisitSchedule permits ImmutableVisitSchedule {

  /**
   * Returns where the windows come from.
   *
   * @return a phrase, such as {@code half-way to the neighboring visits, not published}
   */
  String windowsFrom();

  /**
   * Returns the planned visits.
   *
   * @return the visits in the order of time, at least one
   */
  List<PlannedVisit> visits();

  /**
   * Returns the planned visit of a timepoint, if there is one.
   *
   * @param timepoint the timepoint
   * @return its planned visit
   */
  default Optional<PlannedVisit> visit(Timepoint timepoint) {
    return visits().stream()
        .filter(visit -> visit.timepoint().equals(timepoint))
        .findFirst();
  }

  /**
   * Returns the planned visit whose window holds a day, if there is one.
   *
   * @param day whole days from the first treatment
   * @return the planned visit
   */
  default Optional<PlannedVisit> visitOn(int day) {
    return visits().stream().filter(visit -> visit.window().holds(day)).findFirst();
  }

  /**
   * Returns the planned moments.
   *
   * @return the timepoints in the order of time
   */
  default List<Timepoint> timepoints() {
    return visits().stream().map(PlannedVisit::timepoint).toList();
  }

  /**
   * Refuses a schedule without visits and windows that overlap or stand in another order.
   *
   * @throws IllegalArgumentException if the schedule contradicts itself
   */
  @Value.Check
  default void check() {
    if (visits().isEmpty()) {
      throw new IllegalArgumentException(
          "visits of a schedule [count] must be 1 or more, but were 0");
    }
    for (int next = 1; next < visits().size(); next++) {
      int first = visits().get(next).window().firstDay();
      int before = visits().get(next - 1).window().lastDay();
      if (first <= before) {
        throw new IllegalArgumentException("window of "
            + visits().get(next).timepoint().code()
            + " [first day] must lie after day " + before + ", the last of the window before, but"
            + " was " + first);
      }
    }
  }

  /**
   * Returns a schedule with windows that the caller declares.
   *
   * @param windowsFrom where the windows come from, in words
   * @param visits the planned visits in the order of time
   * @return the schedule
   * @throws IllegalArgumentException if there is no visit, or windows overlap
   */
  static VisitSchedule of(String windowsFrom, List<PlannedVisit> visits) {
    return ImmutableVisitSchedule.builder()
        .windowsFrom(windowsFrom)
        .addAllVisits(visits)
        .build();
  }

  /**
   * Returns a schedule whose windows all reach as far before and after the day on which a visit is
   * due; that of baseline ends on day 0.
   *
   * @param windowsFrom where the windows come from, in words
   * @param days how far a window reaches, in days, 0 or more
   * @param timepoints the planned moments in the order of time
   * @return the schedule
   * @throws IllegalArgumentException if there is no timepoint, one is unscheduled, or windows
   *     overlap
   */
  static VisitSchedule within(String windowsFrom, int days, List<Timepoint> timepoints) {
    List<PlannedVisit> visits = new ArrayList<>();
    for (Timepoint timepoint : timepoints) {
      int due = dueDay(timepoint);
      int last = due == 0 ? 0 : due + days;
      visits.add(PlannedVisit.of(timepoint, DayWindow.of(due - days, last)));
    }
    return of(windowsFrom, visits);
  }

  /**
   * Returns a schedule by the named default, which is unpublished: every day belongs to the visit
   * that is due nearest, and a day just between two visits to the earlier one.
   *
   * <p>Baseline takes every day up to day 0, and the next visit begins with day 1. The last window
   * reaches as far after its day as before.
   *
   * @param timepoints the planned moments in the order of time
   * @return the schedule
   * @throws IllegalArgumentException if there is no timepoint, one is unscheduled, or they are not
   *     in the order of time
   */
  static VisitSchedule halfway(List<Timepoint> timepoints) {
    List<PlannedVisit> visits = new ArrayList<>();
    int first = (int) Timepoint.DAY.low();
    for (int index = 0; index < timepoints.size(); index++) {
      int due = dueDay(timepoints.get(index));
      int last;
      if (due == 0) {
        last = 0;
      } else if (index + 1 < timepoints.size()) {
        last = Math.floorDiv(due + dueDay(timepoints.get(index + 1)), 2);
      } else {
        last = (int) Math.min(Timepoint.DAY.high(), 2.0 * due - Math.max(first, 1));
      }
      visits.add(PlannedVisit.of(timepoints.get(index), DayWindow.of(first, last)));
      first = last + 1;
    }
    return of("half-way to the neighboring visits, not published", visits);
  }

  private static int dueDay(Timepoint timepoint) {
    return timepoint
        .nominalDay()
        .orElseThrow(() -> new IllegalArgumentException(
            "planned visit [timepoint] must have a number of months, but was unscheduled"));
  }
}
