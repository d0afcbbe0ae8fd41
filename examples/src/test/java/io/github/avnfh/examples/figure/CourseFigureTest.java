package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import org.junit.jupiter.api.Test;

class CourseFigureTest {
  private static Illustration hhs(io.github.avnfh.core.cohort.Cohort cohort) {
    return CourseFigure.of(cohort, Instruments.HARRIS_HIP_SCORE, ArthroplastyPolicy.INCLUDE);
  }

  private static long linesFrom(DrawnSvg svg, double x) {
    return svg.lines(DrawnSvg.SKY, "0.8").stream().filter(line -> line[0] == x).count();
  }

  /** 58 hips, seven scheduled visits. */
  @Test
  void drawsOneLineForEachHip() {
    DrawnSvg svg = DrawnSvg.of(hhs(Cohorts.bundled()));
    double first = svg.lines(DrawnSvg.SKY, "0.8").stream()
        .mapToDouble(line -> line[0])
        .min()
        .orElseThrow();
    assertThat(linesFrom(svg, first)).isEqualTo(58);
    assertThat(svg.lines(DrawnSvg.SKY, "0.8")).hasSize(58 * 6);
    assertThat(svg.marks("circle", DrawnSvg.VERMILION)).isEqualTo(7);
  }

  /** Table 2 of the study. */
  @Test
  void saysTheMeansInWords() {
    DrawnSvg svg = DrawnSvg.of(hhs(Cohorts.bundled()));
    assertThat(svg.title()).isEqualTo("Harris Hip Score over time");
    assertThat(svg.description())
        .startsWith("Mean over hips with 95 % interval by patient. baseline: 54.6 (")
        .contains(" 6 months: 72.8 (", " 12 months: 80.4 (", " 24 months: 84.2 (")
        .endsWith(", 58 hips.");
  }

  @Test
  void interruptsTheLineWhereAScoreIsMissing() {
    Cohorts cohort = Cohorts.ofPatients(2)
        .with("hips.csv", "A,L,idiopathic,I,,400", "B,L,idiopathic,I,,400")
        .with("visits.csv", "A,L,BL,0,done,,50", "A,L,M6,180,done,,60", "A,L,M12,365,done,,70")
        .with("visits.csv", "B,L,BL,0,done,,40", "B,L,M12,365,done,,80");
    DrawnSvg svg = DrawnSvg.of(hhs(cohort.read()));
    // two pieces of the line of one hip, two dashes of the other
    assertThat(svg.lines(DrawnSvg.SKY, "0.8")).hasSize(4);
    assertThat(svg.description())
        .contains("baseline: 45.0 (", "6 months: 60.0, 1 hip.", "12 months: 75.0 (");
  }

  @Test
  void givesNoIntervalForOnePatient() {
    Cohorts cohort = Cohorts.ofPatients(1)
        .with("hips.csv", "A,L,idiopathic,I,,400", "A,R,idiopathic,I,,400")
        .with("visits.csv", "A,L,BL,0,done,,50", "A,R,BL,0,done,,60");
    DrawnSvg svg = DrawnSvg.of(hhs(cohort.read()));
    assertThat(svg.description()).endsWith("baseline: 55.0, 2 hips.");
    assertThat(svg.lines(DrawnSvg.VERMILION, "1.4")).isEmpty();
    assertThat(svg.marks("circle", DrawnSvg.VERMILION)).isEqualTo(1);
  }

  @Test
  void isLeftOutWithoutScores() {
    Cohorts cohort = Cohorts.ofPatients(1).with("hips.csv", "A,L,idiopathic,I,,400");
    assertThat(hhs(cohort.read()))
        .isEqualTo(new Omission(
            "hhs_over_time",
            "Harris Hip Score over time",
            "no hip has a score at a scheduled visit"));
  }
}
