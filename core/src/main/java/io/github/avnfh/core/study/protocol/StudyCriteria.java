package io.github.avnfh.core.study.protocol;

import static io.github.avnfh.core.study.protocol.EligibilityCriterion.Kind.EXCLUSION;
import static io.github.avnfh.core.study.protocol.EligibilityCriterion.Kind.INCLUSION;

import io.github.avnfh.core.Sex;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The criteria of the study, in its order. */
final class StudyCriteria {
  private static final int YOUNGEST = 18;
  private static final int OLDEST = 55;
  private static final double CONSERVATIVE_MONTHS = 3;
  private static final double PLATELETS_PER_MICROLITER = 80_000;

  static final List<EligibilityCriterion> ALL =
      Stream.concat(inclusion(), exclusion()).toList();

  private StudyCriteria() {}

  private static Rule rule(String id, String statement) {
    return Rule.of("STUDY-" + id, "1.0", statement, Sources.STUDY);
  }

  private static Stream<EligibilityCriterion> inclusion() {
    return Stream.of(
        EligibilityCriterion.ofPatients(
            INCLUSION,
            rule("IN-AGE", "Age is 18 to 55 years, both included"),
            (patient, cohort) ->
                Answer.of(patient.ageYears() >= YOUNGEST && patient.ageYears() <= OLDEST)),
        EligibilityCriterion.ofHips(
            INCLUSION,
            rule("IN-MRI", "Avascular necrosis of the hip is confirmed by MRI"),
            (hip, cohort) -> confirmed(hip)),
        EligibilityCriterion.ofHips(
            INCLUSION,
            rule("IN-STAGE", "Steinberg stage is I to III, without acetabular involvement"),
            (hip, cohort) -> staged(hip, isEarly(hip) && !hasAcetabularChanges(hip))),
        EligibilityCriterion.ofHips(
            INCLUSION,
            rule(
                "IN-COMPLAINT",
                "Pain or limitation persists despite at least 3 months of conservative therapy"),
            (hip, cohort) -> Answer.demanding(hip.persistentComplaint()).and(hasWaited(hip))),
        EligibilityCriterion.ofPatients(
            INCLUSION,
            rule("IN-ATTENDANCE", "The patient is able to attend visits for 24 months"),
            (patient, cohort) -> Answer.demanding(patient.screening().ableToAttend())),
        EligibilityCriterion.ofPatients(
            INCLUSION,
            rule("IN-WILLING", "The patient is willing to undergo aspiration and injection"),
            (patient, cohort) -> Answer.demanding(patient.screening().willing())));
  }

  private static Stream<EligibilityCriterion> exclusion() {
    return Stream.of(
        EligibilityCriterion.ofHips(
            EXCLUSION,
            rule("EX-STAGE", "Steinberg stage is not IV to VI"),
            (hip, cohort) ->
                staged(hip, hip.baselineStage().compareTo(SteinbergStage.STAGE_IV) < 0)),
        EligibilityCriterion.ofPatients(
            EXCLUSION,
            rule("EX-SYSTEMIC-INFECTION", "There is no systemic infection"),
            (patient, cohort) -> Answer.forbidding(patient.screening().systemicInfection())),
        EligibilityCriterion.ofHips(
            EXCLUSION,
            rule("EX-LOCAL-INFECTION", "The hip is not infected"),
            (hip, cohort) -> Answer.forbidding(hip.localInfection())),
        EligibilityCriterion.ofPatients(
            EXCLUSION,
            rule("EX-COAGULOPATHY", "There is no severe coagulopathy"),
            (patient, cohort) -> Answer.forbidding(patient.screening().severeCoagulopathy())),
        EligibilityCriterion.ofPatients(
            EXCLUSION,
            rule("EX-PLATELETS", "Platelets are 80,000 per microliter or more"),
            (patient, cohort) -> hasPlatelets(patient)),
        EligibilityCriterion.ofHips(
            EXCLUSION,
            rule("EX-SURGERY", "The hip was not operated on before"),
            (hip, cohort) -> Answer.forbidding(hip.priorSurgery())),
        EligibilityCriterion.ofPatients(
            EXCLUSION,
            rule("EX-MALIGNANCY", "There is no active malignancy"),
            (patient, cohort) -> Answer.forbidding(patient.screening().activeMalignancy())),
        EligibilityCriterion.ofPatients(
            EXCLUSION,
            rule("EX-PREGNANCY", "The patient is not pregnant"),
            (patient, cohort) -> isNotPregnant(patient)),
        EligibilityCriterion.ofPatients(
            EXCLUSION,
            rule("EX-ASPIRATE", "The first aspirate is not inadequate for technical reasons"),
            StudyCriteria::hasAdequateAspirate));
  }

  /** Readers who disagree without a consensus confirm nothing and refute nothing. */
  private static Answer confirmed(Hip hip) {
    Set<Presence> seen = seenAtBaseline(hip, Findings::mriLesion);
    return seen.size() == 1 ? Answer.of(seen.contains(Presence.PRESENT)) : Answer.UNKNOWN;
  }

  /** What the consensus says of baseline if it says anything; otherwise what all readers say. */
  private static Set<Presence> seenAtBaseline(Hip hip, Function<Findings, Presence> sign) {
    List<ImageReading> baseline = hip.imageReadings().stream()
        .filter(images -> images.timepoint().equals(Timepoint.baseline()))
        .filter(images -> sign.apply(images.findings()).isAssessed())
        .toList();
    boolean settled = baseline.stream().anyMatch(ImageReading::isConsensus);
    return baseline.stream()
        .filter(images -> !settled || images.isConsensus())
        .map(images -> sign.apply(images.findings()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Answer staged(Hip hip, boolean met) {
    return hip.baselineStage().isKnown() ? Answer.of(met) : Answer.UNKNOWN;
  }

  private static boolean isEarly(Hip hip) {
    return hip.baselineStage().compareTo(SteinbergStage.STAGE_I) >= 0
        && hip.baselineStage().compareTo(SteinbergStage.STAGE_III) <= 0;
  }

  private static boolean hasAcetabularChanges(Hip hip) {
    return seenAtBaseline(hip, Findings::acetabularChanges).contains(Presence.PRESENT);
  }

  private static Answer hasWaited(Hip hip) {
    return hip.conservativeTherapyMonths().isEmpty()
        ? Answer.UNKNOWN
        : Answer.of(hip.conservativeTherapyMonths().getAsDouble() >= CONSERVATIVE_MONTHS);
  }

  private static Answer hasPlatelets(Patient patient) {
    return patient.plateletsPerMicroliter().isEmpty()
        ? Answer.UNKNOWN
        : Answer.of(patient.plateletsPerMicroliter().getAsDouble() >= PLATELETS_PER_MICROLITER);
  }

  private static Answer isNotPregnant(Patient patient) {
    return Answer.forbidding(pregnant(patient));
  }

  /** A man is not pregnant, recorded or not. */
  static Optional<Boolean> pregnant(Patient patient) {
    Optional<Boolean> recorded = patient.screening().pregnant();
    return recorded.isEmpty() && patient.sex() == Sex.MALE ? Optional.of(false) : recorded;
  }

  private static Answer hasAdequateAspirate(Patient patient, Cohort cohort) {
    return Answer.demanding(cohort.aspirationsOf(patient).stream()
        .min(Comparator.comparingInt(MarrowAspiration::day))
        .flatMap(MarrowAspiration::adequate));
  }
}
