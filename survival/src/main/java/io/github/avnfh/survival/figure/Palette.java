package io.github.avnfh.survival.figure;

/**
 * Colors and line patterns that tell groups apart, in print and for the color-blind.
 *
 * <p>The colors are those of Okabe and Ito, the lightest left out. A group's pattern is that of its
 * color, shifted by one each time the colors begin anew, so that seven colors and eight patterns
 * tell 56 groups apart; from the 57th on they repeat.
 */
final class Palette {
  private static final String[] COLORS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#1a1a1a", "#56b4e9", "#e69f00"
  };
  private static final String[] DASHES = {
    "", "7 3", "2 2", "9 3 2 3", "12 4", "4 4", "9 3 2 3 2 3", "16 3 4 3"
  };

  private Palette() {}

  static String color(int group) {
    return COLORS[group % COLORS.length];
  }

  static String line(int group) {
    int round = group / COLORS.length;
    String dashes = DASHES[(group % COLORS.length + round) % DASHES.length];
    return Svg.stroke(color(group), 1.8)
        + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
  }
}
