package io.github.avnfh.core.study.adherence;

import static io.github.avnfh.core.cohort.Subjects.LEFT;
import static io.github.avnfh.core.cohort.Subjects.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Subjects;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;
import io.github.avnfh.core.study.protocol.Answer;
import io.github.avnfh.core.study.protocol.EligibilityCriterion;
import io.github.avnfh.core.study.protocol.Processing;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import io.github.avnfh.core.table.Count;
import java.util.List;
import org.junit.jupiter.api.Test;

class EligibilityTest {
  private static final Protocol STUDY = StudyProtocol.withHalfwayWindows();

  private static List<String> ids(List<Eligibility.CriterionResult> verdicts) {
    return verdicts.stream().map(verdict -> verdict.criterion().rule().id()).toList();
  }

  private static EligibilityCriterion criterion(String id) {
    return STUDY.criteria().stream()
        .filter(criterion -> criterion.rule().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPatientWhoMeetsEverythingIsEligibleWithBothHips() {
    Eligibility asked = Eligibility.of(STUDY, Subjects.accepted());
    assertThat(asked.asked()).isEqualTo(ParticipantCount.of(1, 2));
    assertThat(asked.eligible()).isEqualTo(ParticipantCount.of(1, 2));
    assertThat(asked.patients().get(0).isEligible()).isTrue();
    assertThat(asked.patients().get(0).failing()).isEmpty();
    assertThat(asked.patients().get(0).verdicts())
        .hasSize(9)
        .allMatch(verdict -> verdict.criterion().level() == EligibilityCriterion.Level.PATIENTS);
    assertThat(asked.of(RIGHT).failing()).isEmpty();
    assertThat(asked.of(RIGHT).verdicts()).hasSize(15);
  }

  @Test
  void everyFailingCriterionIsToldNotTheFirst() {
    Patient patient = Subjects.anyPatient()
        .sex(Sex.FEMALE)
        .ageYears(56)
        .plateletsPerMicroliter(79_999)
        .screening(Subjects.screening().build())
        .build();
    Hip operated = Subjects.anyHip(LEFT)
        .baselineStage(SteinbergStage.STAGE_IV)
        .priorSurgery(true)
        .localInfection(false)
        .persistentComplaint(true)
        .conservativeTherapyMonths(3)
        .addAllImageReadings(Subjects.images())
        .build();
    Eligibility asked =
        Eligibility.of(STUDY, Subjects.cohort(patient, operated, Subjects.hip(RIGHT)));
    assertThat(ids(asked.of(LEFT).failing()))
        .containsExactly(
            "STUDY-IN-AGE",
            "STUDY-IN-STAGE",
            "STUDY-EX-STAGE",
            "STUDY-EX-PLATELETS",
            "STUDY-EX-SURGERY",
            "STUDY-EX-PREGNANCY");
    assertThat(ids(asked.of(RIGHT).failing()))
        .containsExactly("STUDY-IN-AGE", "STUDY-EX-PLATELETS", "STUDY-EX-PREGNANCY");
    assertThat(ids(asked.patients().get(0).failing()))
        .containsExactly("STUDY-IN-AGE", "STUDY-EX-PLATELETS", "STUDY-EX-PREGNANCY");
    assertThat(asked.patients().get(0).isEligible()).isFalse();
    assertThat(asked.eligible()).isEqualTo(ParticipantCount.of(0, 0));
  }

  @Test
  void aPatientIsEligibleWithOneHipOfTwo() {
    Hip collapsed = Subjects.anyHip(LEFT)
        .baselineStage(SteinbergStage.STAGE_V)
        .priorSurgery(false)
        .localInfection(false)
        .persistentComplaint(true)
        .conservativeTherapyMonths(3)
        .addAllImageReadings(Subjects.images())
        .build();
    Eligibility asked =
        Eligibility.of(STUDY, Subjects.cohort(Subjects.patient(), collapsed, Subjects.hip(RIGHT)));
    assertThat(asked.eligible()).isEqualTo(ParticipantCount.of(1, 1));
    assertThat(asked.eligible().patientsOf(asked.asked())).isEqualTo(Count.of(1, 1));
    assertThat(asked.eligible().hipsOf(asked.asked())).isEqualTo(Count.of(1, 2));
    assertThat(asked.eligible().text()).isEqualTo("1 patient, 1 hip");
  }

  @Test
  void countsInTheUnitOfTheCriterion() {
    Eligibility asked = Eligibility.of(STUDY, Subjects.accepted());
    assertThat(asked.count(criterion("STUDY-IN-AGE"), Answer.MET)).isEqualTo(Count.of(1, 1));
    assertThat(asked.count(criterion("STUDY-IN-MRI"), Answer.MET)).isEqualTo(Count.of(2, 2));
    assertThat(asked.count(criterion("STUDY-IN-MRI"), Answer.UNKNOWN)).isEqualTo(Count.of(0, 2));
    assertThat(asked.concerned(criterion("STUDY-IN-AGE"), Answer.MET))
        .isEqualTo(ParticipantCount.of(1, 2));
  }

  @Test
  void aVerdictNamesTheRuleAndItsSource() {
    assertThat(Eligibility.CriterionResult.of(criterion("STUDY-EX-PLATELETS"), Answer.NOT_MET)
            .text())
        .isEqualTo("STUDY-EX-PLATELETS: not met: Platelets are 80,000 per microliter or more"
            + " (Manuscript, Al-Iraqi Hospital, Najaf, 2022-2024)");
    assertThat(Eligibility.CriterionResult.of(criterion("STUDY-IN-WILLING"), Answer.UNKNOWN)
            .text())
        .startsWith("STUDY-IN-WILLING: unknown: ");
    assertThat(Eligibility.CriterionResult.of(criterion("STUDY-IN-WILLING"), Answer.UNKNOWN)
            .explanation()
            .text())
        .startsWith("unknown\n")
        .contains("The patient is willing to undergo aspiration and injection")
        .endsWith("\n  lacks: what the criterion asks for\n");
    assertThat(Eligibility.CriterionResult.of(criterion("STUDY-IN-WILLING"), Answer.MET)
            .explanation()
            .obstacles())
        .isEmpty();
  }

  @Test
  void anotherProtocolCanBeWritten() {
    EligibilityCriterion adult = EligibilityCriterion.ofPatients(
        EligibilityCriterion.Kind.INCLUSION,
        Rule.of("MINE-AGE", "1.0", "Age is at least 41 years", Sources.STUDY),
        (patient, cohort) -> Answer.of(patient.ageYears() >= 41));
    Protocol mine = Protocol.builder()
        .name("mine")
        .source(Sources.STUDY)
        .addCriteria(adult)
        .visits(STUDY.visits())
        .processing(Processing.builder().build())
        .build();
    assertThat(Eligibility.of(mine, Subjects.accepted()).eligible())
        .isEqualTo(ParticipantCount.of(0, 0));
    assertThat(Deviations.of(mine, Subjects.accepted()).findings())
        .extracting(Deviation::kind)
        .contains(Deviation.Kind.CRITERION_NOT_MET);
    assertThatThrownBy(() -> Protocol.builder()
            .name("twice")
            .source(Sources.STUDY)
            .addCriteria(adult, adult)
            .visits(STUDY.visits())
            .processing(Processing.builder().build())
            .build())
        .hasMessage("criteria of a protocol [distinct ids] must be 2, but were 1");
  }

  @Test
  void doesNotKnowAHipOfAnotherCohort() {
    Eligibility asked = Eligibility.of(STUDY, Cohort.builder().build());
    assertThatThrownBy(() -> asked.of(HipId.of(PatientId.of("P1"), Side.LEFT)))
        .hasMessage("a hip must lie in a patient of its cohort, but does not");
  }
}
