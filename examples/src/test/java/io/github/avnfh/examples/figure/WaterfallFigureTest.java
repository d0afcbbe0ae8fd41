package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaterfallFigureTest {
  private static final ArthroplastyPolicy POLICY = ArthroplastyPolicy.INCLUDE;

  private static List<double[]> bars(DrawnSvg svg) {
    return Stream.of(DrawnSvg.BLUE, DrawnSvg.VERMILION, DrawnSvg.GREEN)
        .flatMap(color -> svg.boxes(color).stream())
        .filter(box -> box[3] - box[2] > 8.5 || box[1] - box[0] > 8.5)
        .sorted(Comparator.comparingDouble(bar -> bar[0]))
        .toList();
  }

  @Test
  void drawsABarForEachHipInTheColorOfItsStage() {
    DrawnSvg svg = DrawnSvg.of(WaterfallFigure.of(Cohorts.bundled(), POLICY));
    assertThat(bars(svg)).hasSize(58);
    assertThat(svg.marks("circle", DrawnSvg.BLUE)).isEqualTo(14);
    assertThat(svg.marks("rect", DrawnSvg.GREEN)).isEqualTo(15);
    assertThat(svg.description())
        .isEqualTo("58 of 58 hips have both scores; 48 gained more than 20 points."
            + " Stage I: 14 hips. Stage II: 29 hips. Stage III: 15 hips.");
  }

  @Test
  void ordersTheBarsFromTheLargestGainToTheSmallest() {
    DrawnSvg svg = DrawnSvg.of(WaterfallFigure.of(Cohorts.bundled(), POLICY));
    assertThat(bars(svg).stream().map(bar -> bar[2]).toList()).isSorted();
  }

  @Test
  void drawsTheThresholdBetweenTheGainsAtItsSides() {
    DrawnSvg svg = DrawnSvg.of(WaterfallFigure.of(Cohorts.bundled(), POLICY));
    double threshold = svg.lines(DrawnSvg.INK, "1.4").get(0)[1];
    assertThat(bars(svg).stream().filter(bar -> bar[2] < threshold - 0.02)).hasSize(48);
  }

  @Test
  void drawsALossBelowZero() {
    Cohort cohort = Cohorts.ofPatients(2)
        .with("hips.csv", "A,L,idiopathic,I,,400", "B,L,idiopathic,I,,400")
        .with("visits.csv", "A,L,BL,0,done,,50", "A,L,M6,180,done,,75")
        .with("visits.csv", "B,L,BL,0,done,,60", "B,L,M6,180,done,,55.5")
        .read();
    List<double[]> bars = bars(DrawnSvg.of(WaterfallFigure.of(cohort, POLICY)));
    assertThat(bars).hasSize(2);
    assertThat(bars.get(1)[2]).isEqualTo(bars.get(0)[3]);
    assertThat(bars.get(1)[3]).isGreaterThan(bars.get(1)[2]);
  }

  @Test
  void isLeftOutWithoutPairs() {
    Cohort cohort = Cohorts.ofPatients(1)
        .with("hips.csv", "A,L,idiopathic,I,,400")
        .with("visits.csv", "A,L,M6,180,done,,75")
        .read();
    assertThat(WaterfallFigure.of(cohort, POLICY))
        .isInstanceOfSatisfying(
            Omission.class,
            omission -> assertThat(omission.text())
                .isEqualTo(
                    "Figure left out: gain of the Harris Hip Score by hip, because no hip has a score"
                        + " at baseline and at the last scheduled visit."));
  }
}
