package io.github.avnfh.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.avnfh.core.imaging.Examination;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.Hip;
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
      .build();
  private static final Visit VISIT = Visit.builder()
      .timepoint(Timepoint.ofMonths(3))
      .day(97)
      .status(VisitStatus.DONE)
      .addScores(Score.of(Instruments.HARRIS_HIP_SCORE, 97))
      .build();
  private static final Examination EXAMINATION = Examination.builder()
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
      .addVisits(VISIT)
      .addExaminations(EXAMINATION)
      .arthroplasty(Arthroplasty.onDay(97))
      .lastSeenDay(97)
      .build();
  private static final AdverseEvent EVENT = AdverseEvent.of(ID, "fever", 97);
  private static final Cohort COHORT = Cohort.builder()
      .addPatients(PATIENT)
      .addHips(HIP)
      .addAdverseEvents(EVENT)
      .putSatisfaction(ID, Satisfaction.NEUTRAL)
      .build();

  static Stream<Object> subjects() {
    return Stream.of(
        ID, HIP_ID, PATIENT, VISIT, EXAMINATION, HIP, Arthroplasty.onDay(97), EVENT, COHORT);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void nothingOfAPatientPrints(Object subject) {
    assertThat(subject.toString())
        .doesNotContain(SECRET)
        .doesNotContain("97")
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
