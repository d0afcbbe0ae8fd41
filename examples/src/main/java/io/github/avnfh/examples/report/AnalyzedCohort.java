package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A cohort as a report analyzes it, and what its files allow to be said of a hip. */
final class AnalyzedCohort {
  private AnalyzedCohort() {}

  /**
   * The same cohort in the order of identifiers, so that no sum depends on the order of rows in a
   * file.
   */
  static Cohort inOrder(Cohort cohort) {
    Cohort.Builder sorted = Cohort.builder();
    sorted.origin(cohort.origin()).addAllDeclaredAsRecorded(cohort.recorded());
    cohort.patients().stream()
        .sorted(Comparator.comparing(Patient::id))
        .forEach(sorted::addPatients);
    cohort.hips().stream().sorted(Comparator.comparing(Hip::id)).forEach(sorted::addHips);
    cohort.adverseEvents().stream()
        .sorted(Comparator.comparing(AdverseEvent::patient)
            .thenComparingInt(AdverseEvent::day)
            .thenComparing(AdverseEvent::term))
        .forEach(sorted::addAdverseEvents);
    cohort.satisfaction().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(answer -> sorted.putSatisfaction(answer.getKey(), answer.getValue()));
    return sorted
        .addAllAspirations(cohort.aspirations())
        .addAllPreparations(cohort.preparations())
        .build();
  }

  /**
   * The hips of which it is known whether they were replaced, on some day at least; none where that
   * is known of replaced hips only, which would be chosen by their outcome.
   */
  static List<Hip> followed(Cohort cohort, List<Hip> hips) {
    boolean free = cohort.hips().stream()
        .filter(hip -> hip.arthroplasty().isEmpty())
        .anyMatch(hip -> hip.lastKnownDay() > 0);
    boolean all = cohort.hips().stream().allMatch(hip -> hip.arthroplasty().isPresent());
    return cohort.isRecorded(DataKind.ARTHROPLASTIES) && (free || all)
        ? hips.stream()
            .filter(hip -> hip.arthroplasty().isPresent() || hip.lastKnownDay() > 0)
            .toList()
        : List.of();
  }

  /** The same cohort without visits planned after a moment. */
  static Cohort until(Cohort cohort, Timepoint last) {
    Cohort.Builder cut = Cohort.builder();
    cut.origin(cohort.origin()).addAllDeclaredAsRecorded(cohort.recorded());
    return cut.addAllPatients(cohort.patients())
        .addAllHips(cohort.hips().stream().map(hip -> until(hip, last)).toList())
        .build();
  }

  private static Hip until(Hip hip, Timepoint last) {
    List<Visit> visits = hip.visits().stream()
        .filter(visit -> visit.timepoint().compareTo(last) <= 0)
        .toList();
    return hip.withHistory(hip.decompressions(), hip.injections(), visits, hip.imageReadings());
  }
}
