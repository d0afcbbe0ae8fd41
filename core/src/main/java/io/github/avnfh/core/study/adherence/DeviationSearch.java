package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.study.adherence.Deviation.Kind;
import io.github.avnfh.core.study.protocol.Answer;
import io.github.avnfh.core.study.protocol.EligibilityCriterion;
import io.github.avnfh.core.study.protocol.EligibilityCriterion.Level;
import io.github.avnfh.core.study.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks through a cohort, patient by patient. */
final class DeviationSearch {
  private static final List<Kind> OF_VISITS =
      List.of(Kind.VISIT_MISSING, Kind.VISIT_MISSED, Kind.VISIT_OUTSIDE_WINDOW);
  private static final List<Kind> OF_IMAGES =
      List.of(Kind.IMAGES_MISSING, Kind.IMAGES_OUTSIDE_WINDOW);
  private static final List<Kind> OF_HIPS = List.of(
      Kind.INJECTION_MISSING,
      Kind.INJECTION_EARLY,
      Kind.INJECTION_LATE,
      Kind.INJECTION_WITHOUT_REASON,
      Kind.INJECTION_UNPLANNED,
      Kind.DECOMPRESSION_MISSING,
      Kind.DECOMPRESSION_APART,
      Kind.DECOMPRESSION_REPEATED,
      Kind.DRILL);
  private static final List<Kind> OF_ASPIRATIONS = List.of(
      Kind.ASPIRATION_MISSING, Kind.ASPIRATE_VOLUME, Kind.ALIQUOT_VOLUME, Kind.ASPIRATION_SITE);
  private static final List<Kind> OF_PREPARATIONS = List.of(
      Kind.PREPARATION_MISSING,
      Kind.FINAL_VOLUME,
      Kind.SPINS,
      Kind.DENSITY_GRADIENT,
      Kind.CULTURE,
      Kind.CRYOPRESERVATION);

  private final Protocol protocol;
  private final Cohort cohort;
  private final boolean recordsHipTreatment;
  private final VisitSearch visits;
  private final DeviationCollector found = new DeviationCollector();

  DeviationSearch(Protocol protocol, Cohort cohort) {
    this.protocol = protocol;
    this.cohort = cohort;
    this.recordsHipTreatment = cohort.isRecorded(DataKind.TREATMENTS);
    this.visits = new VisitSearch(protocol, cohort, found);
  }

  Deviations deviations() {
    List<Patient> enrolled =
        cohort.patients().stream().filter(ParticipantFlow::isEnrolled).toList();
    enrolled.forEach(this::search);
    int hips =
        enrolled.stream().mapToInt(patient -> cohort.hipsOf(patient).size()).sum();
    return ImmutableDeviations.builder()
        .enrolled(ParticipantCount.of(enrolled.size(), hips))
        .addAllFindings(found.list())
        .addAllNotJudged(notJudged())
        .windowsFrom(protocol.visits().windowsFrom())
        .build();
  }

  private void search(Patient patient) {
    criteria(Level.PATIENTS)
        .filter(criterion -> criterion.answer(patient, cohort) == Answer.NOT_MET)
        .forEach(criterion -> found.add(
            Kind.CRITERION_NOT_MET, patient.id(), Optional.empty(), Optional.of(criterion.rule())));
    for (Hip hip : cohort.hipsOf(patient)) {
      criteria(Level.HIPS)
          .filter(criterion -> criterion.answer(hip, cohort) == Answer.NOT_MET)
          .forEach(criterion -> found.add(
              Kind.CRITERION_NOT_MET, hip, Optional.empty(), Optional.of(criterion.rule())));
      visits.search(hip);
      if (recordsHipTreatment) {
        new InjectionSearch(protocol, cohort, found).search(hip);
      }
    }
    new ProcessingSearch(protocol, cohort, found).search(patient);
  }

  private Stream<EligibilityCriterion> criteria(Level level) {
    return protocol.criteria().stream().filter(criterion -> criterion.level() == level);
  }

  private List<Kind> notJudged() {
    return Stream.of(
            cohort.isRecorded(DataKind.VISITS) ? List.<Kind>of() : OF_VISITS,
            visits.judgesScores() ? List.<Kind>of() : List.of(Kind.SCORE_MISSING),
            cohort.isRecorded(DataKind.IMAGES) ? List.<Kind>of() : OF_IMAGES,
            recordsHipTreatment ? List.<Kind>of() : OF_HIPS,
            cohort.aspirations().isEmpty() ? OF_ASPIRATIONS : List.<Kind>of(),
            cohort.preparations().isEmpty() ? OF_PREPARATIONS : List.<Kind>of())
        .flatMap(List::stream)
        .sorted()
        .toList();
  }

  /** The deviations found so far. */
  static final class DeviationCollector {
    private final List<Deviation> deviations = new ArrayList<>();

    void add(Kind kind, Hip hip, Optional<Timepoint> timepoint) {
      add(kind, hip, timepoint, Optional.empty());
    }

    void add(Kind kind, Hip hip, Optional<Timepoint> timepoint, Optional<Rule> rule) {
      deviations.add(ImmutableDeviation.builder()
          .kind(kind)
          .timepoint(timepoint)
          .rule(rule)
          .patient(hip.id().patient())
          .hip(hip.id())
          .build());
    }

    void add(Kind kind, PatientId patient, Optional<Timepoint> timepoint, Optional<Rule> rule) {
      deviations.add(ImmutableDeviation.builder()
          .kind(kind)
          .timepoint(timepoint)
          .rule(rule)
          .patient(patient)
          .build());
    }

    List<Deviation> list() {
      return List.copyOf(deviations);
    }
  }
}
