package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.RiskCount;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/** The counts of each group under the marks of the time axis. */
final class RiskTable {
  private static final double BELOW_PLOT = 64;
  private static final double MOST_PLAINLY_WRITTEN = 1e9;
  private static final double GROUP_GAP = 5;
  private static final String SMALL = "font-size=\"" + Svg.SMALL_TEXT_SIZE + "\"";

  private final Counts counts;
  private final List<String> labels;
  private final Frame frame;
  private final Palette palette;

  RiskTable(Counts counts, List<String> labels, Frame frame, Palette palette) {
    this.counts = counts;
    this.labels = labels;
    this.frame = frame;
    this.palette = palette;
  }

  /** What is counted: a head for each line of a group, and the numbers of each group at a time. */
  record Counts(List<String> heads, List<DoubleFunction<double[]>> groups) {

    static Counts of(List<SurvivalCurve> curves) {
      return new Counts(
          List.of("At risk", "Censored", "Events"),
          curves.stream().map(Counts::of).toList());
    }

    private static DoubleFunction<double[]> of(SurvivalCurve curve) {
      return time -> {
        RiskCount counts = curve.riskCount(time);
        return new double[] {counts.atRisk(), counts.censored(), counts.events()};
      };
    }

    private double height() {
      return (heads.size() + 1) * Frame.LINE_HEIGHT + GROUP_GAP;
    }

    /** Where the table ends under a plot. */
    double bottom(double bottomOfPlot) {
      return bottomOfPlot + BELOW_PLOT + groups.size() * height();
    }

    /** Where the table of one group ends under a plot. */
    double bottomOfOne(double bottomOfPlot) {
      return bottomOfPlot + BELOW_PLOT + height();
    }

    /** Where the row heads end. */
    double endOfHeads() {
      return Page.MARGIN
          + heads.stream()
              .mapToDouble(head -> Svg.width(head, Svg.SMALL_TEXT_SIZE))
              .max()
              .orElse(0);
    }

    /** How wide the widest count at some times is. */
    double widest(DoubleStream times) {
      return times
          .boxed()
          .flatMap(time -> groups.stream().map(group -> group.apply(time)))
          .flatMapToDouble(Arrays::stream)
          .map(count -> Svg.width(written(count), Svg.SMALL_TEXT_SIZE))
          .max()
          .orElse(0);
    }
  }

  void draw(Svg svg) {
    double y = frame.bottom() + BELOW_PLOT;
    for (int group = 0; group < labels.size(); group++) {
      draw(svg, group, y);
      y += counts.height();
    }
  }

  /** Draws the counts of one group alone. */
  void drawOne(Svg svg, int group) {
    draw(svg, group, frame.bottom() + BELOW_PLOT);
  }

  private void draw(Svg svg, int group, double y) {
    String color = "fill=\"" + palette.color(group) + "\" font-weight=\"bold\" " + SMALL;
    svg.text(Page.MARGIN, y, color, labels.get(group));
    for (int line = 0; line < counts.heads().size(); line++) {
      svg.text(
          Page.MARGIN, y + (line + 1) * Frame.LINE_HEIGHT, SMALL, counts.heads().get(line));
    }
    for (double tick : frame.ticks()) {
      double[] numbers = counts.groups().get(group).apply(frame.time(tick));
      column(svg, y, frame.xOfTick(tick), numbers);
    }
  }

  private static void column(Svg svg, double y, double x, double... numbers) {
    String middle = "text-anchor=\"middle\" " + SMALL;
    for (int line = 0; line < numbers.length; line++) {
      svg.text(x, y + (line + 1) * Frame.LINE_HEIGHT, middle, written(numbers[line]));
    }
  }

  static String written(double count) {
    if (count > MOST_PLAINLY_WRITTEN) {
      return String.format(Locale.ROOT, "%.2e", count);
    }
    return count == Math.rint(count)
        ? String.format(Locale.ROOT, "%.0f", count)
        : String.format(Locale.ROOT, "%.1f", count);
  }
}
