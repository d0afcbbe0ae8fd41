package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.figure.DrawnCurve.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** One curve with its band, its censoring marks, its median and what a pointer finds on it. */
final class CurveLine {
  static final int MOST_MARKS = 120;
  static final int MOST_TITLES = 200;
  private static final double MARK = 4.5;
  private static final double OPACITY = 0.14;

  private final DrawnCurve curve;
  private final Frame frame;
  private final FigureOptions options;
  private final int group;

  CurveLine(DrawnCurve curve, Frame frame, FigureOptions options, int group) {
    this.curve = curve;
    this.frame = frame;
    this.options = options;
    this.group = group;
  }

  private StepPath along(ToDoubleFunction<Point> height, List<Point> points, double end) {
    double[] times = points.stream().mapToDouble(Point::time).toArray();
    double[] heights = points.stream().mapToDouble(height).toArray();
    return new StepPath(frame, height.applyAsDouble(curve.start()))
        .along(frame, times, heights, end);
  }

  private String path() {
    return along(Point::value, curve.points(), curve.last()).forward();
  }

  /** The band up to the last time at which enough are at risk. */
  void drawBand(Svg svg) {
    curve.lastTimeWithAtRisk(options.leastAtRisk()).ifPresent(end -> {
      List<Point> shown = end == curve.last()
          ? curve.points()
          : curve.points().stream().filter(point -> point.time() < end).toList();
      String upper = along(Point::upper, shown, end).forward();
      String lower = along(Point::lower, shown, end).backward();
      svg.path(upper + lower + "Z", options.palette().fill(group, OPACITY));
    });
  }

  void draw(Svg svg) {
    svg.path(path(), options.palette().line(group));
    String marks = curve.hasTooManyMarks() ? "" : marks();
    if (!marks.isEmpty()) {
      svg.path(marks, Svg.stroke(options.palette().color(group), 1.2));
    }
  }

  /** Draws the line alone, thin and gray, behind that of another group. */
  void drawBehind(Svg svg) {
    svg.path(path(), Svg.stroke("#c4c4c4", 1.1));
  }

  private String marks() {
    StringBuilder marks = new StringBuilder();
    String last = "";
    for (Point point : curve.points()) {
      String x = Svg.number(frame.x(point.time()));
      if (point.isCensored() && !x.equals(last)) {
        marks.append('M').append(x).append(' ');
        marks.append(Svg.number(frame.y(point.value()) - MARK)).append('v').append(2 * MARK);
        last = x;
      }
    }
    return marks.toString();
  }

  void drawMedian(Svg svg, OptionalDouble median) {
    median.ifPresent(time -> svg.path(
        "M" + Svg.number(frame.left()) + " " + Svg.number(frame.y(0.5)) + "H"
            + Svg.number(frame.x(time)) + "V" + Svg.number(frame.bottom()),
        Svg.stroke(options.palette().color(group), 0.9) + " stroke-dasharray=\"1 3\""));
  }

  /** Lays a text for the pointer along each step. */
  void drawTitles(Svg svg) {
    List<Point> steps = steps();
    svg.openGroup("fill=\"none\" stroke=\"none\" stroke-width=\"9\" pointer-events=\"stroke\"");
    for (int i = 0; i < steps.size(); i++) {
      Point step = steps.get(i);
      double end = i + 1 < steps.size() ? steps.get(i + 1).time() : curve.last();
      svg.titledPath(
          "M" + place(frame.x(step.time())) + " " + place(frame.y(step.value())) + "H"
              + place(frame.x(end)),
          words(step));
    }
    svg.closeGroup();
  }

  private static String place(double place) {
    return Svg.number(Math.rint(place * 10) / 10);
  }

  /** The start and the steps, or as many as have room where there are too many. */
  private List<Point> steps() {
    List<Point> steps = new ArrayList<>(List.of(curve.start()));
    curve.points().stream().filter(Point::hasEvent).forEach(steps::add);
    if (steps.size() <= MOST_TITLES) {
      return steps;
    }
    double apart = (frame.right() - frame.left()) / MOST_TITLES;
    List<Point> kept = new ArrayList<>(List.of(curve.start()));
    for (Point step : steps) {
      if (frame.x(step.time()) - frame.x(kept.get(kept.size() - 1).time()) >= apart) {
        kept.add(step);
      }
    }
    return kept;
  }

  private String words(Point step) {
    String limits = step.lower() < step.upper()
        ? String.format(Locale.ROOT, " (%.3f to %.3f)", step.lower(), step.upper())
        : "";
    return String.format(
        Locale.ROOT,
        "%s at %s: %s %.3f%s, %s at risk",
        curve.group(),
        Description.plain(step.time() / options.timesPerUnit(), 4),
        curve.quantity(),
        step.value(),
        limits,
        RiskTable.written(step.atRisk()));
  }
}
