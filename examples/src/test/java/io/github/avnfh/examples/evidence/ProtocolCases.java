package io.github.avnfh.examples.evidence;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Screening;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.study.adherence.Eligibility;
import io.github.avnfh.core.study.adherence.Eligibility.CriterionResult;
import io.github.avnfh.core.study.protocol.Limit;
import io.github.avnfh.core.study.protocol.Processing;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Criteria and limits of the study at work: what fails them, and its neighbor that does not. */
final class ProtocolCases {
  private static final Protocol STUDY = StudyProtocol.withHalfwayWindows();
  private static final PatientId ID = PatientId.of("P1");

  private ProtocolCases() {}

  static List<RuleCase> all() {
    return Stream.of(ofPatients(), ofScreening(), ofHips(), ofLimits())
        .flatMap(cases -> cases)
        .toList();
  }

  private static Stream<RuleCase> ofPatients() {
    return Stream.of(
        refused("STUDY-IN-AGE", patient().ageYears(56), patient().ageYears(55)),
        refused(
            "STUDY-EX-PLATELETS",
            patient().ageYears(40).plateletsPerMicroliter(79_999),
            patient().ageYears(40).plateletsPerMicroliter(80_000)),
        refused("STUDY-EX-ASPIRATE", aspirated(false), aspirated(true)));
  }

  private static Stream<RuleCase> ofScreening() {
    return Stream.of(
        refused(
            "STUDY-IN-ATTENDANCE",
            screened(Screening.builder().ableToAttend(false)),
            screened(Screening.builder().ableToAttend(true))),
        refused(
            "STUDY-IN-WILLING",
            screened(Screening.builder().willing(false)),
            screened(Screening.builder().willing(true))),
        refused(
            "STUDY-EX-SYSTEMIC-INFECTION",
            screened(Screening.builder().systemicInfection(true)),
            screened(Screening.builder().systemicInfection(false))),
        refused(
            "STUDY-EX-COAGULOPATHY",
            screened(Screening.builder().severeCoagulopathy(true)),
            screened(Screening.builder().severeCoagulopathy(false))),
        refused(
            "STUDY-EX-MALIGNANCY",
            screened(Screening.builder().activeMalignancy(true)),
            screened(Screening.builder().activeMalignancy(false))),
        refused(
            "STUDY-EX-PREGNANCY",
            screened(Screening.builder().pregnant(true)),
            screened(Screening.builder().pregnant(false))));
  }

  private static Stream<RuleCase> ofHips() {
    return Stream.of(
        refused("STUDY-IN-MRI", lesion(Presence.ABSENT), lesion(Presence.PRESENT)),
        refused("STUDY-IN-STAGE", hip(SteinbergStage.STAGE_IV), hip(SteinbergStage.STAGE_III)),
        refused("STUDY-EX-STAGE", hip(SteinbergStage.STAGE_IV), hip(SteinbergStage.STAGE_III)),
        refused(
            "STUDY-IN-COMPLAINT",
            hip(SteinbergStage.STAGE_I).persistentComplaint(true).conservativeTherapyMonths(2.5),
            hip(SteinbergStage.STAGE_I).persistentComplaint(true).conservativeTherapyMonths(3)),
        refused(
            "STUDY-EX-LOCAL-INFECTION",
            hip(SteinbergStage.STAGE_I).localInfection(true),
            hip(SteinbergStage.STAGE_I).localInfection(false)),
        refused(
            "STUDY-EX-SURGERY",
            hip(SteinbergStage.STAGE_I).priorSurgery(true),
            hip(SteinbergStage.STAGE_I).priorSurgery(false)));
  }

  private static Stream<RuleCase> ofLimits() {
    Processing study = STUDY.processing();
    return Stream.of(
        outside("STUDY-ASPIRATE-VOLUME", study.aspiratedMilliliters(), 59, 60),
        outside("STUDY-ALIQUOT-VOLUME", study.aliquotMilliliters(), 11, 10),
        outside("STUDY-FINAL-VOLUME", study.finalMilliliters(), 7, 8));
  }

  private static RuleCase outside(
      String rule, Optional<Limit> limit, double outside, double inside) {
    return new RuleCase(
        rule,
        new RuleCase.Shown(limit.orElseThrow().explanation(OptionalDouble.of(outside)), "not met"),
        new RuleCase.Shown(limit.orElseThrow().explanation(OptionalDouble.of(inside)), "met"));
  }

  private static Patient.Builder patient() {
    return Patient.builder().id(ID).sex(Sex.FEMALE);
  }

  private static Hip.Builder hip(SteinbergStage stage) {
    return Hip.builder()
        .id(HipId.of(ID, Side.LEFT))
        .etiology(Etiology.UNKNOWN)
        .baselineStage(stage);
  }

  private static Hip.Builder lesion(Presence seen) {
    return hip(SteinbergStage.STAGE_I)
        .addImageReadings(ImageReading.builder()
            .timepoint(Timepoint.baseline())
            .day(0)
            .modality(Modality.MRI)
            .reader("R1")
            .findings(Findings.builder().mriLesion(seen).build())
            .build());
  }

  private static Patient.Builder screened(Screening.Builder answers) {
    return patient().ageYears(40).screening(answers.build());
  }

  private static Cohort aspirated(boolean adequate) {
    return Cohort.builder()
        .addPatients(patient().ageYears(40).build())
        .addAspirations(
            MarrowAspiration.builder().patient(ID).day(0).adequate(adequate).build())
        .build();
  }

  private static RuleCase refused(String rule, Hip.Builder failing, Hip.Builder passing) {
    Cohort.Builder one =
        Cohort.builder().addPatients(patient().ageYears(40).build()).addHips(failing.build());
    Cohort.Builder other =
        Cohort.builder().addPatients(patient().ageYears(40).build()).addHips(passing.build());
    return refused(rule, one.build(), other.build());
  }

  private static RuleCase refused(String rule, Patient.Builder failing, Patient.Builder passing) {
    return refused(
        rule,
        Cohort.builder().addPatients(failing.build()).build(),
        Cohort.builder().addPatients(passing.build()).build());
  }

  private static RuleCase refused(String rule, Cohort failing, Cohort passing) {
    return new RuleCase(
        rule,
        new RuleCase.Shown(explained(rule, failing), "not met"),
        new RuleCase.Shown(explained(rule, passing), "met"));
  }

  private static Explanation explained(String rule, Cohort cohort) {
    return Eligibility.of(STUDY, cohort).patients().stream()
        .flatMap(patient -> Stream.concat(
            patient.verdicts().stream(),
            patient.hips().stream().flatMap(hip -> hip.verdicts().stream())))
        .filter(verdict -> verdict.criterion().rule().id().equals(rule))
        .map(CriterionResult::explanation)
        .findFirst()
        .orElseThrow();
  }
}
