package io.github.avnfh.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three patients: a woman with hips of two stages, a man with one hip, a woman without any. */
class CohortTest {
  private static final Patient ANNA = patient("A", Sex.FEMALE);
  private static final Patient BEN = patient("B", Sex.MALE);
  private static final Patient CLEO = patient("C", Sex.FEMALE);
  private static final Hip LEFT = hip(ANNA, Side.LEFT, SteinbergStage.STAGE_III);
  private static final Hip RIGHT = hip(ANNA, Side.RIGHT, SteinbergStage.STAGE_I);
  private static final Hip BENS = hip(BEN, Side.LEFT, SteinbergStage.STAGE_I);
  private static final Cohort COHORT = Cohort.builder()
      .origin(DataOrigin.SYNTHETIC)
      .addDeclaredAsRecorded(DataKind.TREATMENTS, DataKind.LOSSES, DataKind.DEATHS)
      .addDeclaredAsRecorded(DataKind.ADVERSE_EVENTS, DataKind.SATISFACTION)
      .addPatients(ANNA, BEN, CLEO)
      .addHips(LEFT, BENS, RIGHT)
      .addAdverseEvents(AdverseEvent.of(BEN.id(), "fever", 3))
      .addAdverseEvents(AdverseEvent.of(ANNA.id(), "fever", 4))
      .addAspirations(
          MarrowAspiration.builder().patient(BEN.id()).day(0).build(),
          MarrowAspiration.builder().patient(ANNA.id()).day(0).build())
      .addPreparations(
          CellPreparation.builder().patient(BEN.id()).day(0).build(),
          CellPreparation.builder().patient(ANNA.id()).day(0).build())
      .putSatisfaction(BEN.id(), Satisfaction.NEUTRAL)
      .putSatisfaction(ANNA.id(), Satisfaction.SATISFIED)
      .build();

  private static Patient patient(String id, Sex sex) {
    return Patient.builder().id(PatientId.of(id)).sex(sex).ageYears(40).build();
  }

  private static Hip hip(Patient patient, Side side, SteinbergStage stage) {
    return Hip.builder()
        .id(HipId.of(patient.id(), side))
        .etiology(Etiology.SICKLE_CELL)
        .baselineStage(stage)
        .build();
  }

  private static <K> Cohort part(Map<K, Cohort> groups, K key) {
    return Optional.ofNullable(groups.get(key)).orElseThrow();
  }

  @Test
  void keepsHipsWithTheirPatientsAndWhatBelongsToThese() {
    Cohort early = COHORT.keepHips(hip -> hip.baselineStage() == SteinbergStage.STAGE_I);
    assertThat(early.hips()).containsExactly(BENS, RIGHT);
    assertThat(early.patients()).containsExactly(ANNA, BEN);
    Cohort late = COHORT.keepHips(hip -> hip.baselineStage() == SteinbergStage.STAGE_III);
    assertThat(late.patients()).containsExactly(ANNA);
    assertThat(late.adverseEvents()).extracting(AdverseEvent::day).containsExactly(4);
    assertThat(late.satisfaction()).isEqualTo(Map.of(ANNA.id(), Satisfaction.SATISFIED));
    assertThat(late.origin()).isEqualTo(DataOrigin.SYNTHETIC);
  }

  @Test
  void recordsInItsPartsWhatTheWholeRecords() {
    assertThat(COHORT.recorded())
        .containsExactly(
            DataKind.TREATMENTS,
            DataKind.LOSSES,
            DataKind.DEATHS,
            DataKind.ADVERSE_EVENTS,
            DataKind.SATISFACTION);
    Cohort without = COHORT.keepPatients(patient -> patient.equals(CLEO));
    assertThat(without.adverseEvents()).isEmpty();
    assertThat(without.recorded()).isEqualTo(COHORT.recorded());
    assertThat(Cohort.builder().addPatients(CLEO).build())
        .isNotEqualTo(without)
        .matches(bare -> bare.recorded().isEmpty());
  }

  @Test
  void recordsAfterMergingWhatBothRecordOrOneHolds() {
    Cohort.Builder one = Cohort.builder().addPatients(ANNA);
    one.addDeclaredAsRecorded(DataKind.DEATHS, DataKind.LOSSES);
    Cohort.Builder other = Cohort.builder().addPatients(BEN);
    other.addDeclaredAsRecorded(DataKind.DEATHS).putSatisfaction(BEN.id(), Satisfaction.NEUTRAL);
    assertThat(one.build().merge(other.build()).recorded())
        .containsExactly(DataKind.DEATHS, DataKind.SATISFACTION);
  }

  @Test
  void keepsPatientsWithAllTheirHipsAndThoseWithoutAny() {
    Cohort women = COHORT.keepPatients(patient -> patient.sex() == Sex.FEMALE);
    assertThat(women.patients()).containsExactly(ANNA, CLEO);
    assertThat(women.hips()).containsExactly(LEFT, RIGHT);
    assertThat(COHORT.hipsOf(ANNA)).containsExactly(LEFT, RIGHT);
    assertThat(COHORT.hipsOf(CLEO)).isEmpty();
  }

  @Test
  void groupsHipsInTheOrderInWhichTheirGroupsAppear() {
    Map<SteinbergStage, Cohort> byStage = COHORT.groupHips(Hip::baselineStage);
    assertThat(byStage.keySet()).containsExactly(SteinbergStage.STAGE_III, SteinbergStage.STAGE_I);
    assertThat(part(byStage, SteinbergStage.STAGE_I).hips()).containsExactly(BENS, RIGHT);
    assertThat(byStage.values().stream().mapToInt(group -> group.hips().size()).sum())
        .isEqualTo(3);
    Map<Sex, Cohort> bySex = COHORT.groupHips(hip -> COHORT.patientOf(hip).sex());
    assertThat(part(bySex, Sex.MALE).hips()).containsExactly(BENS);
    assertThatThrownBy(bySex::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void groupsPatientsWithBothTheirHips() {
    Map<Sex, Cohort> bySex = COHORT.groupPatients(Patient::sex);
    assertThat(bySex.keySet()).containsExactly(Sex.FEMALE, Sex.MALE);
    assertThat(part(bySex, Sex.FEMALE).patients()).containsExactly(ANNA, CLEO);
    assertThat(part(bySex, Sex.FEMALE).hips()).containsExactly(LEFT, RIGHT);
  }

  @Test
  void printsItsCountsWithTheirUnits() {
    assertThat(COHORT).hasToString("Cohort{SYNTHETIC, 3 patients, 3 hips}");
    assertThat(COHORT.keepHips(BENS::equals)).hasToString("Cohort{SYNTHETIC, 1 patient, 1 hip}");
    assertThat(COHORT.keepHips(hip -> false)).hasToString("Cohort{SYNTHETIC, 0 patients, 0 hips}");
  }

  /** Fails for an attribute of a cohort that is not filled here, or that a part forgets. */
  @Test
  void losesNothingWhenEverythingIsKeptOrPutTogetherAgain() {
    assertThat(attributes())
        .allSatisfy(attribute -> assertThat(isFilled(attribute))
            .as("%s is filled", attribute.getName())
            .isTrue());
    Cohort men = COHORT.keepPatients(patient -> patient.sex() == Sex.MALE);
    Cohort women = COHORT.keepPatients(patient -> patient.sex() != Sex.MALE);
    assertThat(COHORT.keepPatients(patient -> true)).isEqualTo(COHORT);
    Cohort again = men.merge(women);
    assertThat(again.patients()).containsExactly(BEN, ANNA, CLEO);
    assertThat(again.hips()).containsExactly(BENS, LEFT, RIGHT);
    assertThat(attributes())
        .allSatisfy(attribute -> assertThat(size(attribute, again))
            .as(attribute.getName())
            .isEqualTo(size(attribute, COHORT)));
  }

  private static List<Method> attributes() {
    return Arrays.stream(Cohort.class.getDeclaredMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .toList();
  }

  private static boolean isFilled(Method attribute) throws ReflectiveOperationException {
    return size(attribute, COHORT) > 1;
  }

  private static int size(Method attribute, Cohort cohort) throws ReflectiveOperationException {
    Object value = attribute.invoke(cohort);
    return value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
  }

  @Test
  void refusesToMergeCohortsThatShareAPatientOrDifferInOrigin() {
    Cohort bens = COHORT.keepPatients(patient -> patient.sex() == Sex.MALE);
    assertThatThrownBy(() -> COHORT.merge(bens))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("patients in both cohorts to merge [shared ids] must be 0, but were 1");
    Cohort observed = Cohort.builder().origin(DataOrigin.OBSERVED).build();
    assertThatThrownBy(() -> COHORT.merge(observed))
        .hasMessage(
            "data origin of a cohort to merge with [code] must be SYNTHETIC, but was OBSERVED");
  }

  @Test
  void refusesTwoPatientsOrTwoHipsOfOneNameInAndOutOfOrder() {
    Cohort.Builder sorted = Cohort.builder().addPatients(ANNA, ANNA, BEN);
    assertThatThrownBy(sorted::build)
        .hasMessage("patients of a cohort [distinct ids] must be 3, but were 2");
    Cohort.Builder unsorted = Cohort.builder().addPatients(BEN, ANNA, CLEO, BEN);
    assertThatThrownBy(unsorted::build)
        .hasMessage("patients of a cohort [distinct ids] must be 4, but were 3");
    Cohort.Builder hips = Cohort.builder().addPatients(ANNA).addHips(RIGHT, LEFT, RIGHT);
    assertThatThrownBy(hips::build)
        .hasMessage("hips of a cohort [distinct ids] must be 3, but were 2");
  }

  @Test
  void refusesWhatBelongsToNoPatientOfTheCohort() {
    Cohort.Builder hip = Cohort.builder().addPatients(ANNA, CLEO).addHips(LEFT, BENS, RIGHT);
    assertThatThrownBy(hip::build)
        .hasMessage("every hip must belong to a patient of the cohort, but one does not");
    Cohort.Builder event = Cohort.builder()
        .addPatients(BEN, ANNA)
        .addAdverseEvents(AdverseEvent.of(CLEO.id(), "fever", 3));
    assertThatThrownBy(event::build)
        .hasMessage("every adverse event must belong to a patient of the cohort, but one does not");
    Cohort.Builder answer = Cohort.builder().putSatisfaction(ANNA.id(), Satisfaction.SATISFIED);
    assertThatThrownBy(answer::build)
        .hasMessage(
            "every answer on satisfaction must belong to a patient of the cohort, but one does not");
    Cohort.Builder aspiration = Cohort.builder()
        .addPatients(ANNA)
        .addAspirations(MarrowAspiration.builder().patient(BEN.id()).day(0).build());
    assertThatThrownBy(aspiration::build)
        .hasMessage("every aspiration must belong to a patient of the cohort, but one does not");
    Cohort.Builder preparation = Cohort.builder()
        .addPatients(ANNA)
        .addPreparations(CellPreparation.builder().patient(BEN.id()).day(0).build());
    assertThatThrownBy(preparation::build)
        .hasMessage("every preparation must belong to a patient of the cohort, but one does not");
  }

  @Test
  void takesHipsInAnotherOrderThanTheirPatients() {
    Cohort shuffled =
        Cohort.builder().addPatients(CLEO, BEN, ANNA).addHips(LEFT, BENS, RIGHT).build();
    assertThat(shuffled.hips()).containsExactly(LEFT, BENS, RIGHT);
    assertThat(shuffled.hipsOf(ANNA)).containsExactly(LEFT, RIGHT);
  }

  @Test
  void refusesTwoAspirationsFromOnePatientOnOneDay() {
    MarrowAspiration early = MarrowAspiration.builder().patient(BEN.id()).day(0).build();
    Cohort.Builder twice = Cohort.builder().addPatients(BEN).addAspirations(early, early);
    assertThatThrownBy(twice::build)
        .hasMessage("aspirations of a cohort [distinct patients and days] must be 2, but were 1");
  }
}
