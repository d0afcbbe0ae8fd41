package io.github.avnfh.core.study.adherence;

import static io.github.avnfh.core.cohort.Subjects.LEFT;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.aspirated;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.found;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.images;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.injected;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.injectedOn;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.old;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.prepared;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.stage;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.treated;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.visits;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.with;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.withoutScores;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Subjects;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.study.adherence.Deviation.Kind;
import io.github.avnfh.core.study.protocol.EligibilityCriterion.Level;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.Centrifugation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault of each kind in a cohort without any: exactly that finding and no other. */
class DeviationsTest {
  private static final Protocol STUDY = StudyProtocol.withHalfwayWindows();
  private static final Timepoint MONTH_12 = Timepoint.ofMonths(12);

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(old(), "CRITERION_NOT_MET STUDY-IN-AGE"),
        fault(
            stage(SteinbergStage.STAGE_IV),
            "CRITERION_NOT_MET STUDY-IN-STAGE",
            "CRITERION_NOT_MET STUDY-EX-STAGE"),
        fault(visits(MONTH_12), "VISIT_MISSING M12"),
        fault(visits(MONTH_12, Subjects.unseen(MONTH_12, VisitStatus.MISSED)), "VISIT_MISSED M12"),
        fault(visits(MONTH_12, Subjects.visit(MONTH_12, 457)), "VISIT_OUTSIDE_WINDOW M12"),
        fault(visits(MONTH_12, withoutScores()), "SCORE_MISSING M12"),
        fault(images(), "IMAGES_MISSING M12"),
        fault(
            images(ImageReading.builder()
                .timepoint(MONTH_12)
                .day(365)
                .modality(Modality.CT)
                .reader("R1")
                .findings(Findings.builder().build())
                .build()),
            "IMAGES_MISSING M12"),
        fault(images(Subjects.image(MONTH_12, 457, Presence.PRESENT)), "IMAGES_OUTSIDE_WINDOW M12"),
        fault(injected(2), "INJECTION_MISSING M3"),
        fault(injectedOn(2, 60), "INJECTION_EARLY M3"),
        fault(injectedOn(2, 138), "INJECTION_LATE M3"),
        fault(
            injected(3, Injection.builder().number(3).day(183).build()),
            "INJECTION_WITHOUT_REASON M6"),
        fault(injected(9, Subjects.injection(4, 183)), "INJECTION_UNPLANNED M6"),
        fault(treated(Subjects.injections()), "DECOMPRESSION_MISSING BL"),
        fault(treated(Subjects.injections(), Subjects.decompression(-1)), "DECOMPRESSION_APART BL"),
        fault(
            treated(Subjects.injections(), Subjects.decompression(0), Subjects.decompression(91)),
            "DECOMPRESSION_REPEATED M3"),
        fault(
            treated(
                Subjects.injections(),
                CoreDecompression.builder().day(0).drillMillimeters(3.3).build()),
            "DRILL BL"),
        fault(aspirated(), "ASPIRATION_MISSING M3"),
        fault(
            aspirated(Subjects.aspiration(91).volumeMilliliters(59).build()),
            "ASPIRATE_VOLUME M3 STUDY-ASPIRATE-VOLUME"),
        fault(
            aspirated(Subjects.aspiration(91).largestAliquotMilliliters(11).build()),
            "ALIQUOT_VOLUME M3 STUDY-ALIQUOT-VOLUME"),
        fault(
            aspirated(Subjects.aspiration(91).site(AspirationSite.OTHER).build()),
            "ASPIRATION_SITE M3"),
        fault(prepared(), "PREPARATION_MISSING M3"),
        fault(
            prepared(Subjects.preparation(91).finalVolumeMilliliters(15).build()),
            "FINAL_VOLUME M3 STUDY-FINAL-VOLUME"),
        fault(
            prepared(
                Subjects.preparation(91).addSpins(Centrifugation.of(1_200, 10)).build()),
            "SPINS M3"),
        fault(
            prepared(Subjects.preparation(91).densityGradient(true).build()),
            "DENSITY_GRADIENT M3"),
        fault(prepared(Subjects.preparation(91).cultured(true).build()), "CULTURE M3"),
        fault(
            prepared(Subjects.preparation(91).cryopreserved(true).build()), "CRYOPRESERVATION M3"));
  }

  private static Arguments fault(Cohort cohort, String... expected) {
    return Arguments.of(cohort, List.of(expected));
  }

  @Test
  void findsNothingWhereEverythingWasDoneAsPlanned() {
    Deviations none = Deviations.of(STUDY, Subjects.accepted());
    assertThat(none.findings()).isEmpty();
    assertThat(none.notJudged()).isEmpty();
    assertThat(none.enrolled()).isEqualTo(ParticipantCount.of(1, 2));
    assertThat(none.windowsFrom()).isEqualTo("half-way to the neighboring visits, not published");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsExactlyThePlantedFault(Cohort cohort, List<String> expected) {
    assertThat(found(cohort)).containsExactlyElementsOf(expected);
  }

  @Test
  void plantsEveryKindOfFault() {
    assertThat(faults()
            .flatMap(fault -> ((List<?>) fault.get()[1]).stream())
            .map(text -> text.toString().split(" ", 2)[0])
            .distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Kind.values()).map(Kind::name).toList());
  }

  @Test
  void saysWhatItCouldNotJudge() {
    Hip untreated = Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits())
        .addAllImageReadings(Subjects.images())
        .build();
    Deviations deviations = Deviations.of(
        STUDY,
        Cohort.builder().addPatients(Subjects.patient()).addHips(untreated).build());
    assertThat(deviations.findings()).isEmpty();
    assertThat(deviations.notJudged())
        .contains(Kind.INJECTION_MISSING, Kind.ASPIRATE_VOLUME, Kind.FINAL_VOLUME)
        .doesNotContain(Kind.VISIT_MISSING, Kind.CRITERION_NOT_MET)
        .hasSize(19)
        .isSorted();
  }

  @Test
  void leavesOutWhoWasNotEnrolled() {
    Patient screened = Subjects.anyPatient()
        .sex(Subjects.patient().sex())
        .ageYears(80)
        .screening(Subjects.screening().enrolled(false).build())
        .build();
    Deviations deviations = Deviations.of(
        STUDY,
        Cohort.builder()
            .addPatients(screened)
            .addHips(Subjects.eligible(LEFT).build())
            .build());
    assertThat(deviations.findings()).isEmpty();
    assertThat(deviations.enrolled()).isEqualTo(ParticipantCount.of(0, 0));
  }

  @Test
  void countsFindingsPatientsAndHips() {
    Hip bare = Subjects.eligible(LEFT)
        .addAllImageReadings(Subjects.images())
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build();
    Deviations deviations = Deviations.of(STUDY, with(bare));
    assertThat(deviations.of(Kind.VISIT_MISSING)).hasSize(7);
    assertThat(deviations.concerned(Kind.VISIT_MISSING)).isEqualTo(ParticipantCount.of(1, 1));
    Deviation finding = deviations.findings().get(0);
    assertThat(finding.level()).isEqualTo(Level.HIPS);
    assertThat(finding.patient()).isEqualTo(Subjects.ID);
    assertThat(finding.hip()).hasValue(LEFT);
    assertThat(finding.text()).isEqualTo("BL: a planned visit is not recorded");
    Deviation volume = Deviations.of(
            STUDY, aspirated(Subjects.aspiration(91).volumeMilliliters(121).build()))
        .findings()
        .get(0);
    assertThat(volume.level()).isEqualTo(Level.PATIENTS);
    assertThat(volume.text())
        .isEqualTo("M3: an aspirated volume lies outside its limits: STUDY-ASPIRATE-VOLUME, 60 to"
            + " 120 mL of marrow are aspirated (Manuscript, Al-Iraqi Hospital, Najaf, 2022-2024)");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void tellsNothingOfAPatient(Cohort cohort, List<String> expected) {
    Deviations deviations = Deviations.of(STUDY, cohort);
    Eligibility asked = Eligibility.of(STUDY, cohort);
    ParticipantFlow flow = ParticipantFlow.of(STUDY, cohort);
    Stream.of(
            Stream.of(deviations, asked, flow, flow.visits(), flow.reasons()),
            asked.patients().stream(),
            asked.hips(),
            asked.hips().map(Eligibility.HipEligibility::failing),
            deviations.findings().stream().map(Deviation::text))
        .flatMap(things -> things)
        .map(Object::toString)
        .forEach(text ->
            assertThat(text).doesNotContain("99887").doesNotContain("56").doesNotContain("457"));
    assertThat(expected).isNotEmpty();
  }

  @Test
  void kindsReadWhatTheyWrite() {
    assertThat(Kind.values()).allSatisfy(kind -> {
      assertThat(Kind.parse(kind.code())).isSameAs(kind);
      assertThat(kind.words()).isNotBlank();
    });
    assertThat(Arrays.stream(Kind.values()).map(Coded::code)).doesNotHaveDuplicates();
  }

  /** No patient is said to have missed what the cohort records of no patient. */
  @Test
  void judgesNothingThatIsNotRecorded() {
    Cohort.Builder bare = Cohort.builder();
    bare.addPatients(
        Patient.builder().id(LEFT.patient()).sex(Sex.FEMALE).ageYears(40).build());
    bare.addHips(Hip.builder()
        .id(LEFT)
        .etiology(Etiology.ALCOHOL)
        .baselineStage(SteinbergStage.STAGE_II)
        .build());
    Deviations silent = Deviations.of(STUDY, bare.build());
    assertThat(silent.findings()).isEmpty();
    assertThat(silent.notJudged())
        .contains(Kind.VISIT_MISSING, Kind.SCORE_MISSING, Kind.IMAGES_MISSING)
        .contains(Kind.INJECTION_MISSING);
    bare.addDeclaredAsRecorded(DataKind.VISITS, DataKind.IMAGES, DataKind.TREATMENTS);
    Deviations spoken = Deviations.of(STUDY, bare.build());
    assertThat(spoken.of(Kind.VISIT_MISSING)).hasSize(STUDY.visits().visits().size());
    assertThat(spoken.of(Kind.IMAGES_MISSING)).hasSize(STUDY.imaging().size());
    assertThat(spoken.of(Kind.INJECTION_MISSING)).isNotEmpty();
    assertThat(spoken.notJudged())
        .contains(Kind.SCORE_MISSING)
        .doesNotContain(Kind.VISIT_MISSING, Kind.IMAGES_MISSING, Kind.INJECTION_MISSING);
  }
}
