package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.SurvivalCurve.Step;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KaplanMeierTest {
  private static final Offset<Double> EXACT = within(1e-15);

  private static SurvivalCurve curve(FollowUp followUp) {
    return KaplanMeier.withDefaults().estimate(followUp).curves().get(0);
  }

  private static List<Double> survival(FollowUp followUp) {
    return curve(followUp).steps().stream().map(Step::survival).toList();
  }

  /**
   * Six hips, worked by hand: S = 5/6, then 5/6 * 2/4, then 0; the event precedes the censoring.
   */
  @Test
  void agreesWithSixHipsWorkedByHand() {
    FollowUp hips = Samples.ungrouped(new int[] {9, 1, 1, 6, 6, 8}, 2, 5);
    List<Step> steps = curve(hips).steps();
    assertThat(steps).extracting(Step::time).containsExactly(1.0, 6.0, 8.0, 9.0);
    assertThat(steps).extracting(Step::atRisk).containsExactly(6.0, 4.0, 2.0, 1.0);
    assertThat(steps).extracting(Step::events).containsExactly(1.0, 2.0, 0.0, 1.0);
    assertThat(steps).extracting(Step::censored).containsExactly(1.0, 0.0, 1.0, 0.0);
    assertThat(steps.get(0).survival()).isCloseTo(5.0 / 6, EXACT);
    assertThat(steps.get(1).survival()).isCloseTo(5.0 / 12, EXACT);
    assertThat(steps.get(3).survival()).isEqualTo(0);
  }

  /** Kaplan EL, Meier P. J Am Stat Assoc 1958;53:464. */
  @Test
  void agreesWithTheExampleOfKaplanAndMeier() {
    FollowUp example = FollowUp.ofTimes(
            new double[] {0.8, 1, 2.7, 3.1, 5.4, 7, 9.2, 12.1},
            new boolean[] {true, false, false, true, true, false, true, false})
        .build();
    SurvivalCurve curve = curve(example);
    double[][] printed = {
      {0.8, 0.875, 0.1169267933},
      {3.1, 0.7, 0.1823458253},
      {5.4, 0.525, 0.2041369026},
      {9.2, 0.2625, 0.2118279815}
    };
    for (double[] row : printed) {
      SurvivalEstimate at = curve.at(row[0]).estimate().orElseThrow();
      assertThat(at.survival()).isCloseTo(row[1], EXACT);
      assertThat(at.standardError().getAsDouble()).isCloseTo(row[2], within(1e-10));
    }
    assertThat(curve.at(5.4).estimate().orElseThrow().lower()).isCloseTo(0.12212615, within(1e-8));
    assertThat(curve.at(5.4).estimate().orElseThrow().upper()).isCloseTo(0.82081427, within(1e-8));
  }

  /** Therneau TM, Grambsch PM. Modeling Survival Data. 2000, in intervals (start, stop]. */
  @Test
  void countsThoseAtRiskUnderDelayedEntry() {
    FollowUp pooled = Samples.lateEntries().groups(new int[10], List.of("all")).build();
    List<Step> steps = curve(pooled).steps().subList(0, 6);
    assertThat(steps).extracting(Step::time).containsExactly(2.0, 3.0, 6.0, 7.0, 8.0, 9.0);
    assertThat(steps).extracting(Step::atRisk).containsExactly(2.0, 3.0, 5.0, 4.0, 4.0, 5.0);
    double[] survival = {0.5, 1.0 / 3, 4.0 / 15, 0.2, 0.15, 0.09};
    double[] errors = {0.35355339, 0.27216553, 0.22574978, 0.17888544, 0.14097872, 0.09074690};
    for (int i = 0; i < survival.length; i++) {
      assertThat(steps.get(i).survival()).isCloseTo(survival[i], EXACT);
      assertThat(steps.get(i).standardError().getAsDouble()).isCloseTo(errors[i], within(1e-8));
    }
  }

  @Test
  void staysAtZeroOnceTheRiskSetHasDied() {
    FollowUp hips = FollowUp.ofDays(new int[] {5, 20, 30}, new boolean[] {true, true, false})
        .entry(new int[] {0, 10, 10})
        .build();
    assertThat(survival(hips)).containsExactly(0.0, 0.0, 0.0);
    assertThat(curve(hips).steps()).allSatisfy(step -> {
      assertThat(step.standardError()).isEmpty();
      assertThat(step.lower()).isEqualTo(0);
    });
  }

  /** Without early censoring Greenwood is binomial. The numbers of the published 2-year series. */
  @ParameterizedTest
  @CsvSource({
    "58, 6, plain, 0.818176, 0.974928",
    "58, 6, log, 0.821504, 0.978456",
    "58, 6, log-log, 0.784145, 0.952144",
    "58, 6, logit, 0.788253, 0.952779",
    "58, 6, arcsin, 0.805978, 0.961006",
    "15, 6, log-log, 0.317587, 0.796523",
    "15, 6, log, 0.396919, 0.906985",
    "58, 12, log-log, 0.664524, 0.876801",
    "29, 6, log-log, 0.596374, 0.901268"
  })
  void givesTheLimitsOfThePublishedSeries(
      int hips, int replaced, String type, double lower, double upper) {
    SurvivalCurve curve = KaplanMeier.withDefaults()
        .with(IntervalType.parse(type))
        .estimate(Samples.seenForTwoYears(hips, replaced).build())
        .curve("all");
    SurvivalEstimate end = curve.at(730).estimate().orElseThrow();
    double share = 1 - (double) replaced / hips;
    assertThat(end.survival()).isCloseTo(share, EXACT);
    assertThat(end.standardError().getAsDouble())
        .isCloseTo(Math.sqrt(share * (1 - share) / hips), EXACT);
    assertThat(end.lower()).isCloseTo(lower, within(5e-7));
    assertThat(end.upper()).isCloseTo(upper, within(5e-7));
  }

  /** Clopper CJ, Pearson ES. Biometrika 1934;26:404-13, no event among 14 and among 29. */
  @ParameterizedTest
  @CsvSource({"14, 0.768364", "29, 0.880555", "1, 0.025"})
  void answersAGroupWithoutEventsExactly(int hips, double lower) {
    for (IntervalType type : IntervalType.values()) {
      SurvivalCurve curve = KaplanMeier.withDefaults()
          .with(type)
          .estimate(Samples.seenForTwoYears(hips, 0).build())
          .curve("all");
      SurvivalEstimate end = curve.at(730).estimate().orElseThrow();
      assertThat(end.survival()).isEqualTo(1);
      assertThat(end.standardError()).isEmpty();
      assertThat(end.lower()).isCloseTo(lower, within(5e-7));
      assertThat(end.upper()).isEqualTo(1);
      assertThat(end.limits()).isEqualTo(LimitMethod.BETA_PRODUCT);
      assertThat(curve.median().isReached()).isFalse();
      assertThat(curve.restrictedMean(730).mean()).isEqualTo(730);
      assertThat(curve.restrictedMean(730).standardError()).isEmpty();
    }
  }

  /** With 4, 3, 2 and 1 still at risk the lower limit is 0.025 to the power of 1/4, 1/3, ... */
  @Test
  void knowsLessAfterEachCensoringInAGroupWithoutEvents() {
    FollowUp hips = Samples.ungrouped(new int[] {10, 20, 30, 40}, 0, 1, 2, 3);
    List<Step> steps = curve(hips).steps();
    assertThat(steps.get(0).lower()).isCloseTo(0.3976353643835253, EXACT);
    assertThat(steps.get(1).lower()).isCloseTo(0.29240177382128657, EXACT);
    assertThat(steps.get(2).lower()).isCloseTo(0.15811388300841897, EXACT);
    assertThat(steps.get(3).lower()).isCloseTo(0.025, EXACT);
  }

  @Test
  void countsPatientsInAGroupWithoutEvents() {
    FollowUp hips =
        Samples.seenForTwoYears(4, 0).clusters(List.of("A", "A", "B", "B")).build();
    assertThat(curve(hips).steps().get(0).lower()).isCloseTo(Math.sqrt(0.025), EXACT);
  }

  /** With all twelve dead the exact upper limit is 1 - 0.025^(1/12), whatever their times. */
  @ParameterizedTest
  @org.junit.jupiter.params.provider.EnumSource
  void answersTheEndOfAllExactly(IntervalType type) {
    FollowUp hips = Samples.ungrouped(new int[] {1, 2, 3, 3, 3, 4, 5, 6, 7, 7, 8, 9});
    Step end = KaplanMeier.withDefaults()
        .with(type)
        .estimate(hips)
        .curve("all")
        .steps()
        .get(8);
    assertThat(end.survival()).isEqualTo(0);
    assertThat(end.standardError()).isEmpty();
    assertThat(end.lower()).isEqualTo(0);
    assertThat(end.upper()).isCloseTo(0.2646484693970511, within(1e-12));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.EnumSource
  void isExactBeforeTheFirstEvent(IntervalType type) {
    FollowUp hips = Samples.ungrouped(new int[] {5, 10, 15}, 0);
    SurvivalCurve curve = KaplanMeier.withDefaults().with(type).estimate(hips).curve("all");
    for (double[] row : new double[][] {{1, 3}, {5, 3}, {7, 2}}) {
      SurvivalEstimate estimate = curve.at(row[0]).estimate().orElseThrow();
      assertThat(estimate.standardError()).isEmpty();
      assertThat(estimate.naiveStandardError()).isEmpty();
      assertThat(estimate.lower()).isCloseTo(Math.pow(0.025, 1 / row[1]), EXACT);
      assertThat(estimate.upper()).isEqualTo(1);
      assertThat(estimate.limits()).isEqualTo(LimitMethod.BETA_PRODUCT);
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.EnumSource
  void hasNoErrorBeforeTheFirstEventInR(IntervalType type) {
    FollowUp hips = Samples.ungrouped(new int[] {5, 10, 15}, 0);
    SurvivalCurve curve = Samples.asInR().with(type).estimate(hips).curve("all");
    for (SurvivalEstimate estimate :
        List.of(curve.steps().get(0).estimate(), curve.at(1).estimate().orElseThrow())) {
      assertThat(estimate.standardError()).hasValue(0);
      assertThat(estimate.lower()).isEqualTo(1);
      assertThat(estimate.upper()).isEqualTo(1);
      assertThat(estimate.limits()).isEqualTo(LimitMethod.STANDARD_ERROR);
    }
  }

  @Test
  void givesTheNaiveAnswerWhenClustersAreIgnored() {
    FollowUp eyes = Samples.eyes().build();
    FollowUp naive = eyes.ignoringClusters();
    assertThat(eyes.clusters()).isPresent();
    assertThat(naive.clusters()).isEmpty();
    List<Step> robust =
        KaplanMeier.withDefaults().estimate(eyes).curves().get(0).steps();
    List<Step> plain =
        KaplanMeier.withDefaults().estimate(naive).curves().get(0).steps();
    assertThat(plain).hasSameSizeAs(robust);
    for (int i = 0; i < plain.size(); i++) {
      assertThat(plain.get(i).survival()).isEqualTo(robust.get(i).survival());
      assertThat(plain.get(i).standardError()).isEqualTo(robust.get(i).naiveStandardError());
    }
    assertThat(naive.ignoringClusters()).isSameAs(naive);
  }

  /**
   * Whoever had an event or was at risk with one belongs to one patient, so the influences cancel.
   */
  @Test
  void hasNoRobustErrorWhereOnePatientIsAllThereIs() {
    FollowUp hips = FollowUp.ofDays(new int[] {1, 1, 1, 2}, new boolean[] {true, true, false, true})
        .weights(new double[] {1, 1, 3, 1})
        .entry(new int[] {0, 0, 0, 1})
        .clusters(List.of("A", "A", "A", "B"))
        .build();
    assertThat(Samples.asInR()
            .estimate(hips)
            .curve("all")
            .steps()
            .get(1)
            .estimate()
            .limits())
        .isEqualTo(LimitMethod.BETA_PRODUCT);
    assertThat(curve(hips).steps().get(0).standardError()).isEmpty();
  }

  @Test
  void tellsTheMethodInWords() {
    assertThat(KaplanMeier.withDefaults()
            .withLevel(0.9)
            .estimate(Samples.eyes().build())
            .method())
        .isEqualTo("Kaplan-Meier, infinitesimal jackknife standard error grouped by cluster,"
            + " log-log interval at level 0.9, t quantile with clusters less one as degrees of"
            + " freedom");
    assertThat(KaplanMeier.withDefaults()
            .with(IntervalType.LOG)
            .estimate(Samples.series())
            .method())
        .isEqualTo("Kaplan-Meier, Greenwood standard error, log interval at level 0.95,"
            + " normal quantile");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.0, 1.5, Double.NaN})
  void refusesALevelThatIsNone(double level) {
    assertThatThrownBy(() -> KaplanMeier.withDefaults().withLevel(level))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence level [probability] must lie in 0.0..1.0 without the ends, but was "
            + level);
  }

  @Test
  void takesTheLevelsNextToTheEnds() {
    for (double level : new double[] {Double.MIN_VALUE, Math.nextDown(1.0)}) {
      Step step = KaplanMeier.withDefaults()
          .withLevel(level)
          .estimate(Samples.ungrouped(new int[] {1, 2, 3}, 1))
          .curve("all")
          .steps()
          .get(0);
      assertThat(step.lower()).isBetween(0.0, step.survival());
      assertThat(step.upper()).isBetween(step.survival(), 1.0);
    }
  }

  @Test
  void readsTheNamesOfR() {
    for (IntervalType type : IntervalType.values()) {
      assertThat(IntervalType.parse(type.code())).isEqualTo(type);
    }
    assertThatThrownBy(() -> IntervalType.parse("LOG"))
        .hasMessage("confidence interval [type] must be one of log-log, log, plain, logit, arcsin,"
            + " but was a text of 3 characters");
  }

  @Test
  void knowsNoGroupOfAnotherName() {
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(Samples.series());
    assertThatThrownBy(() -> estimate.curve("IV"))
        .hasMessage("group [label] must be one of the 3 groups of the estimate, but was another");
  }

  /** A count of rows whose square does not fit an int. */
  @Test
  void countsMoreHipsThanSquaresOfIntsHold() {
    int hips = 50_000;
    FollowUp many = Samples.seenForTwoYears(hips, 10).build();
    double share = 1 - 10.0 / hips;
    SurvivalEstimate end = curve(many).at(730).estimate().orElseThrow();
    assertThat(end.survival()).isCloseTo(share, within(1e-14));
    assertThat(end.standardError().getAsDouble())
        .isCloseTo(Math.sqrt(share * (1 - share) / hips), within(1e-16));
  }

  /**
   * The 0.975 quantile of 10^6 simulated products of beta variables in R 4.2.2: 0.29763; the
   * two-moment approximation there: 0.297633943961489.
   */
  @Test
  void answersTheEndOfAllUnderCensoring() {
    List<Step> steps = KaplanMeier.withDefaults()
        .estimate(Samples.named("aml"))
        .curve("Nonmaintained")
        .steps();
    Step end = steps.get(steps.size() - 1);
    assertThat(end.survival()).isZero();
    assertThat(end.upper()).isCloseTo(0.297633943961489, within(1e-12));
  }
}
