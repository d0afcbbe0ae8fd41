package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.cohort.Cohort;
import org.junit.jupiter.api.Test;

class SatisfactionFigureTest {

  @Test
  void namesAllFiveLevelsThoughOneIsEmpty() {
    DrawnSvg svg = DrawnSvg.of(SatisfactionFigure.of(Cohorts.bundled()));
    assertThat(svg.description())
        .isEqualTo("very satisfied 28 (60.9 %), satisfied 12 (26.1 %), neutral 4 (8.7 %),"
            + " dissatisfied 2 (4.3 %), very dissatisfied 0 (0.0 %).");
    assertThat(svg.boxes(DrawnSvg.VERMILION)).isEmpty();
  }

  @Test
  void putsTheLineIntoTheMiddleOfTheNeutral() {
    DrawnSvg svg = DrawnSvg.of(SatisfactionFigure.of(Cohorts.bundled()));
    double[] neutral = svg.boxes(DrawnSvg.GRID).get(0);
    double line = svg.lines(DrawnSvg.INK, "1.4").get(0)[0];
    assertThat(line).isEqualTo((neutral[0] + neutral[1]) / 2, within(0.02));
    assertThat(svg.boxes(DrawnSvg.ORANGE).get(0)[1]).isEqualTo(neutral[0], within(0.02));
    assertThat(svg.boxes(DrawnSvg.SKY).get(0)[0]).isEqualTo(neutral[1], within(0.02));
  }

  @Test
  void drawsASingleAnswer() {
    Cohort cohort = Cohorts.ofPatients(3)
        .with("hips.csv", "A,L,idiopathic,I,,400")
        .with("satisfaction.csv", "B,very_dissatisfied")
        .read();
    Illustration figure = SatisfactionFigure.of(cohort);
    assertThat(DrawnSvg.of(figure).boxes(DrawnSvg.VERMILION)).hasSize(1);
    assertThat(((Figure) figure).caption()).contains("(1 of 3)");
  }

  @Test
  void isLeftOutIfNoPatientAnswered() {
    Cohort cohort =
        Cohorts.ofPatients(1).with("hips.csv", "A,L,idiopathic,I,,400").read();
    assertThat(SatisfactionFigure.of(cohort))
        .isEqualTo(
            new Omission("satisfaction", "satisfaction of the patients", "no patient answered"));
  }
}
