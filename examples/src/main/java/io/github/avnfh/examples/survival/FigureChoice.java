package io.github.avnfh.examples.survival;

import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.Palette;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What a figure of curves shows besides the curves. */
class FigureChoice {
  @Option(
      names = "--figure-months",
      description =
          "Draw times, which are then days, in months of 30.4375 days, with marks at whole months.")
  private boolean months;

  @Option(
      names = "--figure-least-at-risk",
      paramLabel = "N",
      description = "End a band where fewer are at risk; 0 draws it to the end. Default: "
          + FigureOptions.LEAST_AT_RISK + ".")
  private int leastAtRisk = FigureOptions.LEAST_AT_RISK;

  @Option(names = "--figure-no-bands", description = "Draw no confidence bands.")
  private boolean noBands;

  @Option(names = "--figure-facets", description = "Draw each group in its own axes.")
  private boolean facets;

  @Option(
      names = "--figure-width",
      paramLabel = "PIXELS",
      description = "Width of the figure, " + FigureOptions.NARROWEST + " to "
          + FigureOptions.WIDEST + ". Default: 480.")
  private int width = 480;

  @Option(
      names = "--figure-palette",
      paramLabel = "NAME",
      description = "Colors: okabe-ito, which the color-blind can tell apart, or gray for print."
          + " Default: okabe-ito.")
  private String palette = "okabe-ito";

  FigureChoice() {}

  /**
   * The options as they were typed.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  FigureOptions.Builder options(GroupColumnOptions columns) {
    FigureOptions.Builder options = months
        ? FigureOptions.months().timeLabel(columns.time() + " [months]")
        : FigureOptions.builder().timeLabel(columns.time());
    columns.group().ifPresent(options::legendTitle);
    options
        .leastAtRisk(leastAtRisk)
        .showsBands(!noBands)
        .hasFacets(facets)
        .width(width)
        .palette(palette());
    options.build();
    return options;
  }

  private Palette palette() {
    return switch (palette.toLowerCase(Locale.ROOT)) {
      case "okabe-ito" -> Palette.OKABE_ITO;
      case "gray", "grey" -> Palette.GRAY;
      default -> throw new IllegalArgumentException("--figure-palette takes okabe-ito or gray");
    };
  }
}
