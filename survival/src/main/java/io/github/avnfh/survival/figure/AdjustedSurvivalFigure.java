package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.regression.AdjustedSurvival;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleFunction;

/**
 * Adjusted survival curves as a picture in SVG: steps with their bands, and under the time axis
 * those at risk of each level as it was observed.
 *
 * <p>The curves end at the time to which every stratum was followed. The same curves give the same
 * characters everywhere.
 *
 * <pre>{@code
 * FollowUp hips = FollowUp.ofDays(
 *         new int[] {90, 150, 200, 260, 310, 420, 500, 640, 730, 730},
 *         new boolean[] {true, true, false, true, true, false, true, false, false, false})
 *     .build();
 * Covariates design = Covariates.ofRows(10)
 *     .factor("stage", List.of("III", "II", "III", "III", "II", "II", "III", "II", "II", "III"))
 *     .number("age", 41, 52, 38, 60, 47, 33, 55, 39, 58, 36)
 *     .build();
 * AdjustedSurvival adjusted =
 *     AdjustedSurvival.of(CoxRegression.withDefaults().fit(hips, design), "stage");
 * String svg = AdjustedSurvivalFigure.of(adjusted).svg();
 * svg.contains("Adjusted survival"); // true
 * }</pre>
 *
 * @see AdjustedSurvival
 */
public final class AdjustedSurvivalFigure {
  private static final String TITLE = "Adjusted survival";

  private final AdjustedSurvival adjusted;
  private final FigureOptions options;

  private AdjustedSurvivalFigure(AdjustedSurvival adjusted, FigureOptions options) {
    this.adjusted = adjusted;
    this.options = options;
  }

  /**
   * Returns a figure of adjusted curves.
   *
   * @param adjusted the curves
   * @return the figure with the usual options
   */
  public static AdjustedSurvivalFigure of(AdjustedSurvival adjusted) {
    return new AdjustedSurvivalFigure(
        Objects.requireNonNull(adjusted, "adjusted"),
        FigureOptions.builder().title(TITLE).build());
  }

  /**
   * Chooses what the figure shows besides the curves; a test and medians do not count.
   *
   * @param choice the options
   * @return a figure with those options
   */
  public AdjustedSurvivalFigure with(FigureOptions choice) {
    return new AdjustedSurvivalFigure(adjusted, Objects.requireNonNull(choice, "choice"));
  }

  /**
   * Draws the figure.
   *
   * @return a complete SVG document, line ends {@code \n}
   */
  public String svg() {
    List<String> levels = adjusted.levels();
    Legend legend = new Legend(levels);
    List<DoubleFunction<double[]>> atRisk = levels.stream()
        .<DoubleFunction<double[]>>map(level -> time -> new double[] {adjusted.atRisk(level, time)})
        .toList();
    RiskTable.Counts counts = new RiskTable.Counts(List.of("At risk"), atRisk);
    Frame frame = new Frame(counts, adjusted.lastTime(), options, legend.rows(), false);
    List<AdjustedSurvival.Estimate> points = adjusted.curves();
    Svg svg = new Svg(Frame.WIDTH, frame.height());
    svg.describe(options.title(), description(points));
    frame.draw(svg, options);
    legend.draw(svg);
    for (int level = 0; level < levels.size(); level++) {
      draw(svg, frame, level, of(points, levels.get(level)));
    }
    new RiskTable(counts, legend.labels(), frame).draw(svg);
    frame.footnotes(svg, footnotes());
    return svg.finished();
  }

  private static List<AdjustedSurvival.Estimate> of(
      List<AdjustedSurvival.Estimate> points, String level) {
    return points.stream().filter(each -> each.level().equals(level)).toList();
  }

  private void draw(Svg svg, Frame frame, int level, List<AdjustedSurvival.Estimate> points) {
    double[] times =
        points.stream().mapToDouble(AdjustedSurvival.Estimate::time).toArray();
    if (options.showsBands()) {
      String upper = path(
              frame,
              times,
              points.stream().mapToDouble(each -> each.upper().orElse(1)).toArray())
          .forward();
      String lower = path(
              frame,
              times,
              points.stream()
                  .mapToDouble(each -> each.lower().orElse(each.value()))
                  .toArray())
          .backward();
      svg.path(
          upper + lower + "Z",
          "fill=\"" + Palette.color(level) + "\" fill-opacity=\"0.14\" stroke=\"none\"");
    }
    double[] heights =
        points.stream().mapToDouble(AdjustedSurvival.Estimate::value).toArray();
    svg.path(path(frame, times, heights).forward(), Palette.line(level));
  }

  private StepPath path(Frame frame, double[] times, double[] heights) {
    return new StepPath(frame, 1).along(frame, times, heights, adjusted.lastTime());
  }

  private List<String> footnotes() {
    List<String> notes = new ArrayList<>();
    if (options.showsBands()) {
      BigDecimal percent = BigDecimal.valueOf(adjusted.confidence()).movePointRight(2);
      notes.add("Bands: pointwise " + percent.stripTrailingZeros().toPlainString()
          + " % confidence limits (log-log).");
    }
    notes.add("Standardized to all hips of the model; at risk as observed.");
    return notes;
  }

  private String description(List<AdjustedSurvival.Estimate> points) {
    StringBuilder text = new StringBuilder(TITLE + " up to " + adjusted.lastTime() + ".");
    for (String level : adjusted.levels()) {
      List<AdjustedSurvival.Estimate> own = of(points, level);
      if (!own.isEmpty()) {
        text.append(String.format(
            Locale.ROOT, " %s: %.3f at the end.", level, own.get(own.size() - 1).value()));
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "AdjustedSurvivalFigure{" + adjusted.levels().size() + " levels}";
  }
}
