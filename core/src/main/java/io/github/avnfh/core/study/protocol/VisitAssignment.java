package io.github.avnfh.core.study.protocol;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * Which visit counts for which planned moment, told by the days alone.
 *
 * <p>A visit belongs to the planned moment whose window holds its day. Of several visits in one
 * window the one nearest to the day on which the visit was due counts; of two equally near ones the
 * caller says which. The others are surplus. Visits outside all windows count for no planned
 * moment. Visits that did not take place are left out, and the timepoints that visits bear are not
 * looked at. No visit prints.
 *
 * <pre>{@code
 * VisitSchedule schedule = VisitSchedule.within("our handbook", 14, List.of(Timepoint.ofMonths(12)));
 * Visit first =
 *     Visit.builder().timepoint(Timepoint.unscheduled()).day(360).status(VisitStatus.DONE).build();
 * Visit second =
 *     Visit.builder().timepoint(Timepoint.unscheduled()).day(370).status(VisitStatus.DONE).build();
 * VisitAssignment assignment =
 *     VisitAssignment.of(schedule, List.of(first, second), VisitAssignment.Tie.EARLIER);
 * assignment.assigned().get(Timepoint.ofMonths(12)).day(); // 360
 * assignment.surplus().size();                             // 1
 * }</pre>
 */
@Value.Immutable
public sealed interface VisitAssignment permits ImmutableVisitAssignment {
  /** Which of two visits counts that are equally near to the day on which one was due. */
  enum Tie {
    /** The one before that day. */
    EARLIER,
    /** The one after that day. */
    LATER
  }

  /**
   * Returns the rule for two visits that are equally near.
   *
   * @return the rule
   */
  Tie tie();

  /**
   * Returns the visit that counts for each planned moment that has one.
   *
   * @return the visits by timepoint, in the order of time
   */
  @Value.Redacted
  Map<Timepoint, Visit> assigned();

  /**
   * Returns the visits in a window in which another counts.
   *
   * @return the visits in the order in which they were given
   */
  @Value.Redacted
  List<Visit> surplus();

  /**
   * Returns the visits outside all windows.
   *
   * @return the visits in the order in which they were given
   */
  @Value.Redacted
  List<Visit> outside();

  /**
   * Assigns visits.
   *
   * @param schedule the planned visits with their windows
   * @param visits the visits of one hip; of two that fall on one day, the one given first counts
   * @param tie which of two visits counts that are equally near
   * @return the assignment
   */
  static VisitAssignment of(VisitSchedule schedule, List<Visit> visits, Tie tie) {
    List<Visit> seen =
        visits.stream().filter(visit -> visit.status().tookPlace()).toList();
    Map<Timepoint, Visit> assigned = new LinkedHashMap<>();
    for (PlannedVisit planned : schedule.visits()) {
      seen.stream()
          .filter(visit -> planned.window().holds(visit.day()))
          .min(nearness(planned.dueDay(), tie))
          .ifPresent(visit -> assigned.put(planned.timepoint(), visit));
    }
    List<Visit> left = new ArrayList<>(seen);
    assigned.values().forEach(left::remove);
    Predicate<Visit> inside = visit -> schedule.visitOn(visit.day()).isPresent();
    return ImmutableVisitAssignment.builder()
        .tie(tie)
        .putAllAssigned(assigned)
        .addAllSurplus(left.stream().filter(inside).toList())
        .addAllOutside(left.stream().filter(inside.negate()).toList())
        .build();
  }

  private static Comparator<Visit> nearness(int due, Tie tie) {
    Comparator<Visit> byDay = Comparator.comparingInt(Visit::day);
    return Comparator.comparingInt((Visit visit) -> Math.abs(visit.day() - due))
        .thenComparing(tie == Tie.EARLIER ? byDay : byDay.reversed());
  }
}
