package io.github.avnfh.survival.figure;

import io.github.avnfh.core.VisibleText;
import java.util.List;

/** The two axes of a plot, and where everything stands between them. */
final class Frame {
  static final double LEFT = 92;
  static final double LINE_HEIGHT = 17;
  private static final double RIGHT_MARGIN = 22;
  private static final double LEAST_MARGIN = 4;

  private final double left;
  private final double right;
  private final double top;
  private final double bottom;
  private final double perUnit;
  private final List<Double> ticks;
  private final double end;

  Frame(
      RiskTable.Counts counts, double lastTime, FigureOptions options, double top, double height) {
    this.top = top;
    bottom = top + height;
    perUnit = options.timesPerUnit();
    double last = lastTime / perUnit;
    boolean months = options.hasMonthTicks();
    List<Double> wanted = options.ticks().isEmpty() ? Ticks.upTo(last, months) : options.ticks();
    double widest = counts.widest(wanted.stream().mapToDouble(tick -> tick * perUnit));
    left = Math.max(LEFT, counts.endOfHeads() + LEAST_MARGIN + widest / 2);
    double available = options.width() - RIGHT_MARGIN - left;
    ticks = options.ticks().isEmpty() ? Ticks.upTo(last, months, available, widest) : wanted;
    right = options.width()
        - Math.max(RIGHT_MARGIN, LEAST_MARGIN + Math.max(widest, Ticks.widestLabel(ticks)) / 2);
    end = Math.max(last, ticks.get(ticks.size() - 1));
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double top() {
    return top;
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

  double y(double value) {
    return bottom - value * (bottom - top);
  }

  void draw(Svg svg, FigureOptions options, String label) {
    for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      svg.line(left, y(share), right, y(share), Svg.stroke(Svg.GRID, 0.7));
      svg.text(left - 8, y(share) + 5, "text-anchor=\"end\"", Svg.number(share));
    }
    double middle = (top + bottom) / 2;
    svg.text(
        28,
        middle,
        "text-anchor=\"middle\" transform=\"rotate(-90 28 " + Svg.number(middle) + ")\"",
        options.survivalLabel().orElse(label));
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
}
