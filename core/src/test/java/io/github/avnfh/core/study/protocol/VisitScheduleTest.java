package io.github.avnfh.core.study.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Subjects;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.study.protocol.VisitAssignment.Tie;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisitScheduleTest {
  private static final Timepoint MONTH_3 = Timepoint.ofMonths(3);
  private static final Timepoint MONTH_6 = Timepoint.ofMonths(6);
  private static final VisitSchedule HALFWAY = VisitSchedule.halfway(StudyProtocol.timepoints());

  private static Visit unscheduled(int day) {
    return Subjects.visit(Timepoint.unscheduled(), day);
  }

  private static List<Integer> days(Stream<Visit> visits) {
    return visits.map(Visit::day).toList();
  }

  /** Due on days 0, 30, 91, 183, 365, 548 and 731; the middles are 60.5, 137, 274, 456.5, 639.5. */
  @Test
  void splitsTheDaysHalfWayBetweenVisits() {
    assertThat(HALFWAY.visits())
        .extracting(visit -> visit.timepoint().code() + " " + visit.window().firstDay() + ".."
            + visit.window().lastDay())
        .containsExactly(
            "BL -3650..0",
            "M1 1..60",
            "M3 61..137",
            "M6 138..274",
            "M12 275..456",
            "M18 457..639",
            "M24 640..822");
    assertThat(HALFWAY.windowsFrom())
        .isEqualTo("half-way to the neighboring visits, not published");
  }

  /** Due on days 183 and 365: the middle is 274; from day 1 to 183 are as many days as to 365. */
  @Test
  void reachesBackToTheFirstDayOfAllWhereBaselineIsNotPlanned() {
    VisitSchedule one = VisitSchedule.halfway(List.of(Timepoint.ofMonths(6)));
    assertThat(one.visits())
        .extracting(PlannedVisit::window)
        .containsExactly(DayWindow.of(-3650, 365));
    VisitSchedule two =
        VisitSchedule.halfway(List.of(Timepoint.ofMonths(6), Timepoint.ofMonths(12)));
    assertThat(two.visits())
        .extracting(PlannedVisit::window)
        .containsExactly(DayWindow.of(-3650, 274), DayWindow.of(275, 455));
  }

  @Test
  void reachesAsFarAsDeclaredAndNotBeyondTheTreatment() {
    VisitSchedule declared =
        VisitSchedule.within("a handbook", 14, List.of(Timepoint.baseline(), MONTH_3));
    assertThat(declared.visit(Timepoint.baseline()).orElseThrow().window())
        .isEqualTo(DayWindow.of(-14, 0));
    assertThat(declared.visit(MONTH_3).orElseThrow().window()).isEqualTo(DayWindow.of(77, 105));
    assertThat(declared.visitOn(76)).isEmpty();
    assertThat(declared.visitOn(77).orElseThrow().timepoint()).isEqualTo(MONTH_3);
    assertThat(declared.visitOn(105).orElseThrow().timepoint()).isEqualTo(MONTH_3);
    assertThat(declared.visitOn(106)).isEmpty();
  }

  @Test
  void refusesWindowsThatOverlap() {
    assertThatThrownBy(() -> VisitSchedule.within("x", 46, List.of(MONTH_3, MONTH_6)))
        .hasMessage(
            "window of M6 [first day] must lie after day 137, the last of the window before,"
                + " but was 137");
    assertThat(VisitSchedule.within("x", 45, List.of(MONTH_3, MONTH_6)).visits())
        .hasSize(2);
    assertThatThrownBy(() -> VisitSchedule.halfway(List.of()))
        .hasMessage("visits of a schedule [count] must be 1 or more, but were 0");
    assertThatThrownBy(() -> VisitSchedule.halfway(List.of(Timepoint.unscheduled())))
        .hasMessage("planned visit [timepoint] must have a number of months, but was unscheduled");
    assertThatThrownBy(() -> PlannedVisit.of(MONTH_3, DayWindow.of(92, 100)))
        .hasMessage(
            "window of M3 [days from the first treatment] must hold day 91, but was" + " 92..100");
    assertThatThrownBy(() -> DayWindow.of(5, 4))
        .hasMessage("last day of a window [days from the first treatment] must lie in 5..36525,"
            + " but was 4");
  }

  @Test
  void assignsTheNearestVisitAndSaysWhichAreLeft() {
    VisitSchedule declared = VisitSchedule.within("x", 14, List.of(MONTH_3, MONTH_6));
    VisitAssignment assignment = VisitAssignment.of(
        declared,
        List.of(unscheduled(80), unscheduled(93), unscheduled(120), unscheduled(183)),
        Tie.EARLIER);
    assertThat(assignment.assigned().get(MONTH_3)).isEqualTo(unscheduled(93));
    assertThat(assignment.assigned().get(MONTH_6)).isEqualTo(unscheduled(183));
    assertThat(days(assignment.surplus().stream())).containsExactly(80);
    assertThat(days(assignment.outside().stream())).containsExactly(120);
  }

  @Test
  void letsTheCallerSayWhichOfTwoEquallyNearVisitsCounts() {
    List<Visit> visits = List.of(unscheduled(98), unscheduled(84));
    assertThat(VisitAssignment.of(HALFWAY, visits, Tie.EARLIER).assigned().get(MONTH_3))
        .isEqualTo(unscheduled(84));
    assertThat(VisitAssignment.of(HALFWAY, visits, Tie.LATER).assigned().get(MONTH_3))
        .isEqualTo(unscheduled(98));
  }

  @Test
  void countsOneOfTwoEqualVisits() {
    Visit visit = unscheduled(91);
    VisitAssignment assignment = VisitAssignment.of(HALFWAY, List.of(visit, visit), Tie.EARLIER);
    assertThat(assignment.assigned().get(MONTH_3)).isEqualTo(visit);
    assertThat(assignment.surplus()).containsExactly(visit);
  }

  @Test
  void givesADayJustBetweenTwoVisitsToTheEarlierOne() {
    assertThat(HALFWAY.visitOn(137).orElseThrow().timepoint()).isEqualTo(MONTH_3);
    assertThat(HALFWAY.visitOn(138).orElseThrow().timepoint()).isEqualTo(MONTH_6);
  }

  @Test
  void leavesOutVisitsThatDidNotTakePlace() {
    VisitAssignment assignment = VisitAssignment.of(
        HALFWAY, List.of(Subjects.unseen(MONTH_3, VisitStatus.MISSED)), Tie.EARLIER);
    assertThat(assignment.assigned()).isEmpty();
    assertThat(assignment.surplus()).isEmpty();
    assertThat(assignment.outside()).isEmpty();
  }

  @Test
  void doesNotPrintAVisit() {
    assertThat(VisitAssignment.of(HALFWAY, List.of(unscheduled(97)), Tie.EARLIER))
        .hasToString("VisitAssignment{tie=EARLIER}");
  }
}
