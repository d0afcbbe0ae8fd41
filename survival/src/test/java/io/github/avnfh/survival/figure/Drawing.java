package io.github.avnfh.survival.figure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A figure as its reader sees it: texts with the room they take, and paths with their points. */
final class Drawing {
  private static final Pattern STEP = Pattern.compile("([MLHVv])([-0-9.]+)(?: ([-0-9.]+))?");

  private final Element root;
  private final List<Text> texts;
  private final List<Line> lines;

  private Drawing(Element root) {
    this.root = root;
    this.texts = elements("text").stream().map(Text::new).toList();
    this.lines = elements("path").stream().map(Line::new).toList();
  }

  static Drawing of(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return new Drawing(factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)))
          .getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError("no SVG document", e);
    }
  }

  double width() {
    return number(root, "width");
  }

  double height() {
    return number(root, "height");
  }

  private List<Element> elements(String name) {
    NodeList nodes = root.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> (Element) nodes.item(i))
        .toList();
  }

  List<Text> texts() {
    return texts;
  }

  Text text(String content) {
    return texts.stream()
        .filter(text -> text.content.equals(content))
        .findFirst()
        .orElseThrow();
  }

  List<Line> lines(String attribute, String value) {
    return lines.stream()
        .filter(line -> line.path.getAttribute(attribute).equals(value))
        .toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** A text and about the room that it takes. */
  static final class Text {
    final String content;
    final double baseline;
    final double left;
    final double right;
    final double size;
    final boolean turned;

    private Text(Element text) {
      content = text.getTextContent();
      baseline = number(text, "y");
      size = text.hasAttribute("font-size") ? number(text, "font-size") : 14;
      turned = text.hasAttribute("transform");
      double width = text.hasAttribute("textLength")
          ? number(text, "textLength")
          : 0.5 * size * content.length();
      String anchor = text.getAttribute("text-anchor");
      double before = anchor.equals("middle") ? 0.5 : anchor.equals("end") ? 1 : 0;
      left = number(text, "x") - before * width;
      right = left + width;
    }

    double middle() {
      return (left + right) / 2;
    }

    double top() {
      return baseline - 0.72 * size;
    }

    double bottom() {
      return baseline + 0.2 * size;
    }

    boolean touches(Text other) {
      return left < other.right
          && other.left < right
          && top() < other.bottom()
          && other.top() < bottom();
    }

    @Override
    public String toString() {
      return content + " at " + left + ".." + right + ", " + top() + ".." + bottom();
    }
  }

  /** A path with its corners. */
  static final class Line {
    final Element path;
    final List<double[]> points = new ArrayList<>();

    private Line(Element path) {
      this.path = path;
      Matcher step = STEP.matcher(path.getAttribute("d"));
      double x = 0;
      double y = 0;
      while (step.find()) {
        double first = Double.parseDouble(step.group(2));
        switch (step.group(1).charAt(0)) {
          case 'H' -> x = first;
          case 'V' -> y = first;
          case 'v' -> y += first;
          default -> {
            x = first;
            y = Double.parseDouble(step.group(3));
          }
        }
        points.add(new double[] {x, y});
      }
    }

    double x(int index) {
      return points.get(index)[0];
    }

    double y(int index) {
      return points.get(index)[1];
    }

    int last() {
      return points.size() - 1;
    }

    String style() {
      return path.getAttribute("stroke") + " " + path.getAttribute("stroke-dasharray");
    }
  }
}
