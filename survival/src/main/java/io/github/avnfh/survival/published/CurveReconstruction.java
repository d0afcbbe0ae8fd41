package io.github.avnfh.survival.published;

import io.github.avnfh.core.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hips from a printed survival curve: times of events and of censoring that print the same curve.
 *
 * <p>Kaplan-Meier's product is solved for the numbers of events. In an interval between two printed
 * numbers at risk, n and n', as many as n - n' left. For each number c of them that may have been
 * censored, spread over the interval, the events at each drop of the curve follow in turn: with Y
 * at risk, survival S so far and a drop to s, the whole number d closest to Y(1 - s/S). The c is
 * taken for which c and the events add up to n - n' with the least misfit. What does not add up is
 * counted as censored at the end of the interval, and shown as misfit. Each drop is fitted from the
 * survival that was reconstructed before it, so that errors of the clicks do not add up.
 *
 * <p>Beyond the last number at risk, censoring goes on at the rate so far, or such that the printed
 * number of events is met; who is left is censored at the last click. With the number at the start
 * alone, all censoring is put there.
 *
 * <p>A click may mark either end of a step ({@link ClickPosition}). Unless chosen, the position is
 * {@link ClickPosition#AFTER_DROP}, or the other one if that alone meets the printed number of
 * events, or if with numbers at risk its misfit is at least a fifth smaller. By the same measure a
 * drop that was clicked at the time of a number at risk, not all being whole, is put before it,
 * half way from the click before. Drops that lie so close to whole times as happens once in 10,000
 * by chance, and at most 0.1 from them, are put at whole times, and so is censoring.
 *
 * <pre>{@code
 * PublishedCurve printed = PublishedCurve.ofClicks(
 *         new double[] {6, 12, 18, 30}, new double[] {90, 79, 79, 59})
 *     .withAtRisk(new double[] {0, 12, 24}, new int[] {10, 9, 4});
 * ReconstructedCurve hips = CurveReconstruction.withDefaults().reconstruct(printed);
 * hips.events();        // 3
 * hips.largestMisfit(); // 0.01…
 * hips.median().time(); // OptionalDouble.empty
 * ClickPosition position = hips.position();   // AFTER_DROP
 * CensoringPattern pattern = hips.pattern();  // EVEN
 * hips.contradictions(); // []
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1186/1471-2288-12-9">Guyot P, Ades AE, Ouwens MJNM, Welton NJ.
 *     Enhanced secondary analysis of survival data: reconstructing the data from published
 *     Kaplan-Meier survival curves. BMC Med Res Methodol 2012;12:9</a>
 */
public final class CurveReconstruction {
  private static final Quantity READING_ERROR = Quantity.of("reading error", "proportion", 0, 0.2);

  /** The squared misfit must be so much smaller before clicks are read in a less usual way. */
  private static final double MUCH_SMALLER = 0.64;

  private final double readingError;
  private final Optional<ClickPosition> position;

  private CurveReconstruction(double readingError, Optional<ClickPosition> position) {
    this.readingError = readingError;
    this.position = position;
  }

  /**
   * Returns the usual options: a reading error of 0.01, and the position of clicks by their fit.
   *
   * @return the options
   */
  public static CurveReconstruction withDefaults() {
    return new CurveReconstruction(0.01, Optional.empty());
  }

  /**
   * Chooses by how much a click may miss the curve: what is within it is no contradiction, other
   * reconstructions within it are as good, and a click that no curve passes within it is refused.
   *
   * @param proportion the error as a proportion of survival, 0 to 0.2
   * @return options with that error
   * @throws IllegalArgumentException if the error lies outside its range
   */
  public CurveReconstruction withReadingError(double proportion) {
    return new CurveReconstruction(READING_ERROR.check(proportion), position);
  }

  /**
   * Chooses which end of a step a click marks.
   *
   * @param clicked the position
   * @return options with that position
   */
  public CurveReconstruction with(ClickPosition clicked) {
    return new CurveReconstruction(
        readingError, Optional.of(Objects.requireNonNull(clicked, "clicked")));
  }

  /**
   * Finds clicks that no survival curve passes within the reading error: outside 0 and 1, or above
   * an earlier click by more than two clicks can miss. Clicks within a hundredth of the figure's
   * width may be the two ends of one step in the wrong order. Of two clicks in conflict, the one is
   * named that more of the clicks around it contradict.
   *
   * @param times the time of each click, 0 to 1,000,000
   * @param survival the survival of each click, proportions or percentages as in
   *     {@link PublishedCurve#ofClicks(double[], double[])}
   * @return what is wrong with which click, counted from 0, in the order of the clicks
   * @throws IllegalArgumentException if the lengths differ or a time lies outside its range
   */
  public Map<Integer, String> impossibleClicks(double[] times, double[] survival) {
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(survival, "survival");
    PublishedCurve.requireSameLength("clicks", times.length, survival.length);
    return ImpossibleClicks.of(times, survival, readingError);
  }

  /**
   * Reconstructs the hips behind a printed curve.
   *
   * @param curve the clicks, with numbers at risk or the number at the start
   * @return the hips, how well they fit, and what in the print contradicts itself
   * @throws IllegalArgumentException if the number at the start is not known, the counts do not
   *     agree with it, or a {@linkplain #impossibleClicks(double[], double[]) click is impossible}
   */
  public ReconstructedCurve reconstruct(PublishedCurve curve) {
    Objects.requireNonNull(curve, "curve");
    curve.atStart();
    impossibleClicks(curve.times(), curve.survival()).values().stream()
        .findFirst()
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    CurveSolution best = candidates(curve).stream()
        .reduce((usual, less) -> isMuchBetter(curve, less, usual) ? less : usual)
        .orElseThrow();
    return new ReconstructedCurve(curve, best, others(curve, best), readingError);
  }

  /** The readings of the clicks, the usual one first. */
  private List<CurveSolution> candidates(PublishedCurve curve) {
    List<CurveSolution> candidates = new ArrayList<>();
    for (ClickPosition clicked : positions(curve)) {
      CurveSolution solution = solution(curve, clicked, false);
      candidates.add(solution);
      // recorded in whole units, a drop at the time of a number at risk is counted in that number
      if (clicked == ClickPosition.AFTER_DROP
          && curve.hasRiskTable()
          && !solution.drops.wholeTimes) {
        candidates.add(solution(curve, clicked, true));
      }
    }
    return candidates;
  }

  private static CurveSolution solution(
      PublishedCurve curve, ClickPosition clicked, boolean beforeCounts) {
    return CurveSolution.of(
        curve, clicked, beforeCounts, CensoringPattern.EVEN, OptionalInt.empty());
  }

  /** The ends of levels are clicked only if the end of the first level is. */
  private List<ClickPosition> positions(PublishedCurve curve) {
    boolean endsFirstLevel = false;
    double[] times = curve.times();
    double[] levels = curve.monotone();
    for (int i = 0; i < levels.length && levels[i] >= 1 - readingError; i++) {
      endsFirstLevel |= times[i] > 0;
    }
    List<ClickPosition> likely =
        endsFirstLevel ? List.of(ClickPosition.values()) : List.of(ClickPosition.AFTER_DROP);
    return position.map(List::of).orElse(likely);
  }

  /** Whether a reading alone meets the printed number of events, or fits far better. */
  private static boolean isMuchBetter(
      PublishedCurve curve, CurveSolution less, CurveSolution usual) {
    return less.meets(curve) == usual.meets(curve)
        ? curve.hasRiskTable() && less.squares < MUCH_SMALLER * usual.squares
        : less.meets(curve);
  }

  /**
   * Reconstructions with other censoring and clicks that fit as well or within the reading error.
   */
  private List<CurveSolution> others(PublishedCurve curve, CurveSolution best) {
    List<CurveSolution> others = new ArrayList<>();
    double most = Math.max(best.meanSquare(), readingError * readingError);
    for (ClickPosition clicked : positions(curve)) {
      for (CensoringPattern pattern : CensoringPattern.values()) {
        for (OptionalInt tail : tails(curve, best.atTail)) {
          CurveSolution other =
              CurveSolution.of(curve, clicked, best.drops.beforeCounts, pattern, tail);
          if (other.meanSquare() <= most && other.meets(curve) == best.meets(curve)) {
            others.add(other);
          }
        }
      }
    }
    return others;
  }

  /** How many to censor beyond the last number at risk: as expected, none, two and four fifths. */
  private static List<OptionalInt> tails(PublishedCurve curve, int atTail) {
    return curve.events().isPresent()
        ? List.of(OptionalInt.empty())
        : List.of(
            OptionalInt.empty(),
            OptionalInt.of(0),
            OptionalInt.of((int) (0.4 * atTail)),
            OptionalInt.of((int) (0.8 * atTail)));
  }

  @Override
  public String toString() {
    return "CurveReconstruction{reading error " + readingError + "}";
  }
}
