package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.study.adherence.ParticipantFlow.VisitFlow.Attendance;
import io.github.avnfh.core.study.protocol.Answer;
import io.github.avnfh.core.study.protocol.EligibilityCriterion;
import io.github.avnfh.core.study.protocol.PlannedVisit;
import io.github.avnfh.core.study.protocol.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts the participants of a cohort. */
final class FlowCount {
  private final Protocol protocol;
  private final Cohort cohort;

  FlowCount(Protocol protocol, Cohort cohort) {
    this.protocol = protocol;
    this.cohort = cohort;
  }

  ParticipantFlow flow() {
    Eligibility excluded = excluded();
    return counts(cohort)
        .addAllReasons(reasons(excluded))
        .excludedOtherwise(otherwise(excluded))
        .addAllVisits(protocol.visits().visits().stream().map(this::visit).toList())
        .build();
  }

  static ParticipantFlow withoutProtocol(Cohort cohort) {
    return counts(cohort)
        .excludedOtherwise(count(cohort, patient -> !ParticipantFlow.isEnrolled(patient)))
        .build();
  }

  private static ImmutableParticipantFlow.Builder counts(Cohort cohort) {
    return ImmutableParticipantFlow.builder()
        .screened(count(cohort, patient -> true))
        .excluded(count(cohort, patient -> !ParticipantFlow.isEnrolled(patient)))
        .enrolled(count(cohort, ParticipantFlow::isEnrolled))
        .lost(count(
            cohort,
            patient -> ParticipantFlow.isEnrolled(patient) && patient.lostDay().isPresent()))
        .died(count(
            cohort,
            patient -> ParticipantFlow.isEnrolled(patient) && patient.deathDay().isPresent()))
        .replaced(ParticipantCount.ofHips(enrolledHips(cohort).stream()
            .filter(hip -> hip.arthroplasty().isPresent())
            .map(Hip::id)
            .toList()));
  }

  private static ParticipantCount count(Cohort cohort, Predicate<Patient> condition) {
    List<Patient> patients = cohort.patients().stream().filter(condition).toList();
    int hips =
        patients.stream().mapToInt(patient -> cohort.hipsOf(patient).size()).sum();
    return ParticipantCount.of(patients.size(), hips);
  }

  private static List<Hip> enrolledHips(Cohort cohort) {
    return cohort.hipsWhere(hip -> ParticipantFlow.isEnrolled(cohort.patientOf(hip)));
  }

  /** The criteria are answered from the whole cohort, and kept for those not enrolled. */
  private Eligibility excluded() {
    List<Eligibility.PatientEligibility> answers =
        Eligibility.of(protocol, cohort).patients();
    ImmutableEligibility.Builder excluded =
        ImmutableEligibility.builder().addAllCriteria(protocol.criteria());
    for (int index = 0; index < answers.size(); index++) {
      if (!ParticipantFlow.isEnrolled(cohort.patients().get(index))) {
        excluded.addPatients(answers.get(index));
      }
    }
    return excluded.build();
  }

  private List<ParticipantFlow.ExclusionReason> reasons(Eligibility excluded) {
    return protocol.criteria().stream()
        .map(criterion -> reason(excluded, criterion))
        .filter(reason -> reason.notMet().patients() + reason.unknown().patients() > 0)
        .toList();
  }

  private static ParticipantFlow.ExclusionReason reason(
      Eligibility excluded, EligibilityCriterion criterion) {
    return ImmutableExclusionReason.builder()
        .criterion(criterion)
        .notMet(excluded.concerned(criterion, Answer.NOT_MET))
        .unknown(excluded.concerned(criterion, Answer.UNKNOWN))
        .build();
  }

  private static ParticipantCount otherwise(Eligibility excluded) {
    List<Eligibility.PatientEligibility> unexplained =
        excluded.patients().stream().filter(FlowCount::isUnexplained).toList();
    return ParticipantCount.of(
        unexplained.size(),
        unexplained.stream().mapToInt(patient -> patient.hips().size()).sum());
  }

  private static boolean isUnexplained(Eligibility.PatientEligibility patient) {
    Predicate<Eligibility.CriterionResult> fails = verdict -> verdict.answer() == Answer.NOT_MET;
    return patient.verdicts().stream().noneMatch(fails)
        && patient.hips().stream().flatMap(hip -> hip.verdicts().stream()).noneMatch(fails);
  }

  private ParticipantFlow.VisitFlow visit(PlannedVisit planned) {
    Map<Attendance, List<HipId>> hips = enrolledHips(cohort).stream()
        .collect(Collectors.groupingBy(
            hip -> attendance(planned, hip), Collectors.mapping(Hip::id, Collectors.toList())));
    ImmutableVisitFlow.Builder flow = ImmutableVisitFlow.builder().timepoint(planned.timepoint());
    for (Attendance attendance : Attendance.values()) {
      flow.putCounts(attendance, ParticipantCount.ofHips(hips.getOrDefault(attendance, List.of())));
    }
    return flow.build();
  }

  private Attendance attendance(PlannedVisit planned, Hip hip) {
    Optional<Visit> visit = hip.visit(planned.timepoint());
    if (visit.isPresent() && visit.get().status() == VisitStatus.DONE) {
      return isScored(visit.get()) ? Attendance.ANALYZED : Attendance.NOT_SCORED;
    }
    if (visit.isPresent() && visit.get().status() == VisitStatus.AFTER_ARTHROPLASTY) {
      return Attendance.AFTER_ARTHROPLASTY;
    }
    // a visit whose window had not closed when the patient died is no longer due
    if (EndOfFollowUp.hasDiedBy(cohort, hip, planned.window().lastDay())) {
      return Attendance.DIED;
    }
    if (EndOfFollowUp.isLostBy(cohort, hip, planned.window().lastDay())) {
      return Attendance.LOST;
    }
    return visit
        .map(unseen ->
            unseen.status() == VisitStatus.MISSED ? Attendance.MISSED : Attendance.NOT_DUE)
        .orElse(Attendance.NOT_RECORDED);
  }

  private boolean isScored(Visit visit) {
    return protocol.instruments().stream()
        .anyMatch(instrument -> visit.score(instrument).isPresent());
  }
}
