package io.github.avnfh.survival.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Curves of groups on a page: in one pair of axes, or each group in its own. */
final class CurvePage {
  private static final double PLOT_HEIGHT = 250;
  private static final double PANEL_HEIGHT = 150;
  private static final double ABOVE_PANEL = 22;

  private final Content content;
  private final FigureOptions options;
  private final Legend legend;
  private final double last;

  /**
   * What is drawn and written.
   *
   * @param title the heading, unless the options have one
   * @param label what stands along the values, unless the options have it
   * @param curves a curve for each group
   * @param medians the median of each group, or nothing at all
   * @param counts the table of each group under the time axis
   * @param note a line above the curves
   * @param footnotes sentences below everything
   * @param description the figure in words
   */
  record Content(
      String title,
      String label,
      List<DrawnCurve> curves,
      List<OptionalDouble> medians,
      RiskTable.Counts counts,
      Optional<String> note,
      List<String> footnotes,
      String description) {}

  CurvePage(Content content, FigureOptions options) {
    this.content = content;
    this.options = options;
    this.legend = new Legend(content.curves().stream().map(DrawnCurve::group).toList(), options);
    this.last = content.curves().stream().mapToDouble(DrawnCurve::last).max().orElse(0);
  }

  String svg() {
    return options.hasFacets() && content.curves().size() > 1 ? apart() : together();
  }

  private Page page(double bottom) {
    return new Page(
        options.width(),
        options.title().orElse(content.title()),
        content.description(),
        bottom,
        content.footnotes());
  }

  private Frame frame(double top, double height) {
    return new Frame(content.counts(), last, options, top, height);
  }

  private String together() {
    double top = Page.top(legend.rows(), content.note().isPresent());
    Frame frame = frame(top, PLOT_HEIGHT);
    Page page = page(content.counts().bottom(frame.bottom()));
    Svg svg = page.svg();
    frame.draw(svg, options, content.label());
    legend.draw(svg);
    List<DrawnCurve> curves = content.curves();
    if (options.showsBands()) {
      for (int group = 0; group < curves.size(); group++) {
        line(frame, group).drawBand(svg);
      }
    }
    for (int group = 0; group < curves.size(); group++) {
      line(frame, group).draw(svg);
      drawMedian(svg, frame, group);
    }
    drawTitles(svg, frame, 0, curves.size());
    content.note().ifPresent(note -> page.note(note, top));
    new RiskTable(content.counts(), legend.labels(), frame, options.palette()).draw(svg);
    return page.finished();
  }

  /** Each group in its own axes, before the lines of all others in gray. */
  private String apart() {
    double top = Page.top(0, content.note().isPresent());
    double above = top;
    double each = content.counts().bottomOfOne(frame(ABOVE_PANEL, PANEL_HEIGHT).bottom());
    Page page = page(top + each * content.curves().size());
    content.note().ifPresent(note -> page.note(note, above));
    for (int group = 0; group < content.curves().size(); group++) {
      drawPanel(page.svg(), group, frame(top + ABOVE_PANEL, PANEL_HEIGHT));
      top += each;
    }
    return page.finished();
  }

  private void drawPanel(Svg svg, int group, Frame frame) {
    String name = options.legendTitle().map(title -> title + ": ").orElse("");
    svg.text(
        Frame.LEFT,
        frame.top() - 7,
        "",
        Svg.shortened(
            name + legend.labels().get(group),
            Svg.TEXT_SIZE,
            options.width() - Page.MARGIN - Frame.LEFT));
    frame.draw(svg, options, content.label());
    for (int other = 0; other < content.curves().size(); other++) {
      if (other != group) {
        line(frame, other).drawBehind(svg);
      }
    }
    if (options.showsBands()) {
      line(frame, group).drawBand(svg);
    }
    line(frame, group).draw(svg);
    drawMedian(svg, frame, group);
    drawTitles(svg, frame, group, group + 1);
    new RiskTable(content.counts(), legend.labels(), frame, options.palette()).drawOne(svg, group);
  }

  private CurveLine line(Frame frame, int group) {
    return new CurveLine(content.curves().get(group), frame, options, group);
  }

  private void drawMedian(Svg svg, Frame frame, int group) {
    if (options.showsMedians() && !content.medians().isEmpty()) {
      line(frame, group).drawMedian(svg, content.medians().get(group));
    }
  }

  private void drawTitles(Svg svg, Frame frame, int from, int until) {
    for (int group = from; options.hasStepTitles() && group < until; group++) {
      line(frame, group).drawTitles(svg);
    }
  }
}
