package io.github.avnfh.core.study.protocol;

import static io.github.avnfh.core.cohort.Subjects.ID;
import static io.github.avnfh.core.cohort.Subjects.LEFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Screening;
import io.github.avnfh.core.cohort.Subjects;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cuts as the study prints them, at the value, just below and just above. */
class StudyProtocolTest {
  private static final Protocol STUDY = StudyProtocol.withHalfwayWindows();

  private static EligibilityCriterion criterion(String id) {
    return STUDY.criteria().stream()
        .filter(criterion -> criterion.rule().id().equals("STUDY-" + id))
        .findFirst()
        .orElseThrow();
  }

  private static Answer answer(String id, Patient patient) {
    Cohort cohort = Cohort.builder().addPatients(patient).build();
    return criterion(id).answer(patient, cohort);
  }

  private static Answer answer(String id, Hip hip) {
    return criterion(id).answer(hip, Cohort.builder().build());
  }

  @ParameterizedTest
  @CsvSource({"17,NOT_MET", "18,MET", "19,MET", "54,MET", "55,MET", "56,NOT_MET"})
  void takesPatientsFrom18To55(int years, Answer expected) {
    Patient patient = Subjects.anyPatient().sex(Sex.UNKNOWN).ageYears(years).build();
    assertThat(answer("IN-AGE", patient)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "79999,NOT_MET",
    "79999.99999999999,NOT_MET",
    "80000,MET",
    "80000.00000000001,MET",
    "80001,MET",
    "0,NOT_MET"
  })
  void takes80000PlateletsAndNot79999(double platelets, Answer expected) {
    Patient patient = Subjects.anyPatient()
        .sex(Sex.UNKNOWN)
        .ageYears(40)
        .plateletsPerMicroliter(platelets)
        .build();
    assertThat(answer("EX-PLATELETS", patient)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "STAGE_0,NOT_MET,MET",
    "STAGE_I,MET,MET",
    "STAGE_II,MET,MET",
    "STAGE_III,MET,MET",
    "STAGE_IV,NOT_MET,NOT_MET",
    "STAGE_V,NOT_MET,NOT_MET",
    "STAGE_VI,NOT_MET,NOT_MET"
  })
  void takesStagesFromOneToThree(SteinbergStage stage, Answer included, Answer notExcluded) {
    Hip hip = Subjects.anyHip(LEFT).baselineStage(stage).build();
    assertThat(answer("IN-STAGE", hip)).isEqualTo(included);
    assertThat(answer("EX-STAGE", hip)).isEqualTo(notExcluded);
  }

  @ParameterizedTest
  @CsvSource({
    "true,2.9999999999999996,NOT_MET",
    "true,3,MET",
    "true,3.0000000000000004,MET",
    "true,,UNKNOWN",
    ",3,UNKNOWN",
    ",2,NOT_MET",
    "false,3,NOT_MET",
    "false,,NOT_MET",
    ",,UNKNOWN"
  })
  void asksForAComplaintAfterThreeMonths(Boolean persists, Double months, Answer expected) {
    Hip.Builder hip = Subjects.anyHip(LEFT).baselineStage(SteinbergStage.STAGE_II);
    if (persists != null) {
      hip.persistentComplaint(persists);
    }
    if (months != null) {
      hip.conservativeTherapyMonths(months);
    }
    assertThat(answer("IN-COMPLAINT", hip.build())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PRESENT,PRESENT,MET",
    "PRESENT,NOT_ASSESSED,MET",
    "ABSENT,NOT_ASSESSED,NOT_MET",
    "ABSENT,ABSENT,NOT_MET",
    "PRESENT,ABSENT,UNKNOWN",
    "NOT_ASSESSED,NOT_ASSESSED,UNKNOWN"
  })
  void takesALesionThatNoReaderDenies(Presence one, Presence other, Answer expected) {
    Hip hip = Subjects.anyHip(LEFT)
        .baselineStage(SteinbergStage.STAGE_I)
        .addImageReadings(
            Subjects.image(Timepoint.baseline(), 0, one),
            ImageByAnother.of(Timepoint.baseline(), other))
        .build();
    assertThat(answer("IN-MRI", hip)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"PRESENT,MET", "ABSENT,NOT_MET", "NOT_ASSESSED,UNKNOWN"})
  void letsAConsensusSettleWhereReadersDiffer(Presence agreed, Answer expected) {
    Hip hip = Subjects.anyHip(LEFT)
        .baselineStage(SteinbergStage.STAGE_I)
        .addImageReadings(
            Subjects.image(Timepoint.baseline(), 0, Presence.PRESENT),
            ImageByAnother.of(Timepoint.baseline(), Presence.ABSENT),
            ImageByAnother.agreed(agreed))
        .build();
    assertThat(answer("IN-MRI", hip)).isEqualTo(expected);
  }

  @Test
  void looksAtTheImagesOfBaselineOnly() {
    Hip hip = Subjects.anyHip(LEFT)
        .baselineStage(SteinbergStage.STAGE_I)
        .addImageReadings(Subjects.image(Timepoint.ofMonths(6), 183, Presence.PRESENT))
        .build();
    assertThat(answer("IN-MRI", hip)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void refusesAnInvolvedAcetabulumAtAnyStage() {
    Hip hip = Subjects.anyHip(LEFT)
        .baselineStage(SteinbergStage.STAGE_III)
        .addImageReadings(ImageByAnother.ofAcetabulum(Presence.PRESENT))
        .build();
    Hip free = Subjects.anyHip(LEFT)
        .baselineStage(SteinbergStage.STAGE_III)
        .addImageReadings(ImageByAnother.ofAcetabulum(Presence.ABSENT))
        .build();
    assertThat(answer("IN-STAGE", hip)).isEqualTo(Answer.NOT_MET);
    assertThat(answer("IN-STAGE", free)).isEqualTo(Answer.MET);
  }

  @ParameterizedTest
  @CsvSource({
    "FEMALE,,UNKNOWN",
    "UNKNOWN,,UNKNOWN",
    "MALE,,MET",
    "FEMALE,false,MET",
    "FEMALE,true,NOT_MET"
  })
  void asksWomenForPregnancy(Sex sex, Boolean pregnant, Answer expected) {
    Screening.Builder screening = Screening.builder();
    if (pregnant != null) {
      screening.pregnant(pregnant);
    }
    Patient patient =
        Subjects.anyPatient().sex(sex).ageYears(30).screening(screening.build()).build();
    assertThat(answer("EX-PREGNANCY", patient)).isEqualTo(expected);
  }

  @Test
  void judgesTheFirstAspirateOnly() {
    Patient patient = Subjects.patient();
    Cohort adequateFirst = Cohort.builder()
        .addPatients(patient)
        .addAspirations(Subjects.aspiration(91).build(), Subjects.aspirated(0))
        .build();
    Cohort unjudged = Cohort.builder()
        .addPatients(patient)
        .addAspirations(MarrowAspiration.builder().patient(ID).day(0).build())
        .build();
    assertThat(criterion("EX-ASPIRATE").answer(patient, adequateFirst)).isEqualTo(Answer.MET);
    assertThat(criterion("EX-ASPIRATE").answer(patient, unjudged)).isEqualTo(Answer.UNKNOWN);
    assertThat(answer("EX-ASPIRATE", patient)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void leavesUnknownWhatIsNotRecorded() {
    Patient patient = Subjects.anyPatient().sex(Sex.FEMALE).ageYears(30).build();
    Hip hip = Subjects.anyHip(LEFT).baselineStage(SteinbergStage.STAGE_I).build();
    assertThat(STUDY.criteria().stream()
            .filter(criterion -> criterion
                    .answer(patient, Cohort.builder().build())
                    .and(criterion.answer(hip, Cohort.builder().build()))
                == Answer.UNKNOWN)
            .map(criterion -> criterion.rule().id()))
        .containsExactly(
            "STUDY-IN-MRI",
            "STUDY-IN-COMPLAINT",
            "STUDY-IN-ATTENDANCE",
            "STUDY-IN-WILLING",
            "STUDY-EX-SYSTEMIC-INFECTION",
            "STUDY-EX-LOCAL-INFECTION",
            "STUDY-EX-COAGULOPATHY",
            "STUDY-EX-PLATELETS",
            "STUDY-EX-SURGERY",
            "STUDY-EX-MALIGNANCY",
            "STUDY-EX-PREGNANCY",
            "STUDY-EX-ASPIRATE");
  }

  @Test
  void printsTheScheduleAndTheLimitsOfTheStudy() {
    assertThat(STUDY.criteria())
        .hasSize(15)
        .allMatch(criterion -> criterion.rule().citation().equals(Sources.STUDY));
    assertThat(STUDY.visits().timepoints())
        .extracting(Timepoint::code)
        .containsExactly("BL", "M1", "M3", "M6", "M12", "M18", "M24");
    assertThat(STUDY.imaging())
        .extracting(Timepoint::code)
        .containsExactly("BL", "M6", "M12", "M24");
    assertThat(STUDY.injections())
        .extracting(planned -> planned.number() + " " + planned.timepoint().code() + " "
            + planned.condition() + " " + planned.withDecompression())
        .containsExactly("1 BL ALWAYS true", "2 M3 ALWAYS false", "3 M6 BY_DECISION false");
    assertThat(STUDY.injections().get(0).window()).isEqualTo(DayWindow.of(0, 0));
    Processing processing = STUDY.processing();
    assertThat(processing.aspiratedMilliliters().orElseThrow().range().legalRange())
        .isEqualTo("aspirated volume [mL] must lie in 60.0..120.0");
    assertThat(processing.aliquotMilliliters().orElseThrow().range().legalRange())
        .isEqualTo("aliquot [mL] must lie in 5.0..10.0");
    assertThat(processing.finalMilliliters().orElseThrow().range().legalRange())
        .isEqualTo("final volume [mL] must lie in 8.0..14.0");
  }

  @Test
  void asksForItsOwnVisits() {
    VisitSchedule other = VisitSchedule.halfway(List.of(Timepoint.baseline()));
    assertThatThrownBy(() -> StudyProtocol.with(other))
        .hasMessage("visits of the study [months] must be at [BL, M1, M3, M6, M12, M18, M24],"
            + " but were at [BL]");
  }

  /** On the limit a measured number is met; what was not measured is unknown. */
  @Test
  void explainsALimitByWhatWasMeasured() {
    Rule rule = Rule.of("MINE-VOLUME", "1.0", "At most 5 mL are given", Sources.ANALYST);
    Limit limit = Limit.of(rule, Quantity.of("volume", "mL", 0, 5));
    assertThat(limit.answer(OptionalDouble.of(5))).isEqualTo(Answer.MET);
    assertThat(limit.answer(OptionalDouble.of(Math.nextUp(5.0)))).isEqualTo(Answer.NOT_MET);
    assertThat(limit.explanation(OptionalDouble.of(6)).answer()).isEqualTo("not met");
    assertThat(limit.explanation(OptionalDouble.of(6)).reasons())
        .containsExactly(Reason.of(rule, "volume 6.0 mL"));
    assertThat(limit.explanation(OptionalDouble.of(6)).obstacles()).isEmpty();
    assertThat(limit.explanation(OptionalDouble.empty()))
        .isEqualTo(Explanation.of("unknown", List.of(), List.of("volume")));
  }

  @Test
  void forbidsNothingOfWhichAProtocolIsSilent() {
    Processing silent = Processing.builder().build();
    assertThat(silent.allowsCulture()).isTrue();
    assertThat(silent.allowsCryopreservation()).isTrue();
    assertThat(silent.allowsDensityGradient()).isTrue();
    Processing study = StudyProtocol.withHalfwayWindows().processing();
    assertThat(study.allowsCulture()).isFalse();
    assertThat(study.allowsCryopreservation()).isFalse();
    assertThat(study.allowsDensityGradient()).isFalse();
  }
}
