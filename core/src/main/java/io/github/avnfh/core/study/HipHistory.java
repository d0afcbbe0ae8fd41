package io.github.avnfh.core.study;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.Visit;
import io.github.avnfh.core.VisitStatus;
import io.github.avnfh.core.imaging.Examination;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** What happened to a hip, in order, each thing once. */
final class HipHistory {
  private static final OptionalDouble MINUS_ZERO = OptionalDouble.of(-0.0);
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

  static boolean tookPlace(Visit visit) {
    return visit.status() == VisitStatus.DONE || visit.status() == VisitStatus.AFTER_ARTHROPLASTY;
  }

  static Hip inOrder(Hip hip) {
    List<Visit> visits = hip.visits().stream().sorted(VISITS).toList();
    List<Examination> examinations =
        hip.examinations().stream().sorted(EXAMINATIONS).toList();
    List<CoreDecompression> decompressions = hip.decompressions().stream()
        .sorted(Comparator.comparingInt(CoreDecompression::day))
        .toList();
    List<Injection> injections = hip.injections().stream()
        .sorted(Comparator.comparingInt(Injection::number))
        .toList();
    boolean inOrder = visits.equals(hip.visits())
        && examinations.equals(hip.examinations())
        && decompressions.equals(hip.decompressions())
        && injections.equals(hip.injections())
        && !MINUS_ZERO.equals(hip.conservativeTherapyMonths());
    return inOrder
        ? hip
        : enrolled(hip)
            .addAllDecompressions(decompressions)
            .addAllInjections(injections)
            .addAllVisits(visits)
            .addAllExaminations(examinations)
            .build();
  }

  private static Hip.Builder enrolled(Hip hip) {
    return Hip.builder()
        .id(hip.id())
        .etiology(hip.etiology())
        .baselineStage(hip.baselineStage())
        .baselineGrade(hip.baselineGrade())
        .priorSurgery(hip.priorSurgery())
        .localInfection(hip.localInfection())
        .persistentComplaint(hip.persistentComplaint())
        .conservativeTherapyMonths(Hip.CONSERVATIVE_THERAPY.check(hip.conservativeTherapyMonths()))
        .arthroplasty(hip.arthroplasty())
        .lastSeenDay(hip.lastSeenDay());
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
    unique(
        hip.decompressions().stream().map(CoreDecompression::day).distinct().count(),
        hip.decompressions().size(),
        "decompressions of a hip [distinct days]");
    unique(
        hip.injections().stream().map(Injection::number).distinct().count(),
        hip.injections().size(),
        "injections of a hip [distinct numbers]");
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
