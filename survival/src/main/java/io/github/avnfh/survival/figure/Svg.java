package io.github.avnfh.survival.figure;

/** An SVG document of texts and paths while it is being written. */
final class Svg {
  static final String INK = "#1a1a1a";
  static final String GRID = "#d9d9d9";
  static final int TEXT_SIZE = 14;
  static final int SMALL_TEXT_SIZE = 13;
  static final int FOOTNOTE_SIZE = 12;
  private static final double CHARACTER = 0.54;
  private static final double MOST_OVERESTIMATE = 0.9;
  private static final int FIRST_WIDE = 0x1100;

  private final StringBuilder out = new StringBuilder(8192);

  Svg(double width, double height) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" viewBox=\"0 0 ")
        .append(number(width))
        .append(' ')
        .append(number(height))
        .append("\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"")
        .append(TEXT_SIZE)
        .append("\" fill=\"")
        .append(INK)
        .append("\">\n");
  }

  void describe(String title, String description) {
    out.append("<title>").append(escaped(title)).append("</title>\n");
    out.append("<desc>").append(escaped(description)).append("</desc>\n");
  }

  /** A text whose attributes are written as they are. */
  void text(double x, double y, String attributes, String text) {
    out.append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append('"')
        .append(attributes.isEmpty() ? "" : " ")
        .append(attributes)
        .append('>')
        .append(escaped(text))
        .append("</text>\n");
  }

  /** About how wide a text is at a size; letters of East Asia are square. */
  static double width(String text, double size) {
    return text.codePoints()
        .mapToDouble(point -> point < FIRST_WIDE ? CHARACTER * size : size)
        .sum();
  }

  /** What squeezes a text at a size into a width, nothing if it fits. */
  static String fitting(String text, double size, double available) {
    return MOST_OVERESTIMATE * width(text, size) > available
        ? " textLength=\"" + number(available) + "\" lengthAdjust=\"spacingAndGlyphs\""
        : "";
  }

  /** A path whose attributes are written as they are. */
  void path(String data, String attributes) {
    out.append("<path d=\"").append(data).append("\" ").append(attributes).append("/>\n");
  }

  void line(double fromX, double fromY, double toX, double toY, String attributes) {
    path(
        "M" + number(fromX) + " " + number(fromY) + "L" + number(toX) + " " + number(toY),
        attributes);
  }

  static String stroke(String color, double width) {
    return "fill=\"none\" stroke=\"" + color + "\" stroke-width=\"" + number(width) + "\"";
  }

  String finished() {
    return out + "</svg>\n";
  }

  /** A number with at most two decimals, the same in every locale. */
  static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(point -> {
      switch (point) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
      }
    });
    return escaped.toString();
  }

  /** Whether XML 1.0 allows the character. */
  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point < 0xFFFE)
        || point >= 0x10000;
  }
}
