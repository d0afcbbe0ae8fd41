package io.github.avnfh.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.GoldenSets;
import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.GroupCount;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.ScoreVariance;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GrayTestTest {
  private static final List<String> CAUSES = List.of("event", "competing");

  private static CompetingFollowUp set(String set, boolean stratified) {
    List<GoldenRow> rows = GoldenSets.rows(set);
    CompetingFollowUpBuilder hips = CompetingFollowUp.ofTimes(
            rows.stream().mapToDouble(row -> GoldenSets.number(row, "time")).toArray(),
            rows.stream().mapToInt(row -> Integer.parseInt(row.get("cause"))).toArray(),
            CAUSES)
        .groups(rows.stream().map(row -> row.get("group")).toList())
        .clusters(rows.stream().map(row -> row.get("id")).toList());
    return stratified
        ? hips.strata(rows.stream().map(row -> row.get("stratum")).toList()).build()
        : hips.build();
  }

  private static double statistic(GrayTest.Result result, ScoreVariance variance) {
    return result.tests().stream()
        .filter(test -> test.variance() == variance)
        .findFirst()
        .flatMap(ScoreTest::chiSquare)
        .map(ChiSquare::statistic)
        .orElseThrow();
  }

  /** R's {@code cuminc} and products of scores written down there; {@code golden_gray.R}. */
  @Test
  void agreesWithR() {
    for (GoldenRow row : GoldenFile.read("competing/golden_gray.csv", 104)) {
      CompetingFollowUp hips = set(row.get("set"), row.get("stratified").equals("TRUE"))
          .withEvent(CAUSES.get(Integer.parseInt(row.get("cause")) - 1));
      GrayTest test = GrayTest.withDefaults().withRho(GoldenSets.number(row, "rho"));
      GrayTest.Result result = test.test(hips);
      for (ScoreVariance variance : ScoreVariance.values()) {
        double expected = GoldenSets.number(row, variance.code());
        assertThat(statistic(result, variance))
            .as("%s of %s", variance.code(), row.get("set"))
            .isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
      }
      ChiSquare independent = result.tests().get(2).chiSquare().orElseThrow();
      assertThat(independent.degreesOfFreedom()).isEqualTo(Integer.parseInt(row.get("df")));
      assertThat(independent.pValue()).isCloseTo(GoldenSets.number(row, "p"), within(1e-9));
      assertThat(result.answer().variance()).isEqualTo(ScoreVariance.CLUSTERED);
      // R sorts the groups, whose scores are then their order
      List<String> groups = hips.anyEvent().groups();
      List<String> sorted = groups.stream().sorted().toList();
      GrayTest.Trend trend =
          test.trend(hips, groups.stream().mapToDouble(sorted::indexOf).toArray());
      double expected = GoldenSets.number(row, "trend");
      assertThat(trend.tests().get(2).chiSquare().orElseThrow().statistic())
          .isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
      double clustered = GoldenSets.number(row, "trend_clustered");
      assertThat(trend.chiSquare().orElseThrow().statistic())
          .isCloseTo(clustered, within(1e-9 * Math.max(1, clustered)));
    }
  }

  /** Of two groups a trend is their difference, regardless of the scores, and the only pair too. */
  @Property(tries = 50)
  void trendAndPairOfTwoGroupsAreTheTest(@ForAll int seed) {
    CompetingFollowUp hips = random(seed, 50, 2).build().only(List.of("I", "II"));
    GrayTest test = GrayTest.withDefaults().withRho(0.5);
    GrayTest.Result result = test.test(hips);
    GrayTest.Trend trend = test.trend(hips, 3, -1);
    assertThat(trend.scores()).containsExactly(3.0, -1.0);
    List<GrayTest.Pair> pairs = test.pairs(hips);
    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).result()).isEqualTo(result);
    assertThat(trend.chiSquare().isPresent()).isEqualTo(result.chiSquare().isPresent());
    result.chiSquare().ifPresent(known -> {
      assertThat(trend.chiSquare().orElseThrow().statistic())
          .isCloseTo(known.statistic(), within(1e-9 * Math.max(1, known.statistic())));
      assertThat(pairs.get(0).adjustedPValue().orElseThrow()).isEqualTo(known.pValue());
    });
    assertThat(test.trend(hips, 1, 1).tests().get(0).lacks())
        .hasValueSatisfying(lacks -> assertThat(lacks).isNotEmpty());
  }

  /** Three pairs, each the test of its two groups, by Holm's method. */
  @Test
  void comparesPairs() {
    CompetingFollowUp hips = random(7, 200, 2).build();
    List<GrayTest.Pair> pairs = GrayTest.withDefaults().pairs(hips);
    assertThat(pairs).hasSize(3);
    double least = pairs.stream()
        .mapToDouble(pair -> pair.result().chiSquare().orElseThrow().pValue())
        .min()
        .orElseThrow();
    assertThat(pairs.stream()
            .mapToDouble(pair -> pair.adjustedPValue().orElseThrow())
            .min())
        .hasValueCloseTo(3 * least, within(1e-12));
    assertThatThrownBy(() -> GrayTest.withDefaults().trend(hips, 1, 2))
        .hasMessage("scores [count] must be 3 like the groups, but were 2");
    assertThatThrownBy(() -> GrayTest.withDefaults().withRho(Double.NaN))
        .hasMessage("rho [power] must be finite, but was NaN");
  }

  private static CompetingFollowUpBuilder random(int seed, int rows, int causes) {
    Random random = new Random(seed);
    List<String> labels = List.of("I", "II", "III");
    return CompetingFollowUp.ofDays(
            random.ints(rows, 1, 30).toArray(),
            random.ints(rows, 0, causes + 1).toArray(),
            List.of("replaced", "died").subList(0, causes))
        .groups(random.ints(rows, 0, 3).mapToObj(labels::get).toList(), labels);
  }

  /** Where nothing competes, what is expected is what the log-rank test expects. */
  @Property(tries = 200)
  void expectsWhatTheLogRankTestDoesWhereNothingCompetes(
      @ForAll int seed, @ForAll @IntRange(min = 4, max = 60) int rows) {
    CompetingFollowUp hips = random(seed, rows, 1).build();
    LogRankResult logRank = LogRank.withDefaults().test(hips.anyEvent());
    List<GroupCount> groups = GrayTest.withDefaults().test(hips).groups();
    for (int group = 0; group < groups.size(); group++) {
      assertThat(groups.get(group).expected())
          .isCloseTo(logRank.groups().get(group).expected(), within(1e-9));
      assertThat(groups.get(group).observed())
          .isEqualTo(logRank.groups().get(group).observed());
    }
  }

  /** In a large sample the variance is that of the log-rank test too. */
  @Test
  void comesCloseToTheLogRankTestInALargeSample() {
    Random random = new Random(20261128);
    int rows = 20_000;
    CompetingFollowUp hips = CompetingFollowUp.ofTimes(
            random.doubles(rows).map(u -> -Math.log(1 - u)).toArray(),
            random.ints(rows, 0, 2).toArray(),
            List.of("replaced"))
        .groups(random.ints(rows, 0, 3).mapToObj(Integer::toString).toList())
        .build();
    double logRank =
        LogRank.withDefaults().test(hips.anyEvent()).chiSquare().orElseThrow().statistic();
    assertThat(GrayTest.withDefaults().test(hips).chiSquare().orElseThrow().statistic())
        .isCloseTo(logRank, within(1e-2 * logRank));
  }

  @Property(tries = 100)
  void doesNotDependOnTheOrderOfRowsAndIsIndependentWithoutSharedClusters(
      @ForAll int seed, @ForAll @IntRange(min = 10, max = 60) int rows) {
    GrayTest.Result plain = GrayTest.withDefaults().test(random(seed, rows, 2).build());
    GrayTest.Result clustered = GrayTest.withDefaults()
        .test(random(seed, rows, 2)
            .clusters(IntStream.range(0, rows).map(row -> rows - row).toArray())
            .build());
    assertThat(clustered.tests().get(0).variance()).isEqualTo(ScoreVariance.CLUSTERED);
    if (clustered.tests().get(0).chiSquare().isPresent()) {
      assertThat(clustered.tests().get(0).chiSquare()).isEqualTo(plain.chiSquare());
    }
  }

  /** A row of weight 2 counts as two rows. */
  @Property(tries = 100)
  void takesAWeightForRows(@ForAll int seed) {
    int rows = 40;
    Random random = new Random(seed);
    int[] days = random.ints(rows, 1, 30).toArray();
    int[] causes = random.ints(rows, 0, 3).toArray();
    List<String> groups = random.ints(rows, 0, 2).mapToObj(Integer::toString).toList();
    double[] weights = random.ints(rows, 1, 4).asDoubleStream().toArray();
    int[] copies = IntStream.range(0, rows)
        .flatMap(row -> IntStream.generate(() -> row).limit((long) weights[row]))
        .toArray();
    GrayTest.Result weighted = GrayTest.withDefaults()
        .test(CompetingFollowUp.ofDays(days, causes, CAUSES)
            .groups(groups, List.of("0", "1"))
            .weights(weights)
            .build());
    GrayTest.Result copied = GrayTest.withDefaults()
        .test(CompetingFollowUp.ofDays(
                IntStream.of(copies).map(row -> days[row]).toArray(),
                IntStream.of(copies).map(row -> causes[row]).toArray(),
                CAUSES)
            .groups(IntStream.of(copies).mapToObj(groups::get).toList(), List.of("0", "1"))
            .build());
    assertThat(weighted.chiSquare().isPresent()).isEqualTo(copied.chiSquare().isPresent());
    weighted
        .chiSquare()
        .ifPresent(test -> assertThat(test.statistic())
            .isCloseTo(copied.chiSquare().orElseThrow().statistic(), within(1e-8)));
  }

  /** Cut into parts by delayed entry, a hip is still one hip. */
  @Property(tries = 100)
  void doesNotDependOnHowAFollowUpIsCut(@ForAll int seed) {
    int rows = 40;
    Random random = new Random(seed);
    int[] days = random.ints(rows, 2, 30).toArray();
    int[] causes = random.ints(rows, 0, 3).toArray();
    int[] patients = random.ints(rows, 0, 25).toArray();
    List<String> groups = random.ints(rows, 0, 2).mapToObj(Integer::toString).toList();
    int[] cuts = IntStream.of(days).map(day -> 1 + random.nextInt(day - 1)).toArray();
    GrayTest.Result whole = GrayTest.withDefaults()
        .test(CompetingFollowUp.ofDays(days, causes, CAUSES)
            .groups(groups, List.of("0", "1"))
            .clusters(patients)
            .build());
    GrayTest.Result parts = GrayTest.withDefaults()
        .test(CompetingFollowUp.ofDays(
                both(i -> i < rows ? cuts[i] : days[i - rows], rows),
                both(i -> i < rows ? 0 : causes[i - rows], rows),
                CAUSES)
            .entry(both(i -> i < rows ? 0 : cuts[i - rows], rows))
            .groups(
                IntStream.range(0, 2 * rows).mapToObj(i -> groups.get(i % rows)).toList(),
                List.of("0", "1"))
            .clusters(both(i -> patients[i % rows], rows))
            .build());
    for (int i = 0; i < 3; i++) {
      if (whole.tests().get(i).chiSquare().isPresent()) {
        assertThat(parts.tests().get(i).chiSquare().orElseThrow().statistic())
            .isCloseTo(whole.tests().get(i).chiSquare().orElseThrow().statistic(), within(1e-7));
      }
    }
  }

  private static int[] both(IntUnaryOperator value, int rows) {
    return IntStream.range(0, 2 * rows).map(value).toArray();
  }

  @Test
  void saysWhatIsLacking() {
    CompetingFollowUp one =
        CompetingFollowUp.ofDays(new int[] {1, 2}, new int[] {1, 2}, CAUSES).build();
    GrayTest.Result alone = GrayTest.withDefaults().test(one);
    assertThat(alone.chiSquare()).isEmpty();
    assertThat(alone.answer().lacks()).hasValue("groups at risk together at an event");
    assertThat(alone.title()).isEqualTo("Gray's test");
    GrayTest.Result weighted = GrayTest.withDefaults()
        .test(random(1, 40, 2)
            .weights(IntStream.range(0, 40).mapToDouble(i -> 1.5).toArray())
            .build());
    assertThat(weighted.tests())
        .extracting(ScoreTest::variance)
        .containsExactly(ScoreVariance.ROBUST, ScoreVariance.INDEPENDENT);
    assertThat(weighted.tests().get(1).lacks()).hasValue("case weights that are whole numbers");
    assertThat(weighted.title()).isEqualTo("robust Gray's test");
    GrayTest.Result few = GrayTest.withDefaults().test(set("d05", false));
    assertThat(few.clustersWithEvent()).hasValue(8);
    assertThat(few.restsOnFewClusters()).isTrue();
    assertThat(few.cause()).isEqualTo("event");
    assertThat(few.isStratified()).isFalse();
  }

  @Test
  void refusesCausesThatAreNone() {
    assertThatThrownBy(() -> CompetingFollowUp.ofDays(new int[] {1, 2}, new int[] {1, 3}, CAUSES))
        .hasMessage("cause [number] must lie in 0..2, but was 3 in row 2");
    assertThatThrownBy(
            () -> CompetingFollowUp.ofDays(new int[] {1}, new int[] {1}, List.of("died", "died")))
        .hasMessage("causes [labels] must be 1 or more, each once, but were 2, of which 1 differ");
    assertThatThrownBy(() -> set("d05", false).withEvent("lost"))
        .hasMessage("cause [label] must be one of the 2 causes, but was another");
  }
}
