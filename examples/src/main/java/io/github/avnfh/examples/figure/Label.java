package io.github.avnfh.examples.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.AnnotationText;

/** Words at a place of a chart, or at a distance from its left edge. */
final class Label extends AnnotationText {
  private static final FontRenderContext EVERYWHERE = new FontRenderContext(null, true, true);

  /** Which part of the words stands at the place. */
  enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }
  }

  private final String words;
  private final Font font;
  private final Color color;
  private final Anchor anchor;
  private final boolean fromLeftEdge;

  private Label(Place place, String words, Font font, Color color) {
    super(words, place.x, place.y, false);
    this.words = words;
    this.font = font;
    this.color = color;
    this.anchor = place.anchor;
    this.fromLeftEdge = place.fromLeftEdge;
  }

  static Label of(Place place, String words, Font font, Color color) {
    return new Label(place, words, font, color);
  }

  /** Where words stand: x in the data or in pixels from the left edge, y in the data. */
  record Place(double x, double y, Anchor anchor, boolean fromLeftEdge) {
    static Place at(double x, double y, Anchor anchor) {
      return new Place(x, y, anchor, false);
    }

    static Place fromLeft(double pixels, double y) {
      return new Place(pixels, y, Anchor.START, true);
    }
  }

  static double width(String words, Font font) {
    return words.isEmpty() ? 0 : new TextLayout(words, font, EVERYWHERE).getAdvance();
  }

  static void draw(Graphics2D g, Font font, String words, double x, double baseline) {
    g.fill(new TextLayout(words, font, EVERYWHERE)
        .getOutline(AffineTransform.getTranslateInstance(x, baseline)));
  }

  @Override
  public void paint(Graphics2D g) {
    TextLayout layout = new TextLayout(words, font, EVERYWHERE);
    double left = (fromLeftEdge ? x : getXAxisScreenValue(x)) - anchor.share * layout.getAdvance();
    double baseline = getYAxisScreenValue(y) + 0.36 * font.getSize2D();
    Shape shape = layout.getOutline(AffineTransform.getTranslateInstance(left, baseline));
    g.setColor(color);
    g.fill(shape);
    bounds = new Rectangle2D.Double(
        left, baseline - font.getSize2D(), layout.getAdvance(), font.getSize2D());
  }
}
