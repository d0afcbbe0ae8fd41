package io.github.avnfh.core.study.conduct;

import static io.github.avnfh.core.study.Subjects.LEFT;
import static io.github.avnfh.core.study.Subjects.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Arthroplasty;
import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Patient;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.Visit;
import io.github.avnfh.core.VisitStatus;
import io.github.avnfh.core.imaging.Examination;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.Hip;
import io.github.avnfh.core.study.Subjects;
import io.github.avnfh.core.study.conduct.Deviation.Kind;
import io.github.avnfh.core.study.protocol.Criterion.Level;
import io.github.avnfh.core.study.protocol.Protocol;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import io.github.avnfh.core.treatment.Spin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault of each kind in a cohort without any: exactly that finding and no other. */
class DeviationsTest {
  private static final Protocol STUDY = StudyProtocol.withHalfwayWindows();
  private static final Timepoint MONTH_12 = Timepoint.ofMonths(12);

  private static List<String> found(Cohort cohort) {
    return Deviations.of(STUDY, cohort).findings().stream()
        .map(deviation -> deviation.kind()
            + deviation.timepoint().map(timepoint -> " " + timepoint.code()).orElse("")
            + deviation.rule().map(rule -> " " + rule.id()).orElse(""))
        .toList();
  }

  private static <T> List<T> replaced(List<T> all, Predicate<T> which, List<T> by) {
    List<T> list = new ArrayList<>(all.stream().filter(which.negate()).toList());
    list.addAll(by);
    return list;
  }

  private static Cohort with(Hip faulty) {
    return Subjects.cohort(Subjects.patient(), faulty, Subjects.hip(RIGHT));
  }

  private static Cohort visits(Timepoint timepoint, Visit... by) {
    return with(Subjects.eligible(LEFT)
        .addAllVisits(
            replaced(Subjects.visits(), visit -> visit.timepoint().equals(timepoint), List.of(by)))
        .addAllExaminations(Subjects.images())
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build());
  }

  private static Cohort images(Examination... by) {
    return with(Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits())
        .addAllExaminations(
            replaced(Subjects.images(), taken -> taken.timepoint().equals(MONTH_12), List.of(by)))
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build());
  }

  private static Cohort treated(List<Injection> injections, CoreDecompression... decompressions) {
    return with(Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits())
        .addAllExaminations(Subjects.images())
        .addDecompressions(decompressions)
        .addAllInjections(injections)
        .build());
  }

  private static Cohort injected(int number, Injection... by) {
    return treated(
        replaced(Subjects.injections(), injection -> injection.number() == number, List.of(by)),
        Subjects.decompression(0));
  }

  /** Marrow and cells are there on the day to which an injection was moved. */
  private static Cohort injectedOn(int number, int day) {
    Cohort cohort = injected(number, Subjects.injection(number, day));
    return Cohort.builder()
        .addAllPatients(cohort.patients())
        .addAllHips(cohort.hips())
        .addAllAspirations(cohort.aspirations())
        .addAllPreparations(cohort.preparations())
        .addAspirations(Subjects.aspirated(day))
        .addPreparations(Subjects.prepared(day))
        .build();
  }

  private static Cohort aspirated(MarrowAspiration... by) {
    Cohort sound = Subjects.sound();
    return Cohort.builder()
        .addAllPatients(sound.patients())
        .addAllHips(sound.hips())
        .addAllPreparations(sound.preparations())
        .addAllAspirations(replaced(sound.aspirations(), done -> done.day() == 91, List.of(by)))
        .build();
  }

  private static Cohort prepared(CellPreparation... by) {
    Cohort sound = Subjects.sound();
    return Cohort.builder()
        .addAllPatients(sound.patients())
        .addAllHips(sound.hips())
        .addAllAspirations(sound.aspirations())
        .addAllPreparations(replaced(sound.preparations(), done -> done.day() == 91, List.of(by)))
        .build();
  }

  private static Cohort stage(SteinbergStage stage) {
    return with(Subjects.anyHip(LEFT)
        .baselineStage(stage)
        .addAllVisits(Subjects.visits())
        .addAllExaminations(Subjects.images())
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build());
  }

  private static Cohort old() {
    Patient patient = Subjects.anybody()
        .sex(Subjects.patient().sex())
        .ageYears(56)
        .plateletsPerMicroliter(200_000)
        .screening(Subjects.patient().screening())
        .build();
    return Subjects.cohort(patient, Subjects.hip(LEFT), Subjects.hip(RIGHT));
  }

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
        fault(prepared(Subjects.preparation(91).addSpins(Spin.of(1_200, 10)).build()), "SPINS M3"),
        fault(
            prepared(Subjects.preparation(91).densityGradient(true).build()),
            "DENSITY_GRADIENT M3"),
        fault(prepared(Subjects.preparation(91).cultured(true).build()), "CULTURE M3"),
        fault(
            prepared(Subjects.preparation(91).cryopreserved(true).build()), "CRYOPRESERVATION M3"));
  }

  private static Visit withoutScores() {
    return Visit.builder().timepoint(MONTH_12).day(365).status(VisitStatus.DONE).build();
  }

  private static Arguments fault(Cohort cohort, String... expected) {
    return Arguments.of(cohort, List.of(expected));
  }

  @Test
  void findsNothingWhereEverythingWasDoneAsPlanned() {
    Deviations none = Deviations.of(STUDY, Subjects.sound());
    assertThat(none.findings()).isEmpty();
    assertThat(none.notJudged()).isEmpty();
    assertThat(none.enrolled()).isEqualTo(Headcount.of(1, 2));
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

  @ParameterizedTest
  @CsvSource({
    "59.99999999999999,1",
    "60,0",
    "60.00000000000001,0",
    "119.99999999999999,0",
    "120,0",
    "120.00000000000001,1"
  })
  void takes60To120MillilitersOfMarrow(double milliliters, int findings) {
    assertThat(found(
            aspirated(Subjects.aspiration(91).volumeMilliliters(milliliters).build())))
        .hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "7.999999999999999,1",
    "8,0",
    "8.000000000000002,0",
    "13.999999999999998,0",
    "14,0",
    "14.000000000000002,1"
  })
  void takes8To14MillilitersOfCells(double milliliters, int findings) {
    assertThat(found(prepared(
            Subjects.preparation(91).finalVolumeMilliliters(milliliters).build())))
        .hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "4.999999999999999,10,1",
    "5,10,0",
    "5.000000000000001,9.999999999999998,0",
    "5,10.000000000000002,1"
  })
  void takesAliquotsOf5To10Milliliters(double smallest, double largest, int findings) {
    assertThat(found(aspirated(Subjects.aspiration(91)
            .smallestAliquotMilliliters(smallest)
            .largestAliquotMilliliters(largest)
            .build())))
        .hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"274,1", "275,0", "276,0", "455,0", "456,0", "457,1"})
  void takesBothEndsOfAWindow(int day, int findings) {
    assertThat(found(visits(MONTH_12, Subjects.visit(MONTH_12, day)))).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"60,1", "61,0", "62,0", "136,0", "137,0", "138,1"})
  void takesBothEndsOfTheWindowOfAnInjection(int day, int findings) {
    assertThat(found(injectedOn(2, day))).hasSize(findings);
  }

  @Test
  void expectsNothingOfAHipThatWasReplacedOrAPatientWhoLeft() {
    Hip replaced = Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits().subList(0, 4))
        .addAllExaminations(Subjects.images().subList(0, 2))
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .arthroplasty(Arthroplasty.onDay(456))
        .build();
    assertThat(found(with(replaced))).isEmpty();
    Hip later = Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits().subList(0, 4))
        .addAllExaminations(Subjects.images().subList(0, 2))
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .arthroplasty(Arthroplasty.onDay(457))
        .build();
    assertThat(found(with(later))).containsExactly("VISIT_MISSING M12", "IMAGES_MISSING M12");
  }

  @Test
  void expectsNothingOfAVisitThatIsNotDue() {
    Hip open = Subjects.eligible(LEFT)
        .addAllVisits(replaced(
            Subjects.visits(),
            visit -> visit.timepoint().equals(MONTH_12),
            List.of(Subjects.unseen(MONTH_12, VisitStatus.NOT_DUE))))
        .addAllExaminations(
            replaced(Subjects.images(), taken -> taken.timepoint().equals(MONTH_12), List.of()))
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build();
    assertThat(found(with(open))).isEmpty();
  }

  @Test
  void saysWhatItCouldNotJudge() {
    Hip untreated = Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits())
        .addAllExaminations(Subjects.images())
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
    Patient screened = Subjects.anybody()
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
    assertThat(deviations.enrolled()).isEqualTo(Headcount.of(0, 0));
  }

  @Test
  void countsFindingsPatientsAndHips() {
    Hip bare = Subjects.eligible(LEFT)
        .addAllExaminations(Subjects.images())
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build();
    Deviations deviations = Deviations.of(STUDY, with(bare));
    assertThat(deviations.of(Kind.VISIT_MISSING)).hasSize(7);
    assertThat(deviations.concerned(Kind.VISIT_MISSING)).isEqualTo(Headcount.of(1, 1));
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
            asked.hips().map(HipEligibility::failing),
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
}
