package io.github.avnfh.core.study.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Subjects;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.study.protocol.VisitAssignment.Tie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class VisitAssignmentProperties {
  private static final VisitSchedule NARROW =
      VisitSchedule.within("a property", 14, StudyProtocol.timepoints());

  private static List<Visit> visits(List<Integer> days) {
    return days.stream()
        .map(day -> Subjects.visit(Timepoint.unscheduled(), day))
        .toList();
  }

  @Property
  void givesEveryVisitOnePlaceOnly(
      @ForAll @Size(max = 12) @UniqueElements List<@IntRange(min = -30, max = 800) Integer> days,
      @ForAll Tie tie) {
    VisitAssignment assignment = VisitAssignment.of(NARROW, visits(days), tie);
    List<Visit> places = new ArrayList<>(assignment.assigned().values());
    places.addAll(assignment.surplus());
    places.addAll(assignment.outside());
    assertThat(places).containsExactlyInAnyOrderElementsOf(visits(days));
  }

  @Property
  void countsNoVisitThatAnotherOfItsWindowIsNearerThan(
      @ForAll @Size(max = 12) @UniqueElements List<@IntRange(min = -30, max = 800) Integer> days,
      @ForAll Tie tie) {
    VisitAssignment assignment = VisitAssignment.of(NARROW, visits(days), tie);
    assignment.surplus().forEach(visit -> {
      PlannedVisit planned = NARROW.visitOn(visit.day()).orElseThrow();
      Visit counted = Objects.requireNonNull(assignment.assigned().get(planned.timepoint()));
      assertThat(Math.abs(counted.day() - planned.dueDay()))
          .isLessThanOrEqualTo(Math.abs(visit.day() - planned.dueDay()));
    });
  }

  @Property
  void doesNotCareInWhichOrderVisitsOfDifferentDaysCome(
      @ForAll @Size(max = 12) @UniqueElements List<@IntRange(min = -30, max = 800) Integer> days,
      @ForAll Random random) {
    List<Integer> shuffled = new ArrayList<>(days);
    Collections.shuffle(shuffled, random);
    assertThat(VisitAssignment.of(NARROW, visits(shuffled), Tie.EARLIER).assigned())
        .isEqualTo(VisitAssignment.of(NARROW, visits(days), Tie.EARLIER).assigned());
  }

  @Property
  void leavesNoDayUpToTheLastWindowWithoutAVisitByTheDefault(
      @ForAll @IntRange(min = -3_650, max = 822) int day) {
    VisitSchedule halfway = VisitSchedule.halfway(StudyProtocol.timepoints());
    PlannedVisit planned = halfway.visitOn(day).orElseThrow();
    Set<Integer> distances = new HashSet<>();
    halfway.visits().stream()
        .filter(visit -> (visit.dueDay() <= 0) == (day <= 0))
        .forEach(visit -> distances.add(Math.abs(visit.dueDay() - day)));
    assertThat(Math.abs(planned.dueDay() - day)).isEqualTo(Collections.min(distances));
  }
}
