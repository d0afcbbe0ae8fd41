package io.github.avnfh.survival.figure;

import io.github.avnfh.core.table.Digits;
import io.github.avnfh.survival.pooled.CountedUnit;
import io.github.avnfh.survival.pooled.PooledEstimate;
import io.github.avnfh.survival.pooled.PooledStudy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * The forest figure of pooled studies, as SVG: each study with its own limits, the pooled value as
 * a diamond from limit to limit, and the interval for a further study as a line below it.
 *
 * <p>Counts have the limits of Clopper and Pearson, means and survival those of their standard
 * error. The area of a square shows the weight, one over the sum of the squared standard error and
 * the variance between studies. Nothing in the document depends on fonts, locale or clock.
 *
 * <pre>{@code
 * PooledEstimate pooled = RandomEffects.withDefaults().pool(List.of(
 *     PooledStudy.ofProportion("Series A", Count.of(9, 15), CountedUnit.HIPS),
 *     PooledStudy.ofProportion("Series B", Count.of(6, 22), CountedUnit.HIPS)));
 * PooledFigure.of(pooled).svg().startsWith("<svg"); // true
 * }</pre>
 */
public final class PooledFigure {
  private static final double WIDTH = 760;
  private static final double ROW = 28;
  private static final double TOP = 44;
  private static final double BOTTOM = 56;
  private static final double LABEL_LEFT = 16;
  private static final double SIZE_RIGHT = 250;
  private static final double AXIS_LEFT = 270;
  private static final double AXIS_RIGHT = 560;
  private static final double TEXT_LEFT = 580;
  private static final double LARGEST_MARK = 7;
  private static final double SMALLEST_MARK = 2;
  private static final int MOST_TICKS = 6;

  private final PooledEstimate pooled;
  private final List<Row> rows;
  private final double low;
  private final double high;

  private PooledFigure(PooledEstimate pooled) {
    this.pooled = pooled;
    double between = pooled.variance().orElse(0);
    double heaviest = pooled.studies().stream()
        .mapToDouble(study -> weight(study, between))
        .max()
        .orElse(1);
    this.rows = pooled.studies().stream()
        .map(study -> row(study, weight(study, between) / heaviest, pooled.level()))
        .toList();
    double least = Math.min(pooled.lower(), pooled.predictionLower().orElse(pooled.lower()));
    double most = Math.max(pooled.upper(), pooled.predictionUpper().orElse(pooled.upper()));
    for (Row row : rows) {
      least = Math.min(least, row.lower());
      most = Math.max(most, row.upper());
    }
    this.low = least < most ? least : least - 0.5;
    this.high = least < most ? most : most + 0.5;
  }

  /** A study as it is drawn. */
  private record Row(
      String label, String size, double value, double lower, double upper, double weight) {}

  /**
   * Returns the figure of a pooled result.
   *
   * @param pooled the result
   * @return a figure with a row for each study
   */
  public static PooledFigure of(PooledEstimate pooled) {
    return new PooledFigure(Objects.requireNonNull(pooled, "pooled"));
  }

  private static double weight(PooledStudy study, double between) {
    return 1 / (study.standardError() * study.standardError() + between);
  }

  private static Row row(PooledStudy study, double weight, double level) {
    String size = study
        .count()
        .map(count -> count.count() + "/" + count.total())
        .orElseGet(() -> Integer.toString(study.size()));
    return new Row(
        study.label(), size, study.value(), study.lower(level), study.upper(level), weight);
  }

  /**
   * Draws the figure.
   *
   * @return a complete SVG document, line ends {@code \n}
   */
  public String svg() {
    double bottom = TOP + ROW * (rows.size() + (pooled.predictionLower().isPresent() ? 2 : 1));
    Svg svg = new Svg(WIDTH, bottom + BOTTOM);
    String unit = pooled.unit() == CountedUnit.HIPS ? "hips" : "patients";
    svg.describe(
        "Pooled studies", rows.size() + " studies of " + pooled.size() + " " + unit + ", pooled.");
    String bold = "font-weight=\"bold\"";
    svg.text(LABEL_LEFT, TOP - 18, bold, "Study");
    svg.text(SIZE_RIGHT, TOP - 18, bold + " text-anchor=\"end\"", unit);
    svg.text(TEXT_LEFT, TOP - 18, bold, "Value (limits)");
    axis(svg, bottom);
    for (int i = 0; i < rows.size(); i++) {
      draw(svg, rows.get(i), TOP + ROW * (i + 0.5));
    }
    diamond(svg, TOP + ROW * (rows.size() + 0.5));
    prediction(svg, TOP + ROW * (rows.size() + 1.5));
    return svg.finished();
  }

  private void draw(Svg svg, Row row, double y) {
    label(svg, y, row.label(), "");
    svg.text(SIZE_RIGHT, y + 5, "text-anchor=\"end\"", row.size());
    svg.text(TEXT_LEFT, y + 5, "", text(row.value(), row.lower(), row.upper()));
    svg.line(place(row.lower()), y, place(row.upper()), y, Svg.stroke(Svg.INK, 1.5));
    double mark = Math.max(SMALLEST_MARK, LARGEST_MARK * Math.sqrt(row.weight()));
    double x = place(row.value());
    svg.path(
        "M" + Svg.number(x - mark) + " " + Svg.number(y - mark) + "h" + Svg.number(2 * mark) + "v"
            + Svg.number(2 * mark) + "h" + Svg.number(-2 * mark) + "z",
        "fill=\"" + Svg.INK + "\"");
  }

  private static void label(Svg svg, double y, String label, String attributes) {
    double available = SIZE_RIGHT - 60 - LABEL_LEFT;
    svg.text(LABEL_LEFT, y + 5, attributes, Svg.shortened(label, Svg.TEXT_SIZE, available));
  }

  private void diamond(Svg svg, double y) {
    label(svg, y, "Pooled", "font-weight=\"bold\"");
    svg.text(SIZE_RIGHT, y + 5, "text-anchor=\"end\"", Integer.toString(pooled.size()));
    svg.text(TEXT_LEFT, y + 5, "", text(pooled.estimate(), pooled.lower(), pooled.upper()));
    String center = Svg.number(place(pooled.estimate()));
    svg.path(
        "M" + Svg.number(place(pooled.lower())) + " " + Svg.number(y) + "L" + center + " "
            + Svg.number(y - LARGEST_MARK) + "L" + Svg.number(place(pooled.upper())) + " "
            + Svg.number(y) + "L" + center + " " + Svg.number(y + LARGEST_MARK) + "z",
        "fill=\"" + Svg.INK + "\"");
  }

  private void prediction(Svg svg, double y) {
    if (pooled.predictionLower().isPresent() && pooled.predictionUpper().isPresent()) {
      double from = pooled.predictionLower().getAsDouble();
      double to = pooled.predictionUpper().getAsDouble();
      label(svg, y, "A further study", "");
      svg.text(TEXT_LEFT, y + 5, "", "(" + number(from) + " to " + number(to) + ")");
      svg.line(place(from), y, place(to), y, Svg.stroke(Svg.INK, 3));
    }
  }

  private static String text(double value, double lower, double upper) {
    return number(value) + " (" + number(lower) + " to " + number(upper) + ")";
  }

  private static String number(double value) {
    return Digits.halfUp(Math.abs(value) < 10 ? 3 : 1).print(value);
  }

  private double place(double value) {
    double within = Math.max(low, Math.min(high, value));
    return AXIS_LEFT + (within - low) / (high - low) * (AXIS_RIGHT - AXIS_LEFT);
  }

  private void axis(Svg svg, double bottom) {
    for (BigDecimal tick : Ticks.within(low, high, MOST_TICKS)) {
      double x = place(tick.doubleValue());
      svg.line(x, TOP, x, bottom, Svg.stroke(Svg.GRID, 1));
      svg.text(
          x,
          bottom + 18,
          "text-anchor=\"middle\" font-size=\"" + Svg.SMALL_TEXT_SIZE + "\"",
          tick.signum() == 0 ? "0" : tick.stripTrailingZeros().toPlainString());
    }
    svg.line(AXIS_LEFT, bottom, AXIS_RIGHT, bottom, Svg.stroke(Svg.INK, 1));
  }

  @Override
  public String toString() {
    return "PooledFigure{" + rows.size() + " studies}";
  }
}
