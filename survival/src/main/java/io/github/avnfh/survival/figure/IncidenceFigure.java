package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.competing.GrayTest;
import io.github.avnfh.survival.competing.Incidence;
import io.github.avnfh.survival.competing.IncidenceCurve;
import io.github.avnfh.survival.competing.IncidenceStep;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The cumulative incidence of the event as a picture in SVG: steps from 0 up, confidence bands, and
 * a risk table under the time axis.
 *
 * <p>The risk table counts, at each mark, those at risk, and how many had had the event and a
 * competing one before it. Groups, labels and axes are drawn as in {@link KaplanMeierFigure}; the
 * same curves give the same characters everywhere.
 *
 * <pre>{@code
 * CompetingFollowUp hips = CompetingFollowUp
 *     .ofDays(new int[] {90, 120, 200, 730}, new int[] {1, 2, 1, 0}, List.of("replaced", "died"))
 *     .build();
 * List<IncidenceCurve> curves = CumulativeIncidence.withDefaults().estimate(hips);
 * String svg = IncidenceFigure.of(curves).withTimeLabel("Days").svg();
 * svg.contains("Cumulative incidence"); // true
 * }</pre>
 */
public final class IncidenceFigure {
  private static final String TITLE = "Cumulative incidence";

  private final List<IncidenceCurve> curves;
  private final FigureOptions options;
  private final Optional<GrayTest.Result> test;

  private IncidenceFigure(
      List<IncidenceCurve> curves, FigureOptions options, Optional<GrayTest.Result> test) {
    this.curves = curves;
    this.options = options;
    this.test = test;
  }

  /**
   * Returns a figure of curves.
   *
   * @param curves at least one curve, each of another group
   * @return the figure
   * @throws IllegalArgumentException if there is no curve
   */
  public static IncidenceFigure of(List<IncidenceCurve> curves) {
    Objects.requireNonNull(curves, "curves")
        .forEach(each -> Objects.requireNonNull(each, "curves"));
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("curves [count] must be 1 or more, but were 0");
    }
    return new IncidenceFigure(
        List.copyOf(curves), FigureOptions.builder().build(), Optional.empty());
  }

  /**
   * Chooses what stands along the time axis, and otherwise the usual options.
   *
   * @param label the label
   * @return a figure with that label
   */
  public IncidenceFigure withTimeLabel(String label) {
    return with(FigureOptions.builder()
        .timeLabel(Objects.requireNonNull(label, "label"))
        .build());
  }

  /**
   * Chooses what the figure shows besides the curves; the scale, the medians and the log-rank test
   * do not count.
   *
   * @param choice the options
   * @return a figure with those options
   */
  public IncidenceFigure with(FigureOptions choice) {
    return new IncidenceFigure(curves, Objects.requireNonNull(choice, "choice"), test);
  }

  /**
   * Chooses a test whose p value is printed in the picture.
   *
   * @param result the result of the test
   * @return a figure with that test
   */
  public IncidenceFigure with(GrayTest.Result result) {
    return new IncidenceFigure(
        curves, options, Optional.of(Objects.requireNonNull(result, "result")));
  }

  /**
   * Draws the figure.
   *
   * @return a complete SVG document, line ends {@code \n}
   */
  public String svg() {
    return new CurvePage(
            new CurvePage.Content(
                TITLE,
                TITLE,
                curves.stream().map(DrawnCurve::of).toList(),
                List.of(),
                new RiskTable.Counts(
                    List.of("At risk", "Event", "Competing"),
                    curves.stream().map(IncidenceFigure::counts).toList()),
                options.note().or(() -> test.map(IncidenceFigure::note)),
                footnotes(),
                description()),
            options)
        .svg();
  }

  private List<String> footnotes() {
    String counts = "At risk at the time; events and competing events before it.";
    IncidenceCurve first = curves.get(0);
    String method =
        first.intervalType().code() + (first.clusters().isPresent() ? ", robust by cluster" : "");
    return options.showsBands()
        ? List.of(Description.bands(first.level(), method, options), counts)
        : List.of(counts);
  }

  private String description() {
    StringBuilder text = new StringBuilder(TITLE).append(" while other events compete.");
    curves.forEach(curve -> text.append(' ').append(words(curve)));
    test.ifPresent(result -> text.append(' ').append(note(result)).append('.'));
    return text.toString();
  }

  private static String note(GrayTest.Result result) {
    return result.title() + result.chiSquare().map(Description::written).orElse(": not possible");
  }

  private static DoubleFunction<double[]> counts(IncidenceCurve curve) {
    List<IncidenceStep> steps = curve.steps();
    double[] times = steps.stream().mapToDouble(IncidenceStep::time).toArray();
    return time -> {
      int found = Arrays.binarySearch(times, time);
      int before = found >= 0 ? found - 1 : -found - 2;
      double atRisk = curve.at(time).map(IncidenceStep::atRisk).orElse(0.0);
      return before < 0
          ? new double[] {atRisk, 0, 0}
          : new double[] {
            atRisk,
            steps.get(before).event().cumulativeEvents(),
            steps.get(before).competing().cumulativeEvents()
          };
    };
  }

  private static String words(IncidenceCurve curve) {
    List<IncidenceStep> steps = curve.steps();
    Incidence end = steps.get(steps.size() - 1).event();
    return String.format(
        Locale.ROOT,
        "%s: %d rows, incidence %.3f (%.3f to %.3f) at the last time.",
        curve.group(),
        curve.rows(),
        end.proportion(),
        end.lower(),
        end.upper());
  }

  @Override
  public String toString() {
    return "IncidenceFigure{" + curves.size() + " groups}";
  }
}
