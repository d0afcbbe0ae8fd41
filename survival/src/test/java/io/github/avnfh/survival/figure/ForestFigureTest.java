package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForestFigureTest {
  private static final ForestFigure GAINS = ForestFigure.of("Gain [points]")
      .withReference(0)
      .withRow("I", 20, 10, 30)
      .withRow("II", 40, 35, 50)
      .withoutEstimate("III", "one patient");

  private static List<Drawing.Line> limits(Drawing drawing) {
    return drawing.lines("stroke-width", "1.5");
  }

  /** The axis runs from 0 to 50 with 2 at either side: 250 to 540 are -2 to 52. */
  @Test
  void placesEstimatesAndLimitsOnALinearAxis() {
    Drawing drawing = Drawing.of(GAINS.svg());
    double perPoint = 290 / 54.0;
    assertThat(limits(drawing)).hasSize(2);
    assertThat(limits(drawing).get(0).x(0)).isCloseTo(250 + 12 * perPoint, within(0.01));
    assertThat(limits(drawing).get(0).x(1)).isCloseTo(250 + 32 * perPoint, within(0.01));
    assertThat(drawing.lines("stroke", Svg.INK))
        .anySatisfy(line -> assertThat(line.x(0)).isCloseTo(250 + 2 * perPoint, within(0.01)));
    for (String tick : List.of("0", "10", "20", "30", "40", "50")) {
      assertThat(drawing.text(tick).middle())
          .isCloseTo(250 + (2 + Integer.parseInt(tick)) * perPoint, within(0.01));
    }
    assertThat(drawing.text("20.0 (10.0 to 30.0)").baseline).isEqualTo(drawing.text("I").baseline);
    assertThat(drawing.text("one patient").baseline).isEqualTo(drawing.text("III").baseline);
  }

  /** One half and two are as far from one. */
  @Test
  void placesRatiosOnALogarithmicAxis() {
    Drawing drawing =
        Drawing.of(ForestFigure.ofRatios("Odds ratio").withRow("age", 1, 0.5, 2).svg());
    double one = drawing.text("1").middle();
    Drawing.Line line = limits(drawing).get(0);
    assertThat(one - line.x(0)).isCloseTo(line.x(1) - one, within(0.02)).isPositive();
    assertThat(drawing.text("1.00 (0.50 to 2.00)").content).isNotEmpty();
    String wide = ForestFigure.ofRatios("Odds ratio").withRow("x", 5, 1e-5, 1e5).svg();
    assertThat(wide).contains("&lt; 0.001 to &gt; 1000");
    assertThat(limits(Drawing.of(wide))).hasSize(3);
  }

  @Test
  void drawsAnAxisForOneValueForNoneAndForTheLargest() {
    assertThat(Drawing.of(ForestFigure.of("x").withRow("one", 3, 3, 3).svg()).text("3").content)
        .isEqualTo("3");
    assertThat(ForestFigure.of("x").svg()).contains("0 rows with limits.").doesNotContain("NaN");
    assertThat(ForestFigure.of("x").withRow("all", 0, -1e300, 1e300).svg())
        .doesNotContain("NaN", "Infinity");
    assertThat(GAINS).hasToString("ForestFigure{3 rows}");
  }

  @Test
  void refusesWhatHasNoPlaceOnTheAxis() {
    ForestFigure ratios = ForestFigure.ofRatios("Odds ratio");
    assertThatThrownBy(() -> ratios.withRow("x", 1, 0, 2))
        .hasMessage("lower limit [Odds ratio] must be finite and above 0.0, but was 0.0");
    assertThatThrownBy(() -> GAINS.withRow("x", Double.NaN, 0, 2))
        .hasMessage("estimate [Gain [points]] must lie in -1.0E300..1.0E300, but was NaN");
    assertThatThrownBy(() -> GAINS.withRow("x", 0, 0, Math.nextUp(1e300)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GAINS.withRow("x", 3, 0, 2))
        .hasMessage("estimate must lie in 0.0..2.0, its limits, but was 3.0");
    assertThatThrownBy(() -> GAINS.withReference(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
