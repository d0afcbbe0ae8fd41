package io.github.avnfh.survival.figure;

import io.github.avnfh.core.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** An SVG document of texts and paths while it is being written. */
final class Svg {
  static final String INK = "#1a1a1a";
  static final String GRID = "#d9d9d9";
  static final int TEXT_SIZE = 14;
  static final int SMALL_TEXT_SIZE = 13;
  static final int FOOTNOTE_SIZE = 12;
  private static final int FIRST_WIDE = 0x1100;
  private static final String ELLIPSIS = "...";
  private static final double OTHER = 0.6;

  /** The widths of the characters from blank to tilde in Helvetica, in thousandths of its size. */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

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
    return size * text.codePoints().mapToDouble(Svg::width).sum();
  }

  private static double width(int point) {
    if (point >= ' ' && point <= '~') {
      return WIDTHS[point - ' '] / 1000.0;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> point < FIRST_WIDE ? OTHER : 1;
    };
  }

  /** The text itself if it fits, or its beginning and its end with three dots between them. */
  static String shortened(String text, double size, double available) {
    if (width(text, size) <= available) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    for (int kept = points.length - 1; kept > 0; kept--) {
      int head = (kept + 1) / 2;
      int tail = kept - head;
      String shortened = new String(points, 0, head).stripTrailing()
          + ELLIPSIS
          + new String(points, points.length - tail, tail).stripLeading();
      if (width(shortened, size) <= available) {
        return shortened;
      }
    }
    return ELLIPSIS;
  }

  /** The text in lines that are broken between words; a word too long for a line is shortened. */
  static List<String> wrapped(String text, double size, double available) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : VisibleText.of(text).split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || width(longer, size) <= available) {
        line = longer;
      } else {
        lines.add(shortened(line, size, available));
        line = word;
      }
    }
    lines.add(shortened(line, size, available));
    return lines;
  }

  /** What squeezes a text at a size into a width, nothing if it fits. */
  static String fitting(String text, double size, double available) {
    return width(text, size) > available
        ? " textLength=\"" + number(available) + "\" lengthAdjust=\"spacingAndGlyphs\""
        : "";
  }

  /** A path whose attributes are written as they are. */
  void path(String data, String attributes) {
    out.append("<path d=\"").append(data).append("\" ").append(attributes).append("/>\n");
  }

  /** Starts elements that have attributes in common. */
  void openGroup(String attributes) {
    out.append("<g ").append(attributes).append(">\n");
  }

  void closeGroup() {
    out.append("</g>\n");
  }

  /** A path whose title a browser shows at the pointer. */
  void titledPath(String data, String title) {
    out.append("<path d=\"").append(data).append("\"><title>");
    out.append(escaped(title)).append("</title></path>\n");
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
    VisibleText.of(text).codePoints().forEach(point -> {
      switch (point) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        // the last two of the plane are no characters, and no document may hold them
        case 0xFFFE, 0xFFFF -> escaped.append('\uFFFD');
        default -> escaped.appendCodePoint(point);
      }
    });
    return escaped.toString();
  }
}
