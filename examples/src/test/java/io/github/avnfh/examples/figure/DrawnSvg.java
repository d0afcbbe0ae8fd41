package io.github.avnfh.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A figure read back: its words, and its marks by color. */
final class DrawnSvg {
  static final String BLUE = "rgb(0,114,178)";
  static final String VERMILION = "rgb(213,94,0)";
  static final String GREEN = "rgb(0,158,115)";
  static final String SKY = "rgb(86,180,233)";
  static final String ORANGE = "rgb(230,159,0)";
  static final String GRID = "rgb(217,217,217)";
  static final String INK = "rgb(26,26,26)";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Document document;

  private DrawnSvg(Document document) {
    this.document = document;
  }

  static DrawnSvg of(Illustration illustration) {
    assertThat(illustration).isInstanceOf(Figure.class);
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return new DrawnSvg(factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(((Figure) illustration).svg()))));
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  String title() {
    return document.getElementsByTagName("title").item(0).getTextContent().strip();
  }

  String description() {
    return document.getElementsByTagName("desc").item(0).getTextContent().strip();
  }

  Element root() {
    return document.getDocumentElement();
  }

  /** The lines of a color and width, without those of the key. */
  List<double[]> lines(String color, String width) {
    return elements("line")
        .filter(line -> inherited(line, "stroke").equals(color))
        .filter(line -> inherited(line, "stroke-width").equals(width))
        .filter(DrawnSvg::isClipped)
        .map(line -> Stream.of("x1", "y1", "x2", "y2")
            .mapToDouble(name -> Double.parseDouble(line.getAttribute(name)))
            .toArray())
        .toList();
  }

  /** The filled boxes of a color as left, right, top, bottom, without those of the key. */
  List<double[]> boxes(String color) {
    return elements("path")
        .filter(path -> inherited(path, "fill").equals(color))
        .filter(DrawnSvg::isClipped)
        .map(DrawnSvg::bounds)
        .toList();
  }

  /** How many marks of a shape and color there are, without those of the key. */
  long marks(String shape, String color) {
    return elements(shape)
        .filter(mark -> inherited(mark, "fill").equals(color))
        .filter(DrawnSvg::isClipped)
        .count();
  }

  private static double[] bounds(Element path) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    Matcher numbers = NUMBER.matcher(path.getAttribute("d"));
    while (numbers.find()) {
      double number = Double.parseDouble(numbers.group());
      (xs.size() > ys.size() ? ys : xs).add(number);
    }
    return new double[] {
      xs.stream().min(Double::compare).orElseThrow(),
      xs.stream().max(Double::compare).orElseThrow(),
      ys.stream().min(Double::compare).orElseThrow(),
      ys.stream().max(Double::compare).orElseThrow()
    };
  }

  private Stream<Element> elements(String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    Stream.Builder<Element> elements = Stream.builder();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements.build();
  }

  /** Only what stands inside the axes is clipped. */
  private static boolean isClipped(Element element) {
    return !inherited(element, "clip-path").isEmpty();
  }

  private static String inherited(Node node, String attribute) {
    for (Node each = node; each instanceof Element element; each = each.getParentNode()) {
      if (!element.getAttribute(attribute).isEmpty()) {
        return element.getAttribute(attribute);
      }
    }
    return "";
  }
}
