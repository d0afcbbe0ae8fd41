package io.github.avnfh.survival.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reconstructions whose hips are known. */
class CurveReconstructionTest {
  /** The placebo arm of Freireich's trial, clicked before each drop with a shaking hand. */
  private static final double[] CLICK_TIMES = {
    0.546, 1.05, 2.05, 2.98, 4.05, 5.03, 8.01, 11, 12, 15, 17, 22, 23
  };

  private static final double[] CLICKS = {
    1, 1, 0.906, 0.815, 0.766, 0.67, 0.574, 0.383, 0.286, 0.191, 0.144, 0.096, 0.05
  };

  private static PublishedCurve freireich() {
    return PublishedCurve.ofClicks(CLICK_TIMES, CLICKS)
        .withAtRisk(new double[] {0, 4, 8, 12, 16, 20}, new int[] {21, 16, 12, 6, 3, 2});
  }

  private static double[] times(FollowUp hips) {
    double[] times = new double[hips.size()];
    Arrays.setAll(times, hips::time);
    return times;
  }

  @Test
  void findsFreireichsPlaceboArmEventForEvent() {
    ReconstructedCurve hips = CurveReconstruction.withDefaults().reconstruct(freireich());
    assertThat(hips.position()).isEqualTo(ClickPosition.BEFORE_DROP);
    assertThat(hips.hasWholeTimes()).isTrue();
    assertThat(hips.events()).isEqualTo(21);
    assertThat(times(hips.followUp()))
        .containsExactly(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
    assertThat(hips.largestMisfit()).isLessThan(0.006);
    assertThat(hips.contradictions()).isEmpty();
    assertThat(hips.median().time()).isEqualTo(OptionalDouble.of(8));
  }

  @Test
  void readsClicksByThePrintedNumberOfEventsWhereThatTellsThem() {
    PublishedCurve clicks = PublishedCurve.ofClicks(CLICK_TIMES, CLICKS).withPatients(21);
    ReconstructedCurve all = CurveReconstruction.withDefaults().reconstruct(clicks.withEvents(21));
    assertThat(all.position()).isEqualTo(ClickPosition.BEFORE_DROP);
    assertThat(times(all.followUp())).startsWith(1, 1, 2, 2, 3).endsWith(17, 22, 23);
    // without the last event both readings are possible, and the usual one is taken
    ReconstructedCurve allButOne =
        CurveReconstruction.withDefaults().reconstruct(clicks.withEvents(20));
    assertThat(allButOne.position()).isEqualTo(ClickPosition.AFTER_DROP);
    assertThat(allButOne.medianRange().lowest()).isEqualTo(OptionalDouble.of(8));
  }

  /** Ten of twenty hips fail at 11.8, seen on a grid of half months only at 12.0. */
  @Test
  void putsADropBeforeANumberAtRiskWhereTheNumberAsksForIt() {
    ReconstructedCurve hips = CurveReconstruction.withDefaults()
        .reconstruct(PublishedCurve.ofClicks(
                new double[] {0, 4.3, 11.5, 12, 18, 20.5, 24.2},
                new double[] {1, 0.95, 0.95, 0.45, 0.45, 0.4, 0.4})
            .withAtRisk(new double[] {0, 12, 24}, new int[] {20, 9, 8}));
    assertThat(hips.events()).isEqualTo(12);
    assertThat(hips.largestMisfit()).isLessThan(1e-9);
    assertThat(hips.curve().riskCount(12).atRisk()).isEqualTo(9);
  }

  /** R: survdiff and coxph on the published times of both arms. */
  @Test
  void comparesFreireichsArmsAsPublished() {
    double[] treated = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35
    };
    Set<Integer> events = Set.of(0, 1, 2, 4, 6, 9, 10, 14, 15);
    FollowUp placebo =
        CurveReconstruction.withDefaults().reconstruct(freireich()).followUp();
    double[] times = Arrays.copyOf(times(placebo), 42);
    System.arraycopy(treated, 0, times, 21, 21);
    boolean[] ended = new boolean[42];
    double[] isPlacebo = new double[42];
    List<String> arms = new ArrayList<>();
    for (int row = 0; row < 42; row++) {
      ended[row] = row < 21 ? placebo.isEvent(row) : events.contains(row - 21);
      isPlacebo[row] = row < 21 ? 1 : 0;
      arms.add(row < 21 ? "placebo" : "6-MP");
    }
    FollowUp both = FollowUp.ofTimes(times, ended).groups(arms).build();
    assertThat(LogRank.withDefaults().test(both).chiSquare().orElseThrow().statistic())
        .isEqualTo(16.793, within(0.0005));
    RegressionCoefficient ratio = CoxRegression.withDefaults()
        .fit(both, Covariates.ofRows(42).number("placebo", isPlacebo).build())
        .coefficient("placebo");
    assertThat(Math.exp(ratio.estimate().orElseThrow())).isEqualTo(4.817, within(0.0005));
    assertThat(Math.exp(ratio.lower().orElseThrow())).isEqualTo(2.147, within(0.0005));
    assertThat(Math.exp(ratio.upper().orElseThrow())).isEqualTo(10.809, within(0.0005));
  }

  /** Fifteen leave in the last interval, while the curve drops by one of 53. */
  @Test
  void putsAFlatTailIntoCensoringAndNotIntoEvents() {
    double[] times = new double[32];
    double[] survival = new double[32];
    for (int i = 0; i < 30; i++) {
      times[i] = i + 0.5;
      survival[i] = (82.0 - i) / 83;
    }
    times[30] = 33;
    survival[30] = 53.0 / 83 * 52 / 53;
    times[31] = 60;
    survival[31] = survival[30];
    ReconstructedCurve hips = CurveReconstruction.withDefaults()
        .reconstruct(PublishedCurve.ofClicks(times, survival)
            .withAtRisk(new double[] {0, 30, 36}, new int[] {83, 53, 38}));
    assertThat(hips.events()).isEqualTo(31);
    assertThat(hips.curve().riskCount(36).events()).isEqualTo(31);
    assertThat(hips.curve().riskCount(36).censored()).isEqualTo(14);
    assertThat(hips.largestMisfit()).isLessThan(0.002);
    assertThat(hips.eventRange().most()).isEqualTo(31);
  }

  @Test
  void meetsThePrintedNumberOfEventsOrSaysThatItCannot() {
    PublishedCurve clicks = PublishedCurve.ofClicks(
            new double[] {6, 12, 18}, new double[] {0.9, 0.8, 0.8})
        .withPatients(100);
    for (int events : new int[] {14, 17, 20}) {
      ReconstructedCurve hips =
          CurveReconstruction.withDefaults().reconstruct(clicks.withEvents(events));
      assertThat(hips.events()).isEqualTo(events);
      assertThat(hips.explanation().obstacles()).isEmpty();
    }
    ReconstructedCurve hips = CurveReconstruction.withDefaults().reconstruct(clicks.withEvents(40));
    assertThat(hips.explanation().obstacles())
        .containsExactly("40 events are printed, but the curve allows 20");
  }

  @Test
  void readsPercentagesAndProportionsInAnyOrderAlike() {
    double[] times = {18, 6, 12, 12};
    ReconstructedCurve percent = CurveReconstruction.withDefaults()
        .reconstruct(
            PublishedCurve.ofClicks(times, new double[] {79, 90, 79, 90}).withPatients(10));
    ReconstructedCurve proportion = CurveReconstruction.withDefaults()
        .reconstruct(
            PublishedCurve.ofClicks(times, new double[] {0.79, 0.9, 0.79, 0.9}).withPatients(10));
    assertThat(times(percent.followUp()))
        .containsExactly(times(proportion.followUp()))
        .startsWith(6, 12, 18);
    assertThat(percent.events()).isEqualTo(2);
  }

  @Test
  void tellsAnIntervalThatFallsLowerThanItsNumbersAllowAndByHowMuch() {
    double[] times = {6, 18, 30};
    double[] possible = {0.9, 0.8, 0.7};
    double[] atRisk = {0, 12, 24};
    CurveReconstruction method = CurveReconstruction.withDefaults();
    PublishedCurve sound =
        PublishedCurve.ofClicks(times, possible).withAtRisk(atRisk, new int[] {10, 9, 8});
    assertThat(method.reconstruct(sound).contradictions()).isEmpty();
    PublishedCurve low = PublishedCurve.ofClicks(times, new double[] {0.9, 0.75, 0.7})
        .withAtRisk(atRisk, new int[] {10, 9, 8});
    assertThat(method.reconstruct(low).contradictions()).singleElement().satisfies(found -> {
      assertThat(found.start()).isEqualTo(12);
      assertThat(found.end()).isEqualTo(24);
      assertThat(found.lowestPossible()).isEqualTo(0.8, within(1e-12));
      assertThat(found.clicked()).isEqualTo(0.75);
    });
    assertThat(method.withReadingError(0.05).reconstruct(low).contradictions()).isEmpty();
  }

  @Test
  void refusesCountsThatDoNotAgree() {
    PublishedCurve clicks = PublishedCurve.ofClicks(new double[] {6}, new double[] {0.9});
    CurveReconstruction method = CurveReconstruction.withDefaults();
    assertThatThrownBy(() -> method.reconstruct(clicks))
        .hasMessageContaining("number at the start [hips] must be known");
    PublishedCurve counted = clicks.withAtRisk(new double[] {12, 0}, new int[] {8, 10});
    assertThatThrownBy(() -> method.reconstruct(counted.withPatients(11)))
        .hasMessage(
            "number of patients [hips] must be the number at risk at time 0, 10, but was 11");
    assertThatThrownBy(() -> method.reconstruct(counted.withEvents(11)))
        .hasMessage(
            "number of events [hips] must lie in 0..10, the number at the start, but was 11");
    assertThatThrownBy(() -> clicks.withAtRisk(new double[] {0, 6}, new int[] {8, 9}))
        .hasMessage("number at risk [hips] must not rise, but rose from 8 to 9 at 6.0");
    assertThatThrownBy(() -> PublishedCurve.ofClicks(new double[] {1}, new double[] {1.06}))
        .hasMessage("clicked survival [proportion] must lie in -0.05..1.05, but was 1.06");
  }

  /** Within 0.01 each, two clicks may rise by 0.02, and the ends of one step may be exchanged. */
  @Test
  void refusesClicksThatNoCurvePassesWithinTheReadingError() {
    CurveReconstruction method = CurveReconstruction.withDefaults();
    double[] times = {6, 12, 12.1, 18, 24};
    assertThat(method.impossibleClicks(times, new double[] {0.9, 0.5, 0.7, 0.51, 0.5}))
        .isEmpty();
    assertThat(method.impossibleClicks(times, new double[] {1.01, 0.7, 0.7, 0.72, -0.01}))
        .isEmpty();
    assertThat(method.impossibleClicks(times, new double[] {90, 70, 70, 72.1, -1.1}))
        .containsOnlyKeys(3, 4);
    // of 0.3 and 0.8 at once, 0.3 contradicts more
    assertThat(method.impossibleClicks(times, new double[] {0.9, 0.8, 0.3, 0.8, 0.8}))
        .containsOnlyKeys(2);
    assertThat(method
            .withReadingError(0.05)
            .impossibleClicks(times, new double[] {1.05, 0.7, 0.7, 0.8, -0.05}))
        .isEmpty();
    PublishedCurve rising = PublishedCurve.ofClicks(
            new double[] {6, 12, 18}, new double[] {0.9, 0.7, 0.8})
        .withPatients(10);
    assertThatThrownBy(() -> method.reconstruct(rising))
        .hasMessage("clicked survival [proportion] must not rise by more than the reading error of"
            + " two clicks, but was 0.7 at 12.0 and 0.8 at 18.0");
    assertThat(method.withReadingError(0.05).reconstruct(rising).events()).isEqualTo(3);
    assertThatThrownBy(() -> method.reconstruct(
            PublishedCurve.ofClicks(new double[] {6}, new double[] {1.02}).withPatients(10)))
        .hasMessage("clicked survival [proportion] must lie in -0.01..1.01, but was 1.02");
  }

  private static final double[] TENS = {0, 10, 20, 30, 40, 50};

  /** Hips with given numbers at risk every ten months and, nearly, given survival there. */
  private static FollowUp hips(int[] atRisk, double[] survival) {
    List<Double> times = new ArrayList<>();
    List<Boolean> events = new ArrayList<>();
    for (int i = 0; i < atRisk.length; i++) {
      boolean last = i == atRisk.length - 1;
      int left = last ? atRisk[i] : atRisk[i] - atRisk[i + 1];
      int dead = last ? 0 : (int) Math.rint(atRisk[i] * (1 - survival[i + 1] / survival[i]));
      for (int hip = 0; hip < left; hip++) {
        times.add(TENS[i] + 10 * (hip + 0.5) / left);
        events.add((hip + 1) * dead / left > hip * dead / left);
      }
    }
    boolean[] ended = new boolean[events.size()];
    for (int hip = 0; hip < ended.length; hip++) {
      ended[hip] = events.get(hip);
    }
    double[] column = times.stream().mapToDouble(Double::doubleValue).toArray();
    return FollowUp.ofTimes(column, ended).build();
  }

  private static ReconstructedCurve rebuilt(FollowUp hips, int[] atRisk, long seed) {
    return CurveReconstruction.withDefaults()
        .reconstruct(
            PrintedCurves.print(hips, PrintedCurves.Style.BOTH_CORNERS, 0.003, new Random(seed))
                .withAtRisk(TENS, atRisk));
  }

  /**
   * Two arms with the numbers at risk that Bonner's trial of radiation prints, and curves whose
   * medians lie near its 14.9 and 24.4 months. Its clicks are not published: the hips are known
   * because they were made.
   */
  @Test
  void rebuildsMediansAndTheHazardRatioOfATrialOfTheSizeOfBonners() {
    int[] radiation = {213, 122, 80, 51, 30, 10};
    int[] combined = {211, 143, 101, 66, 35, 9};
    FollowUp one = hips(radiation, new double[] {1, 0.585, 0.4, 0.3, 0.26, 0.24});
    FollowUp other = hips(combined, new double[] {1, 0.69, 0.545, 0.45, 0.42, 0.42});
    double truth = CurveReconstructionProperties.logHazardRatio(one, other);
    assertThat(Math.exp(truth)).isEqualTo(0.68, within(0.07));
    for (long seed = 1; seed <= 3; seed++) {
      ReconstructedCurve first = rebuilt(one, radiation, seed);
      ReconstructedCurve second = rebuilt(other, combined, seed + 10);
      assertThat(first.contradictions()).isEmpty();
      assertThat(first.events()).isCloseTo(one.events(), within(4));
      assertThat(second.events()).isCloseTo(other.events(), within(4));
      assertThat(first.median().time().orElseThrow())
          .isEqualTo(PrintedCurves.curve(one).median().time().orElseThrow(), within(0.8));
      assertThat(second.median().time().orElseThrow())
          .isEqualTo(PrintedCurves.curve(other).median().time().orElseThrow(), within(0.8));
      assertThat(CurveReconstructionProperties.logHazardRatio(first.followUp(), second.followUp()))
          .isEqualTo(truth, within(0.03));
    }
  }

  /** No click marks the end of the first level, so that the curve falls at the clicks. */
  @Test
  void readsOneClickForEachTimeAsSurvivalFromThatTimeOn() {
    ReconstructedCurve hips = CurveReconstruction.withDefaults()
        .reconstruct(PublishedCurve.ofClicks(
                new double[] {0, 6, 12, 18, 24}, new double[] {1, 0.95, 0.9, 0.82, 0.78})
            .withAtRisk(new double[] {0, 12, 24}, new int[] {60, 50, 30}));
    assertThat(hips.position()).isEqualTo(ClickPosition.AFTER_DROP);
    // half a hip of the 30 that are left
    assertThat(hips.largestMisfit()).isLessThan(0.5 / 30);
  }
}
