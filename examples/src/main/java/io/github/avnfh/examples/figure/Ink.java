package io.github.avnfh.examples.figure;

import java.awt.BasicStroke;
import java.awt.Color;

/**
 * How a line is drawn.
 *
 * @param color its color
 * @param stroke its width in pixels, and its dashes if it has any
 */
record Ink(Color color, BasicStroke stroke) {
  private static final float MITER = 10;

  static Ink solid(Color color, double width) {
    return new Ink(
        color, new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
  }

  static Ink broken(Color color, double width, double dash, double gap) {
    float[] dashes = {(float) dash, (float) gap};
    return new Ink(
        color,
        new BasicStroke(
            (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER, dashes, 0));
  }
}
