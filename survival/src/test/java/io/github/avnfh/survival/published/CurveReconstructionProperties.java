package io.github.avnfh.survival.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.published.PrintedCurves.Style;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxRegression;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Simulated hips are printed, clicked with an error of 0.002 and rebuilt. The bounds leave room
 * beyond the worst that 200 such round trips of each kind of clicks showed.
 */
class CurveReconstructionProperties {
  private static final double ERROR = 0.002;

  private static ReconstructedCurve rebuilt(PublishedCurve curve) {
    return CurveReconstruction.withDefaults().reconstruct(curve);
  }

  /** The largest difference of survival at whole months up to the last number at risk. */
  static double distance(FollowUp hips, ReconstructedCurve rebuilt) {
    SurvivalCurve curve = PrintedCurves.curve(hips);
    double largest = 0;
    for (int month = 0; month <= Math.min(curve.lastTime(), rebuilt.curve().lastTime()); month++) {
      largest = Math.max(
          largest,
          Math.abs(curve.at(month).estimate().orElseThrow().survival()
              - rebuilt.curve().at(month).estimate().orElseThrow().survival()));
    }
    return largest;
  }

  @Property(tries = 15)
  void rebuildsHipsByNumbersAtRisk(
      @ForAll Style style,
      @ForAll boolean wholeTimes,
      @ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    FollowUp hips = PrintedCurves.hips(100, 0.03, wholeTimes, random);
    PublishedCurve printed =
        PrintedCurves.withAtRisk(PrintedCurves.print(hips, style, ERROR, random), hips);
    ReconstructedCurve rebuilt = rebuilt(printed);
    assertThat(rebuilt.followUp().size()).isEqualTo(100);
    assertThat(rebuilt.contradictions()).isEmpty();
    assertThat(rebuilt.events()).isCloseTo(hips.events(), within(9));
    boolean exact = style == Style.BOTH_CORNERS;
    assertThat(rebuilt.largestMisfit()).isLessThan(exact ? 0.025 : 0.07);
    for (ReconstructedCurve.FitPoint point : rebuilt.fit()) {
      assertThat(point.atRiskReconstructed())
          .isEqualTo(point.atRiskPrinted().orElse(point.atRiskReconstructed()));
    }
    // where a step was clicked once, it may lie at either of two clicks
    assertThat(distance(hips, rebuilt)).isLessThan(exact ? 0.03 : 0.15);
  }

  /** Clicks off by up to the reading error, and by a 250th of the width, in random order. */
  @Property(tries = 100)
  void refusesNoClickOfACurveAndEveryOneThatLiesFarAboveIt(
      @ForAll Style style, @ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    FollowUp hips = PrintedCurves.hips(60, 0.03, false, random);
    PublishedCurve printed = PrintedCurves.print(hips, style, 0, random);
    double end = printed.times()[printed.clicks() - 1];
    double[] times = Arrays.stream(printed.times())
        .map(time -> Math.max(0, Math.min(end, time + end / 250 * (2 * random.nextDouble() - 1))))
        .toArray();
    double[] survival = Arrays.stream(printed.survival())
        .map(level -> level + 0.01 * (2 * random.nextDouble() - 1))
        .toArray();
    CurveReconstruction method = CurveReconstruction.withDefaults();
    assertThat(method.impossibleClicks(times, survival)).isEmpty();
    int wrong = random.nextInt(survival.length);
    survival[wrong] = random.nextBoolean() ? 1.011 : -0.011;
    assertThat(method.impossibleClicks(times, survival)).containsOnlyKeys(wrong);
    // before the last click, of a curve that has fallen by far more than two reading errors
    if (survival[0] - survival[survival.length - 1] > 0.1) {
      double[] late = Arrays.copyOf(survival, survival.length + 1);
      double[] later = Arrays.copyOf(times, times.length + 1);
      late[wrong] = printed.survival()[wrong];
      late[survival.length] = late[0];
      later[times.length] = 1.1 * end;
      assertThat(method.impossibleClicks(later, late)).containsOnlyKeys(times.length);
    }
  }

  /**
   * Typed without care: a decimal point is lost, a number is typed for another, rows are exchanged.
   */
  @Property(tries = 200)
  void leavesRowsThatAgreeWhereTheOthersAreLeftOut(
      @ForAll @Size(max = 8) List<@DoubleRange(max = 30) Double> times,
      @ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    double[] typed = times.stream()
        .mapToDouble(time -> random.nextInt(8) == 0 ? 1000 * time : time)
        .toArray();
    double[] survival = Arrays.stream(typed)
        .map(time -> (random.nextInt(8) == 0 ? 100 : 1) * random.nextInt(11) / 10.0)
        .toArray();
    int[] counts = Arrays.stream(typed).mapToInt(time -> random.nextInt(6)).toArray();
    CurveReconstruction method = CurveReconstruction.withDefaults();
    int[] clicks = others(typed, method.impossibleClicks(typed, survival).keySet());
    assertThat(method.impossibleClicks(chosen(typed, clicks), chosen(survival, clicks)))
        .isEmpty();
    int[] rows = others(typed, PublishedCurve.impossibleCounts(typed, counts).keySet());
    assertThat(PublishedCurve.impossibleCounts(
            chosen(typed, rows), Arrays.stream(rows).map(row -> counts[row]).toArray()))
        .isEmpty();
  }

  private static int[] others(double[] column, Set<Integer> leftOut) {
    return IntStream.range(0, column.length)
        .filter(row -> !leftOut.contains(row))
        .toArray();
  }

  private static double[] chosen(double[] column, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
  }

  @Property(tries = 15)
  void rebuildsHipsByTheNumberOfEventsAlone(
      @ForAll boolean bothCorners, @ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    FollowUp hips = PrintedCurves.hips(100, 0.03, false, random);
    Style style = bothCorners ? Style.BOTH_CORNERS : Style.AFTER_EACH_DROP;
    PublishedCurve printed =
        PrintedCurves.print(hips, style, ERROR, random).withPatients(100).withEvents(hips.events());
    ReconstructedCurve rebuilt = rebuilt(printed);
    assertThat(rebuilt.events()).isEqualTo(hips.events());
    assertThat(rebuilt.largestMisfit()).isLessThan(0.025);
    assertThat(distance(hips, rebuilt)).isLessThan(0.05);
  }

  @Property(tries = 3)
  void findsTheHazardRatioOfTwoPrintedCurves(@ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    FollowUp one = PrintedCurves.hips(100, 0.03, false, random);
    FollowUp other = PrintedCurves.hips(100, 0.045, false, random);
    ReconstructedContrast contrast = ReconstructedContrast.of(
        rebuilt(PrintedCurves.withAtRisk(
            PrintedCurves.print(one, Style.AFTER_EACH_DROP, ERROR, random), one)),
        rebuilt(PrintedCurves.withAtRisk(
            PrintedCurves.print(other, Style.AFTER_EACH_DROP, ERROR, random), other)));
    double truth = logHazardRatio(one, other);
    assertThat(contrast.logHazardRatio().estimate().orElseThrow()).isEqualTo(truth, within(0.1));
    assertThat(contrast.hazardRatioRange().lowest().orElseThrow())
        .isLessThan(Math.exp(truth + 0.05));
    assertThat(contrast.hazardRatioRange().highest().orElseThrow())
        .isGreaterThan(Math.exp(truth - 0.05));
  }

  static double logHazardRatio(FollowUp one, FollowUp other) {
    double[] times = new double[one.size() + other.size()];
    boolean[] events = new boolean[times.length];
    double[] isOther = new double[times.length];
    for (int row = 0; row < times.length; row++) {
      FollowUp hips = row < one.size() ? one : other;
      int own = row < one.size() ? row : row - one.size();
      times[row] = hips.time(own);
      events[row] = hips.isEvent(own);
      isOther[row] = row < one.size() ? 0 : 1;
    }
    return CoxRegression.withDefaults()
        .fit(
            FollowUp.ofTimes(times, events).build(),
            Covariates.ofRows(times.length).number("other", isOther).build())
        .coefficient("other")
        .estimate()
        .orElseThrow();
  }
}
