package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class VarianceProperties {

  /** One row of a comparison. */
  private record Row(int entry, int day, boolean event, int group, int stratum, int cluster) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 30),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 12))
        .as((day, event, group, stratum, cluster) ->
            new Row(0, day, event, group, stratum, cluster))
        .list()
        .ofMinSize(4)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<Weighting> weightings() {
    return Arbitraries.of(
        Weighting.logRank(), Weighting.gehan(), Weighting.petoPeto(), Weighting.taroneWare());
  }

  private static FollowUpBuilder followUp(List<Row> rows) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    return FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events)
        .entry(rows.stream().mapToInt(Row::entry).toArray())
        .groups(rows.stream().mapToInt(Row::group).toArray(), List.of("A", "B", "C"))
        .strata(rows.stream().map(row -> "s" + row.stratum()).toList());
  }

  private static int[] clusters(List<Row> rows) {
    return rows.stream().mapToInt(Row::cluster).toArray();
  }

  private static void assertSame(Optional<ChiSquare> one, Optional<ChiSquare> other) {
    assertThat(one.map(ChiSquare::degreesOfFreedom))
        .isEqualTo(other.map(ChiSquare::degreesOfFreedom));
    if (one.isPresent()) {
      double statistic = one.get().statistic();
      assertThat(other.orElseThrow().statistic())
          .isCloseTo(statistic, within(1e-7 * (1 + statistic)));
    }
  }

  /** All tests that are not nearly singular, where rounding is magnified. */
  private static void assertSame(LogRankResult one, LogRankResult other) {
    for (ScoreTest test : one.tests()) {
      if (test.chiSquare().map(ChiSquare::statistic).orElse(0.0) < 100) {
        assertSame(test.chiSquare(), other.chiSquare(test.variance()));
      }
    }
  }

  @Property
  void whereNoClusterHasTwoRowsTheClusteredTestIsTheIndependentOne(
      @ForAll("rows") List<Row> rows, @ForAll("weightings") Weighting weighting) {
    int[] own = IntStream.range(0, rows.size()).toArray();
    LogRank test = LogRank.withDefaults().with(weighting);
    LogRankResult result = test.test(followUp(rows).clusters(own).build());
    Optional<ChiSquare> independent = test.test(followUp(rows).build()).chiSquare();
    assertThat(result.chiSquare(ScoreVariance.CLUSTERED)).isEqualTo(independent);
    assertThat(result.naiveChiSquare()).isEqualTo(independent);
  }

  @Property
  void theOrderOfRowsDoesNotMatter(
      @ForAll("rows") List<Row> rows,
      @ForAll("weightings") Weighting weighting,
      @ForAll Random random) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    LogRank test = LogRank.withDefaults().with(weighting);
    assertSame(
        test.test(followUp(rows).clusters(clusters(rows)).build()),
        test.test(followUp(shuffled).clusters(clusters(shuffled)).build()));
  }

  /** A hip under observation in parts is the same hip. */
  @Property
  void aFollowUpThatIsCutIntoPartsIsTheSame(@ForAll("rows") List<Row> rows) {
    List<Row> distinct = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      // days that differ, so that no part of one hip goes on with another
      distinct.add(new Row(0, 41 * row.day() + i, row.event(), row.group(), 0, row.cluster()));
    }
    List<Row> cut = new ArrayList<>();
    for (Row row : distinct) {
      int middle = row.day() / 2;
      cut.add(new Row(0, middle, false, row.group(), 0, row.cluster()));
      cut.add(new Row(middle, row.day(), row.event(), row.group(), 0, row.cluster()));
    }
    LogRank test = LogRank.withDefaults();
    assertSame(
        test.test(followUp(distinct).clusters(clusters(distinct)).build()),
        test.test(followUp(cut).clusters(clusters(cut)).build()));
  }

  @Property
  void theUnitOfWeightsDoesNotMatter(
      @ForAll("rows") List<Row> rows,
      @ForAll("weightings") Weighting weighting,
      @ForAll @DoubleRange(min = 0.001, max = 1000) @Scale(3) double unit) {
    double[] weights =
        rows.stream().mapToDouble(row -> 0.5 + row.day() % 7 / 3.0).toArray();
    weights[0] = Math.PI;
    double[] scaled =
        IntStream.range(0, weights.length).mapToDouble(i -> weights[i] * unit).toArray();
    LogRank test = LogRank.withDefaults().with(weighting);
    assertSame(
        test.test(followUp(rows).clusters(clusters(rows)).weights(weights).build()),
        test.test(followUp(rows).clusters(clusters(rows)).weights(scaled).build()));
  }

  /** Rows on few days are of fewer kinds than rows; with a weight each is followed by itself. */
  @Property(tries = 100)
  void rowsThatAreAlikeCountAsRowsOfWeightOne(
      @ForAll("weightings") Weighting weighting,
      @ForAll("groupCounts") int groups,
      @ForAll Random random) {
    int size = 20 * groups;
    int[] days = random.ints(size, 1, 7).toArray();
    int[] group = random.ints(size, 0, groups).toArray();
    int[] patients = random.ints(size, 0, size / 2).toArray();
    boolean[] events = new boolean[size];
    double[] ones = new double[size];
    for (int row = 0; row < size; row++) {
      events[row] = random.nextInt(3) == 0;
      ones[row] = 1;
    }
    FollowUpBuilder hips = FollowUp.ofDays(days, events)
        .groups(group, IntStream.range(0, groups).mapToObj(each -> "g" + each).toList())
        .clusters(patients);
    LogRank test = LogRank.withDefaults().with(weighting);
    LogRankResult byKind = test.test(hips.build());
    LogRankResult byRow = test.test(hips.weights(ones).build());
    assertThat(byKind.tests()).hasSameSizeAs(byRow.tests());
    assertSame(byKind, byRow);
  }

  @Provide
  Arbitrary<Integer> groupCounts() {
    return Arbitraries.of(2, 4, 40);
  }

  /** Every row of A also in B, in a cluster of its own: nothing differs. */
  @Property
  void groupsThatAreAlikeDoNotDiffer(
      @ForAll("rows") List<Row> rows, @ForAll("weightings") Weighting weighting) {
    List<Row> twice = new ArrayList<>();
    for (Row row : rows) {
      twice.add(new Row(0, row.day(), row.event(), 0, row.stratum(), row.cluster()));
      twice.add(new Row(0, row.day(), row.event(), 1, row.stratum(), 100 + row.cluster()));
    }
    LogRankResult result = LogRank.withDefaults()
        .with(weighting)
        .test(followUp(twice).clusters(clusters(twice)).build());
    for (ScoreTest test : result.tests()) {
      test.chiSquare()
          .ifPresent(chiSquare -> assertThat(chiSquare.pValue()).isCloseTo(1, within(1e-6)));
    }
  }

  /** Between two groups a trend and a pair are the test itself. */
  @Property
  void twoGroupsHaveOneTest(
      @ForAll("rows") List<Row> rows, @ForAll("weightings") Weighting weighting) {
    List<Row> two = rows.stream()
        .map(row ->
            new Row(0, row.day(), row.event(), row.group() % 2, row.stratum(), row.cluster()))
        .toList();
    FollowUp hips = followUp(two).clusters(clusters(two)).build();
    LogRankResult result = LogRank.withDefaults().with(weighting).test(hips);
    TrendResult trend = Trend.inOrder().with(weighting).test(hips);
    for (ScoreTest test : result.tests()) {
      assertSame(test.chiSquare(), trend.chiSquare(test.variance()));
      if (hips.groups().size() == 2) {
        assertSame(
            test.chiSquare(),
            Pairwise.withDefaults()
                .with(weighting)
                .test(hips)
                .get(0)
                .result()
                .chiSquare(test.variance()));
      }
    }
  }
}
