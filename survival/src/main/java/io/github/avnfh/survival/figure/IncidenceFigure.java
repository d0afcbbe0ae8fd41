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
import java.util.function.ToDoubleFunction;

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
  private final String timeLabel;
  private final Optional<GrayTest.Result> test;

  private IncidenceFigure(
      List<IncidenceCurve> curves, String timeLabel, Optional<GrayTest.Result> test) {
    this.curves = curves;
    this.timeLabel = timeLabel;
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
    return new IncidenceFigure(List.copyOf(curves), "Time", Optional.empty());
  }

  /**
   * Chooses what stands along the time axis.
   *
   * @param label the label
   * @return a figure with that label
   */
  public IncidenceFigure withTimeLabel(String label) {
    return new IncidenceFigure(curves, Objects.requireNonNull(label, "label"), test);
  }

  /**
   * Chooses a test whose p value is printed in the picture.
   *
   * @param result the result of the test
   * @return a figure with that test
   */
  public IncidenceFigure with(GrayTest.Result result) {
    return new IncidenceFigure(
        curves, timeLabel, Optional.of(Objects.requireNonNull(result, "result")));
  }

  /**
   * Draws the figure.
   *
   * @return a complete SVG document, line ends {@code \n}
   */
  public String svg() {
    FigureOptions options = FigureOptions.builder()
        .title(TITLE)
        .survivalLabel(TITLE)
        .timeLabel(timeLabel)
        .build();
    List<Line> lines = curves.stream().map(Line::new).toList();
    Legend legend = new Legend(curves.stream().map(IncidenceCurve::group).toList());
    RiskTable.Counts counts = new RiskTable.Counts(
        List.of("At risk", "Event", "Competing"),
        lines.stream().map(Line::table).toList());
    double last = lines.stream().mapToDouble(Line::last).max().orElse(0);
    Frame frame = new Frame(counts, last, options, legend.rows(), test.isPresent());
    Svg svg = new Svg(Frame.WIDTH, frame.height());
    svg.describe(TITLE, description(lines));
    frame.draw(svg, options);
    legend.draw(svg);
    for (int group = 0; group < lines.size(); group++) {
      lines.get(group).drawBand(svg, frame, group);
    }
    for (int group = 0; group < lines.size(); group++) {
      lines.get(group).draw(svg, frame, group);
    }
    test.ifPresent(result -> frame.note(svg, note(result)));
    new RiskTable(counts, legend.labels(), frame).draw(svg);
    frame.footnotes(
        svg,
        List.of(
            "Bands: pointwise confidence limits"
                + (curves.get(0).clusters().isPresent() ? ", robust by cluster." : "."),
            "At risk at the time; events and competing events before it."));
    return svg.finished();
  }

  private String description(List<Line> lines) {
    StringBuilder text = new StringBuilder(TITLE).append(" while other events compete.");
    lines.forEach(line -> text.append(' ').append(line.words()));
    test.ifPresent(result -> text.append(' ').append(note(result)).append('.'));
    return text.toString();
  }

  private static String note(GrayTest.Result result) {
    return result.title() + result.chiSquare().map(Description::written).orElse(": not possible");
  }

  /** The incidence of one group. */
  private static final class Line {
    private final IncidenceCurve curve;
    private final List<IncidenceStep> steps;
    private final double[] times;

    Line(IncidenceCurve curve) {
      this.curve = curve;
      this.steps = curve.steps();
      this.times = steps.stream().mapToDouble(IncidenceStep::time).toArray();
    }

    double last() {
      return times[times.length - 1];
    }

    DoubleFunction<double[]> table() {
      return this::counts;
    }

    private StepPath path(Frame frame, double start, ToDoubleFunction<Incidence> height) {
      double[] heights =
          steps.stream().map(IncidenceStep::event).mapToDouble(height).toArray();
      return new StepPath(frame, start).along(frame, times, heights, last());
    }

    void drawBand(Svg svg, Frame frame, int group) {
      double upper = curve.at(0).map(step -> step.event().upper()).orElse(0.0);
      svg.path(
          path(frame, upper, Incidence::upper).forward()
              + path(frame, 0, Incidence::lower).backward() + "Z",
          "fill=\"" + Palette.color(group) + "\" fill-opacity=\"0.14\" stroke=\"none\"");
    }

    void draw(Svg svg, Frame frame, int group) {
      svg.path(path(frame, 0, Incidence::share).forward(), Palette.line(group));
    }

    double[] counts(double time) {
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
    }

    String words() {
      Incidence end = steps.get(steps.size() - 1).event();
      return String.format(
          Locale.ROOT,
          "%s: %d rows, incidence %.3f (%.3f to %.3f) at the last time.",
          curve.group(),
          curve.rows(),
          end.share(),
          end.lower(),
          end.upper());
    }
  }

  @Override
  public String toString() {
    return "IncidenceFigure{" + curves.size() + " groups}";
  }
}
