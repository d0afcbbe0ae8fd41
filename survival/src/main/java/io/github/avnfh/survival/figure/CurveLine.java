package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.SurvivalEstimate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** One curve with its band and its censoring marks. */
final class CurveLine {
  static final int MOST_MARKS = 120;
  private static final double MARK = 4.5;

  private final SurvivalCurve curve;
  private final List<Step> steps;
  private final Frame frame;
  private final int group;

  CurveLine(SurvivalCurve curve, Frame frame, int group) {
    this.curve = curve;
    this.steps = curve.steps();
    this.frame = frame;
    this.group = group;
  }

  private StepPath along(double start, IntToDoubleFunction height) {
    double[] times = steps.stream().mapToDouble(Step::time).toArray();
    double[] heights = new double[times.length];
    Arrays.setAll(heights, height);
    return new StepPath(frame, start).along(frame, times, heights, curve.lastTime());
  }

  void drawBand(Svg svg) {
    String upper = along(1, index -> steps.get(index).upper()).forward();
    String lower = along(lowerAtStart(), this::lowerAfter).backward();
    svg.path(
        upper + lower + "Z",
        "fill=\"" + Palette.color(group) + "\" fill-opacity=\"0.14\" stroke=\"none\"");
  }

  /**
   * Before the first event fewer may be at risk after a step than at it, and the limit is lower.
   */
  private double lowerAfter(int index) {
    Step step = steps.get(index);
    if (step.survival() < 1 || index + 1 == steps.size()) {
      return step.lower();
    }
    double between = step.time() + (steps.get(index + 1).time() - step.time()) / 2;
    return curve.at(between).estimate().map(SurvivalEstimate::lower).orElse(step.lower());
  }

  private double lowerAtStart() {
    return curve.at(0).estimate().map(SurvivalEstimate::lower).orElse(1.0);
  }

  void draw(Svg svg) {
    svg.path(along(1, index -> steps.get(index).survival()).forward(), Palette.line(group));
    String marks = marks();
    if (!marks.isEmpty()) {
      svg.path(marks, Svg.stroke(Palette.color(group), 1.2));
    }
  }

  /** Whether the marks stand so close that they would hide the curve. */
  static boolean hasTooManyMarks(SurvivalCurve curve) {
    return curve.steps().stream().filter(step -> step.censored() > 0).count() > MOST_MARKS;
  }

  private String marks() {
    StringBuilder marks = new StringBuilder();
    if (hasTooManyMarks(curve)) {
      return "";
    }
    String last = "";
    for (Step step : curve.steps()) {
      String x = Svg.number(frame.x(step.time()));
      if (step.censored() > 0 && !x.equals(last)) {
        marks.append('M').append(x).append(' ');
        marks.append(Svg.number(frame.y(step.survival()) - MARK)).append('v').append(2 * MARK);
        last = x;
      }
    }
    return marks.toString();
  }

  void drawMedian(Svg svg) {
    curve
        .median()
        .time()
        .ifPresent(time -> svg.path(
            "M" + Svg.number(frame.left()) + " " + Svg.number(frame.y(0.5)) + "H"
                + Svg.number(frame.x(time)) + "V" + Svg.number(frame.bottom()),
            Svg.stroke(Palette.color(group), 0.9) + " stroke-dasharray=\"1 3\""));
  }
}
