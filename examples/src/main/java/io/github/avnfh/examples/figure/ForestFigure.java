package io.github.avnfh.examples.figure;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.PairedScores;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import io.github.avnfh.scoring.summary.SummaryStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The mean gain of the Harris Hip Score in all hips and in subgroups that the caller names.
 *
 * <p>Intervals of 95 % take the patient as a cluster. A subgroup with hips of one patient only has
 * a mean and no interval.
 */
public final class ForestFigure {
  private static final String NAME = "hhs_gain_by_subgroup";
  private static final int MARGIN = 346;
  private static final int ROW = 27;
  private static final double SIZE_COLUMN = 142;
  private static final double ESTIMATE_COLUMN = 216;
  private static final Ink LIMITS = Ink.solid(Palette.BLUE, 2);

  private final Pairing pairing;
  private final List<Row> rows;

  /** A subgroup: its name, how many hips and patients have both scores, their mean gain. */
  private record Row(
      String name, int hips, int patients, OptionalDouble mean, Optional<Estimate> estimate) {

    static Row of(String name, List<Hip> hips, Pairing pairing) {
      ClusteredSample gains = ClusteredSample.improvements(pairing.pair(hips));
      Optional<Estimate> estimate = gains.clusters() < 2
          ? Optional.empty()
          : Optional.of(Comparison.withDefaults().ofMean(gains).clustered());
      return new Row(
          name,
          gains.size(),
          gains.clusters(),
          SummaryStatistics.of(gains.values()).mean(),
          estimate);
    }

    String size() {
      return hips + " (" + patients + ")";
    }

    String gain() {
      return estimate
          .map(each ->
              Cell.estimate(each.estimate(), each.lower(), each.upper(), 1).printed())
          .orElseGet(() -> mean.isPresent()
              ? Cell.number(mean.getAsDouble(), 1).printed() + " (one patient)"
              : "no hip has both scores");
    }

    Stream<Double> numbers() {
      return Stream.concat(
          mean.stream().boxed(),
          estimate.stream().flatMap(each -> Stream.of(each.lower(), each.upper())));
    }
  }

  private ForestFigure(Pairing pairing, List<Row> rows) {
    this.pairing = pairing;
    this.rows = rows;
  }

  /**
   * Draws the mean gain by subgroup.
   *
   * @param cohort the hips
   * @param policy what counts after an arthroplasty
   * @param subgroups the hips of each subgroup by its name, in the order in which they are drawn
   * @return the figure, or an omission if no hip has a score at baseline and at the last visit
   */
  public static Illustration of(
      Cohort cohort, ArthroplastyPolicy policy, Map<String, List<Hip>> subgroups) {
    Optional<PairedScores> paired =
        Changes.toLastVisit(cohort.hips(), Instruments.HARRIS_HIP_SCORE, policy);
    if (paired.isEmpty()) {
      return new Omission(
          NAME,
          "gain of the Harris Hip Score by subgroup",
          "no hip has a score at baseline and at the last scheduled visit");
    }
    Pairing pairing = paired.get().pairing();
    ForestFigure figure = new ForestFigure(pairing, rows(cohort, subgroups, pairing));
    return Figure.of(
        NAME,
        figure.title()
            + ": mean over hips with 95 % interval by patient. The broken line is the mean of all hips."
            + " No subgroup is tested here.",
        new Drawing.Words(figure.title(), figure.description()),
        figure::plot);
  }

  private static List<Row> rows(Cohort cohort, Map<String, List<Hip>> subgroups, Pairing pairing) {
    List<Row> rows = new ArrayList<>(List.of(Row.of("All hips", cohort.hips(), pairing)));
    subgroups.forEach((name, hips) -> rows.add(Row.of(name, hips, pairing)));
    return rows;
  }

  private String title() {
    return "Mean gain of the Harris Hip Score from baseline to " + Changes.visit(pairing.to());
  }

  private String description() {
    return rows.stream()
        .map(row -> row.name + ": " + row.hips + " hips, " + row.patients + " patients, "
            + row.gain() + ".")
        .collect(Collectors.joining(" "));
  }

  private Plot plot() {
    double least = rows.stream().flatMap(Row::numbers).min(Double::compare).orElse(0.0);
    double most = rows.stream().flatMap(Row::numbers).max(Double::compare).orElse(1.0);
    Plot plot = new Plot(new Plot.Frame(
        title(),
        Scale.around("points gained", Math.min(0, least), Math.max(1, most)),
        Scale.ofPlaces("", 0, rows.size() + 1.0),
        70 + ROW * (rows.size() + 1),
        MARGIN));
    plot.explain("mean, 95 % interval by patient", LIMITS);
    head(plot);
    for (int i = 0; i < rows.size(); i++) {
      draw(plot, rows.get(i), rows.size() - 0.5 - i);
    }
    return plot;
  }

  private void head(Plot plot) {
    double middle = rows.size() + 0.5;
    plot.words(Label.Place.fromLeft(Key.LEFT, middle), "Subgroup");
    plot.words(Label.Place.fromLeft(SIZE_COLUMN, middle), "Hips (pat.)");
    plot.words(Label.Place.fromLeft(ESTIMATE_COLUMN, middle), "Gain (95 % interval)");
    plot.line(Ink.solid(Palette.INK, 1), new double[] {0, 0}, 0, rows.size());
    OptionalDouble all = rows.get(0).mean;
    all.ifPresent(mean -> {
      Ink reference = Ink.broken(Palette.GREY, 1, 5, 3);
      plot.line(reference, new double[] {mean, mean}, 0, rows.size());
      plot.explain("mean of all hips", reference);
    });
  }

  private static void draw(Plot plot, Row row, double middle) {
    plot.words(Label.Place.fromLeft(Key.LEFT, middle), row.name);
    plot.words(Label.Place.fromLeft(SIZE_COLUMN, middle), row.size());
    plot.words(Label.Place.fromLeft(ESTIMATE_COLUMN, middle), row.gain());
    row.estimate.ifPresent(
        each -> plot.line(LIMITS, new double[] {each.lower(), each.upper()}, middle, middle));
    row.mean.ifPresent(
        mean -> plot.marks(Palette.BLUE, SeriesMarkers.SQUARE, new double[] {mean}, middle));
  }
}
