package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.RegressionCoefficient;
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
  private static final ForestFigure.Look LOOK =
      new ForestFigure.Look("Hazard ratios", "Term", "Hazard ratio", true);

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
    List<ForestFigure.Row> drawn = coefficients.stream()
        .map(each -> new ForestFigure.Row(
            each.term(), each.estimate(), each.lower(), each.upper(), text(each)))
        .toList();
    return new ForestFigure(LOOK, OptionalDouble.of(0), drawn)
        .svg("Hazard ratios of " + coefficients.size() + " terms with confidence limits, " + rows
            + " rows, " + events + " events.");
  }

  private static String text(RegressionCoefficient row) {
    String limits = " (" + ratio(row.lower()) + " to " + ratio(row.upper()) + ")";
    return row.estimate().isPresent()
        ? ratio(row.estimate()) + limits
        : "not estimable" + (row.lower().isPresent() || row.upper().isPresent() ? limits : "");
  }

  private static String ratio(OptionalDouble logarithm) {
    return logarithm.isEmpty() ? "-" : ForestFigure.ratio(Math.exp(logarithm.getAsDouble()));
  }

  @Override
  public String toString() {
    return "HazardRatioFigure{" + coefficients.size() + " terms}";
  }
}
