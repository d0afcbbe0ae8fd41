package io.github.avnfh.examples.figure;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.staging.response.ImagingResponse;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of the hips on images, by Steinberg stage at baseline: shares as bars, counts in
 * print.
 */
public final class OutcomeFigure {
  private static final String NAME = "response_by_stage";
  private static final String TITLE = "Radiological outcome by Steinberg stage at baseline";
  private static final double HALF_BAR = 0.34;
  private static final double COUNTS_FROM_LEFT = 108;
  private static final int MARGIN = 208;
  private static final int ROW = 38;
  private static final double NARROWEST = 2.5;

  private final Map<Hip, ImagingResponse.Outcome> outcomes;
  private final List<ImagingResponse.Outcome> levels;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String name, List<Integer> counts, int hips) {}

  private OutcomeFigure(Map<Hip, ImagingResponse.Outcome> outcomes) {
    this.outcomes = outcomes;
    this.levels = Arrays.stream(ImagingResponse.Outcome.values())
        .filter(level ->
            level != ImagingResponse.Outcome.NOT_EVALUABLE || outcomes.containsValue(level))
        .toList();
    for (SteinbergStage stage : SteinbergStage.values()) {
      List<Hip> hips =
          outcomes.keySet().stream().filter(hip -> hip.baselineStage() == stage).toList();
      if (!hips.isEmpty()) {
        rows.add(row(Palette.words(stage), hips));
      }
    }
    rows.add(row("All", List.copyOf(outcomes.keySet())));
  }

  /**
   * Draws the outcomes of the hips of a cohort.
   *
   * @param outcomes the outcome of each hip
   * @return the figure, or an omission if no hip can be evaluated
   */
  public static Illustration of(Map<Hip, ImagingResponse.Outcome> outcomes) {
    if (outcomes.values().stream()
        .allMatch(outcome -> outcome == ImagingResponse.Outcome.NOT_EVALUABLE)) {
      return new Omission(
          NAME, "the radiological outcome by Steinberg stage", "no hip can be evaluated");
    }
    OutcomeFigure figure = new OutcomeFigure(outcomes);
    return Figure.of(
        NAME,
        TITLE + "; the numbers are hips.",
        new Drawing.Words(TITLE, figure.description()),
        figure::plot);
  }

  private Row row(String name, List<Hip> hips) {
    List<Integer> counts = levels.stream()
        .map(level ->
            (int) hips.stream().filter(hip -> outcomes.get(hip) == level).count())
        .toList();
    return new Row(name, counts, hips.size());
  }

  private String description() {
    return rows.stream()
        .map(row -> row.name + ": " + row.hips + " hips; "
            + levels.stream()
                .map(level -> level.words() + " " + row.counts.get(levels.indexOf(level)))
                .collect(Collectors.joining(", "))
            + ".")
        .collect(Collectors.joining(" "));
  }

  private static Color color(ImagingResponse.Outcome level) {
    return switch (level) {
      case IMPROVED -> Palette.BLUE;
      case STABLE -> Palette.SKY;
      case PROGRESSED -> Palette.ORANGE;
      case NOT_EVALUABLE -> Color.WHITE;
    };
  }

  private Plot plot() {
    Plot plot = new Plot(new Plot.Frame(
        TITLE,
        Scale.around("% of the hips of the stage", 0, 100),
        Scale.ofPlaces("", 0, rows.size() + 0.8),
        70 + ROW * (rows.size() + 1),
        MARGIN));
    levels.forEach(level -> plot.explain(level.words(), color(level)));
    plot.words(Label.Place.fromLeft(COUNTS_FROM_LEFT, rows.size() + 0.4), "Hips");
    for (int i = 0; i < rows.size(); i++) {
      draw(plot, rows.get(i), rows.size() - 0.5 - i);
    }
    return plot;
  }

  private void draw(Plot plot, Row row, double middle) {
    plot.words(Label.Place.fromLeft(Key.LEFT, middle), row.name + " (" + row.hips + ")");
    plot.words(
        Label.Place.fromLeft(COUNTS_FROM_LEFT, middle),
        row.counts.stream().map(String::valueOf).collect(Collectors.joining(" / ")));
    double left = 0;
    for (int i = 0; i < levels.size(); i++) {
      double right = left + 100.0 * row.counts.get(i) / row.hips;
      if (right > left) {
        plot.box(
            color(levels.get(i)), new Plot.Box(left, right, middle - HALF_BAR, middle + HALF_BAR));
      }
      if (right - left > NARROWEST) {
        plot.words(
            Label.Place.at((left + right) / 2, middle, Label.Anchor.MIDDLE),
            row.counts.get(i).toString(),
            Palette.on(color(levels.get(i))));
      }
      left = right;
    }
  }
}
