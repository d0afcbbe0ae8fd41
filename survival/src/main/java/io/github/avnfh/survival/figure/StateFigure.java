package io.github.avnfh.survival.figure;

import io.github.avnfh.survival.competing.StateCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleFunction;

/**
 * The probabilities of states over time as a picture in SVG: areas that are stacked in the order of
 * the states and fill the whole height, with those at risk in each state under the time axis.
 *
 * <p>The first state lies at the bottom. States that are only looked for at visits are named in a
 * footnote, since they began before the times at which their area grows. The same curve gives the
 * same characters everywhere.
 *
 * <pre>{@code
 * StateFollowUp hips = StateFollowUp
 *     .ofDays(new int[] {0, 0, 0}, new int[] {100, 200, 300}, new int[] {0, 0, 0},
 *         new int[] {1, 2, 0}, List.of("treated", "replaced", "dead"))
 *     .build();
 * StateCurve curve = AalenJohansen.withDefaults().estimate(hips).get(0);
 * String svg = StateFigure.of(curve).withTimeLabel("Days").svg();
 * svg.contains("Probability of states"); // true
 * }</pre>
 */
public final class StateFigure {
  private static final String TITLE = "Probability of states";
  private static final double PLOT_HEIGHT = 250;

  private final StateCurve curve;
  private final FigureOptions options;

  private StateFigure(StateCurve curve, FigureOptions options) {
    this.curve = curve;
    this.options = options;
  }

  /**
   * Returns a figure of one group.
   *
   * @param curve the probabilities of its states
   * @return the figure
   */
  public static StateFigure of(StateCurve curve) {
    return new StateFigure(
        Objects.requireNonNull(curve, "curve"), FigureOptions.builder().build());
  }

  /**
   * Chooses what stands along the time axis, and otherwise the usual options.
   *
   * @param label the label
   * @return a figure with that label
   */
  public StateFigure withTimeLabel(String label) {
    return with(FigureOptions.builder()
        .timeLabel(Objects.requireNonNull(label, "label"))
        .build());
  }

  /**
   * Chooses the heading, the axes, the width and the colors; what concerns curves does not count.
   *
   * @param choice the options
   * @return a figure with those options
   */
  public StateFigure with(FigureOptions choice) {
    return new StateFigure(curve, Objects.requireNonNull(choice, "choice"));
  }

  /**
   * Draws the figure.
   *
   * @return a complete SVG document, line ends {@code \n}
   */
  public String svg() {
    List<String> states = curve.states();
    double[] times = curve.times();
    double last = times[times.length - 1];
    Legend legend = new Legend(states, options);
    List<DoubleFunction<double[]>> atRisk = states.stream()
        .<DoubleFunction<double[]>>map(state -> time -> new double[] {curve.atRisk(state, time)})
        .toList();
    RiskTable.Counts counts = new RiskTable.Counts(List.of("At risk"), atRisk);
    double top = Page.top(legend.rows(), options.note().isPresent());
    Frame frame = new Frame(counts, last, options, top, PLOT_HEIGHT);
    Page page = new Page(
        options.width(),
        options.title().orElse(TITLE),
        description(last),
        counts.bottom(frame.bottom()),
        footnotes());
    Svg svg = page.svg();
    frame.draw(svg, options, "Probability");
    legend.draw(svg);
    drawAreas(svg, frame, times);
    options.note().ifPresent(note -> page.note(note, top));
    new RiskTable(counts, legend.labels(), frame, options.palette()).draw(svg);
    return page.finished();
  }

  /** From the lowest state up, each between the sums without and with its probability. */
  private void drawAreas(Svg svg, Frame frame, double[] times) {
    double[][] steps = Arrays.stream(times)
        .mapToObj(time -> curve.probabilities(time).orElseThrow())
        .toArray(double[][]::new);
    double[] first = curve.startingProbabilities();
    double[] heights = new double[times.length];
    StepPath below = new StepPath(frame, 0).along(frame, times, heights, last(times));
    double start = 0;
    for (int state = 0; state < first.length; state++) {
      start = Math.min(1, start + first[state]);
      for (int i = 0; i < heights.length; i++) {
        heights[i] = Math.min(1, heights[i] + steps[i][state]);
      }
      StepPath above = new StepPath(frame, start).along(frame, times, heights, last(times));
      svg.path(above.forward() + below.backward() + "Z", options.palette().fill(state, 0.3));
      svg.path(above.forward(), options.palette().line(state));
      below = above;
    }
  }

  private static double last(double[] times) {
    return times[times.length - 1];
  }

  private List<String> footnotes() {
    List<String> notes = new ArrayList<>(List.of("Stacked in the order of the states."));
    if (!curve.seenAtVisits().isEmpty()) {
      notes.add(
          "Seen at visits, so begun before: " + String.join(", ", curve.seenAtVisits()) + ".");
    }
    return notes;
  }

  private String description(double last) {
    StringBuilder text = new StringBuilder(TITLE)
        .append(String.format(Locale.ROOT, " of %d hips at the last time:", curve.hips()));
    double[] all = curve.probabilities(last).orElseThrow();
    for (int state = 0; state < all.length; state++) {
      text.append(String.format(
          Locale.ROOT, "%s %s %.3f", state == 0 ? "" : ",", curve.states().get(state), all[state]));
    }
    return text.append('.').toString();
  }

  @Override
  public String toString() {
    return "StateFigure{" + curve + "}";
  }
}
