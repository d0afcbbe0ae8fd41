package io.github.avnfh.survival.figure;

import io.github.avnfh.core.VisibleText;
import java.util.List;

/** Where everything stands, and the two axes. */
final class Frame {
  static final double WIDTH = 480;
  static final double LEFT = 92;
  static final double LINE_HEIGHT = 17;
  private static final double RIGHT_MARGIN = 22;
  private static final double LEAST_MARGIN = 4;
  private static final double PLOT_HEIGHT = 250;
  private static final double TITLE_HEIGHT = 26;
  private static final double FOOTNOTE_HEIGHT = 16;

  private final double left;
  private final double right;
  private final double top;
  private final double bottom;
  private final double height;
  private final double perUnit;
  private final List<Double> ticks;
  private final double end;

  Frame(
      RiskTable.Counts counts,
      double lastTime,
      FigureOptions options,
      int legendRows,
      boolean hasNote) {
    perUnit = options.timesPerUnit();
    double last = lastTime / perUnit;
    List<Double> wanted = options.ticks().isEmpty() ? Ticks.upTo(last) : options.ticks();
    double widest = counts.widest(wanted.stream().mapToDouble(tick -> tick * perUnit));
    left = Math.max(LEFT, counts.endOfHeads() + LEAST_MARGIN + widest / 2);
    ticks =
        options.ticks().isEmpty() ? Ticks.upTo(last, WIDTH - RIGHT_MARGIN - left, widest) : wanted;
    right = WIDTH
        - Math.max(RIGHT_MARGIN, LEAST_MARGIN + Math.max(widest, Ticks.widestLabel(ticks)) / 2);
    end = Math.max(last, ticks.get(ticks.size() - 1));
    int rowsAbove = legendRows + (hasNote ? 1 : 0);
    top = TITLE_HEIGHT + rowsAbove * LINE_HEIGHT + 8;
    bottom = top + PLOT_HEIGHT;
    height = counts.bottom(bottom) + FOOTNOTE_HEIGHT * (options.showsBands() ? 2 : 1);
  }

  double left() {
    return left;
  }

  double height() {
    return height;
  }

  double bottom() {
    return bottom;
  }

  List<Double> ticks() {
    return ticks;
  }

  /** The time in the data that a mark of the axis stands for. */
  double time(double tick) {
    return tick * perUnit;
  }

  double xOfTick(double tick) {
    return left + (end > 0 ? tick / end : 0) * (right - left);
  }

  double x(double time) {
    return xOfTick(time / perUnit);
  }

  double y(double survival) {
    return bottom - survival * PLOT_HEIGHT;
  }

  void draw(Svg svg, FigureOptions options) {
    svg.path("M0 0H" + Svg.number(WIDTH) + "V" + Svg.number(height) + "H0Z", "fill=\"#ffffff\"");
    String fitting = Svg.fitting(options.title(), Svg.TEXT_SIZE, WIDTH - RiskTable.MARGIN - LEFT);
    svg.text(LEFT, 18, "font-weight=\"bold\"" + fitting, options.title());
    for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      svg.line(left, y(share), right, y(share), Svg.stroke(Svg.GRID, 0.7));
      svg.text(left - 8, y(share) + 5, "text-anchor=\"end\"", Svg.number(share));
    }
    double middle = (top + bottom) / 2;
    svg.text(
        28,
        middle,
        "text-anchor=\"middle\" transform=\"rotate(-90 28 " + Svg.number(middle) + ")\"",
        options.survivalLabel());
    drawTimeAxis(svg, options);
  }

  private void drawTimeAxis(Svg svg, FigureOptions options) {
    String ink = Svg.stroke(Svg.INK, 1);
    svg.line(left, top, left, bottom, ink);
    svg.line(left, bottom, right, bottom, ink);
    for (double tick : ticks) {
      svg.line(xOfTick(tick), bottom, xOfTick(tick), bottom + 5, ink);
      svg.text(xOfTick(tick), bottom + 20, "text-anchor=\"middle\"", Ticks.label(tick));
    }
    svg.text(
        (left + right) / 2,
        bottom + 40,
        "text-anchor=\"middle\"",
        Svg.shortened(VisibleText.of(options.timeLabel()), Svg.TEXT_SIZE, right - left));
  }

  void note(Svg svg, String text) {
    String fitting = Svg.fitting(text, Svg.SMALL_TEXT_SIZE, WIDTH - RiskTable.MARGIN - LEFT);
    svg.text(LEFT, top - 9, "font-size=\"" + Svg.SMALL_TEXT_SIZE + "\"" + fitting, text);
  }

  /** Writes below everything else, the last line last. */
  void footnotes(Svg svg, List<String> lines) {
    double y = height - FOOTNOTE_HEIGHT * lines.size() + 4;
    for (String line : lines) {
      svg.text(RiskTable.MARGIN, y, "font-size=\"" + Svg.FOOTNOTE_SIZE + "\"", line);
      y += FOOTNOTE_HEIGHT;
    }
  }
}
