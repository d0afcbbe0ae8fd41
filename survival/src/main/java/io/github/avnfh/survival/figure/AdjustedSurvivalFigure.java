package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.regression.AdjustedSurvival;
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
        Objects.requireNonNull(adjusted, "adjusted"), FigureOptions.builder().build());
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
    List<DoubleFunction<double[]>> atRisk = levels.stream()
        .<DoubleFunction<double[]>>map(level -> time -> new double[] {adjusted.atRisk(level, time)})
        .toList();
    List<AdjustedSurvival.Estimate> points = adjusted.curves();
    boolean isFree = options.scale() == FigureOptions.Scale.SURVIVAL;
    List<DrawnCurve> curves = levels.stream()
        .map(level -> curve(level, of(points, level)))
        .map(curve -> isFree ? curve : curve.complement())
        .toList();
    return new CurvePage(
            new CurvePage.Content(
                TITLE,
                isFree ? "Survival" : "1 - survival",
                curves,
                List.of(),
                new RiskTable.Counts(List.of("At risk"), atRisk),
                options.note(),
                footnotes(),
                description(points)),
            options)
        .svg();
  }

  private static List<AdjustedSurvival.Estimate> of(
      List<AdjustedSurvival.Estimate> points, String level) {
    return points.stream().filter(each -> each.level().equals(level)).toList();
  }

  /** The curve of a level; where it has no limits the band has no height above or below it. */
  private DrawnCurve curve(String level, List<AdjustedSurvival.Estimate> estimates) {
    List<DrawnCurve.Point> points = new ArrayList<>();
    for (AdjustedSurvival.Estimate each : estimates) {
      points.add(new DrawnCurve.Point(
          each.time(),
          adjusted.atRisk(level, each.time()),
          each.value(),
          each.lower().orElse(each.value()),
          each.upper().orElse(1),
          true,
          false));
    }
    double last = adjusted.lastTime();
    if (!points.isEmpty() && points.get(points.size() - 1).time() < last) {
      DrawnCurve.Point end = points.get(points.size() - 1);
      points.add(new DrawnCurve.Point(
          last, adjusted.atRisk(level, last), end.value(), end.lower(), end.upper(), false, false));
    }
    return new DrawnCurve(
        level,
        "survival",
        new DrawnCurve.Point(0, adjusted.atRisk(level, 0), 1, 1, 1, false, false),
        points,
        last);
  }

  private List<String> footnotes() {
    List<String> notes = new ArrayList<>();
    if (options.showsBands()) {
      notes.add(Description.bands(adjusted.confidence(), "log-log", options));
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
