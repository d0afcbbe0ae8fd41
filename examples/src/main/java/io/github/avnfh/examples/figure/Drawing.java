package io.github.avnfh.examples.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A chart as SVG, with its title and description. */
final class Drawing {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int DECIMALS = 2;

  private final String name;
  private final Document document =
      GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);

  private Drawing(String name) {
    this.name = name;
  }

  /** What the figure is called and what it shows, for those who cannot see it. */
  record Words(String title, String description) {}

  static String svg(String name, Words words, Plot plot) {
    return new Drawing(name).draw(words, plot);
  }

  private String draw(Words words, Plot plot) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(DECIMALS);
    context.setIDGenerator(new SVGIDGenerator() {
      @Override
      public String generateID(String prefix) {
        return name + "-" + super.generateID(prefix);
      }
    });
    SVGGraphics2D g = new SVGGraphics2D(context, false);
    g.setSVGCanvasSize(new Dimension(Plot.WIDTH, plot.height()));
    plot.paint((Graphics2D) g);
    Element root = g.getRoot();
    finish(root, words, plot.height());
    return text(g, root);
  }

  private void finish(Element root, Words words, int height) {
    root.setAttributeNS(null, "role", "img");
    root.setAttributeNS(null, "viewBox", "0 0 " + Plot.WIDTH + " " + height);
    root.insertBefore(element("desc", words.description()), root.getFirstChild());
    root.insertBefore(element("title", words.title()), root.getFirstChild());
    NodeList definitions = root.getElementsByTagNameNS(SVG, "defs");
    for (int i = 0; i < definitions.getLength(); i++) {
      ((Element) definitions.item(i)).removeAttribute("id");
    }
  }

  private Element element(String tag, String words) {
    Element element = document.createElementNS(SVG, tag);
    element.appendChild(document.createTextNode(words));
    return element;
  }

  /** The element alone, without the declaration and the line ends of the machine. */
  private static String text(SVGGraphics2D g, Element root) {
    try (StringWriter writer = new StringWriter()) {
      g.stream(root, writer, false, false);
      String text = writer.toString().replace("\r\n", "\n");
      return text.substring(text.indexOf("<svg")).stripTrailing() + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
