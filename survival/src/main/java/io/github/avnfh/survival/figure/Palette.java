package io.github.avnfh.survival.figure;

/**
 * Colors and line patterns that tell groups apart, in print and for the color-blind.
 *
 * <p>The colors are those of Okabe and Ito, the lightest left out.
 */
final class Palette {
  private static final String[] COLORS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#1a1a1a", "#56b4e9", "#e69f00"
  };
  private static final String[] DASHES = {"", "7 3", "2 2", "9 3 2 3", "12 4", "4 4", "9 3 2 3 2 3"
  };

  private Palette() {}

  static String color(int group) {
    return COLORS[group % COLORS.length];
  }

  static String line(int group) {
    String dashes = DASHES[group % DASHES.length];
    return Svg.stroke(color(group), 1.8)
        + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
  }
}
