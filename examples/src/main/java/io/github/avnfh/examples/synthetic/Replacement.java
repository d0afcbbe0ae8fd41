package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Timepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Sets the days of arthroplasty, the images that there are, and the first that shows progression.
 */
final class Replacement {
  /** The images of 6 months always come first, so that a progression can show on them. */
  private static final int EARLIEST = 200;

  /** Before 24 months are complete. */
  private static final int LATEST = 720;

  private static final int DAYS_FROM_ANY_VISIT = 3;

  private final Draws draws;

  Replacement(Draws draws) {
    this.draws = draws;
  }

  void schedule(List<SubjectHip> hips, List<SubjectHip> replaced) {
    List<Integer> taken = new ArrayList<>();
    for (SubjectHip hip : replaced) {
      int day = day(hip.subject, taken);
      taken.add(day);
      hip.replacedOn = OptionalInt.of(day);
    }
    hips.forEach(this::setImages);
    hips.stream().filter(hip -> hip.course == Course.PROGRESSED).forEach(this::setOnset);
  }

  /** Draws a day that no other hip has: the cohort shall not have ties that no one asked for. */
  private int day(Subject subject, List<Integer> taken) {
    int day = draws.between(EARLIEST, LATEST);
    return taken.contains(day) || isNearAVisit(subject, day) ? day(subject, taken) : day;
  }

  private static boolean isNearAVisit(Subject subject, int day) {
    return Arrays.stream(subject.visitDays)
        .anyMatch(visit -> Math.abs(visit - day) <= DAYS_FROM_ANY_VISIT);
  }

  private void setImages(SubjectHip hip) {
    Schedule.IMAGES.stream()
        .filter(visit -> !hip.isReplacedBy(visit))
        .forEach(visit -> hip.images.add(new Image(visit)));
  }

  /** Hips that are replaced progress early; in the others, a third shows it at 24 months only. */
  private void setOnset(SubjectHip hip) {
    List<Timepoint> late = List.of(Schedule.MONTH_12, Schedule.MONTH_12, Schedule.MONTH_24);
    Timepoint onset =
        draws.oneOf(hip.isReplaced() ? List.of(Schedule.MONTH_6, Schedule.MONTH_12) : late);
    hip.onset = onset.compareTo(hip.lastImage().visit) < 0 ? onset : hip.lastImage().visit;
  }
}
