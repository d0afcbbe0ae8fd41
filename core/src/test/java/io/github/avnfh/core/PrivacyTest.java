package io.github.avnfh.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Laboratory;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Screening;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.Centrifugation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrivacyTest {
  private static final String SECRET = "MRN-99887";
  private static final PatientId ID = PatientId.of(SECRET);
  private static final HipId HIP_ID = HipId.of(ID, Side.LEFT);
  private static final Patient PATIENT = Patient.builder()
      .id(ID)
      .sex(Sex.FEMALE)
      .ageYears(97)
      .heightCm(197)
      .weightKg(97)
      .plateletsPerMicroliter(97_000)
      .laboratory(Laboratory.builder().leukocytesPerMicroliter(9_700).build())
      .screening(Screening.builder().pregnant(true).enrolled(true).build())
      .lostDay(97)
      .lostReason("moved to 97 Main Street")
      .deathDay(197)
      .build();
  private static final MarrowAspiration ASPIRATION = MarrowAspiration.builder()
      .patient(ID)
      .day(97)
      .volumeMilliliters(97)
      .aliquots(97)
      .build();
  private static final CellPreparation PREPARATION = CellPreparation.builder()
      .patient(ID)
      .day(97)
      .addSpins(Centrifugation.of(1_200, 10))
      .finalVolumeMilliliters(9.7)
      .viabilityPercent(97)
      .build();
  private static final CoreDecompression DECOMPRESSION =
      CoreDecompression.builder().day(97).drillMillimeters(3.2).build();
  private static final Injection INJECTION = Injection.builder()
      .number(3)
      .day(97)
      .volumeMilliliters(9.7)
      .reason("asked for by 97")
      .build();
  private static final Visit MISSED = Visit.builder()
      .timepoint(Timepoint.ofMonths(6))
      .day(97)
      .status(VisitStatus.MISSED)
      .missedReason("lives at 97 Main Street")
      .build();
  private static final Visit VISIT = Visit.builder()
      .timepoint(Timepoint.ofMonths(3))
      .day(97)
      .status(VisitStatus.DONE)
      .addScores(Score.of(Instruments.HARRIS_HIP_SCORE, 97))
      .build();
  private static final ImageReading EXAMINATION = ImageReading.builder()
      .timepoint(Timepoint.ofMonths(3))
      .day(97)
      .modality(Modality.MRI)
      .reader("R1")
      .findings(Findings.builder().lesionPercent(97).build())
      .build();
  private static final Hip HIP = Hip.builder()
      .id(HIP_ID)
      .etiology(Etiology.SICKLE_CELL)
      .baselineStage(SteinbergStage.STAGE_II)
      .addVisits(VISIT, MISSED)
      .addDecompressions(DECOMPRESSION)
      .addInjections(INJECTION)
      .conservativeTherapyMonths(97)
      .addImageReadings(EXAMINATION)
      .arthroplasty(Arthroplasty.onDay(97))
      .lastSeenDay(97)
      .build();
  private static final AdverseEvent EVENT = AdverseEvent.of(ID, "fever", 97);
  private static final Cohort COHORT = Cohort.builder()
      .addPatients(PATIENT)
      .addHips(HIP)
      .addAdverseEvents(EVENT)
      .addAspirations(ASPIRATION)
      .addPreparations(PREPARATION)
      .putSatisfaction(ID, Satisfaction.NEUTRAL)
      .build();

  static Stream<Object> subjects() {
    return Stream.of(
        ID,
        HIP_ID,
        PATIENT,
        PATIENT.laboratory(),
        PATIENT.screening(),
        VISIT,
        MISSED,
        EXAMINATION,
        HIP,
        Arthroplasty.onDay(97),
        EVENT,
        ASPIRATION,
        PREPARATION,
        DECOMPRESSION,
        INJECTION,
        COHORT);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void nothingOfAPatientPrints(Object subject) {
    assertThat(subject.toString())
        .doesNotContain(SECRET)
        .doesNotContain("97")
        .doesNotContain("true")
        .doesNotContain("FEMALE");
  }

  @Test
  void refusalsDoNotRepeatAnIdentifier() {
    List<Throwable> refusals = List.of(
        catchThrowable(() -> PatientId.of(SECRET + "\n")),
        catchThrowable(() -> Cohort.builder().addHips(HIP).build()),
        catchThrowable(() -> Cohort.builder().addPatients(PATIENT, PATIENT).build()),
        catchThrowable(
            () -> Cohort.builder().addPatients(PATIENT).addHips(HIP, HIP).build()),
        catchThrowable(() -> Cohort.builder().addAdverseEvents(EVENT).build()),
        catchThrowable(() -> Cohort.builder().addAspirations(ASPIRATION).build()),
        catchThrowable(() -> Cohort.builder()
            .addPatients(PATIENT)
            .addPreparations(PREPARATION, PREPARATION)
            .build()),
        catchThrowable(() -> Cohort.builder().build().patientOf(HIP)),
        catchThrowable(() -> SteinbergStage.parse(SECRET)));
    assertThat(refusals)
        .doesNotContainNull()
        .allSatisfy(refusal -> assertThat(refusal)
            .isInstanceOf(IllegalArgumentException.class)
            .message()
            .doesNotContain(SECRET)
            .doesNotContain("99887"));
  }

  @Test
  void identifiersTellPatientsApartWithoutPrintingThem() {
    assertThat(PatientId.of("A")).isNotEqualTo(PatientId.of("B")).isLessThan(PatientId.of("B"));
    assertThat(HipId.of(ID, Side.LEFT)).isLessThan(HipId.of(ID, Side.RIGHT)).isEqualTo(HIP_ID);
    assertThat(HIP_ID).hasToString("HipId{side=LEFT}");
  }
}
