package io.github.avnfh.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which kinds of data a cohort of one patient holds, and what its hip and its images tell. */
class DataKindTest {
  private static Cohort cohort(UnaryOperator<Patient.Builder> of, Hip... hips) {
    return Cohort.builder()
        .addPatients(of.apply(Patient.builder().id(Subjects.ID).sex(Sex.FEMALE).ageYears(40))
            .build())
        .addHips(hips)
        .build();
  }

  private static Hip.Builder hip(HipId id) {
    return Subjects.anyHip(id).baselineStage(SteinbergStage.STAGE_II);
  }

  private static Hip.Builder left() {
    return hip(Subjects.LEFT);
  }

  @ParameterizedTest
  @EnumSource
  void isReadByTheCodeThatItWrites(DataKind kind) {
    assertThat(DataKind.parse(kind.code())).isEqualTo(kind);
    assertThat(kind.code()).isNotBlank();
  }

  @Test
  void isNotHeldByAHipOfWhichNothingIsKnown() {
    Cohort bare = cohort(patient -> patient, left().build());
    assertThat(DataKind.values()).noneMatch(kind -> kind.isHeldBy(bare));
  }

  @Test
  void isHeldWhereOneHipTellsOfArthroplasty() {
    Visit after = Visit.builder()
        .timepoint(Timepoint.ofMonths(24))
        .day(731)
        .status(VisitStatus.AFTER_ARTHROPLASTY)
        .build();
    assertThat(DataKind.ARTHROPLASTIES.isHeldBy(
            cohort(p -> p, left().arthroplasty(Arthroplasty.onDay(9)).build())))
        .isTrue();
    assertThat(DataKind.ARTHROPLASTIES.isHeldBy(
            cohort(p -> p, left().lastSeenDay(9).build())))
        .isTrue();
    assertThat(DataKind.ARTHROPLASTIES.isHeldBy(cohort(
            p -> p, left().arthroplasty(Arthroplasty.onDay(9)).addVisits(after).build())))
        .isTrue();
  }

  @Test
  void isHeldWhereOnePatientWasLostOrDied() {
    Cohort lost = cohort(patient -> patient.lostDay(400), left().build());
    Cohort dead = cohort(patient -> patient.deathDay(500), left().build());
    assertThat(DataKind.LOSSES.isHeldBy(lost)).isTrue();
    assertThat(DataKind.DEATHS.isHeldBy(lost)).isFalse();
    assertThat(DataKind.DEATHS.isHeldBy(dead)).isTrue();
    assertThat(DataKind.LOSSES.isHeldBy(dead)).isFalse();
  }

  /** A visit that did not take place tells of no day. */
  @Test
  void theLastKnownDayIsThatOfTheLastRecord() {
    assertThat(left().build().lastKnownDay()).isZero();
    assertThat(left()
            .addVisits(
                Subjects.visit(Timepoint.ofMonths(6), 183),
                Subjects.unseen(Timepoint.ofMonths(12), VisitStatus.MISSED))
            .build()
            .lastKnownDay())
        .isEqualTo(183);
    assertThat(left().lastSeenDay(700).build().lastKnownDay()).isEqualTo(700);
  }

  @Test
  void aPatientWithTwoHipsIsBilateral() {
    Hip right = hip(HipId.of(Subjects.ID, Side.RIGHT)).build();
    assertThat(cohort(p -> p, left().build()).bilateralPatients()).isZero();
    assertThat(cohort(p -> p, left().build(), right).bilateralPatients()).isEqualTo(1);
  }
}
