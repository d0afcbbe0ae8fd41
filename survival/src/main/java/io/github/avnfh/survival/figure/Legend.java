package io.github.avnfh.survival.figure;

import io.github.avnfh.core.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The labels of the groups above the curves, each with a piece of its line, after the name of what
 * divides them.
 *
 * <p>A label that is too long for a line is shortened in the middle. Labels that would read alike
 * then carry the number of their group.
 */
final class Legend {
  private static final double SAMPLE = 30;
  private static final double GAP = 18;
  private static final double MARGIN = 8;
  private static final double FIRST_BASELINE = 40;
  private static final double SAMPLE_GAP = 6;
  private static final double TITLE_GAP = 10;
  private static final double SAMPLE_WITH_GAP = SAMPLE + SAMPLE_GAP;

  /** Room for letters that are wider than those of Helvetica. */
  private static final double LOOSE = 1.08;

  private final Optional<String> title;
  private final Palette palette;
  private final double widest;
  private final List<String> labels = new ArrayList<>();
  private final List<Double> lefts = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private int rows;

  Legend(List<String> groups, FigureOptions options) {
    List<String> whole = groups.stream().map(VisibleText::of).toList();
    double width = options.width();
    palette = options.palette();
    widest = (width - MARGIN - Frame.LEFT - SAMPLE_WITH_GAP) / LOOSE;
    title = options
        .legendTitle()
        .map(name -> Svg.shortened(VisibleText.of(name), Svg.TEXT_SIZE, widest / 2) + ":");
    double x = Frame.LEFT
        + title.map(name -> LOOSE * Svg.width(name, Svg.TEXT_SIZE) + TITLE_GAP).orElse(0.0);
    for (int group = 0; group < whole.size(); group++) {
      String label = label(whole, group);
      double taken = SAMPLE_WITH_GAP + LOOSE * Svg.width(label, Svg.TEXT_SIZE);
      if (x > Frame.LEFT && x + taken > width) {
        x = Frame.LEFT;
        rows++;
      }
      labels.add(label);
      lefts.add(x);
      lines.add(rows);
      x += taken + GAP;
    }
    rows++;
  }

  private String label(List<String> whole, int group) {
    String text = whole.get(group);
    String label = Svg.shortened(text, Svg.TEXT_SIZE, widest);
    boolean isWhole = label.equals(text) && whole.indexOf(text) == group;
    for (int number = group + 1; !isWhole && isTaken(label, whole, group); number++) {
      String mark = " (" + number + ")";
      label = Svg.shortened(text, Svg.TEXT_SIZE, widest - Svg.width(mark, Svg.TEXT_SIZE)) + mark;
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
    title.ifPresent(name -> svg.text(Frame.LEFT, FIRST_BASELINE, "", name));
    for (int group = 0; group < labels.size(); group++) {
      double x = lefts.get(group);
      double y = FIRST_BASELINE + lines.get(group) * Frame.LINE_HEIGHT;
      svg.line(x, y - 5, x + SAMPLE, y - 5, palette.line(group));
      svg.text(x + SAMPLE_WITH_GAP, y, "", labels.get(group));
    }
  }
}
