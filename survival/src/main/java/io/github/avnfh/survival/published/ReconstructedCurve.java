package io.github.avnfh.survival.published;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * The hips that a printed curve was turned back into, and how well they print it.
 *
 * <pre>{@code
 * ReconstructedCurve hips = CurveReconstruction.withDefaults().reconstruct(PublishedCurve
 *     .ofClicks(new double[] {6, 18, 30}, new double[] {0.9, 0.5, 0.4})
 *     .withAtRisk(new double[] {0, 12, 24}, new int[] {10, 9, 8}));
 * ReconstructedCurve.CurveContradiction contradiction = hips.contradictions().get(0);
 * contradiction.start();          // 12.0
 * contradiction.lowestPossible(); // 0.8
 * contradiction.clicked();        // 0.5
 * ReconstructedCurve.FitPoint last = hips.fit().get(5);
 * last.clicked();                 // OptionalDouble[0.4]
 * ReconstructedCurve.MedianRange median = hips.medianRange();
 * median.highest();               // OptionalDouble[30.0]
 * ReconstructedCurve.EventRange events = hips.eventRange();
 * events.fewest();                // 3
 * }</pre>
 *
 * @see CurveReconstruction
 */
public final class ReconstructedCurve implements Explainable {
  static final Rule RECONSTRUCTION = Rule.of(
      "KM-RECONSTRUCTION",
      "1.0",
      "the whole numbers of events that print the clicked curve, with so many censored as make up"
          + " the printed numbers at risk",
      Citation.of(
          "Guyot P, Ades AE, Ouwens MJNM, Welton NJ",
          "Enhanced secondary analysis of survival data: reconstructing the data from published"
              + " Kaplan-Meier survival curves",
          "BMC Med Res Methodol 2012;12:9",
          "10.1186/1471-2288-12-9"));

  private static final Digits DIGITS = Digits.halfUp(3);

  /** Times of a figure that differ by less than this proportion of its width may be one. */
  static final double WIDTH_OF_A_CLICK = 0.01;

  private static final double ROUNDING = 1e-6;

  private final PublishedCurve printed;
  private final CurveSolution solution;
  private final double readingError;
  private final FollowUp followUp;
  private final SurvivalCurve curve;
  private final List<FollowUp> others;

  ReconstructedCurve(
      PublishedCurve printed,
      CurveSolution solution,
      List<CurveSolution> others,
      double readingError) {
    this.printed = printed;
    this.solution = solution;
    this.readingError = readingError;
    this.followUp = followUp(solution);
    this.curve = curve(followUp);
    this.others = others.stream().map(ReconstructedCurve::followUp).toList();
  }

  /** The hips in the order of time, events before those censored at the same time. */
  private static FollowUp followUp(CurveSolution solution) {
    int[] order = IntStream.range(0, solution.times.length)
        .boxed()
        .sorted((one, other) -> {
          int byTime = Double.compare(solution.times[one], solution.times[other]);
          return byTime != 0
              ? byTime
              : Boolean.compare(solution.events[other], solution.events[one]);
        })
        .mapToInt(Integer::intValue)
        .toArray();
    double[] times =
        Arrays.stream(order).mapToDouble(row -> solution.times[row]).toArray();
    boolean[] events = new boolean[order.length];
    for (int row = 0; row < order.length; row++) {
      events[row] = solution.events[order[row]];
    }
    return FollowUp.ofTimes(times, events).build();
  }

  private static SurvivalCurve curve(FollowUp hips) {
    return KaplanMeier.withDefaults().estimate(hips).curves().get(0);
  }

  /**
   * Returns the reconstructed hips.
   *
   * @return their times and events, in the order of time
   */
  public FollowUp followUp() {
    return followUp;
  }

  /**
   * Returns the curve of the reconstructed hips.
   *
   * @return the Kaplan-Meier estimate
   */
  public SurvivalCurve curve() {
    return curve;
  }

  /**
   * Counts the events that were found.
   *
   * @return the number of hips with the event
   */
  public int events() {
    return solution.eventCount;
  }

  /**
   * Returns which end of a step the clicks were taken to mark.
   *
   * @return the position
   */
  public ClickPosition position() {
    return solution.drops.position;
  }

  /**
   * Returns where those who were censored were put.
   *
   * @return the pattern
   */
  public CensoringPattern pattern() {
    return solution.pattern;
  }

  /**
   * Tells whether drops were put at whole times, because they were clicked so close to them.
   *
   * @return true if all times are whole
   */
  public boolean hasWholeTimes() {
    return solution.drops.wholeTimes;
  }

  /**
   * Returns the median time to the event of the reconstructed hips.
   *
   * @return the quantile 0.5 with its limits
   */
  public SurvivalCurve.QuantileEstimate median() {
    return curve.median();
  }

  /**
   * Counts the other reconstructions that print the same curve within the reading error or as
   * closely as this one.
   *
   * @return their number, 0 or more
   */
  public int alternatives() {
    return others.size();
  }

  /** The hips of this and of the other reconstructions. */
  List<FollowUp> reconstructions() {
    return Stream.concat(Stream.of(followUp), others.stream()).toList();
  }

  /**
   * Returns between which numbers of events the print leaves room.
   *
   * @return the smallest and the largest number over this and the other reconstructions
   */
  public EventRange eventRange() {
    return ImmutableEventRange.builder()
        .fewest((int) all().mapToDouble(SurvivalCurve::events).min().orElse(events()))
        .most((int) all().mapToDouble(SurvivalCurve::events).max().orElse(events()))
        .build();
  }

  /**
   * Returns between which medians the print leaves room.
   *
   * @return the range over this and the other reconstructions
   */
  public MedianRange medianRange() {
    List<OptionalDouble> medians = all().map(each -> each.median().time()).toList();
    double[] reached = medians.stream()
        .flatMapToDouble(median ->
            median.isPresent() ? DoubleStream.of(median.getAsDouble()) : DoubleStream.empty())
        .toArray();
    return ImmutableMedianRange.builder()
        .lowest(Arrays.stream(reached).min())
        .highest(
            reached.length == medians.size()
                ? Arrays.stream(reached).max()
                : OptionalDouble.empty())
        .build();
  }

  private Stream<SurvivalCurve> all() {
    return Stream.concat(Stream.of(curve), others.stream().map(ReconstructedCurve::curve));
  }

  /**
   * Returns how the reconstruction fits the print.
   *
   * @return a point for each click and each time of a number at risk, in the order of time
   */
  public List<FitPoint> fit() {
    double[] times = printed.times();
    double[] riskTimes = printed.riskTimes();
    List<FitPoint> points = new ArrayList<>();
    TreeSet<Double> clicked = new TreeSet<>();
    for (int i = 0; i < times.length; i++) {
      boolean first = clicked.add(times[i]);
      points.add(point(times[i], OptionalDouble.of(printed.survival()[i]), first));
    }
    Arrays.stream(riskTimes)
        .filter(time -> !clicked.contains(time))
        .forEach(time -> points.add(point(time, OptionalDouble.empty(), true)));
    points.sort(Comparator.comparingDouble(FitPoint::time));
    return points;
  }

  private FitPoint point(double time, OptionalDouble clicked, boolean first) {
    int place = Arrays.binarySearch(printed.riskTimes(), time);
    return ImmutableFitPoint.builder()
        .time(time)
        .clicked(clicked)
        .reconstructed(reconstructed(time, clicked))
        .atRiskPrinted(
            first && place >= 0 ? OptionalInt.of(printed.atRisk()[place]) : OptionalInt.empty())
        .atRiskReconstructed((int) curve.riskCount(place(time)).atRisk())
        .build();
  }

  private double place(double time) {
    return solution.drops.wholeTimes && Math.abs(time - Math.rint(time)) <= 0.1
        ? Math.rint(time)
        : time;
  }

  /**
   * Survival where it was clicked: of the two ends of a step at that time the one that a click
   * marks, and of two clicks on one time the closer one.
   */
  private double reconstructed(double time, OptionalDouble clicked) {
    double place = place(time);
    double after = survivalAt(place);
    if (clicked.isEmpty()) {
      return after;
    }
    double before = survivalAt(Math.max(0, place - ROUNDING * Math.max(1, place)));
    boolean both = printed.isClickedTwice(time);
    boolean isBefore = both
        ? Math.abs(before - clicked.getAsDouble()) < Math.abs(after - clicked.getAsDouble())
        : position() == ClickPosition.BEFORE_DROP;
    return isBefore ? before : after;
  }

  private double survivalAt(double time) {
    return curve
        .at(Math.min(time, curve.lastTime()))
        .estimate()
        .map(SurvivalEstimate::survival)
        .orElse(1.0);
  }

  /**
   * Returns by how much the reconstruction misses a click at most.
   *
   * @return the largest difference of survival, a proportion
   */
  public double largestMisfit() {
    return fit().stream()
        .filter(point -> point.clicked().isPresent())
        .mapToDouble(point -> Math.abs(point.clicked().getAsDouble() - point.reconstructed()))
        .max()
        .orElse(0);
  }

  /**
   * Returns the intervals in which the printed curve cannot come from its own numbers at risk.
   *
   * <p>From one number at risk n to the next one n', survival falls at most to n'/n of what it was:
   * so far if all who left had the event, and less if some were censored. A curve that falls lower
   * by more than the reading error of both ends contradicts its numbers. Where a drop was clicked
   * within a hundredth of the figure's width from a number at risk, it may belong to either side.
   *
   * @return the intervals in the order of time, empty if the print can be true
   */
  public List<CurveContradiction> contradictions() {
    double[] times = printed.riskTimes();
    int[] atRisk = printed.atRisk();
    double end = printed.times()[printed.clicks() - 1];
    // drops clicked close to a number at risk may belong to either side of it
    double slack = WIDTH_OF_A_CLICK * Math.max(end, times[times.length - 1]);
    List<CurveContradiction> found = new ArrayList<>();
    for (int i = 1; i < times.length; i++) {
      double start = clickedAt(times[i - 1] + slack);
      double clicked = clickedAt(Math.max(times[i - 1] + slack, times[i] - slack));
      // S n' / n if all n - n' had the event; censored hips leave a smaller fall
      double possible = atRisk[i - 1] == 0 ? start : start * atRisk[i] / atRisk[i - 1];
      if (clicked + readingError < possible - readingError * possible / Math.max(start, ROUNDING)) {
        found.add(ImmutableCurveContradiction.builder()
            .start(times[i - 1])
            .end(times[i])
            .atRiskAtStart(atRisk[i - 1])
            .atRiskAtEnd(atRisk[i])
            .lowestPossible(possible)
            .clicked(clicked)
            .build());
      }
    }
    return found;
  }

  /** The level of the cleaned curve at a time, before a drop at that time where it is unsure. */
  private double clickedAt(double time) {
    int drop = solution.drops.from(time);
    while (drop > 0 && Double.isNaN(solution.drops.targets[drop - 1])) {
      drop--;
    }
    return drop == 0 ? 1 : solution.drops.targets[drop - 1];
  }

  /**
   * Explains the reconstruction.
   *
   * @return the events found, the largest misfit and the room that the print leaves, the rule, and
   *     what in the print contradicts itself
   */
  @Override
  public Explanation explanation() {
    EventRange range = eventRange();
    return Explanation.of(
        events() + (events() == 1 ? " event among " : " events among ") + followUp.size()
            + ", largest misfit " + DIGITS.print(largestMisfit()),
        List.of(Reason.of(
            RECONSTRUCTION,
            printed.clicks() + " clicks taken as "
                + (position() == ClickPosition.AFTER_DROP
                    ? "survival after a drop"
                    : "survival before a drop")
                + ", " + printed.riskTimes().length + " numbers at risk, "
                + (hasWholeTimes() ? "times put at whole ones, " : "")
                + range.fewest() + " to " + range.most() + " events in " + (others.size() + 1)
                + " reconstructions")),
        obstacles());
  }

  private List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    contradictions().forEach(each -> obstacles.add(each.text()));
    printed.events().ifPresent(number -> {
      if (number != events()) {
        obstacles.add(number + " events are printed, but the curve allows " + events());
      }
    });
    return obstacles;
  }

  @Override
  public String toString() {
    return "ReconstructedCurve{" + followUp.size() + " hips, " + events() + " events}";
  }

  /** The reconstruction beside the print at one time. */
  @Value.Immutable
  public sealed interface FitPoint permits ImmutableFitPoint {
    /**
     * Returns the time.
     *
     * @return the time as it was clicked or printed
     */
    double time();

    /**
     * Returns the clicked survival.
     *
     * @return the proportion as it was clicked, or nothing where only a number at risk is printed
     */
    OptionalDouble clicked();

    /**
     * Returns the reconstructed survival.
     *
     * @return the proportion at the end of the step that clicks mark
     */
    double reconstructed();

    /**
     * Returns the printed number at risk.
     *
     * @return the number of hips, or nothing where none is printed
     */
    OptionalInt atRiskPrinted();

    /**
     * Returns the reconstructed number at risk.
     *
     * @return the number of hips whose time is this time or later
     */
    int atRiskReconstructed();
  }

  /** An interval in which a printed curve falls lower than its numbers at risk allow. */
  @Value.Immutable
  public sealed interface CurveContradiction permits ImmutableCurveContradiction {
    /**
     * Returns the beginning of the interval.
     *
     * @return the time of a number at risk
     */
    double start();

    /**
     * Returns the end of the interval.
     *
     * @return the time of the next number at risk
     */
    double end();

    /**
     * Returns the number at risk at the beginning.
     *
     * @return the number of hips
     */
    int atRiskAtStart();

    /**
     * Returns the number at risk at the end.
     *
     * @return the number of hips
     */
    int atRiskAtEnd();

    /**
     * Returns the lowest survival at the end of the interval that the numbers at risk allow.
     *
     * @return a proportion
     */
    double lowestPossible();

    /**
     * Returns the survival that was clicked there.
     *
     * @return a proportion, lower than the lowest possible one by more than the reading error
     */
    double clicked();

    /**
     * Says what is contradicted.
     *
     * @return one line, such as {@code from 12.0 to 24.0 the curve falls to 0.5, but with 9 and
     *     then 8 at risk not below 0.8}
     */
    default String text() {
      return "from " + start() + " to " + end() + " the curve falls to " + DIGITS.print(clicked())
          + ", but with " + atRiskAtStart() + " and then " + atRiskAtEnd() + " at risk not below "
          + DIGITS.print(lowestPossible());
    }
  }

  /** Between which numbers of events a print leaves room. */
  @Value.Immutable
  public sealed interface EventRange permits ImmutableEventRange {
    /**
     * Returns the smallest number.
     *
     * @return the number of hips
     */
    int fewest();

    /**
     * Returns the largest number.
     *
     * @return the number of hips
     */
    int most();
  }

  /** Between which medians a print leaves room. */
  @Value.Immutable
  public sealed interface MedianRange permits ImmutableMedianRange {
    /**
     * Returns the lowest median.
     *
     * @return the time, or nothing if no reconstruction reaches a median
     */
    OptionalDouble lowest();

    /**
     * Returns the highest median.
     *
     * @return the time, or nothing if some reconstruction does not reach a median
     */
    OptionalDouble highest();
  }
}
