package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SwimmerFigureTest {

  private static long lanes(DrawnSvg svg) {
    return Stream.of(DrawnSvg.BLUE, DrawnSvg.VERMILION, DrawnSvg.GREEN)
        .mapToLong(color -> svg.lines(color, "3").size())
        .sum();
  }

  @Test
  void drawsALaneForEachHip() {
    DrawnSvg svg = DrawnSvg.of(SwimmerFigure.of(Cohorts.bundled()));
    assertThat(lanes(svg)).isEqualTo(58);
    assertThat(svg.lines(DrawnSvg.BLUE, "3")).hasSize(14);
    assertThat(svg.lines(DrawnSvg.GREEN, "3")).hasSize(15);
  }

  /** Six hips were replaced; the bundled cohort has an image on 223 occasions. */
  @Test
  void marksImagesAndArthroplasties() {
    DrawnSvg svg = DrawnSvg.of(SwimmerFigure.of(Cohorts.bundled()));
    assertThat(svg.lines(DrawnSvg.GRID, "3")).hasSize(6);
    assertThat(svg.lines(DrawnSvg.INK, "1.6")).hasSize(223);
    assertThat(svg.description())
        .startsWith("58 lanes; 174 injections; 223 MRI visits; 6 arthroplasties;");
  }

  @Test
  void ordersLanesByStageAndThenByFollowUp() {
    DrawnSvg svg = DrawnSvg.of(SwimmerFigure.of(Cohorts.bundled()));
    double[] first = svg.lines(DrawnSvg.BLUE, "3").get(0);
    assertThat(first[1]).isLessThan(svg.lines(DrawnSvg.VERMILION, "3").get(0)[1]);
    assertThat(svg.lines(DrawnSvg.BLUE, "3").stream().map(lane -> -lane[2]).toList())
        .isSorted();
  }

  @Test
  void namesNoPatient() {
    String svg = ((Figure) SwimmerFigure.of(Cohorts.bundled())).svg();
    assertThat(svg).doesNotContain("S01", "S46");
  }

  @Test
  void drawsAHipOfWhichOnlyTheLastDayIsKnown() {
    Cohort cohort =
        Cohorts.ofPatients(1).with("hips.csv", "A,L,idiopathic,VI,,90").read();
    DrawnSvg svg = DrawnSvg.of(SwimmerFigure.of(cohort));
    assertThat(svg.lines(DrawnSvg.ORANGE, "3")).hasSize(1);
    assertThat(svg.description())
        .isEqualTo(
            "1 lanes; 0 injections; 0 MRI visits; 0 arthroplasties; the last known day is 90.");
  }

  @Test
  void marksTheInjectionsThatAreRecorded() {
    Cohort cohort = Cohorts.ofPatients(2)
        .with("hips.csv", "A,L,idiopathic,I,,400", "B,L,idiopathic,I,,300")
        .with("procedures.csv", "A,L,injection,0,1", "A,L,injection,91,2", "B,L,injection,0,1")
        .read();
    DrawnSvg svg = DrawnSvg.of(SwimmerFigure.of(cohort));
    assertThat(svg.boxes(DrawnSvg.ORANGE)).hasSize(3);
    assertThat(svg.description()).startsWith("2 lanes; 3 injections; 0 MRI visits;");
  }

  @Test
  void drawsAHipReplacedOnTheDayOfTreatment() {
    Cohort cohort =
        Cohorts.ofPatients(1).with("hips.csv", "A,L,idiopathic,I,0,0").read();
    assertThat(lanes(DrawnSvg.of(SwimmerFigure.of(cohort)))).isEqualTo(1);
  }
}
