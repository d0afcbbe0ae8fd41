package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.avnfh.survival.HazardCurve.HazardEstimate;
import io.github.avnfh.survival.SurvivalCurve.Step;
import io.github.avnfh.survival.SurvivalCurve.SurvivalAtTime;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.compare.CurveContrast;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.Incidence;
import io.github.avnfh.survival.competing.IncidenceStep;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known with few at risk, with weights of very different size, and at extreme times. */
class FewAtRiskTest {
  private static SurvivalEstimate at(FollowUp hips, double time) {
    return KaplanMeier.withDefaults()
        .estimate(hips)
        .curves()
        .get(0)
        .at(time)
        .estimate()
        .orElseThrow();
  }

  private static double exact(double n) {
    return Math.pow(0.025, 1 / n);
  }

  /** 57 hips censored on day 30, one on day 1000: one at risk at day 731. */
  @Test
  void aLimitBetweenStepsUsesThoseAtRisk() {
    int[] days = new int[58];
    Arrays.fill(days, 30);
    days[57] = 1000;
    FollowUp thinned = FollowUp.ofDays(days, new boolean[58]).build();
    assertThat(at(thinned, 731).lower()).isCloseTo(0.025, within(1e-15));
    assertThat(at(thinned, 30).lower()).isCloseTo(exact(58), within(1e-15));
    assertThat(at(thinned, 31).lower()).isCloseTo(0.025, within(1e-15));
    FollowUp two = FollowUp.ofDays(new int[] {1, 8}, new boolean[2]).build();
    assertThat(at(two, 6).lower()).isCloseTo(0.025, within(1e-15));
  }

  /** Four hips, none replaced by day 730, one on day 1200. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLaterEventDoesNotMatter(boolean replacedLater) {
    FollowUp four = FollowUp.ofDays(
            new int[] {1200, 1300, 1300, 1300}, new boolean[] {replacedLater, false, false, false})
        .build();
    assertThat(at(four, 730).survival()).isEqualTo(1);
    assertThat(at(four, 730).lower()).isCloseTo(exact(4), within(1e-15));
    assertThat(at(four, 730).standardError()).isEmpty();
  }

  /** Two hips of one patient, one of them in two rows, and one hip of another: two patients. */
  @Test
  void rowsOfOneHipCountOnce() {
    FollowUp hips = FollowUp.ofDays(new int[] {100, 900, 900, 900}, new boolean[4])
        .entry(new int[] {0, 100, 0, 0})
        .clusters(List.of("P01", "P01", "P01", "P02"))
        .build();
    for (double time : new double[] {50, 100, 101, 500, 900}) {
      assertThat(at(hips, time).lower()).isCloseTo(exact(2), within(1e-15));
      assertThat(at(hips, time).degreesOfFreedom()).isEqualTo(1);
    }
  }

  /** One hip alone at first: whatever the many who enter later show, it could have been lost. */
  @Test
  void theFewestSoFarCountUnderDelayedEntry() {
    FollowUp hips = FollowUp.ofDays(new int[] {900, 900, 900}, new boolean[3])
        .entry(new int[] {0, 10, 10})
        .build();
    assertThat(at(hips, 500).lower()).isCloseTo(0.025, within(1e-15));
  }

  /** A group that is not yet at risk: entry 6 to day 7 with the event, and one until day 1. */
  @Test
  void aGroupThatIsNotYetAtRiskIsUnknown() {
    FollowUp hips = FollowUp.ofDays(new int[] {7, 1}, new boolean[] {true, false})
        .entry(new int[] {6, 0})
        .groups(List.of("A", "B"))
        .build();
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(hips);
    SurvivalAtTime early = estimate.curve("A").at(3);
    assertThat(early.atRisk()).isZero();
    assertThat(early.estimate().orElseThrow().lower()).isZero();
    assertThat(early.estimate().orElseThrow().upper()).isEqualTo(1);
    assertThat(estimate.curve("A").restrictedMean(3).lower()).hasValue(0);
    IncidenceStep step = CumulativeIncidence.withDefaults()
        .estimate(
            CompetingFollowUp.of(List.of(EventStatus.EVENT, EventStatus.CENSORED), ended -> hips))
        .get(0)
        .at(3)
        .orElseThrow();
    assertThat(step.event().upper()).isEqualTo(1);
    assertThat(step.atRisk()).isZero();
  }

  /** Half of 100 had another event, then all but one were censored: 1 / 0.5 = 2 are known. */
  @Test
  void anIncidenceUsesThoseAtRiskToo() {
    int[] days = new int[100];
    Arrays.fill(days, 0, 50, 1);
    Arrays.fill(days, 50, 99, 2);
    days[99] = 700;
    List<EventStatus> outcomes = IntStream.range(0, 100)
        .mapToObj(row -> row < 50 ? EventStatus.COMPETING : EventStatus.CENSORED)
        .toList();
    Incidence none = CumulativeIncidence.withDefaults()
        .estimate(
            CompetingFollowUp.of(outcomes, ended -> FollowUp.ofDays(days, ended).build()))
        .get(0)
        .at(365)
        .orElseThrow()
        .event();
    assertThat(none.upper()).isCloseTo(1 - exact(2), within(1e-15));
    assertThat(none.limits()).isEqualTo(LimitMethod.BETA_PRODUCT);
  }

  /** Both hips of the only patient had the event: at least 0.025, the exact limit of one. */
  @Test
  void anIncidenceOfOneHasAnExactLimit() {
    Incidence all = CumulativeIncidence.withDefaults()
        .estimate(CompetingFollowUp.of(
            List.of(EventStatus.EVENT, EventStatus.EVENT),
            ended ->
                FollowUp.ofDays(new int[] {3, 3}, ended).clusters(List.of(1, 1)).build()))
        .get(0)
        .at(3)
        .orElseThrow()
        .event();
    assertThat(all.proportion()).isEqualTo(1);
    assertThat(all.lower()).isCloseTo(0.025, within(1e-15));
    assertThat(all.upper()).isEqualTo(1);
  }

  /** Of 14 hips seen for two years none was lost: 730 days times 0.025^(1/14) at least. */
  @Test
  void aRestrictedMeanWithoutEventsHasALimit() {
    SurvivalCurve curve = KaplanMeier.withDefaults()
        .estimate(Samples.seenForTwoYears(14, 0).build())
        .curve("all");
    RestrictedMean mean = curve.restrictedMean(730);
    assertThat(mean.lower().getAsDouble()).isCloseTo(730 * 0.768364238349884, within(1e-9));
    assertThat(mean.upper()).hasValue(730);
    assertThat(mean.limits()).isEqualTo(LimitMethod.BETA_PRODUCT);
    assertThat(mean.standardError()).isEmpty();
  }

  private static final int[] SIX_DAYS = {210, 340, 500, 731, 731, 740};
  private static final boolean[] SIX_EVENTS = {true, true, false, false, false, false};

  private static RestrictedMean oneYear(FollowUp hips, RestrictedMeanScale scale) {
    return KaplanMeier.withDefaults()
        .with(scale)
        .estimate(hips)
        .curves()
        .get(0)
        .restrictedMean(365);
  }

  /**
   * Six hips, two events in a year. By hand: 30 days lost with standard error 23.12, 2010 days at
   * risk, w = 57716.67/2010 = 28.715, and w2 = 1062.977 by numerical integration in R, so that the
   * lower limit is 365 - 58.715 exp(1.96 sqrt(534.72 + 1062.98)/58.715).
   */
  @Test
  void theLowerLimitOfARestrictedMeanHasAnEventMore() {
    FollowUp hips = FollowUp.ofDays(SIX_DAYS, SIX_EVENTS).build();
    RestrictedMean mean = oneYear(hips, RestrictedMeanScale.LOG_TIME_LOST_ADDED_EVENT);
    assertThat(mean.lower().getAsDouble()).isCloseTo(142.043839674428, within(1e-9));
    assertThat(mean.upper().getAsDouble()).isCloseTo(358.377631259891, within(1e-9));
    assertThat(mean.scale()).isEqualTo(KaplanMeier.withDefaults().restrictedMeanScale());
    RestrictedMean without = oneYear(hips, RestrictedMeanScale.LOG_TIME_LOST);
    assertThat(without.upper()).isEqualTo(mean.upper());
    assertThat(without.lower().getAsDouble()).isGreaterThan(mean.lower().getAsDouble());
  }

  /** A patient whose row comes twice, or weighs three times as much, is one patient. */
  @Test
  void theAddedEventIsThatOfAPatient() {
    int[] twice = IntStream.range(0, 12).map(row -> SIX_DAYS[row / 2]).toArray();
    boolean[] events = new boolean[12];
    int[] patients = IntStream.range(0, 12).map(row -> row / 2).toArray();
    for (int row = 0; row < events.length; row++) {
      events[row] = SIX_EVENTS[row / 2];
    }
    int[] own = IntStream.range(0, 6).toArray();
    double[] heavy = {3, 3, 3, 3, 3, 3};
    RestrictedMean once = oneYear(
        FollowUp.ofDays(SIX_DAYS, SIX_EVENTS).clusters(own).build(),
        RestrictedMeanScale.LOG_TIME_LOST_ADDED_EVENT);
    for (FollowUp same : List.of(
        FollowUp.ofDays(twice, events).clusters(patients).build(),
        FollowUp.ofDays(SIX_DAYS, SIX_EVENTS).clusters(own).weights(heavy).build())) {
      RestrictedMean mean = oneYear(same, RestrictedMeanScale.LOG_TIME_LOST_ADDED_EVENT);
      assertThat(mean.lower().getAsDouble()).isCloseTo(once.lower().getAsDouble(), within(1e-9));
      assertThat(mean.upper().getAsDouble()).isCloseTo(once.upper().getAsDouble(), within(1e-9));
    }
  }

  /**
   * A heavy row of 1e16 is under observation from day 3 to 5 only; beside it, rows of weight 1. By
   * hand: 3 of weight 1 on day 2, one event; 1e16 + 2 on day 4, one event; 1 on day 9, none.
   */
  @Test
  void smallWeightsSurviveBesideLargeOnes() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {2, 4, 9, 5}, new boolean[] {true, true, false, false})
        .entry(new int[] {0, 0, 0, 3})
        .weights(new double[] {1, 1, 1, 1e16})
        .build();
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(hips).curve("all");
    double[] atRisk = {3, 1e16 + 2, 1e16 + 1, 1};
    for (int i = 0; i < atRisk.length; i++) {
      assertThat(curve.steps().get(i).atRisk()).isCloseTo(atRisk[i], withinPercentage(1e-13));
    }
    assertThat(curve.at(3).atRisk()).isEqualTo(2);
    assertThat(curve.at(2).estimate().orElseThrow().survival()).isCloseTo(2.0 / 3, within(1e-15));
    IncidenceStep step = CumulativeIncidence.withDefaults()
        .estimate(CompetingFollowUp.of(
            List.of(
                EventStatus.EVENT, EventStatus.EVENT, EventStatus.CENSORED, EventStatus.CENSORED),
            ended -> hips))
        .get(0)
        .at(2)
        .orElseThrow();
    assertThat(step.event().proportion()).isCloseTo(1.0 / 3, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"1e308, 1", "1e150, 1e16", "1e-300, 1e300", "1e16, 1", "1e-310, 1e-310", "1, 1e-320"})
  void saysANumberOrNothingForAnyWeights(double heavy, double light) {
    double[] weights = {heavy, light, light, heavy / 2, light, light};
    int[] days = {5, 7, 9, 9, 12, 14};
    boolean[] events = {true, true, false, false, true, false};
    for (boolean late : new boolean[] {true, false}) {
      for (boolean clustered : new boolean[] {true, false}) {
        FollowUpBuilder builder = FollowUp.ofDays(days, events).weights(weights);
        builder = late ? builder.entry(new int[] {3, 0, 6, 0, 0, 0}) : builder;
        FollowUp hips =
            clustered ? builder.clusters(new int[] {1, 1, 2, 3, 4, 5}).build() : builder.build();
        List<EventStatus> outcomes = List.of(
            EventStatus.EVENT,
            EventStatus.COMPETING,
            EventStatus.CENSORED,
            EventStatus.CENSORED,
            EventStatus.EVENT,
            EventStatus.CENSORED);
        assertNumbers(KaplanMeier.withDefaults().estimate(hips).curve("all"));
        for (HazardEstimate hazard :
            NelsonAalen.withDefaults().estimate(hips).get(0).steps()) {
          assertOrder(hazard.lower().orElse(0), hazard.hazard(), hazard.upper().orElse(1e300));
        }
        for (IncidenceStep step : CumulativeIncidence.withDefaults()
            .estimate(CompetingFollowUp.of(outcomes, ended -> hips))
            .get(0)
            .steps()) {
          for (Incidence one : List.of(step.event(), step.competing())) {
            assertOrder(one.lower(), one.proportion(), one.upper());
            assertThat(one.proportion()).isBetween(0.0, 1.0);
          }
          assertThat(step.free()).isBetween(0.0, 1.0);
        }
      }
    }
  }

  private static void assertNumbers(SurvivalCurve curve) {
    double before = 1;
    for (Step step : curve.steps()) {
      assertThat(step.survival()).isBetween(0.0, before);
      assertOrder(step.lower(), step.survival(), step.upper());
      assertThat(step.standardError().orElse(0)).isFinite().isNotNegative();
      before = step.survival();
    }
    for (double horizon : new double[] {1e-300, 6, 20, 1e308, Double.MAX_VALUE}) {
      RestrictedMean mean = curve.restrictedMean(horizon);
      assertOrder(mean.lower().orElse(0), mean.mean(), mean.upper().orElse(horizon));
      assertThat(mean.mean()).isBetween(0.0, horizon);
      assertThat(mean.standardError().orElse(0)).isFinite();
    }
  }

  private static void assertOrder(double lower, double value, double upper) {
    assertThat(List.of(lower, value, upper)).allSatisfy(one -> assertThat(one).isFinite());
    assertThat(lower).isLessThanOrEqualTo(value);
    assertThat(upper).isGreaterThanOrEqualTo(value);
  }

  @Test
  void contrastsAreNumbersAtAnyHorizon() {
    KaplanMeierEstimate leukemia = KaplanMeier.withDefaults().estimate(Samples.named("aml"));
    CurveContrast contrast = CurveContrast.between(leukemia, "Maintained", "Nonmaintained");
    for (double horizon : new double[] {1e-300, 10, 1e300, 1e308}) {
      Contrast difference = contrast.restrictedMean(horizon);
      assertOrder(
          difference.lower().orElse(-Double.MAX_VALUE),
          difference.estimate(),
          difference.upper().orElse(Double.MAX_VALUE));
    }
  }

  @Test
  void refusesWeightsWhoseSumIsNoNumber() {
    assertThatThrownBy(() ->
            FollowUp.ofDays(new int[] {1, 2}, new boolean[2]).weights(new double[] {1e308, 1e308}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("weight [sum over all rows] must be finite, but was larger than");
  }

  @Test
  void refusesIndexesThatAreNone() {
    FollowUp hips = FollowUp.ofDays(new int[] {1, 2}, new boolean[2]).build();
    CurveCovariance covariance = KaplanMeier.withDefaults().estimate(hips).covarianceAt(1);
    RiskSets sets = hips.counts().riskSets(0);
    List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls = List.of(
        () -> hips.time(2),
        () -> hips.entry(-1),
        () -> hips.isEvent(2),
        () -> hips.weight(2),
        () -> hips.group(2),
        () -> hips.stratum(2),
        () -> hips.cluster(2),
        () -> covariance.between(0, 1),
        () -> covariance.correlation(-1, 0),
        () -> hips.counts().riskSets(1),
        () -> hips.counts().rows(1),
        () -> sets.atRisk(1),
        () -> sets.events(-1),
        sets::time);
    assertThat(calls)
        .allSatisfy(call -> assertThatThrownBy(call)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("must "));
  }
}
