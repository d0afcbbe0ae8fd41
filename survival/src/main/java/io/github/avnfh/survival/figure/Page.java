package io.github.avnfh.survival.figure;

import java.util.List;

/** The sheet that a figure is drawn on: white, with a heading above and footnotes below. */
final class Page {
  static final double MARGIN = 8;
  private static final double TITLE_HEIGHT = 26;
  private static final double FOOTNOTE_HEIGHT = 16;

  /** Room for the letters of DejaVu Sans, which stands in for Helvetica on many machines. */
  private static final double LOOSE = 1.18;

  private final double width;
  private final double height;
  private final List<String> footnotes;
  private final Svg svg;

  /**
   * Starts a page.
   *
   * @param bottom where what is drawn ends
   * @param footnotes sentences, broken into as many lines as they need
   */
  Page(double width, String heading, String description, double bottom, List<String> footnotes) {
    this.width = width;
    this.footnotes = footnotes.stream()
        .flatMap(
            note -> Svg.wrapped(note, Svg.FOOTNOTE_SIZE, (width - 2 * MARGIN) / LOOSE).stream())
        .toList();
    this.height = bottom + FOOTNOTE_HEIGHT * this.footnotes.size();
    this.svg = new Svg(width, height);
    svg.describe(heading, description);
    svg.path("M0 0H" + Svg.number(width) + "V" + Svg.number(height) + "H0Z", "fill=\"#ffffff\"");
    String fitting = Svg.fitting(heading, Svg.TEXT_SIZE, available());
    svg.text(Frame.LEFT, 18, "font-weight=\"bold\"" + fitting, heading);
  }

  private double available() {
    return width - MARGIN - Frame.LEFT;
  }

  /** Where the curves begin below the heading, lines of a legend, and perhaps a note. */
  static double top(int legendRows, boolean hasNote) {
    return TITLE_HEIGHT + (legendRows + (hasNote ? 1 : 0)) * Frame.LINE_HEIGHT + 8;
  }

  Svg svg() {
    return svg;
  }

  /** Writes a line directly above the curves. */
  void note(String text, double top) {
    String fitting = Svg.fitting(text, Svg.SMALL_TEXT_SIZE, available());
    svg.text(Frame.LEFT, top - 9, "font-size=\"" + Svg.SMALL_TEXT_SIZE + "\"" + fitting, text);
  }

  /** Writes the footnotes below everything else, the last line last. */
  String finished() {
    double y = height - FOOTNOTE_HEIGHT * footnotes.size() + 4;
    for (String line : footnotes) {
      svg.text(MARGIN, y, "font-size=\"" + Svg.FOOTNOTE_SIZE + "\"", line);
      y += FOOTNOTE_HEIGHT;
    }
    return svg.finished();
  }
}
