package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.Samples;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRankTest {

  private static ChiSquare test(FollowUp followUp, String weighting) {
    return LogRank.withDefaults()
        .with(Weighting.parse(weighting))
        .test(followUp)
        .chiSquare()
        .orElseThrow();
  }

  private static FollowUp inPairs() {
    List<String> pairs =
        IntStream.range(0, 42).mapToObj(row -> Integer.toString(row / 2)).toList();
    return Samples.mercaptopurine().strata(pairs).build();
  }

  /** R's {@code survdiff}; {@code golden.R} made the file. */
  @Test
  void isThatOfR() {
    for (GoldenRow row : GoldenFile.read("golden_test.csv", 14)) {
      boolean stratified = row.get("stratified").equals("TRUE");
      FollowUp followUp = stratified ? inPairs() : Samples.named(row.get("set"));
      LogRankResult result = LogRank.withDefaults()
          .with(Weighting.flemingHarrington(Double.parseDouble(row.get("rho")), 0))
          .test(followUp);
      GroupCount group = result.groups().stream()
          .filter(candidate -> candidate.group().equals(row.get("group")))
          .findFirst()
          .orElseThrow();
      ChiSquare chiSquare = result.chiSquare().orElseThrow();
      assertThat(result.isStratified()).isEqualTo(stratified);
      assertClose(group.observed(), row.get("observed"));
      assertClose(group.expected(), row.get("expected"));
      assertClose(chiSquare.statistic(), row.get("chi_square"));
      assertThat(chiSquare.degreesOfFreedom()).isEqualTo(Integer.parseInt(row.get("df")));
      assertClose(chiSquare.pValue(), row.get("p"));
    }
  }

  private static void assertClose(double actual, String expected) {
    double value = Double.parseDouble(expected);
    // R and this library sum in different orders
    assertThat(actual).isCloseTo(value, within(1e-12 * value));
  }

  /** Own enumeration in R 4.2.2; logrank, gehan, tarone-ware as in Kleinbaum and Klein 2012. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "logrank | 16.79294099",
        "gehan | 13.45785205",
        "tarone-ware | 15.12357530",
        "peto-peto | 14.08413987",
        "fh:1,0 | 14.45715082",
        "fh:0,1 | 13.04844862",
        "fh:1,1 | 12.74149571",
        "fh:0.5,0.5 | 13.78001957"
      })
  void knowsTheFamilyOnFreireichsTrial(String weighting, double expected) {
    assertThat(test(Samples.named("gehan"), weighting).statistic())
        .isCloseTo(expected, within(5e-9));
  }

  /** Within pairs it is the sign test: the better arm wins 18 of 21 pairs. */
  @Test
  void withinPairsIsTheSignTest() {
    assertThat(test(inPairs(), "logrank").statistic())
        .isCloseTo((18 - 3) * (18 - 3) / 21.0, within(1e-12));
  }

  /** Score test of R's {@code coxph(Surv(start, stop, event) ~ x, ties = "exact")}. */
  @Test
  void comparesUnderDelayedEntry() {
    assertThat(test(Samples.lateEntries().build(), "logrank").statistic())
        .isCloseTo(0.012284069097888671, within(1e-14));
  }

  /** 6 events in one stage of three, none in the others. R: survdiff gives 20.795366615178587. */
  @Test
  void comparesGroupsWithoutEvents() {
    ChiSquare chiSquare = test(Samples.series(), "logrank");
    assertThat(chiSquare.degreesOfFreedom()).isEqualTo(2);
    assertThat(chiSquare.statistic()).isCloseTo(20.795366615178587, within(1e-12));
  }

  @Test
  void countsARowOfWeightTwoAsTwoRows() {
    double[] weights = Collections.nCopies(42, 2.0).stream().mapToDouble(w -> w).toArray();
    FollowUp weighted = Samples.mercaptopurine().weights(weights).build();
    LogRankResult once = LogRank.withDefaults().test(Samples.named("gehan"));
    LogRankResult twice = LogRank.withDefaults().test(weighted);
    assertThat(twice.groups().get(0).expected())
        .isCloseTo(2 * once.groups().get(0).expected(), within(1e-12));
    assertThat(twice.chiSquare().orElseThrow().statistic())
        .isGreaterThan(once.chiSquare().orElseThrow().statistic());
  }

  /** Controls thrice: R's {@code survdiff} of 84 rows; other programs forget the weights here. */
  @Test
  void countsCaseWeightsAsRowsOnFreireichsTrial() {
    FollowUp once = Samples.named("gehan");
    int control = once.groups().indexOf("control");
    double[] weights = IntStream.range(0, 42)
        .mapToDouble(row -> once.group(row) == control ? 3 : 1)
        .toArray();
    FollowUp weighted = Samples.mercaptopurine().weights(weights).build();
    assertThat(test(weighted, "logrank").statistic()).isCloseTo(22.712845881798778, within(1e-12));
    assertThat(test(weighted, "fh:1,0").statistic()).isCloseTo(17.312562890179716, within(1e-12));
  }

  /** On day 0 no hip has had the event yet, so that S(t-) is 1. */
  @Test
  void weighsAnEventOnDayZeroByAllWhoWereThere() {
    FollowUp hips = FollowUp.ofDays(new int[] {0, 1, 2, 3}, new boolean[] {true, true, true, false})
        .groups(List.of("A", "B", "A", "B"))
        .build();
    for (String weighting : List.of("fh:1,0", "fh:0,1", "fh:0.5,2", "gehan", "peto-peto")) {
      assertThat(test(hips, weighting).pValue()).isBetween(0.0, 1.0);
    }
    LogRankResult early =
        LogRank.withDefaults().with(Weighting.flemingHarrington(1, 0)).test(hips);
    assertThat(early.groups().get(0).observed()).isEqualTo(1 + 0.5);
  }

  /** The second group had left before the first event, so nothing was expected of it. */
  @Test
  void leavesOutAGroupOfWhichNothingWasExpected() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {10, 20, 5, 12, 30}, new boolean[] {true, true, false, false, true})
        .groups(List.of("A", "B", "C", "A", "B"))
        .build();
    LogRankResult result = LogRank.withDefaults().test(hips);
    assertThat(result.groups().get(2).expected()).isZero();
    assertThat(result.chiSquare().orElseThrow().degreesOfFreedom()).isEqualTo(1);
  }

  @Test
  void saysWhenNoTestIsPossible() {
    assertThat(LogRank.withDefaults()
            .test(Samples.leukemia().groups(new int[23], List.of("all")).build())
            .chiSquare())
        .isEmpty();
    FollowUp withoutEvents = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {false, false})
        .groups(List.of("A", "B"))
        .build();
    assertThat(LogRank.withDefaults().test(withoutEvents).chiSquare()).isEmpty();
    FollowUp neverTogether = FollowUp.ofDays(new int[] {10, 30}, new boolean[] {true, true})
        .entry(new int[] {0, 20})
        .groups(List.of("A", "B"))
        .build();
    assertThat(LogRank.withDefaults().test(neverTogether).chiSquare()).isEmpty();
  }

  @Test
  void readsTheNamesThatItWrites() {
    for (String code : List.of("logrank", "gehan", "tarone-ware", "peto-peto", "fh:1,0.5")) {
      assertThat(Weighting.parse(code).code()).isEqualTo(code);
    }
    assertThat(Weighting.parse("fh:0,0").code()).isEqualTo("logrank");
    assertThat(Weighting.flemingHarrington(1, 0.5).title())
        .isEqualTo("Fleming-Harrington (1, 0.5)");
    assertThat(LogRank.withDefaults().test(inPairs()).title())
        .isEqualTo("stratified log-rank test");
    assertThat(LogRank.withDefaults().test(Samples.eyes().build()).title())
        .isEqualTo("clustered log-rank test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "log-rank", "fh:1", "fh:-1,0", "fh:1,NaN", "fh:\u0661,0"})
  void refusesOtherNames(String text) {
    assertThatThrownBy(() -> Weighting.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "test [name] must be logrank, gehan, tarone-ware, peto-peto or fh:");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesPowersThatAreNone(double power) {
    assertThatThrownBy(() -> Weighting.flemingHarrington(power, 0))
        .hasMessage("rho [power] must be finite and 0.0 or more, but was " + power);
    assertThatThrownBy(() -> ChiSquare.of(power, 1))
        .hasMessage("chi-square [statistic] must be finite and 0.0 or more, but was " + power);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, Double.MAX_VALUE})
  void acceptsEveryPowerAndStatisticOfZeroOrMore(double value) {
    assertThat(Weighting.flemingHarrington(value, 0).rho()).isEqualTo(value);
    assertThat(ChiSquare.of(value, 1).statistic()).isEqualTo(value);
  }

  @Test
  void knowsNoMinusZero() {
    assertThat(Weighting.flemingHarrington(-0.0, -0.0)).isEqualTo(Weighting.logRank());
    assertThat(ChiSquare.of(-0.0, 1)).isEqualTo(ChiSquare.of(0, 1));
    assertThat(ChiSquare.of(0, 1).pValue()).isEqualTo(1);
  }

  /** R 4.2.2: pchisq(4971.6, 1, lower.tail = FALSE, log.p = TRUE). */
  @Test
  void stillKnowsAPValueThatUnderflows() {
    ChiSquare large = ChiSquare.of(4971.6, 1);
    assertThat(large.pValue()).isZero();
    assertThat(large.logPValue()).isCloseTo(-2490.2817408935243, within(1e-9));
  }

  @Test
  void needsADegreeOfFreedom() {
    assertThatThrownBy(() -> ChiSquare.of(1, 0))
        .hasMessage("degrees of freedom [count] must be 1 or more, but were 0");
  }

  /**
   * By hand, for weights so large that 1 is nothing beside them: observed less expected events of A
   * are 1 - 2/5 - 1/4 = 0.35, and their variance is 2/5 3/5 4/5 + 1/4 3/4 3/4 = 0.332625.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e20, 1e150, 1e300, 1e307})
  void knowsTheStatisticOfWeightsOutOfAllProportion(double unit) {
    double[] weights = {unit, unit, unit, unit, unit};
    FollowUp weighted = FollowUp.ofDays(
            new int[] {1, 2, 3, 4, 5}, new boolean[] {true, true, false, true, true})
        .groups(List.of("A", "B", "A", "B", "B"))
        .weights(weights)
        .build();
    assertThat(test(weighted, "logrank").statistic() / unit)
        .isCloseTo(0.35 * 0.35 / 0.332625, within(1e-13));
    assertThat(Trend.inOrder().test(weighted).chiSquare().orElseThrow().statistic() / unit)
        .isCloseTo(0.35 * 0.35 / 0.332625, within(1e-13));
  }
}
