package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.RiskCount;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The counts of each group under the marks of the time axis. */
final class RiskTable {
  private static final double BELOW_PLOT = 64;
  static final double MARGIN = 8;
  private static final String WIDEST_HEAD = "Censored";
  private static final double MOST_PLAINLY_WRITTEN = 1e9;
  private static final int LINES_PER_GROUP = 4;
  private static final double GROUP_GAP = 5;
  private static final String SMALL = "font-size=\"" + Svg.SMALL_TEXT_SIZE + "\"";

  private final List<SurvivalCurve> curves;
  private final List<String> labels;
  private final Frame frame;

  RiskTable(List<SurvivalCurve> curves, List<String> labels, Frame frame) {
    this.curves = curves;
    this.labels = labels;
    this.frame = frame;
  }

  static double bottom(double bottomOfPlot, int groups) {
    return bottomOfPlot + BELOW_PLOT + groups * (LINES_PER_GROUP * Frame.LINE_HEIGHT + GROUP_GAP);
  }

  void draw(Svg svg) {
    double y = frame.bottom() + BELOW_PLOT;
    for (int group = 0; group < curves.size(); group++) {
      String color = "fill=\"" + Palette.color(group) + "\" font-weight=\"bold\" " + SMALL;
      svg.text(MARGIN, y, color, labels.get(group));
      svg.text(MARGIN, y + Frame.LINE_HEIGHT, SMALL, "At risk");
      svg.text(MARGIN, y + 2 * Frame.LINE_HEIGHT, SMALL, WIDEST_HEAD);
      svg.text(MARGIN, y + 3 * Frame.LINE_HEIGHT, SMALL, "Events");
      for (double tick : frame.ticks()) {
        column(svg, y, frame.xOfTick(tick), curves.get(group).riskCount(frame.time(tick)));
      }
      y += LINES_PER_GROUP * Frame.LINE_HEIGHT + GROUP_GAP;
    }
  }

  private static void column(Svg svg, double y, double x, RiskCount counts) {
    String middle = "text-anchor=\"middle\" " + SMALL;
    svg.text(x, y + Frame.LINE_HEIGHT, middle, written(counts.atRisk()));
    svg.text(x, y + 2 * Frame.LINE_HEIGHT, middle, written(counts.censored()));
    svg.text(x, y + 3 * Frame.LINE_HEIGHT, middle, written(counts.events()));
  }

  /** Where the row heads end. */
  static double endOfHeads() {
    return MARGIN + Svg.width(WIDEST_HEAD, Svg.SMALL_TEXT_SIZE);
  }

  /** How wide the widest count of some curves at some times is. */
  static double widestCount(List<SurvivalCurve> curves, DoubleStream times) {
    return times
        .boxed()
        .flatMap(time -> curves.stream().map(curve -> curve.riskCount(time)))
        .flatMapToDouble(
            counts -> DoubleStream.of(counts.atRisk(), counts.censored(), counts.events()))
        .map(count -> Svg.width(written(count), Svg.SMALL_TEXT_SIZE))
        .max()
        .orElse(0);
  }

  private static String written(double count) {
    if (count > MOST_PLAINLY_WRITTEN) {
      return String.format(Locale.ROOT, "%.2e", count);
    }
    return count == Math.rint(count)
        ? String.format(Locale.ROOT, "%.0f", count)
        : String.format(Locale.ROOT, "%.1f", count);
  }
}
