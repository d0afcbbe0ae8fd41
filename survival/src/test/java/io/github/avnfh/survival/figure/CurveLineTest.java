package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveLineTest {
  private static Drawing drawn(FollowUp rows, FigureOptions options) {
    return Drawing.of(KaplanMeierFigure.of(KaplanMeier.withDefaults().estimate(rows))
        .with(options)
        .svg());
  }

  private static List<Drawing.Line> axes(Drawing drawing) {
    return drawing.lines("stroke-width", "1");
  }

  private static FollowUp oneYear() {
    return FollowUp.ofDays(new int[] {0, 90, 180, 360}, new boolean[] {true, false, true, false})
        .build();
  }

  @Test
  void eventsStandOverTheirTimeOnAnAxisThatReachesTheLastTime() {
    FigureOptions months =
        FigureOptions.builder().timesPerUnit(30).addTicks(0, 3, 6, 9, 12).build();
    Drawing drawing = drawn(oneYear(), months);
    Drawing.Line curve = drawing.lines("stroke-width", "1.8").get(1);
    List<Drawing.Line> axes = axes(drawing);
    double sixMonths = axes.get(4).x(0);
    assertThat(curve.points).anyMatch(point -> Math.abs(point[0] - sixMonths) < 0.1);
    assertThat(curve.x(curve.last())).isEqualTo(axes.get(1).x(1));
    Drawing rounded = drawn(oneYear(), FigureOptions.builder().timesPerUnit(30).build());
    Drawing.Line same = rounded.lines("stroke-width", "1.8").get(1);
    assertThat(same.x(same.last())).isEqualTo(axes.get(1).x(1));
  }

  @Test
  void anEventOnTheFirstDayDropsFromOne() {
    Drawing.Line curve = drawn(oneYear(), FigureOptions.builder().build())
        .lines("stroke-width", "1.8")
        .get(1);
    assertThat(curve.points.get(0)).containsExactly(92, 51);
    assertThat(curve.points).contains(new double[] {92, 51 + 250 / 4.0});
  }

  @Test
  void aCensoredHipIsMarkedOnTheCurveAndMakesNoCornerInIt() {
    Drawing drawing = drawn(oneYear(), FigureOptions.builder().build());
    Drawing.Line curve = drawing.lines("stroke-width", "1.8").get(1);
    Drawing.Line marks = drawing.lines("stroke-width", "1.2").get(0);
    assertThat(curve.path.getAttribute("d").chars().filter(step -> step == 'H')).hasSize(3);
    assertThat(marks.points).hasSize(4);
    assertThat(marks.x(0)).isBetween(183.0, 184.0);
    assertThat((marks.y(0) + marks.y(1)) / 2).isCloseTo(51 + 250 / 4.0, within(0.1));
    assertThat(marks.x(2)).isEqualTo(458);
  }

  @Test
  void aTimeWithoutEventMakesNoCornerEvenIfItIsTheFirst() {
    FollowUp hips = FollowUp.ofDays(new int[] {25, 50, 100}, new boolean[] {false, true, false})
        .build();
    Drawing.Line curve = drawn(hips, FigureOptions.builder().build())
        .lines("stroke-width", "1.8")
        .get(1);
    assertThat(curve.path.getAttribute("d")).isEqualTo("M92 51H275V176H458V176");
  }

  @Test
  void eventsDoNotCountAsMarks() {
    int rows = CurveLine.MOST_MARKS + 20;
    boolean[] events = new boolean[rows];
    IntStream.range(0, rows - 1).forEach(row -> events[row] = true);
    FollowUp hips =
        FollowUp.ofDays(IntStream.rangeClosed(1, rows).toArray(), events).build();
    Drawing drawing = drawn(hips, FigureOptions.builder().build());
    assertThat(drawing.lines("stroke-width", "1.2")).hasSize(1);
    assertThat(drawing.lines("stroke-width", "1.2").get(0).points).hasSize(2);
  }

  @Test
  void theBandBeginsAtTheExactLimitAndHoldsTheCurve() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {20, 40, 60, 80, 100}, new boolean[] {true, true, false, true, false})
        .build();
    Drawing drawing = drawn(hips, FigureOptions.builder().leastAtRisk(0).build());
    Drawing.Line band = drawing.lines("fill-opacity", "0.14").get(0);
    Drawing.Line curve = drawing.lines("stroke-width", "1.8").get(1);
    assertThat(band.points.get(0)).isEqualTo(curve.points.get(0));
    // the exact limit of five at risk, 0.025^(1/5) = 0.478, before the first event
    assertThat(band.points.get(band.last())[1]).isGreaterThan(curve.y(0));
    assertThat(band.points.stream().mapToDouble(point -> point[0]).max())
        .hasValue(curve.x(curve.last()));
    double lowest = band.points.stream().mapToDouble(point -> point[1]).max().orElseThrow();
    assertThat(lowest).isGreaterThan(curve.y(curve.last()));
    assertThat(band.points.stream().filter(point -> point[0] == curve.x(curve.last())))
        .hasSizeGreaterThan(1);
  }

  @Test
  void aLineLeadsFromOneHalfToTheMedianAndDownToTheAxis() {
    Drawing drawing =
        drawn(oneYear(), FigureOptions.builder().showsMedians(true).build());
    List<double[]> line = drawing.lines("stroke-dasharray", "1 3").get(0).points;
    double half = drawing.lines("stroke", "#d9d9d9").get(2).y(0);
    assertThat(line.get(0)).containsExactly(92, half);
    assertThat(line.get(1)).containsExactly(275, half);
    assertThat(line.get(2)).containsExactly(275, axes(drawing).get(1).y(0));
  }
}
