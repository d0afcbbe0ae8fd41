package io.github.avnfh.examples.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of the chart library in the one style of the figures: lines, boxes, marks and words. */
final class Plot {
  static final int WIDTH = 560;
  static final Font FONT = Typeface.regular(13);
  private static final Ink OUTLINE = Ink.solid(Palette.INK, 0.8);
  private static final int MARK = 7;
  private static final double FILLED = 0.97;

  private final Frame frame;
  private final XYChart chart;
  private final Key key;
  private int drawn;

  /**
   * What a chart is drawn into.
   *
   * @param title the heading
   * @param x the axis below
   * @param y the axis at the left
   * @param height the height without the heading, in pixels
   * @param margin the room at the left for the names of rows, in pixels
   */
  record Frame(String title, Scale x, Scale y, int height, int margin) {}

  /** A rectangle in the data. */
  record Box(double left, double right, double bottom, double top) {}

  Plot(Frame frame) {
    this.frame = frame;
    this.chart = new XYChart(WIDTH, frame.height());
    this.key = new Key(frame.title());
    chart.setXAxisTitle(frame.x().title());
    chart.setYAxisTitle(frame.y().title());
    XYStyler styler = chart.getStyler();
    setGround(styler);
    setLetters(styler);
    setAxes(styler);
  }

  private static void setGround(XYStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(Palette.GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(0.7f));
    styler.setChartTitleVisible(false);
    styler.setLegendVisible(false);
    styler.setChartPadding((int) Key.LEFT);
    styler.setMarkerSize(MARK);
  }

  private static void setLetters(XYStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setBaseFont(FONT);
    styler.setAxisTitleFont(FONT);
    styler.setAxisTickLabelsFont(FONT);
    styler.setChartFontColor(Palette.INK);
    styler.setAxisTickLabelsColor(Palette.INK);
    styler.setAxisTickMarksColor(Palette.INK);
  }

  private void setAxes(XYStyler styler) {
    Scale x = frame.x();
    Scale y = frame.y();
    styler.setPlotContentSize(FILLED);
    styler.setXAxisMin(x.place(x.low()));
    styler.setXAxisMax(x.place(x.high()));
    styler.setYAxisMin(y.place(y.low()));
    styler.setYAxisMax(y.place(y.high()));
    styler.setXAxisTickLabelsFormattingFunction(x::label);
    styler.setYAxisTickLabelsFormattingFunction(y::label);
    styler.setXAxisTicksVisible(x.isMarked());
    styler.setYAxisTicksVisible(y.isMarked());
    styler.setPlotGridVerticalLinesVisible(x.isMarked());
    styler.setPlotGridHorizontalLinesVisible(y.isMarked());
    styler.setXAxisTickMarkSpacingHint(spacing(x, WIDTH - frame.margin() - 60));
    styler.setYAxisTickMarkSpacingHint(spacing(y, frame.height() - 60));
    styler.setYAxisLeftWidthHint(frame.margin());
    styler.setYAxisLabelAlignment(TextAlignment.Right);
  }

  /** A hint from which the library takes a distance of one step between marks. */
  private static int spacing(Scale scale, int room) {
    double steps = scale.isMarked() ? scale.place(scale.high()) - scale.place(scale.low()) : 40;
    return Math.max(12, (int) (FILLED * room / steps));
  }

  void explain(String words, Ink ink) {
    key.add(words, Key.LINE, (g, left, middle) -> {
      g.setStroke(ink.stroke());
      g.setColor(ink.color());
      g.draw(new Line2D.Double(left, middle, left + Key.LINE, middle));
    });
  }

  void explainUpright(String words, Ink ink) {
    key.add(words, Key.MARK, (g, left, middle) -> {
      g.setStroke(ink.stroke());
      g.setColor(ink.color());
      double center = left + Key.MARK / 2;
      g.draw(new Line2D.Double(center, middle - MARK / 2.0, center, middle + MARK / 2.0));
    });
  }

  void explain(String words, Color color, Marker marker) {
    key.add(words, Key.MARK, (g, left, middle) -> {
      g.setColor(color);
      marker.paint(g, left + Key.MARK / 2, middle, MARK);
    });
  }

  void explain(String words, Color fill) {
    key.add(words, Key.MARK, (g, left, middle) -> {
      Rectangle2D box = new Rectangle2D.Double(left, middle - Key.MARK / 2, Key.MARK, Key.MARK);
      g.setColor(fill);
      g.fill(box);
      g.setColor(Palette.INK);
      g.setStroke(OUTLINE.stroke());
      g.draw(box);
    });
  }

  void line(Ink ink, double[] xs, double... ys) {
    XYSeries series = add(xs, ys);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(ink.stroke());
    series.setLineColor(ink.color());
  }

  /** A rectangle with an outline. */
  void box(Color fill, Box box) {
    XYSeries series = filled(fill, box);
    series.setLineColor(Palette.INK);
    series.setLineStyle(OUTLINE.stroke());
  }

  /** A rectangle without an outline. */
  void bar(Color fill, Box box) {
    filled(fill, box).setLineStyle(SeriesLines.NONE);
  }

  private XYSeries filled(Color fill, Box box) {
    XYSeries series = add(
        new double[] {box.left(), box.left(), box.right(), box.right(), box.left()},
        box.bottom(),
        box.top(),
        box.top(),
        box.bottom(),
        box.bottom());
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setMarker(SeriesMarkers.NONE);
    series.setFillColor(fill);
    return series;
  }

  void marks(Color color, Marker marker, double[] xs, double... ys) {
    if (xs.length > 0) {
      XYSeries series = add(xs, ys);
      series.setLineStyle(SeriesLines.NONE);
      series.setMarker(marker);
      series.setMarkerColor(color);
    }
  }

  void words(Label.Place place, String words) {
    words(place, words, Palette.INK);
  }

  void words(Label.Place place, String words, Color color) {
    Label.Place inSteps = new Label.Place(
        place.fromLeftEdge() ? place.x() : frame.x().place(place.x()),
        frame.y().place(place.y()),
        place.anchor(),
        place.fromLeftEdge());
    chart.addAnnotation(Label.of(inSteps, words, FONT, color));
  }

  private XYSeries add(double[] xs, double... ys) {
    drawn++;
    return chart.addSeries(
        "series " + drawn,
        Arrays.stream(xs).map(frame.x()::place).toArray(),
        Arrays.stream(ys).map(frame.y()::place).toArray());
  }

  int height() {
    return frame.height() + key.height(WIDTH);
  }

  void paint(Graphics2D g) {
    int head = key.height(WIDTH);
    g.setColor(Color.WHITE);
    g.fill(new Rectangle2D.Double(0, 0, WIDTH, height()));
    key.draw(g, WIDTH);
    g.translate(0, head);
    chart.paint(g, WIDTH, frame.height());
    g.translate(0, -head);
  }
}
