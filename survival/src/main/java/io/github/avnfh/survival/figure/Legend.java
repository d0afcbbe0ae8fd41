package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.SurvivalCurve;
import java.util.ArrayList;
import java.util.List;

/** The labels of the groups above the curves, each with a piece of its line. */
final class Legend {
  private static final double SAMPLE = 30;
  private static final double GAP = 18;
  private static final double MARGIN = 8;
  private static final double FIRST_BASELINE = 40;

  private final List<String> labels = new ArrayList<>();
  private final List<Double> lefts = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private int rows;

  Legend(List<SurvivalCurve> curves) {
    double x = Frame.LEFT;
    for (SurvivalCurve curve : curves) {
      double width = SAMPLE + 6 + Svg.width(curve.group(), Svg.TEXT_SIZE);
      if (x > Frame.LEFT && x + width > Frame.WIDTH) {
        x = Frame.LEFT;
        rows++;
      }
      labels.add(curve.group());
      lefts.add(x);
      lines.add(rows);
      x += width + GAP;
    }
    rows++;
  }

  int rows() {
    return rows;
  }

  void draw(Svg svg) {
    for (int group = 0; group < labels.size(); group++) {
      double x = lefts.get(group);
      double y = FIRST_BASELINE + lines.get(group) * Frame.LINE_HEIGHT;
      svg.line(x, y - 5, x + SAMPLE, y - 5, Palette.line(group));
      double left = x + SAMPLE + 6;
      String label = labels.get(group);
      svg.text(
          left,
          y,
          Svg.fitting(label, Svg.TEXT_SIZE, Frame.WIDTH - MARGIN - left).strip(),
          label);
    }
  }
}
