package io.github.avnfh.core.study.adherence;

import static io.github.avnfh.core.cohort.Subjects.LEFT;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.aspirated;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.found;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.injectedOn;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.prepared;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.replaced;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.visits;
import static io.github.avnfh.core.study.adherence.FaultyCohorts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Subjects;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of the study: what lies on them, just inside and just outside. */
class DeviationLimitsTest {
  private static final Timepoint MONTH_12 = Timepoint.ofMonths(12);

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

  /** A visit after the replacement of the hip has its window too. */
  @ParameterizedTest
  @CsvSource({"456,0", "457,1"})
  void takesTheWindowOfAVisitAfterAnArthroplasty(int day, int findings) {
    Visit visit = Visit.builder()
        .timepoint(MONTH_12)
        .day(day)
        .status(VisitStatus.AFTER_ARTHROPLASTY)
        .build();
    assertThat(found(visits(MONTH_12, visit)))
        .filteredOn("VISIT_OUTSIDE_WINDOW M12"::equals)
        .hasSize(findings);
  }

  /** A score that no visit of the cohort holds was not recorded, and is missed nowhere. */
  @Test
  void missesNoScoreThatIsNotRecordedAtAll() {
    Visit pain = Visit.builder()
        .timepoint(MONTH_12)
        .day(365)
        .status(VisitStatus.DONE)
        .addScores(Score.of(Instruments.PAIN_VAS_CM, 3))
        .build();
    Hip hip = Subjects.eligible(LEFT).addVisits(pain).build();
    Deviations deviations =
        Deviations.of(StudyProtocol.withHalfwayWindows(), Subjects.cohort(Subjects.patient(), hip));
    assertThat(deviations.of(Deviation.Kind.SCORE_MISSING)).isEmpty();
    assertThat(deviations.notJudged()).doesNotContain(Deviation.Kind.SCORE_MISSING);
  }

  @Test
  void expectsNothingOfAHipThatWasReplacedOrAPatientWhoLeft() {
    Hip replaced = Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits().subList(0, 4))
        .addAllImageReadings(Subjects.images().subList(0, 2))
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .arthroplasty(Arthroplasty.onDay(456))
        .build();
    assertThat(found(with(replaced))).isEmpty();
    Hip later = Subjects.eligible(LEFT)
        .addAllVisits(Subjects.visits().subList(0, 4))
        .addAllImageReadings(Subjects.images().subList(0, 2))
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
        .addAllImageReadings(
            replaced(Subjects.images(), taken -> taken.timepoint().equals(MONTH_12), List.of()))
        .addDecompressions(Subjects.decompression(0))
        .addAllInjections(Subjects.injections())
        .build();
    assertThat(found(with(open))).isEmpty();
  }
}
