package io.github.avnfh.survival.figure;

import io.github.avnfh.core.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * The labels of the groups above the curves, each with a piece of its line.
 *
 * <p>A label that is too long for a line is shortened in the middle. Labels that would read alike
 * then carry the number of their group.
 */
final class Legend {
  private static final double SAMPLE = 30;
  private static final double GAP = 18;
  private static final double MARGIN = 8;
  private static final double FIRST_BASELINE = 40;
  private static final double SAMPLE_WITH_GAP = SAMPLE + 6;

  /** Room for letters that are wider than those of Helvetica. */
  private static final double LOOSE = 1.08;

  private static final double WIDEST =
      (Frame.WIDTH - MARGIN - Frame.LEFT - SAMPLE_WITH_GAP) / LOOSE;

  private final List<String> labels = new ArrayList<>();
  private final List<Double> lefts = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private int rows;

  Legend(List<String> groups) {
    List<String> whole = groups.stream().map(VisibleText::of).toList();
    double x = Frame.LEFT;
    for (int group = 0; group < whole.size(); group++) {
      String label = label(whole, group);
      double width = SAMPLE_WITH_GAP + LOOSE * Svg.width(label, Svg.TEXT_SIZE);
      if (x > Frame.LEFT && x + width > Frame.WIDTH) {
        x = Frame.LEFT;
        rows++;
      }
      labels.add(label);
      lefts.add(x);
      lines.add(rows);
      x += width + GAP;
    }
    rows++;
  }

  private String label(List<String> whole, int group) {
    String text = whole.get(group);
    String label = Svg.shortened(text, Svg.TEXT_SIZE, WIDEST);
    boolean isWhole = label.equals(text) && whole.indexOf(text) == group;
    for (int number = group + 1; !isWhole && isTaken(label, whole, group); number++) {
      String mark = " (" + number + ")";
      label = Svg.shortened(text, Svg.TEXT_SIZE, WIDEST - Svg.width(mark, Svg.TEXT_SIZE)) + mark;
    }
    return label;
  }

  private boolean isTaken(String label, List<String> whole, int group) {
    int first = whole.indexOf(label);
    return labels.contains(label) || (first >= 0 && first != group);
  }

  int rows() {
    return rows;
  }

  /** The labels as they are written in the picture, each only once. */
  List<String> labels() {
    return labels;
  }

  void draw(Svg svg) {
    for (int group = 0; group < labels.size(); group++) {
      double x = lefts.get(group);
      double y = FIRST_BASELINE + lines.get(group) * Frame.LINE_HEIGHT;
      svg.line(x, y - 5, x + SAMPLE, y - 5, Palette.line(group));
      svg.text(x + SAMPLE_WITH_GAP, y, "", labels.get(group));
    }
  }
}
