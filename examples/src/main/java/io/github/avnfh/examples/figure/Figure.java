package io.github.avnfh.examples.figure;

import java.util.Optional;
import java.util.function.Supplier;

/** A drawn figure: its caption, the drawing as SVG, and the same as pixels. */
public final class Figure implements Illustration {
  private final String name;
  private final String caption;
  private final String svg;
  private final Supplier<Optional<byte[]>> pixels;

  Figure(String name, String caption, String svg, Supplier<Optional<byte[]>> pixels) {
    this.name = name;
    this.caption = caption;
    this.svg = svg;
    this.pixels = pixels;
  }

  /**
   * Returns a figure that another hand drew.
   *
   * @param name the name of its files, without an ending
   * @param caption what it shows
   * @param svg the drawing
   * @return the figure
   */
  public static Figure of(String name, String caption, String svg) {
    return new Figure(name, caption, svg, () -> Picture.png(svg));
  }

  /** Draws a chart, unless the machine cannot draw text. */
  static Illustration of(String name, String caption, Drawing.Words words, Supplier<Plot> chart) {
    if (!Typeface.isUsable()) {
      return new Omission(name, words.title(), "this machine has no support for fonts");
    }
    Plot plot = chart.get();
    String svg = Drawing.svg(name, words, plot);
    return new Figure(name, caption, svg, () -> Optional.of(Picture.png(plot)));
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * Returns what the figure shows.
   *
   * @return one or more sentences
   */
  public String caption() {
    return caption;
  }

  /**
   * Returns this figure with another caption.
   *
   * @param words what it shows
   * @return the figure
   */
  public Figure withCaption(String words) {
    return new Figure(name, words, svg, pixels);
  }

  /**
   * Returns the drawing.
   *
   * @return an SVG element with its title and description, without an XML declaration, line ends
   *     {@code \n}; the names inside differ from those of every other figure, so that several can
   *     stand in one page
   */
  public String svg() {
    return svg;
  }

  /**
   * Draws the figure as pixels.
   *
   * @return the bytes of a PNG, or nothing on a machine that cannot draw text because it has no
   *     fonts
   */
  public Optional<byte[]> png() {
    return pixels.get();
  }

  @Override
  public String toString() {
    return "Figure{" + name + "}";
  }
}
