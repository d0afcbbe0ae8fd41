package io.github.avnfh.survival.figure;

/**
 * Colors and line patterns that tell the groups of a figure apart.
 *
 * <p>A group's pattern is that of its color, shifted by one each time the colors begin anew, so
 * that every color comes with each of eight patterns before they repeat.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe M, Ito K. Color Universal Design (CUD): how
 *     to make figures and presentations that are friendly to colorblind people. 2002</a>
 * @see FigureOptions
 */
public enum Palette {
  /**
   * Seven colors that the color-blind can tell apart, the lightest of the set left out; with the
   * patterns 56 groups differ.
   */
  OKABE_ITO,
  /** Four grays for print without color; with the patterns 32 groups differ. */
  GRAY;

  private static final String[] COLORS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#1a1a1a", "#56b4e9", "#e69f00"
  };
  private static final String[] GRAYS = {"#1a1a1a", "#6e6e6e", "#444444", "#8f8f8f"};
  private static final String[] DASHES = {
    "", "7 3", "2 2", "9 3 2 3", "12 4", "4 4", "9 3 2 3 2 3", "16 3 4 3"
  };

  private String[] colors() {
    return this == GRAY ? GRAYS : COLORS;
  }

  String color(int group) {
    return colors()[group % colors().length];
  }

  String line(int group) {
    int round = group / colors().length;
    String dashes = DASHES[(group % colors().length + round) % DASHES.length];
    return Svg.stroke(color(group), 1.8)
        + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
  }

  /** The inside of a band or an area. */
  String fill(int group, double opacity) {
    return "fill=\"" + color(group) + "\" fill-opacity=\"" + opacity + "\" stroke=\"none\"";
  }
}
