package io.github.avnfh.survival.figure;

import io.github.avnfh.core.table.Digits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The forest figure of any quantity, as SVG: an estimate with its limits for each row, on a linear
 * axis, or for ratios on a logarithmic one.
 *
 * <p>The axis of ratios ends at 1/1000 and 1000; a limit beyond it ends in an arrow. A row without
 * an estimate has no mark, and says why. Nothing in the document depends on fonts, locale or clock.
 *
 * <pre>{@code
 * ForestFigure gains = ForestFigure.of("Gain of the Harris Hip Score [points]")
 *     .withReference(0)
 *     .withRow("stage I (14 hips)", 27.8, 23.1, 32.5)
 *     .withRow("stage II (29 hips)", 30.7, 27.8, 33.7)
 *     .withoutEstimate("stage IV (1 hip)", "one patient");
 * gains.svg().contains("30.7 (27.8 to 33.7)"); // true
 * }</pre>
 */
public final class ForestFigure {
  private static final double WIDTH = 760;
  private static final double ROW = 28;
  private static final double TOP = 44;
  private static final double BOTTOM = 56;
  private static final double AXIS_LEFT = 250;
  private static final double AXIS_RIGHT = 540;
  private static final double LABEL_LEFT = 16;
  private static final double TEXT_LEFT = 560;
  private static final double MARK = 4.5;
  private static final double WIDEST = 1000;

  /** The difference of two such numbers is still a double. */
  private static final double LARGEST = 1e300;

  private static final double[] STEPS = {1, 2, 5};
  private static final int MOST_TICKS = 8;
  private static final int MOST_LINEAR_TICKS = 6;

  private final Look look;
  private final OptionalDouble reference;
  private final List<Row> rows;

  ForestFigure(Look look, OptionalDouble reference, List<Row> rows) {
    this.look = look;
    this.reference = reference;
    this.rows = rows;
  }

  /** What stands over the rows and under the axis, and whether the axis is logarithmic. */
  record Look(String title, String head, String quantity, boolean isLogarithmic) {}

  /** A row; its numbers are logarithms where the axis is logarithmic. */
  record Row(
      String label,
      OptionalDouble estimate,
      OptionalDouble lower,
      OptionalDouble upper,
      String text) {

    private Stream<OptionalDouble> numbers() {
      return Stream.of(estimate, lower, upper);
    }
  }

  /**
   * Starts a figure on a linear axis.
   *
   * @param quantity what is estimated, with its unit
   * @return a figure without rows
   */
  public static ForestFigure of(String quantity) {
    return started(quantity, OptionalDouble.empty(), false);
  }

  /**
   * Starts a figure of ratios, on a logarithmic axis with a line at 1.
   *
   * @param quantity what the ratios are of
   * @return a figure without rows
   */
  public static ForestFigure ofRatios(String quantity) {
    return started(quantity, OptionalDouble.of(0), true);
  }

  private static ForestFigure started(
      String quantity, OptionalDouble reference, boolean isLogarithmic) {
    Objects.requireNonNull(quantity, "quantity");
    return new ForestFigure(
        new Look(quantity, "Group", quantity, isLogarithmic), reference, List.of());
  }

  /**
   * Chooses where a line stands for comparison.
   *
   * @param value a value of the axis; above 0 for ratios
   * @return a figure with that line
   * @throws IllegalArgumentException if the value lies beyond 1e300 on either side, or is no ratio
   */
  public ForestFigure withReference(double value) {
    return new ForestFigure(look, OptionalDouble.of(placed("reference", value)), rows);
  }

  /**
   * Adds a row.
   *
   * @param label what the estimate is of
   * @param estimate the estimate
   * @param lower the lower limit
   * @param upper the upper limit
   * @return a figure with that row below the others
   * @throws IllegalArgumentException if a number lies beyond 1e300 on either side, is no ratio
   *     where the figure is of ratios, or the estimate lies outside its limits
   */
  public ForestFigure withRow(String label, double estimate, double lower, double upper) {
    Objects.requireNonNull(label, "label");
    double drawn = placed("estimate", estimate);
    double from = placed("lower limit", lower);
    double to = placed("upper limit", upper);
    if (!(from <= drawn && drawn <= to)) {
      throw new IllegalArgumentException(
          "estimate must lie in " + lower + ".." + upper + ", its limits, but was " + estimate);
    }
    return with(new Row(
        label,
        OptionalDouble.of(drawn),
        OptionalDouble.of(from),
        OptionalDouble.of(to),
        words(estimate, lower, upper)));
  }

  /**
   * Adds a row that has no estimate.
   *
   * @param label what has no estimate
   * @param reason why, in a few words
   * @return a figure with that row below the others
   */
  public ForestFigure withoutEstimate(String label, String reason) {
    OptionalDouble none = OptionalDouble.empty();
    return with(new Row(
        Objects.requireNonNull(label, "label"),
        none,
        none,
        none,
        Objects.requireNonNull(reason, "reason")));
  }

  private ForestFigure with(Row row) {
    return new ForestFigure(
        look, reference, Stream.concat(rows.stream(), Stream.of(row)).toList());
  }

  /** Where a value lies on the axis. */
  private double placed(String what, double value) {
    if (look.isLogarithmic() && !(value > 0 && value <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          what + " [" + look.quantity() + "] must be finite and above 0.0, but was " + value);
    }
    if (!look.isLogarithmic() && !(Math.abs(value) <= LARGEST)) {
      throw new IllegalArgumentException(what + " [" + look.quantity() + "] must lie in " + -LARGEST
          + ".." + LARGEST + ", but was " + value);
    }
    return look.isLogarithmic() ? Math.log(value) : value + 0.0;
  }

  private String words(double estimate, double lower, double upper) {
    if (look.isLogarithmic()) {
      return ratio(estimate) + " (" + ratio(lower) + " to " + ratio(upper) + ")";
    }
    double largest = Math.max(Math.abs(lower), Math.abs(upper));
    Digits digits = Digits.halfUp(largest >= 10 ? 1 : largest >= 2 ? 2 : 3);
    return digits.print(estimate) + " (" + digits.print(lower) + " to " + digits.print(upper) + ")";
  }

  /** A ratio as it is printed. */
  static String ratio(double ratio) {
    if (ratio >= WIDEST) {
      return "> 1000";
    }
    return ratio < 1 / WIDEST ? "< 0.001" : Digits.halfUp(ratio < 0.1 ? 3 : 2).print(ratio);
  }

  /**
   * Draws the figure.
   *
   * @return a complete SVG document, line ends {@code \n}
   */
  public String svg() {
    return svg(rows.size() + " rows with limits.");
  }

  String svg(String description) {
    double bottom = TOP + ROW * rows.size();
    Svg svg = new Svg(WIDTH, bottom + BOTTOM);
    svg.describe(look.title(), description);
    Axis axis = new Axis(rows, reference, look.isLogarithmic());
    svg.text(LABEL_LEFT, TOP - 18, "font-weight=\"bold\"", look.head());
    svg.text(TEXT_LEFT, TOP - 18, "font-weight=\"bold\"", shortened(look.quantity() + " (limits)"));
    axis.draw(svg, bottom, look.quantity());
    for (int i = 0; i < rows.size(); i++) {
      drawRow(svg, axis, rows.get(i), TOP + ROW * (i + 0.5));
    }
    return svg.finished();
  }

  private static String shortened(String words) {
    double available = WIDTH - LABEL_LEFT - TEXT_LEFT;
    return Svg.width(words, Svg.TEXT_SIZE) <= available ? words : "Estimate (limits)";
  }

  private static void drawRow(Svg svg, Axis axis, Row row, double y) {
    double available = AXIS_LEFT - LABEL_LEFT - 12;
    svg.text(LABEL_LEFT, y + 5, "", Svg.shortened(row.label(), Svg.TEXT_SIZE, available));
    double room = WIDTH - TEXT_LEFT - Page.MARGIN;
    svg.text(TEXT_LEFT, y + 5, "", Svg.shortened(row.text(), Svg.TEXT_SIZE, room));
    if (row.lower().isPresent() || row.upper().isPresent()) {
      double from = axis.place(row.lower(), AXIS_LEFT);
      double to = axis.place(row.upper(), AXIS_RIGHT);
      svg.line(from, y, to, y, Svg.stroke(Svg.INK, 1.5));
      if (!axis.holds(row.lower())) {
        arrow(svg, AXIS_LEFT, y, 1);
      }
      if (!axis.holds(row.upper())) {
        arrow(svg, AXIS_RIGHT, y, -1);
      }
    }
    if (axis.holds(row.estimate())) {
      double x = axis.place(row.estimate(), AXIS_LEFT);
      svg.path(
          "M" + Svg.number(x - MARK) + " " + Svg.number(y - MARK) + "h" + Svg.number(2 * MARK) + "v"
              + Svg.number(2 * MARK) + "h" + Svg.number(-2 * MARK) + "z",
          "fill=\"" + Svg.INK + "\"");
    }
  }

  private static void arrow(Svg svg, double x, double y, int direction) {
    double back = x + direction * 7;
    svg.path(
        "M" + Svg.number(back) + " " + Svg.number(y - 4) + "L" + Svg.number(x) + " " + Svg.number(y)
            + "L" + Svg.number(back) + " " + Svg.number(y + 4),
        Svg.stroke(Svg.INK, 1.5));
  }

  /** The axis, wide enough for all numbers and the reference, of ratios at most up to 1000. */
  private static final class Axis {
    private final OptionalDouble reference;
    private final boolean isLogarithmic;
    private final double least;
    private final double most;

    Axis(List<Row> rows, OptionalDouble reference, boolean isLogarithmic) {
      this.reference = reference;
      this.isLogarithmic = isLogarithmic;
      double widest = isLogarithmic ? Math.log(WIDEST) : LARGEST;
      double[] numbers = Stream.concat(
              isLogarithmic
                  ? Stream.of(OptionalDouble.of(Math.log(0.5)), OptionalDouble.of(Math.log(2)))
                  : Stream.of(reference),
              rows.stream().flatMap(Row::numbers))
          .flatMapToDouble(OptionalDouble::stream)
          .map(number -> Math.max(-widest, Math.min(widest, number)))
          .sorted()
          .toArray();
      double low = numbers.length == 0 ? 0 : numbers[0];
      double high = numbers.length == 0 ? 1 : numbers[numbers.length - 1];
      double margin = high > low ? 0.04 * (high - low) : Math.max(0.5, Math.ulp(high));
      least = low - margin;
      most = high + margin;
    }

    boolean holds(OptionalDouble number) {
      return number.isPresent() && number.getAsDouble() >= least && number.getAsDouble() <= most;
    }

    /** Where a number lies, or an end of the axis where it lies beyond or is unbounded. */
    double place(OptionalDouble number, double unbounded) {
      if (number.isEmpty()) {
        return unbounded;
      }
      double within = Math.max(least, Math.min(most, number.getAsDouble()));
      return AXIS_LEFT + (within - least) / (most - least) * (AXIS_RIGHT - AXIS_LEFT);
    }

    void draw(Svg svg, double bottom, String quantity) {
      for (BigDecimal tick :
          isLogarithmic ? ratios() : Ticks.within(least, most, MOST_LINEAR_TICKS)) {
        OptionalDouble number =
            OptionalDouble.of(isLogarithmic ? Math.log(tick.doubleValue()) : tick.doubleValue());
        double x = place(number, AXIS_LEFT);
        svg.line(x, TOP, x, bottom, Svg.stroke(number.equals(reference) ? Svg.INK : Svg.GRID, 1));
        svg.text(
            x,
            bottom + 18,
            "text-anchor=\"middle\" font-size=\"" + Svg.SMALL_TEXT_SIZE + "\"",
            Ticks.label(tick.doubleValue()));
      }
      if (reference.isPresent() && !isLogarithmic) {
        double x = place(reference, AXIS_LEFT);
        svg.line(x, TOP, x, bottom, Svg.stroke(Svg.INK, 1));
      }
      svg.line(AXIS_LEFT, bottom, AXIS_RIGHT, bottom, Svg.stroke(Svg.INK, 1));
      svg.text((AXIS_LEFT + AXIS_RIGHT) / 2, bottom + 40, "text-anchor=\"middle\"", quantity);
    }

    /** 1, 2 and 5 times powers of ten, or the powers alone where these are too many. */
    private List<BigDecimal> ratios() {
      List<Double> ticks = new ArrayList<>();
      for (int power = -3; power <= 3; power++) {
        for (double step : STEPS) {
          double tick = power < 0 ? step / Math.pow(10, -power) : step * Math.pow(10, power);
          if (holds(OptionalDouble.of(Math.log(tick)))) {
            ticks.add(tick);
          }
        }
      }
      boolean isFew = ticks.size() <= MOST_TICKS;
      return ticks.stream()
          .filter(tick -> isFew || isPower(tick))
          .map(BigDecimal::valueOf)
          .toList();
    }

    private static boolean isPower(double tick) {
      double exponent = Math.log10(tick);
      return Math.abs(exponent - Math.rint(exponent)) < 1e-9;
    }
  }

  @Override
  public String toString() {
    return "ForestFigure{" + rows.size() + " rows}";
  }
}
