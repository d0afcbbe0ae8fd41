package io.github.avnfh.core.study;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.Visit;
import io.github.avnfh.core.imaging.Examination;
import io.github.avnfh.core.imaging.Modality;
import java.util.Comparator;
import java.util.List;

/** What happened to a hip, in order, each thing once. */
final class HipHistory {
  private static final Comparator<Visit> VISITS =
      Comparator.comparingInt(Visit::day).thenComparing(Visit::timepoint);
  private static final Comparator<Examination> EXAMINATIONS = Comparator.comparingInt(
          Examination::day)
      .thenComparing(Examination::timepoint)
      .thenComparing(Examination::modality)
      .thenComparing(Examination::reader);

  private HipHistory() {}

  /** A planned moment comes once; unscheduled visits are told apart by their day. */
  private record Moment(Timepoint timepoint, int dayIfUnscheduled) {
    static Moment of(Timepoint timepoint, int day) {
      return new Moment(timepoint, timepoint.months().isPresent() ? 0 : day);
    }
  }

  private record Reading(Moment moment, Modality modality, String reader) {}

  static Hip inOrder(Hip hip) {
    List<Visit> visits = hip.visits().stream().sorted(VISITS).toList();
    List<Examination> examinations =
        hip.examinations().stream().sorted(EXAMINATIONS).toList();
    return visits.equals(hip.visits()) && examinations.equals(hip.examinations())
        ? hip
        : Hip.builder()
            .id(hip.id())
            .etiology(hip.etiology())
            .baselineStage(hip.baselineStage())
            .baselineGrade(hip.baselineGrade())
            .priorSurgery(hip.priorSurgery())
            .addAllVisits(visits)
            .addAllExaminations(examinations)
            .arthroplasty(hip.arthroplasty())
            .lastSeenDay(hip.lastSeenDay())
            .build();
  }

  static void check(Hip hip) {
    unique(
        hip.visits().stream()
            .map(visit -> Moment.of(visit.timepoint(), visit.day()))
            .distinct()
            .count(),
        hip.visits().size(),
        "visits of a hip [distinct moments]");
    unique(
        hip.examinations().stream().map(HipHistory::reading).distinct().count(),
        hip.examinations().size(),
        "examinations of a hip [distinct moments, modalities and readers]");
  }

  private static Reading reading(Examination images) {
    return new Reading(
        Moment.of(images.timepoint(), images.day()), images.modality(), images.reader());
  }

  private static void unique(long distinct, int count, String what) {
    if (distinct < count) {
      throw new IllegalArgumentException(what + " must be " + count + ", but were " + distinct);
    }
  }
}
