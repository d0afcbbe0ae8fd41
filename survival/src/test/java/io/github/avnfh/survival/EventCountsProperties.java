package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.LogRankResult;
import io.github.avnfh.survival.compare.Weighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However the hips are split, the parts add up to the same bits. */
class EventCountsProperties {
  private static final List<String> STAGES = List.of("I", "II", "III");
  private static final List<Weighting> TESTS = List.of(
      Weighting.logRank(),
      Weighting.gehan(),
      Weighting.taroneWare(),
      Weighting.petoPeto(),
      Weighting.flemingHarrington(0.5, 2));

  /** One hip, and the machine that counts it. */
  private record Row(int day, boolean event, int entryGap, String stage, String center, int part) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 40),
            Arbitraries.of(true, true, false),
            Arbitraries.integers().between(1, 60),
            Arbitraries.of(STAGES),
            Arbitraries.of("north", "south"),
            Arbitraries.integers().between(0, 4))
        .as(Row::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static FollowUp followUp(List<Row> rows) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    return FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events)
        .entry(rows.stream()
            .mapToInt(row -> Math.max(0, row.day() - row.entryGap()))
            .toArray())
        .groups(rows.stream().map(Row::stage).toList(), STAGES)
        .strata(rows.stream().map(Row::center).toList())
        .build();
  }

  private static List<EventCounts> parts(List<Row> rows, Random random) {
    List<EventCounts> parts = new ArrayList<>();
    for (int part = 0; part <= 4; part++) {
      int number = part;
      List<Row> own = rows.stream().filter(row -> row.part() == number).toList();
      if (!own.isEmpty()) {
        parts.add(followUp(own).counts());
      }
    }
    Collections.shuffle(parts, random);
    return parts;
  }

  private static void assertSameBits(EventCounts actual, EventCounts expected) {
    KaplanMeierEstimate curves = KaplanMeier.withDefaults().estimate(actual);
    for (SurvivalCurve curve : KaplanMeier.withDefaults().estimate(expected).curves()) {
      assertThat(curves.curve(curve.group()).steps()).isEqualTo(curve.steps());
      assertThat(curves.curve(curve.group()).restrictedMean(25))
          .isEqualTo(curve.restrictedMean(25));
      assertThat(curves.curve(curve.group()).median()).isEqualTo(curve.median());
    }
    for (Weighting weighting : TESTS) {
      LogRankResult test = LogRank.withDefaults().with(weighting).test(actual);
      LogRankResult other = LogRank.withDefaults().with(weighting).test(expected);
      assertThat(test.naiveChiSquare()).isEqualTo(other.naiveChiSquare());
      assertThat(test.groups()).containsExactlyInAnyOrderElementsOf(other.groups());
    }
  }

  @Property
  void anySplitMergesToTheSameBits(@ForAll("rows") List<Row> rows, @ForAll Random random) {
    EventCounts merged = parts(rows, random).stream().reduce(EventCounts::merge).orElseThrow();
    assertSameBits(merged, followUp(rows).counts());
  }

  @Property
  void partsSentAsLinesMergeToTheSameBits(@ForAll("rows") List<Row> rows, @ForAll Random random) {
    List<DayCount> lines = new ArrayList<>();
    parts(rows, random).forEach(part -> lines.addAll(part.lines()));
    Collections.shuffle(lines, random);
    assertSameBits(EventCounts.of(lines), followUp(rows).counts());
  }

  @Property
  void parallelStreamsCountTheSame(@ForAll("rows") List<Row> rows) {
    List<DayCount> lines = rows.stream()
        .map(row -> DayCount.ofHip(row.stage(), row.day(), row.event()).inStratum(row.center()))
        .toList();
    EventCounts parallel = lines.parallelStream().collect(EventCounts.collector());
    EventCounts sequential = lines.stream().collect(EventCounts.collector());
    assertThat(parallel.groups()).isEqualTo(sequential.groups());
    assertThat(parallel.strata()).isEqualTo(sequential.strata());
    assertThat(parallel.lines()).isEqualTo(sequential.lines());
    assertSameBits(parallel, sequential);
  }

  @Property
  void countsGiveTheCurvesOfTheHips(@ForAll("rows") List<Row> rows) {
    FollowUp hips = followUp(rows);
    KaplanMeierEstimate counted = KaplanMeier.withDefaults().estimate(hips.counts());
    for (SurvivalCurve curve : KaplanMeier.withDefaults().estimate(hips).curves()) {
      assertThat(counted.curve(curve.group()).steps()).isEqualTo(curve.steps());
    }
  }
}
