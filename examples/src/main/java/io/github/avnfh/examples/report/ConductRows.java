package io.github.avnfh.examples.report;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.study.adherence.Deviation;
import io.github.avnfh.core.study.adherence.Deviations;
import io.github.avnfh.core.study.adherence.Eligibility;
import io.github.avnfh.core.study.adherence.Eligibility.CriterionResult;
import io.github.avnfh.core.study.adherence.ParticipantFlow;
import io.github.avnfh.core.study.protocol.PlannedVisit;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.examples.r.RScript;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The data with which R counts participants, answers to criteria, visits and deviations again.
 *
 * <p>Whether a criterion is met and whether something departs from the protocol is data; the script
 * counts patients and hips.
 */
final class ConductRows {
  private final Cohort screened;
  private final Map<PatientId, Integer> patients;
  private final Map<HipId, Integer> hips;

  ConductRows(Cohort screened, Map<PatientId, Integer> patients, Map<HipId, Integer> hips) {
    this.screened = screened;
    this.patients = patients;
    this.hips = hips;
  }

  RScript addTo(RScript script, Optional<Protocol> protocol) {
    boolean isScreened = screened.patients().stream()
        .anyMatch(patient -> patient.screening().enrolled().isPresent());
    Optional<Deviations> deviations = protocol.map(known -> Deviations.of(known, screened));
    return script
        .texts(
            "criterion_names",
            protocol.stream()
                .flatMap(known -> known.criteria().stream())
                .map(criterion -> criterion.rule().id())
                .toList())
        .flag("screening_recorded", isScreened)
        .flag("losses_recorded", screened.isRecorded(DataKind.LOSSES))
        .flag("deaths_recorded", screened.isRecorded(DataKind.DEATHS))
        .numbers(
            "judged_kinds",
            deviations
                .map(known -> Deviation.Kind.values().length - known.notJudged().size())
                .stream()
                .toList())
        .data("screened.csv", participants())
        .data("criteria.csv", criteria(protocol))
        .data("attendance.csv", attendance(protocol))
        .data("deviations.csv", deviations(deviations));
  }

  private String patient(PatientId id) {
    return Integer.toString(Objects.requireNonNull(patients.get(id)));
  }

  private String hip(HipId id) {
    return Integer.toString(Objects.requireNonNull(hips.get(id)));
  }

  private static String flag(boolean value) {
    return value ? "1" : "0";
  }

  /** A row for each hip, and for each patient without one. */
  private CsvOutput participants() {
    CsvOutput table =
        CsvOutput.withHeader("patient", "hip", "enrolled", "lost", "died", "replaced");
    for (Patient patient : screened.patients()) {
      List<Hip> own = screened.hipsOf(patient);
      String[] known = {
        flag(ParticipantFlow.isEnrolled(patient)),
        flag(patient.lostDay().isPresent()),
        flag(patient.deathDay().isPresent())
      };
      if (own.isEmpty()) {
        table.row(patient(patient.id()), "", known[0], known[1], known[2], "0");
      }
      own.forEach(hip -> table.row(
          patient(patient.id()),
          hip(hip.id()),
          known[0],
          known[1],
          known[2],
          flag(hip.arthroplasty().isPresent())));
    }
    return table;
  }

  /** A row for each criterion of a patient, without a hip, and of each hip. */
  private CsvOutput criteria(Optional<Protocol> protocol) {
    CsvOutput table = CsvOutput.withHeader("criterion", "unit", "patient", "hip", "answer");
    protocol
        .map(known -> Eligibility.of(known, screened).patients())
        .orElse(List.of())
        .forEach(patient -> {
          addAnswers(table, patient.verdicts(), patient(patient.patient()), "");
          patient
              .hips()
              .forEach(hip ->
                  addAnswers(table, hip.verdicts(), patient(patient.patient()), hip(hip.hip())));
        });
    return table;
  }

  private static void addAnswers(
      CsvOutput table, List<CriterionResult> answers, String patient, String hip) {
    answers.forEach(each -> table.row(
        each.criterion().rule().id(),
        ConductSection.unit(each.criterion()),
        patient,
        hip,
        each.answer().words()));
  }

  /** A row for each planned visit of each hip of an enrolled patient. */
  private CsvOutput attendance(Optional<Protocol> protocol) {
    CsvOutput table =
        CsvOutput.withHeader("visit", "hip", "patient", "status", "scored", "died", "lost");
    protocol.ifPresent(known -> {
      for (PlannedVisit planned : known.visits().visits()) {
        screened.hips().stream()
            .filter(hip -> ParticipantFlow.isEnrolled(screened.patientOf(hip)))
            .forEach(hip -> table.row(attendance(known, planned, hip)));
      }
    });
    return table;
  }

  private List<String> attendance(Protocol protocol, PlannedVisit planned, Hip hip) {
    Optional<Visit> visit = hip.visit(planned.timepoint());
    int last = planned.window().lastDay();
    boolean isScored = visit.stream()
        .anyMatch(taken -> protocol.instruments().stream()
            .anyMatch(instrument -> taken.score(instrument).isPresent()));
    return List.of(
        ScoreSection.visit(planned.timepoint()),
        hip(hip.id()),
        patient(hip.id().patient()),
        visit.map(taken -> taken.status().code()).orElse(""),
        flag(isScored),
        flag(screened.deathDayOf(hip).filter(day -> day <= last).isPresent()),
        flag(screened.lostDayOf(hip).filter(day -> day <= last).isPresent()));
  }

  private CsvOutput deviations(Optional<Deviations> deviations) {
    CsvOutput table = CsvOutput.withHeader("deviation", "patient", "hip");
    deviations.stream()
        .flatMap(known -> known.findings().stream())
        .sorted(Comparator.comparing(Deviation::kind))
        .forEach(each -> table.row(
            each.kind().words(),
            patient(each.patient()),
            each.hip().map(this::hip).orElse("")));
    return table;
  }
}
