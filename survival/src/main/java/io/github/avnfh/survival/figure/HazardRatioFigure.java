package io.github.avnfh.survival.figure;

import io.github.avnfh.core.table.Digits;
import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The forest figure of a proportional hazards model: hazard ratios with their limits on a
 * logarithmic axis, as SVG.
 *
 * <p>A limit beyond the axis ends in an arrow; a coefficient that is not estimable has no mark, and
 * says so. Nothing in the document depends on fonts, locale or clock.
 *
 * <pre>{@code
 * FollowUp followUp = FollowUp.ofDays(
 *     new int[] {9, 1, 1, 6, 6, 8}, new boolean[] {true, true, false, true, true, false}).build();
 * Covariates design = Covariates.ofRows(6).number("age", 40, 31, 35, 51, 20, 44).build();
 * CoxModel model = CoxRegression.withDefaults().fit(followUp, design);
 * HazardRatioFigure.of(model).svg().startsWith("<svg"); // true
 * }</pre>
 */
public final class HazardRatioFigure {
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
  private static final double[] STEPS = {1, 2, 5};
  private static final int MOST_TICKS = 8;

  private final List<RegressionCoefficient> coefficients;
  private final int rows;
  private final int events;

  private HazardRatioFigure(List<RegressionCoefficient> coefficients, int rows, int events) {
    this.coefficients = coefficients;
    this.rows = rows;
    this.events = events;
  }

  /**
   * Returns the figure of a model.
   *
   * @param model the model
   * @return a figure with a row for each coefficient
   */
  public static HazardRatioFigure of(CoxModel model) {
    Objects.requireNonNull(model, "model");
    return of(model.coefficients(), model.rows(), model.events());
  }

  /**
   * Returns the figure of coefficients, such as those of a model with frailty.
   *
   * @param coefficients the coefficients in the order of the figure
   * @param rows the number of rows behind them
   * @param events the number of events behind them
   * @return a figure with a row for each coefficient
   */
  public static HazardRatioFigure of(
      List<RegressionCoefficient> coefficients, int rows, int events) {
    Objects.requireNonNull(coefficients, "coefficients")
        .forEach(each -> Objects.requireNonNull(each, "coefficients"));
    return new HazardRatioFigure(List.copyOf(coefficients), rows, events);
  }

  /**
   * Draws the figure.
   *
   * @return a complete SVG document, line ends {@code \n}
   */
  public String svg() {
    double bottom = TOP + ROW * coefficients.size();
    Svg svg = new Svg(WIDTH, bottom + BOTTOM);
    svg.describe("Hazard ratios", description());
    Axis axis = new Axis(coefficients);
    svg.text(LABEL_LEFT, TOP - 18, "font-weight=\"bold\"", "Term");
    svg.text(TEXT_LEFT, TOP - 18, "font-weight=\"bold\"", "Hazard ratio (limits)");
    axis.draw(svg, bottom);
    for (int i = 0; i < coefficients.size(); i++) {
      drawRow(svg, axis, coefficients.get(i), TOP + ROW * (i + 0.5));
    }
    return svg.finished();
  }

  private String description() {
    return "Hazard ratios of " + coefficients.size() + " terms with confidence limits, " + rows
        + " rows, " + events + " events.";
  }

  private static void drawRow(Svg svg, Axis axis, RegressionCoefficient row, double y) {
    double available = AXIS_LEFT - LABEL_LEFT - 12;
    svg.text(LABEL_LEFT, y + 5, "", Svg.shortened(row.term(), Svg.TEXT_SIZE, available));
    svg.text(TEXT_LEFT, y + 5, "", text(row));
    boolean isBounded = row.lower().isPresent() || row.upper().isPresent();
    if (isBounded) {
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

  private static String text(RegressionCoefficient row) {
    String limits = " (" + ratio(row.lower()) + " to " + ratio(row.upper()) + ")";
    return row.estimate().isPresent()
        ? ratio(row.estimate()) + limits
        : "not estimable" + (row.lower().isPresent() || row.upper().isPresent() ? limits : "");
  }

  private static String ratio(OptionalDouble logarithm) {
    if (logarithm.isEmpty()) {
      return "-";
    }
    double ratio = Math.exp(logarithm.getAsDouble());
    if (ratio >= WIDEST) {
      return "> 1000";
    }
    return ratio < 1 / WIDEST ? "< 0.001" : Digits.halfUp(ratio < 0.1 ? 3 : 2).print(ratio);
  }

  /** The logarithmic axis, wide enough for all estimates and for limits up to 1000 times 1. */
  private static final class Axis {
    private final double least;
    private final double most;

    Axis(List<RegressionCoefficient> rows) {
      double low = Math.log(0.5);
      double high = Math.log(2);
      double widest = Math.log(WIDEST);
      for (RegressionCoefficient row : rows) {
        for (OptionalDouble each : List.of(row.estimate(), row.lower(), row.upper())) {
          low = Math.max(-widest, Math.min(low, each.orElse(0)));
          high = Math.min(widest, Math.max(high, each.orElse(0)));
        }
      }
      double margin = 0.04 * (high - low);
      least = low - margin;
      most = high + margin;
    }

    boolean holds(OptionalDouble logarithm) {
      return logarithm.isPresent()
          && logarithm.getAsDouble() >= least
          && logarithm.getAsDouble() <= most;
    }

    /** Where a coefficient lies, or an end of the axis where it lies beyond or is unbounded. */
    double place(OptionalDouble logarithm, double unbounded) {
      if (logarithm.isEmpty()) {
        return unbounded;
      }
      double within = Math.max(least, Math.min(most, logarithm.getAsDouble()));
      return AXIS_LEFT + (within - least) / (most - least) * (AXIS_RIGHT - AXIS_LEFT);
    }

    void draw(Svg svg, double bottom) {
      for (double tick : ticks()) {
        double x = place(OptionalDouble.of(Math.log(tick)), AXIS_LEFT);
        svg.line(x, TOP, x, bottom, Svg.stroke(tick == 1 ? Svg.INK : Svg.GRID, 1));
        svg.text(
            x,
            bottom + 18,
            "text-anchor=\"middle\" font-size=\"" + Svg.SMALL_TEXT_SIZE + "\"",
            BigDecimal.valueOf(tick).stripTrailingZeros().toPlainString());
      }
      svg.line(AXIS_LEFT, bottom, AXIS_RIGHT, bottom, Svg.stroke(Svg.INK, 1));
      svg.text((AXIS_LEFT + AXIS_RIGHT) / 2, bottom + 40, "text-anchor=\"middle\"", "Hazard ratio");
    }

    /** 1, 2 and 5 times powers of ten, or the powers alone where these are too many. */
    private List<Double> ticks() {
      List<Double> ticks = new ArrayList<>();
      for (int power = -3; power <= 3; power++) {
        for (double step : STEPS) {
          double tick = power < 0 ? step / Math.pow(10, -power) : step * Math.pow(10, power);
          if (holds(OptionalDouble.of(Math.log(tick)))) {
            ticks.add(tick);
          }
        }
      }
      return ticks.size() <= MOST_TICKS
          ? ticks
          : ticks.stream().filter(Axis::isPower).toList();
    }

    private static boolean isPower(double tick) {
      double exponent = Math.log10(tick);
      return Math.abs(exponent - Math.rint(exponent)) < 1e-9;
    }
  }

  @Override
  public String toString() {
    return "HazardRatioFigure{" + coefficients.size() + " terms}";
  }
}
