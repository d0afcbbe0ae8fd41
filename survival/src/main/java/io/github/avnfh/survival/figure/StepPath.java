package io.github.avnfh.survival.figure;

import java.util.ArrayList;
import java.util.List;

/** The corners of a step function on paper, one for each place that the eye can tell apart. */
final class StepPath {
  private final List<String> xs = new ArrayList<>();
  private final List<String> ys = new ArrayList<>();

  StepPath(Frame frame, double startShare) {
    add(seen(frame.x(0)), seen(frame.y(startShare)));
  }

  /** Goes on to a height at each time, and then flat to the end. */
  StepPath along(Frame frame, double[] times, double[] heights, double last) {
    for (int i = 0; i < times.length; i++) {
      add(seen(frame.x(times[i])), seen(frame.y(heights[i])));
    }
    String end = seen(frame.x(last));
    if (!xs.get(xs.size() - 1).equals(end)) {
      xs.add(end);
      ys.add(ys.get(ys.size() - 1));
    }
    return this;
  }

  /** The place to a tenth of a unit, two hundredths of a millimeter in a column. */
  private static String seen(double place) {
    return Svg.number(Math.rint(place * 10) / 10);
  }

  private void add(String x, String y) {
    int last = xs.size() - 1;
    if (last >= 0 && ys.get(last).equals(y)) {
      return;
    }
    if (last > 0 && xs.get(last).equals(x)) {
      ys.set(last, y);
      return;
    }
    xs.add(x);
    ys.add(y);
  }

  String forward() {
    StringBuilder path = new StringBuilder("M" + xs.get(0) + " " + ys.get(0));
    for (int i = 1; i < xs.size(); i++) {
      path.append('H').append(xs.get(i)).append('V').append(ys.get(i));
    }
    return path.toString();
  }

  /** From the end of another step function over the same time back to the start of this one. */
  String backward() {
    int last = xs.size() - 1;
    StringBuilder path = new StringBuilder("V" + ys.get(last));
    for (int i = last; i > 0; i--) {
      path.append('H').append(xs.get(i)).append('V').append(ys.get(i - 1));
    }
    return path.append('H').append(xs.get(0)).toString();
  }
}
