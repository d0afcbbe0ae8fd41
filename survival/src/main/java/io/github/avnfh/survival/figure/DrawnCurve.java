package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.SurvivalEstimate;
import io.github.avnfh.survival.competing.Incidence;
import io.github.avnfh.survival.competing.IncidenceCurve;
import io.github.avnfh.survival.competing.IncidenceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A step function with its limits, as far as a figure shows it.
 *
 * @param group the label of its group
 * @param quantity what its values are, in words
 * @param start where it starts at time 0
 * @param points its times in ascending order
 * @param last up to when it is drawn
 */
record DrawnCurve(String group, String quantity, Point start, List<Point> points, double last) {

  /** The number at risk at a time, and the value and the limits from that time on. */
  record Point(
      double time,
      double atRisk,
      double value,
      double lower,
      double upper,
      boolean hasEvent,
      boolean isCensored) {

    private Point complement() {
      return new Point(time, atRisk, 1 - value, 1 - upper, 1 - lower, hasEvent, isCensored);
    }
  }

  static DrawnCurve of(SurvivalCurve curve) {
    List<Step> steps = curve.steps();
    List<Point> points = new ArrayList<>(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      points.add(new Point(
          step.time(),
          step.atRisk(),
          step.survival(),
          lowerAfter(curve, steps, i),
          step.upper(),
          step.events() > 0,
          step.censored() > 0));
    }
    return new DrawnCurve(
        curve.group(),
        "survival",
        new Point(0, curve.riskCount(0).atRisk(), 1, lowerAt(curve, 0, 1), 1, false, false),
        points,
        curve.lastTime());
  }

  /**
   * Before the first event fewer may be at risk after a step than at it, and the limit is lower.
   */
  private static double lowerAfter(SurvivalCurve curve, List<Step> steps, int index) {
    Step step = steps.get(index);
    if (step.survival() < 1 || index + 1 == steps.size()) {
      return step.lower();
    }
    double between = step.time() + (steps.get(index + 1).time() - step.time()) / 2;
    return lowerAt(curve, between, step.lower());
  }

  private static double lowerAt(SurvivalCurve curve, double time, double otherwise) {
    return curve.at(time).estimate().map(SurvivalEstimate::lower).orElse(otherwise);
  }

  static DrawnCurve of(IncidenceCurve curve) {
    List<Point> points = new ArrayList<>();
    double before = 0;
    for (IncidenceStep step : curve.steps()) {
      Incidence event = step.event();
      points.add(new Point(
          step.time(),
          step.atRisk(),
          event.proportion(),
          event.lower(),
          event.upper(),
          event.proportion() > before,
          false));
      before = event.proportion();
    }
    double upper = curve.at(0).map(step -> step.event().upper()).orElse(0.0);
    double atRisk = curve.at(0).map(IncidenceStep::atRisk).orElse(0.0);
    return new DrawnCurve(
        curve.group(),
        "incidence",
        new Point(0, atRisk, 0, 0, upper, false, false),
        points,
        points.get(points.size() - 1).time());
  }

  /** The same curve as the proportion with the event. */
  DrawnCurve complement() {
    return new DrawnCurve(
        group,
        "1 - " + quantity,
        start.complement(),
        points.stream().map(Point::complement).toList(),
        last);
  }

  /** The last time at which so many are at risk; without one the curve has no band. */
  OptionalDouble lastTimeWithAtRisk(int least) {
    for (int i = points.size() - 1; i >= 0; i--) {
      if (points.get(i).atRisk() >= least) {
        return OptionalDouble.of(i == points.size() - 1 ? last : points.get(i).time());
      }
    }
    return OptionalDouble.empty();
  }

  /** Whether the censoring marks stand so close that they would hide the curve. */
  boolean hasTooManyMarks() {
    return points.stream().filter(Point::isCensored).count() > CurveLine.MOST_MARKS;
  }
}
