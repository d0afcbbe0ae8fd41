package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three variances; {@code golden_variances.R} made the numbers and says how. */
class VarianceTest {
  private static final int DATA = 934;
  private static final int NUMBERS = 224;

  private static double[] column(List<GoldenRow> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
  }

  private static List<String> words(List<GoldenRow> rows, String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  private static boolean[] events(List<GoldenRow> rows, String name) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length)
        .forEach(i -> events[i] = rows.get(i).get(name).equals("1"));
    return events;
  }

  private static FollowUp followUp(List<GoldenRow> rows) {
    return FollowUp.ofTimes(column(rows, "time"), events(rows, "event"))
        .groups(words(rows, "group"), groups(rows))
        .clusters(words(rows, "cluster"))
        .entry(column(rows, "entry"))
        .weights(column(rows, "weight"))
        .strata(words(rows, "stratum"))
        .build();
  }

  /** In the order of R's factor, which a trend needs. */
  private static List<String> groups(List<GoldenRow> rows) {
    List<String> found = words(rows, "group").stream().distinct().toList();
    return found.contains("b") ? List.of("b", "c", "a") : found;
  }

  private static double statistic(FollowUp followUp, GoldenRow row) {
    String name = row.get("test").replace(" trend", "").replace("fh 1 0", "fh:1,0");
    Weighting weighting = Weighting.parse(name);
    ScoreTestResult result = row.get("test").endsWith(" trend")
        ? Trend.inOrder().with(weighting).test(followUp)
        : LogRank.withDefaults().with(weighting).test(followUp);
    ScoreTest test = result.tests().stream()
        .filter(one -> one.variance().code().equals(row.get("variance")))
        .findFirst()
        .orElseThrow();
    assertThat(test.chiSquare().orElseThrow().degreesOfFreedom())
        .isEqualTo(Integer.parseInt(row.get("df")));
    return test.chiSquare().orElseThrow().statistic();
  }

  @Test
  void allVariancesAreThoseOfTheRiskSets() {
    Map<String, FollowUp> sets = GoldenFile.read("variances.csv", DATA).stream()
        .collect(Collectors.groupingBy(
            row -> row.get("set"),
            Collectors.collectingAndThen(Collectors.toList(), rows -> followUp(rows))));
    for (GoldenRow row : GoldenFile.read("golden_variances.csv", NUMBERS)) {
      double expected = Double.parseDouble(row.get("statistic"));
      // R and this library sum in different orders
      assertThat(statistic(Objects.requireNonNull(sets.get(row.get("set"))), row))
          .as(row.get("set") + ", " + row.get("test") + ", " + row.get("variance"))
          .isCloseTo(expected, within(1e-11 * (1 + expected)));
    }
  }

  private static FollowUpBuilder file(String name, int rows, String weight) {
    List<GoldenRow> read = GoldenFile.read("compare_" + name + ".csv", rows);
    FollowUpBuilder builder =
        FollowUp.ofTimes(column(read, "t"), events(read, "e")).groups(words(read, "g"));
    return weight.isEmpty() ? builder : builder.weights(column(read, weight));
  }

  /** R: coxph(cluster = p, ties = "breslow")$rscore; the clustered one from golden_variances.R. */
  @Test
  void pairsOfFewHipsAreTestedByPatient() {
    LogRankResult result = LogRank.withDefaults()
        .test(file("cl", 10, "")
            .clusters(words(GoldenFile.read("compare_cl.csv", 10), "p"))
            .build());
    assertThat(result.tests())
        .extracting(test -> test.variance().code())
        .containsExactly("clustered", "robust", "independent");
    assertThat(result.chiSquare().orElseThrow().statistic())
        .isCloseTo(0.218397328296, within(1e-12));
    assertThat(result.chiSquare(ScoreVariance.ROBUST).orElseThrow().pValue())
        .isCloseTo(0.6550, within(5e-5));
    assertThat(result.naiveChiSquare().orElseThrow().pValue()).isCloseTo(0.5459, within(5e-5));
    assertThat(result.clustersWithEvent()).hasValue(6);
    assertThat(result.restsOnFewClusters()).isTrue();
  }

  /** R as above, with weights, strata and delayed entry. */
  @Test
  void weightsThatAreNotWholeAreTestedRobustly() {
    List<GoldenRow> rows = GoldenFile.read("compare_wfig.csv", 40);
    LogRankResult result = LogRank.withDefaults()
        .test(file("wfig", 40, "w")
            .entry(column(rows, "s"))
            .strata(words(rows, "st"))
            .clusters(words(rows, "c"))
            .build());
    assertThat(result.title()).isEqualTo("robust stratified log-rank test");
    assertThat(result.chiSquare().orElseThrow().pValue()).isCloseTo(0.0977, within(5e-5));
    assertThat(result.naiveChiSquare()).isEmpty();
    assertThat(result.tests().get(1).lacks()).hasValue("case weights that are whole numbers");
  }

  /** A weight that makes the sum at the last event 1.001 or 0.999. */
  @ParameterizedTest
  @ValueSource(strings = {"logrank", "gehan", "tarone-ware", "peto-peto", "fh:1,0"})
  void isContinuousInTheWeights(String weighting) {
    ToDoubleFunction<Double> p = weight -> {
      double[] weights = column(GoldenFile.read("compare_wboom.csv", 14), "w");
      weights[6] = weight;
      FollowUp hips = file("wboom", 14, "").weights(weights).build();
      Weighting chosen = Weighting.parse(weighting);
      double trend =
          Trend.inOrder().with(chosen).test(hips).chiSquare().orElseThrow().pValue();
      double pair = Pairwise.withDefaults()
          .with(chosen)
          .test(hips)
          .get(0)
          .adjustedPValue()
          .getAsDouble();
      double test = LogRank.withDefaults()
          .with(chosen)
          .test(hips)
          .chiSquare()
          .orElseThrow()
          .pValue();
      assertThat(trend).isCloseTo(test, within(1e-14));
      assertThat(pair).isCloseTo(test, within(1e-14));
      return test;
    };
    assertThat(p.applyAsDouble(0.601)).isCloseTo(p.applyAsDouble(0.599), within(1e-4));
    if (weighting.equals("logrank")) {
      assertThat(p.applyAsDouble(0.601)).isCloseTo(0.0016, within(5e-5));
    }
  }

  /** R: rscore 0.0441810183419, whatever the unit of the weights. */
  @ParameterizedTest
  @ValueSource(strings = {"logrank", "gehan", "tarone-ware", "peto-peto", "fh:1,0"})
  void theUnitOfWeightsDoesNotMatter(String weighting) {
    Weighting chosen = Weighting.parse(weighting);
    LogRank test = LogRank.withDefaults().with(chosen);
    List<String> id = words(GoldenFile.read("compare_wnorm.csv", 10), "id");
    double usual =
        test.test(file("wnorm", 10, "w").build()).chiSquare().orElseThrow().statistic();
    for (String unit : List.of("w10", "w01")) {
      for (FollowUp hips : List.of(
          file("wnorm", 10, unit).build(), file("wnorm", 10, unit).clusters(id).build())) {
        assertThat(test.test(hips).chiSquare().orElseThrow().statistic())
            .isCloseTo(usual, within(1e-13));
        assertThat(Trend.inOrder()
                .with(chosen)
                .test(hips)
                .chiSquare()
                .orElseThrow()
                .statistic())
            .isCloseTo(usual, within(1e-13));
        assertThat(Pairwise.withDefaults().with(chosen).test(hips).get(0).adjustedPValue())
            .hasValueCloseTo(Distribution.chiSquare(1).upperTail(usual), within(1e-13));
      }
    }
    if (weighting.equals("logrank")) {
      assertThat(usual).isCloseTo(0.0441810183419, within(1e-13));
    }
  }

  /** Patients with one or two hips that share a frailty, in whole days, four groups. */
  private static FollowUpBuilder many(int hips) {
    SplittableRandom random = new SplittableRandom(7);
    double[] hazards = {5e-5, 1e-4, 3e-4, 6e-4};
    int[] days = new int[hips];
    boolean[] events = new boolean[hips];
    int[] groups = new int[hips];
    int[] patients = new int[hips];
    int patient = -1;
    double frailty = 1;
    for (int hip = 0; hip < hips; hip++) {
      boolean second = hip > 0
          && patients[hip - 1] == patient
          && random.nextInt(5) == 0
          && (hip < 2 || patients[hip - 2] != patient);
      patient += second ? 0 : 1;
      frailty = second ? frailty : -Math.log(1 - random.nextDouble());
      int group = random.nextInt(4);
      double day = -Math.log(1 - random.nextDouble()) / (hazards[group] * frailty + 1e-9);
      int censored = 180 + random.nextInt(5_300);
      patients[hip] = patient;
      groups[hip] = group;
      events[hip] = day <= censored;
      days[hip] = events[hip] ? (int) Math.ceil(day) : censored;
    }
    return FollowUp.ofDays(days, events)
        .groups(groups, List.of("I", "II", "III", "IV"))
        .clusters(patients);
  }

  /**
   * Three contrasts of four groups, in spite of rounding over 100,000 rows: R's
   * {@code survdiff(...)$chisq} and {@code coxph(..., cluster = patient, ties = "breslow")$rscore}.
   */
  @Test
  void hasThreeDegreesOfFreedomInManyHips() {
    FollowUp hips = many(100_000).build();
    LogRankResult result = LogRank.withDefaults().test(hips);
    for (ScoreTest test : result.tests()) {
      assertThat(test.chiSquare().orElseThrow().degreesOfFreedom()).isEqualTo(3);
    }
    assertThat(statistic(result, ScoreVariance.INDEPENDENT))
        .isCloseTo(17557.14535374986, within(1e-8));
    assertThat(statistic(result, ScoreVariance.ROBUST)).isCloseTo(13636.1952422979, within(1e-8));
    assertThat(LogRank.withDefaults().test(hips.counts()).chiSquare())
        .isEqualTo(result.naiveChiSquare());
  }

  private static double statistic(LogRankResult result, ScoreVariance variance) {
    return result.tests().stream()
        .filter(test -> test.variance() == variance)
        .findFirst()
        .flatMap(ScoreTest::chiSquare)
        .orElseThrow()
        .statistic();
  }

  /** The same rows in more groups than a matrix is made for: split at random, most are alike. */
  @ParameterizedTest
  @CsvSource({"32", "33", "40"})
  void manyGroupsAreTestedAsFewAre(int groups) {
    FollowUp few = many(3_000).build();
    int[] group = IntStream.range(0, 3_000).map(row -> row % groups).toArray();
    List<String> labels = IntStream.range(0, groups).mapToObj(i -> "g" + i).toList();
    FollowUp many = many(3_000).groups(group, labels).build();
    LogRankResult result = LogRank.withDefaults().test(many);
    assertThat(result.naiveChiSquare().orElseThrow().statistic())
        .isCloseTo(
            LogRank.withDefaults().test(many.counts()).chiSquare().orElseThrow().statistic(),
            within(1e-9));
    for (ScoreTest test : result.tests()) {
      assertThat(test.chiSquare().orElseThrow().degreesOfFreedom()).isEqualTo(groups - 1);
      assertThat(test.chiSquare().orElseThrow().pValue()).isBetween(1e-4, 1.0);
    }
    assertThat(few.groups()).hasSize(4);
  }

  /** Two thousand groups of two rows, each also a stratum: no more than some sweeps over rows. */
  @Test
  void groupsOfTwoRowsCostLittle() {
    int rows = 4_000;
    SplittableRandom random = new SplittableRandom(1);
    int[] days = random.ints(rows, 1, 8_000).toArray();
    boolean[] events = new boolean[rows];
    IntStream.range(0, rows).forEach(row -> events[row] = random.nextInt(3) > 0);
    List<String> pairs = IntStream.range(0, rows).mapToObj(row -> "g" + row / 2).toList();
    FollowUp grouped = FollowUp.ofDays(days, events).groups(pairs).build();
    FollowUp stratified = FollowUp.ofDays(days, events)
        .groups(pairs)
        .strata(IntStream.range(0, rows).mapToObj(row -> "s" + row % 2_000).toList())
        .build();
    long start = System.nanoTime();
    ChiSquare test = LogRank.withDefaults().test(grouped).chiSquare().orElseThrow();
    LogRankResult within = LogRank.withDefaults().test(stratified);
    // a few hundredths of a second here; a matrix of 2,000 groups took 25 seconds
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
    assertThat(test.degreesOfFreedom()).isEqualTo(1_999);
    assertThat(within.groups()).hasSize(2_000);
  }

  /**
   * Sums of squares of such weights are no doubles: there is a number or no test, never a fault.
   */
  @ParameterizedTest
  @ValueSource(strings = {"logrank", "gehan", "tarone-ware", "peto-peto", "fh:1,0"})
  void answersOrSaysWhatIsLackingForWeightsOfAnySize(String weighting) {
    for (double weight : new double[] {1e-308, 1e-150, 1, 1e150, 1e200, 1e307, 1e308}) {
      FollowUp hips = FollowUp.ofTimes(
              new double[] {12, 24.5, 30, 0.3, 36, 18},
              new boolean[] {true, false, true, true, false, true})
          .entry(new double[] {0, 0.25, 3, 0.1, 0, 1})
          .weights(new double[] {1, 1.5, 1, weight, 2, 1})
          .groups(List.of("I", "II", "I", "II", "I", "I"))
          .strata(List.of("a", "a", "b", "b", "a", "b"))
          .clusters(List.of(1, 1, 2, 3, 4, 6))
          .build();
      Weighting chosen = Weighting.parse(weighting);
      assertThat(LogRank.withDefaults().with(chosen).test(hips).tests())
          .isNotEmpty()
          .allSatisfy(test -> assertThat(test.chiSquare().isPresent())
              .as(weight + ": " + test)
              .isNotEqualTo(test.lacks().isPresent()));
      assertThat(Trend.inOrder().with(chosen).test(hips).tests()).isNotEmpty();
      assertThat(Pairwise.withDefaults().with(chosen).test(hips)).hasSize(1);
    }
  }

  /**
   * Few patients whose hips have the event on one day in different groups: the cross-products
   * outweigh the hypergeometric variance. R: the robust score test of coxph with Breslow's ties.
   */
  @Test
  void aVarianceThatIsNotPositiveGivesWayToTheRobustOne() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {2, 2, 4, 4, 4, 4}, new boolean[] {true, true, true, true, true, true})
        .groups(List.of("C", "B", "A", "A", "A", "B"))
        .clusters(List.of(1, 1, 2, 2, 3, 3))
        .build();
    LogRankResult result = LogRank.withDefaults().test(hips);
    ScoreTest clustered = result.tests().get(0);
    assertThat(clustered.variance()).isEqualTo(ScoreVariance.CLUSTERED);
    assertThat(clustered.chiSquare()).isEmpty();
    assertThat(clustered.lacks()).hasValue("a variance that is positive definite");
    assertThat(result.variance()).isEqualTo(ScoreVariance.ROBUST);
    assertThat(result.chiSquare().orElseThrow().statistic()).isCloseTo(2, within(1e-12));
  }
}
