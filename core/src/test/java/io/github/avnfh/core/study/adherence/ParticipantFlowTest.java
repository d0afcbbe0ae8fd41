package io.github.avnfh.core.study.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Screening;
import io.github.avnfh.core.cohort.Subjects;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.study.adherence.ParticipantFlow.VisitFlow.Attendance;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six patients, eight hips, counted by hand. */
class ParticipantFlowTest {
  private static final Timepoint MONTH_12 = Timepoint.ofMonths(12);
  private static final Timepoint MONTH_24 = Timepoint.ofMonths(24);
  private final ParticipantFlow flow =
      ParticipantFlow.of(StudyProtocol.withHalfwayWindows(), sixPatients());

  private static PatientId id(int number) {
    return PatientId.of("P" + number);
  }

  private static Patient.Builder patient(int number, int age) {
    return Patient.builder()
        .id(id(number))
        .sex(Sex.MALE)
        .ageYears(age)
        .plateletsPerMicroliter(200_000);
  }

  private static Screening enrolled(boolean enrolled) {
    return Subjects.screening().enrolled(enrolled).build();
  }

  private static Hip.Builder hip(int patient, Side side) {
    return Subjects.eligible(HipId.of(id(patient), side))
        .addImageReadings(Subjects.images().get(0));
  }

  private static Visit visit(Timepoint timepoint) {
    return Subjects.visit(timepoint, timepoint.nominalDay().orElseThrow());
  }

  /**
   * 1: both hips, left replaced before 24 months. 2: lost on day 400. 3: died on day 600. 4: missed
   * month 12 and was seen without a score at 24. 5: too old, not enrolled, two hips of which one is
   * of stage V. 6: not enrolled though nothing is known to fail.
   */
  private static Cohort sixPatients() {
    return sixPatients(0);
  }

  /** Patients whose hips were treated so many days after the day from which theirs are counted. */
  private static Cohort sixPatients(int later) {
    return Cohort.builder()
        .addPatients(
            patient(1, 40).build(),
            patient(2, 40).screening(enrolled(true)).lostDay(400 + later).build(),
            patient(3, 40).deathDay(600 + later).build(),
            patient(4, 40).build(),
            patient(5, 56).screening(enrolled(false)).build(),
            patient(6, 40).screening(enrolled(false)).build())
        .addHips(
            hip(1, Side.LEFT)
                .indexDay(later)
                .arthroplasty(Arthroplasty.onDay(500))
                .addVisits(visit(MONTH_12), afterArthroplasty())
                .build(),
            hip(1, Side.RIGHT)
                .indexDay(later)
                .addVisits(visit(MONTH_12), visit(MONTH_24))
                .build(),
            hip(2, Side.LEFT).indexDay(later).addVisits(visit(MONTH_12)).build(),
            hip(3, Side.LEFT).indexDay(later).addVisits(visit(MONTH_12)).build(),
            hip(4, Side.LEFT)
                .indexDay(later)
                .addVisits(Subjects.unseen(MONTH_12, VisitStatus.MISSED), withoutScore())
                .build(),
            hip(5, Side.LEFT).indexDay(later).build(),
            Subjects.anyHip(HipId.of(id(5), Side.RIGHT))
                .baselineStage(SteinbergStage.STAGE_V)
                .priorSurgery(false)
                .localInfection(false)
                .persistentComplaint(true)
                .conservativeTherapyMonths(6)
                .addImageReadings(Subjects.images().get(0))
                .build(),
            hip(6, Side.RIGHT).indexDay(later).build())
        .build();
  }

  private static Visit afterArthroplasty() {
    return Visit.builder()
        .timepoint(MONTH_24)
        .day(731)
        .status(VisitStatus.AFTER_ARTHROPLASTY)
        .build();
  }

  private static Visit withoutScore() {
    return Visit.builder().timepoint(MONTH_24).day(731).status(VisitStatus.DONE).build();
  }

  @Test
  void countsTheSameWithoutAProtocolAndGivesNoReasons() {
    ParticipantFlow plain = ParticipantFlow.of(sixPatients());
    assertThat(plain.screened()).isEqualTo(flow.screened());
    assertThat(plain.excluded()).isEqualTo(flow.excluded());
    assertThat(plain.excludedOtherwise()).isEqualTo(flow.excluded());
    assertThat(plain.enrolled()).isEqualTo(flow.enrolled());
    assertThat(plain.lost()).isEqualTo(flow.lost());
    assertThat(plain.died()).isEqualTo(flow.died());
    assertThat(plain.replaced()).isEqualTo(flow.replaced());
    assertThat(plain.reasons()).isEmpty();
    assertThat(plain.visits()).isEmpty();
  }

  @Test
  void countsPatientsAndHipsSideBySide() {
    assertThat(flow.screened()).isEqualTo(ParticipantCount.of(6, 8));
    assertThat(flow.excluded()).isEqualTo(ParticipantCount.of(2, 3));
    assertThat(flow.enrolled()).isEqualTo(ParticipantCount.of(4, 5));
    assertThat(flow.lost()).isEqualTo(ParticipantCount.of(1, 1));
    assertThat(flow.died()).isEqualTo(ParticipantCount.of(1, 1));
    assertThat(flow.replaced()).isEqualTo(ParticipantCount.of(1, 1));
  }

  @Test
  void tellsWhyPatientsWereExcluded() {
    assertThat(flow.reasons())
        .extracting(ParticipantFlow.ExclusionReason::text)
        .containsExactly(
            "STUDY-IN-AGE: not met in 1 patient, 2 hips; unknown in 0 patients, 0 hips",
            "STUDY-IN-STAGE: not met in 1 patient, 1 hip; unknown in 0 patients, 0 hips",
            "STUDY-EX-STAGE: not met in 1 patient, 1 hip; unknown in 0 patients, 0 hips",
            "STUDY-EX-ASPIRATE: not met in 0 patients, 0 hips; unknown in 2 patients, 3 hips");
    assertThat(flow.excludedOtherwise()).isEqualTo(ParticipantCount.of(1, 1));
  }

  /** A hip of stage V explains that its patient was not enrolled. */
  @Test
  void takesTheReasonOfAHipForThatOfItsPatient() {
    Cohort cohort = Cohort.builder()
        .addPatients(patient(1, 40).screening(enrolled(false)).build())
        .addHips(Subjects.anyHip(HipId.of(id(1), Side.LEFT))
            .baselineStage(SteinbergStage.STAGE_V)
            .build())
        .build();
    ParticipantFlow one = ParticipantFlow.of(StudyProtocol.withHalfwayWindows(), cohort);
    assertThat(one.excluded()).isEqualTo(ParticipantCount.of(1, 1));
    assertThat(one.excludedOtherwise()).isEqualTo(ParticipantCount.of(0, 0));
  }

  @Test
  void countsEveryEnrolledHipOnceAtAVisit() {
    ParticipantFlow.VisitFlow year = flow.at(MONTH_12);
    assertThat(year.count(Attendance.ANALYZED)).isEqualTo(ParticipantCount.of(3, 4));
    assertThat(year.count(Attendance.MISSED)).isEqualTo(ParticipantCount.of(1, 1));
    ParticipantFlow.VisitFlow end = flow.at(MONTH_24);
    assertThat(end.count(Attendance.ANALYZED)).isEqualTo(ParticipantCount.of(1, 1));
    assertThat(end.count(Attendance.NOT_SCORED)).isEqualTo(ParticipantCount.of(1, 1));
    assertThat(end.count(Attendance.AFTER_ARTHROPLASTY)).isEqualTo(ParticipantCount.of(1, 1));
    assertThat(end.count(Attendance.LOST)).isEqualTo(ParticipantCount.of(1, 1));
    assertThat(end.count(Attendance.DIED)).isEqualTo(ParticipantCount.of(1, 1));
    assertThat(flow.at(Timepoint.ofMonths(6)).count(Attendance.NOT_RECORDED))
        .isEqualTo(ParticipantCount.of(4, 5));
    assertThat(flow.visits()).hasSize(7).allSatisfy(visit -> {
      assertThat(visit.counts()).hasSize(Attendance.values().length);
      assertThat(
              visit.counts().values().stream().mapToInt(ParticipantCount::hips).sum())
          .isEqualTo(5);
    });
  }

  /** The window of 18 months is 457..639, so a death on day 600 comes before it has closed. */
  @Test
  void countsADeathInsideAWindowBeforeTheVisit() {
    assertThat(flow.at(Timepoint.ofMonths(18)).count(Attendance.DIED))
        .isEqualTo(ParticipantCount.of(1, 1));
    assertThat(flow.at(Timepoint.ofMonths(6)).count(Attendance.DIED))
        .isEqualTo(ParticipantCount.of(0, 0));
  }

  /** Days of visits are counted for each hip, days of death and loss for the patient. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 365})
  void aHipThatIsTreatedLaterIsCountedByItsOwnDays(int later) {
    Cohort cohort = sixPatients(later);
    assertThat(ParticipantFlow.of(StudyProtocol.withHalfwayWindows(), cohort).visits())
        .isEqualTo(flow.visits());
    assertThat(Deviations.of(StudyProtocol.withHalfwayWindows(), cohort).findings())
        .isEqualTo(
            Deviations.of(StudyProtocol.withHalfwayWindows(), sixPatients()).findings());
  }

  @Test
  void knowsOnlyPlannedVisits() {
    assertThatThrownBy(() -> flow.at(Timepoint.ofMonths(9)))
        .hasMessage("visit [timepoint] must be one that the protocol plans, but was M9");
    assertThatThrownBy(() -> ParticipantCount.of(-1, 0))
        .hasMessage("count [of 0] must lie in 0..0, but was -1");
  }

  @Test
  void namesWhatBecameOfAHipAtAVisit() {
    assertThat(Arrays.stream(Attendance.values()).map(Attendance::words))
        .containsExactly(
            "analyzed",
            "seen without a score",
            "seen after arthroplasty",
            "died before",
            "lost to follow-up before",
            "missed",
            "not due",
            "not recorded");
    assertThat(ParticipantCount.ofPatients(List.of(id(1), id(2))).text())
        .isEqualTo("2 patients, 0 hips");
  }
}
