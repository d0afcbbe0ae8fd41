package io.github.avnfh.examples.figure;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.scoring.satisfaction.SatisfactionSummary;
import java.awt.Color;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How satisfied the patients are: five levels in one bar, the satisfied to the right of the middle
 * of those who are neutral, the dissatisfied to the left.
 */
public final class SatisfactionFigure {
  private static final String NAME = "satisfaction";
  private static final String TITLE = "Satisfaction of the patients who answered";
  private static final double NARROWEST = 4;
  private static final int HEIGHT = 130;

  private final SatisfactionSummary summary;

  private SatisfactionFigure(SatisfactionSummary summary) {
    this.summary = summary;
  }

  /**
   * Draws the answers of a cohort.
   *
   * @param cohort the patients
   * @return the figure, or an omission if no one answered
   */
  public static Illustration of(Cohort cohort) {
    SatisfactionSummary summary = SatisfactionSummary.of(cohort.satisfaction().values());
    if (summary.patients() == 0) {
      return new Omission(NAME, "satisfaction of the patients", "no patient answered");
    }
    SatisfactionFigure figure = new SatisfactionFigure(summary);
    return Figure.of(
        NAME,
        TITLE + " (" + summary.patients() + " of " + cohort.patients().size()
            + "): to the right of the line the satisfied, to the left the dissatisfied; the numbers are patients.",
        new Drawing.Words(TITLE, figure.description()),
        figure::plot);
  }

  private String description() {
    return Arrays.stream(Satisfaction.values()).map(this::words).collect(Collectors.joining(", "))
        + ".";
  }

  private String words(Satisfaction level) {
    return level.words() + " " + Cell.proportion(summary.proportion(level)).printed();
  }

  private static Color color(Satisfaction level) {
    return switch (level) {
      case VERY_SATISFIED -> Palette.BLUE;
      case SATISFIED -> Palette.SKY;
      case NEUTRAL -> Palette.GRID;
      case DISSATISFIED -> Palette.ORANGE;
      case VERY_DISSATISFIED -> Palette.VERMILION;
    };
  }

  private double percent(Satisfaction level) {
    return 100.0 * summary.proportion(level).count() / summary.patients();
  }

  private Plot plot() {
    double leftmost = -percent(Satisfaction.VERY_DISSATISFIED)
        - percent(Satisfaction.DISSATISFIED)
        - percent(Satisfaction.NEUTRAL) / 2;
    Plot plot = new Plot(new Plot.Frame(
        TITLE,
        Scale.ofPlaces("", leftmost - 2, leftmost + 102),
        Scale.ofPlaces("", 0, 1),
        HEIGHT,
        0));
    double left = leftmost;
    List<Satisfaction> fromTheLeft = Arrays.asList(Satisfaction.values());
    Collections.reverse(fromTheLeft);
    for (Satisfaction level : fromTheLeft) {
      draw(plot, level, left);
      left += percent(level);
    }
    Arrays.stream(Satisfaction.values()).forEach(level -> plot.explain(words(level), color(level)));
    plot.line(Ink.broken(Palette.INK, 1.4, 5, 3), new double[] {0, 0}, 0, 1);
    return plot;
  }

  private void draw(Plot plot, Satisfaction level, double left) {
    double percent = percent(level);
    if (percent > 0) {
      plot.box(color(level), new Plot.Box(left, left + percent, 0.2, 0.8));
    }
    if (percent > NARROWEST) {
      // the line of the neutral stands where their number would
      double middle = level == Satisfaction.NEUTRAL ? left + 0.75 * percent : left + percent / 2;
      plot.words(
          Label.Place.at(middle, 0.5, Label.Anchor.MIDDLE),
          Integer.toString(summary.proportion(level).count()),
          Palette.on(color(level)));
    }
  }
}
