package io.github.avnfh.survival.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LogRankProperties {

  /** One row of a comparison. */
  private record Row(int day, boolean event, int group, int stratum) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 1))
        .as(Row::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<Weighting> weightings() {
    return Arbitraries.of(
        Weighting.logRank(),
        Weighting.gehan(),
        Weighting.taroneWare(),
        Weighting.petoPeto(),
        Weighting.flemingHarrington(1, 0),
        Weighting.flemingHarrington(0.5, 2));
  }

  private static LogRankResult test(List<Row> rows, Weighting weighting, List<String> labels) {
    return LogRank.withDefaults().with(weighting).test(followUp(rows, labels).build());
  }

  private static FollowUpBuilder followUp(List<Row> rows, List<String> labels) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    return FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events)
        .groups(rows.stream().mapToInt(Row::group).toArray(), labels)
        .strata(rows.stream().map(row -> "s" + row.stratum()).toList());
  }

  @Property
  void theNamesAndTheOrderOfGroupsDoNotMatter(
      @ForAll("rows") List<Row> rows, @ForAll("weightings") Weighting weighting) {
    LogRankResult result = test(rows, weighting, List.of("A", "B", "C"));
    List<Row> turned = rows.stream()
        .map(row -> new Row(row.day(), row.event(), 2 - row.group(), row.stratum()))
        .toList();
    LogRankResult other = test(turned, weighting, List.of("x", "y", "z"));
    assertThat(other.chiSquare().isPresent()).isEqualTo(result.chiSquare().isPresent());
    result.chiSquare().ifPresent(chiSquare -> {
      double statistic = other.chiSquare().orElseThrow().statistic();
      assertThat(statistic).isCloseTo(chiSquare.statistic(), within(1e-8));
    });
  }

  @Property
  void wholeWeightsCountAsSoManyRows(
      @ForAll("rows") List<Row> rows, @ForAll("weightings") Weighting weighting) {
    List<Row> repeated = rows.stream()
        .flatMap(row -> Stream.generate(() -> row).limit(1 + row.day() % 3))
        .toList();
    double[] weights = rows.stream().mapToDouble(row -> 1 + row.day() % 3).toArray();
    LogRank test = LogRank.withDefaults().with(weighting);
    LogRankResult weighted =
        test.test(followUp(rows, List.of("A", "B", "C")).weights(weights).build());
    LogRankResult replicated =
        test.test(followUp(repeated, List.of("A", "B", "C")).build());
    assertThat(weighted.chiSquare().isPresent())
        .isEqualTo(replicated.chiSquare().isPresent());
    weighted
        .chiSquare()
        .ifPresent(chiSquare -> assertThat(chiSquare.statistic())
            .isCloseTo(replicated.chiSquare().orElseThrow().statistic(), within(1e-8)));
  }

  @Property
  void asManyEventsAreExpectedAsObserved(
      @ForAll("rows") List<Row> rows, @ForAll("weightings") Weighting weighting) {
    LogRankResult result = test(rows, weighting, List.of("A", "B", "C"));
    double observed = result.groups().stream().mapToDouble(GroupCount::observed).sum();
    double expected = result.groups().stream().mapToDouble(GroupCount::expected).sum();
    assertThat(expected).isCloseTo(observed, within(1e-9));
  }

  @Property
  void thePValueIsAProbability(
      @ForAll("rows") List<Row> rows, @ForAll("weightings") Weighting weighting) {
    test(rows, weighting, List.of("A", "B", "C")).chiSquare().ifPresent(chiSquare -> {
      assertThat(chiSquare.pValue()).isBetween(0.0, 1.0);
      assertThat(chiSquare.logPValue()).isLessThanOrEqualTo(0);
    });
  }

  /** A second hip with the fate of the first tells nothing new about the patient. */
  @Property
  void aSecondHipOfTheSameFateChangesNoRobustTest(@ForAll("rows") List<Row> rows) {
    List<Row> twice = rows.stream().flatMap(row -> Stream.of(row, row)).toList();
    Optional<ChiSquare> once = clustered(rows, 1).chiSquare(ScoreVariance.ROBUST);
    Optional<ChiSquare> both = clustered(twice, 2).chiSquare(ScoreVariance.ROBUST);
    assertThat(both.isPresent()).isEqualTo(once.isPresent());
    once.ifPresent(chiSquare -> assertThat(both.orElseThrow().statistic())
        .isCloseTo(chiSquare.statistic(), within(1e-6 * (1 + chiSquare.statistic()))));
  }

  private static LogRankResult clustered(List<Row> rows, int hips) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    return LogRank.withDefaults()
        .test(FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events)
            .groups(rows.stream().mapToInt(row -> row.group() % 2).toArray(), List.of("A", "B"))
            .clusters(IntStream.range(0, rows.size()).map(i -> i / hips).toArray())
            .build());
  }
}
