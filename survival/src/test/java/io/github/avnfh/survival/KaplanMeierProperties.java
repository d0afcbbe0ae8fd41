package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.SurvivalCurve.RiskCount;
import io.github.avnfh.survival.SurvivalCurve.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** What anyone who follows hips would nod at. */
class KaplanMeierProperties {
  /** Sums in another order round differently. */
  private static final Offset<Double> ROUNDING = within(1e-12);

  /** One row of a follow-up. */
  private record Row(int day, boolean event, int entryGap, int weight, int cluster) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 40),
            Arbitraries.of(true, true, false),
            Arbitraries.integers().between(1, 45),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 12))
        .as(Row::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  private static FollowUpBuilder of(List<Row> rows) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    return FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events);
  }

  private static int[] entries(List<Row> rows) {
    return rows.stream()
        .mapToInt(row -> Math.max(0, row.day() - row.entryGap()))
        .toArray();
  }

  private static double[] weights(List<Row> rows) {
    return rows.stream().mapToDouble(Row::weight).toArray();
  }

  private static FollowUp everything(List<Row> rows) {
    return of(rows)
        .entry(entries(rows))
        .weights(weights(rows))
        .clusters(rows.stream().mapToInt(Row::cluster).toArray())
        .build();
  }

  private static List<Step> steps(FollowUp followUp) {
    return KaplanMeier.withDefaults().estimate(followUp).curve("all").steps();
  }

  private static void assertSame(List<Step> actual, List<Step> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      Step a = actual.get(i);
      Step b = expected.get(i);
      assertThat(a.atRisk()).isCloseTo(b.atRisk(), ROUNDING);
      assertThat(a.survival()).isCloseTo(b.survival(), ROUNDING);
      assertThat(a.standardError().isPresent()).isEqualTo(b.standardError().isPresent());
      assertThat(a.standardError().orElse(0)).isCloseTo(b.standardError().orElse(0), ROUNDING);
      assertThat(a.lower()).isCloseTo(b.lower(), within(1e-9));
      assertThat(a.upper()).isCloseTo(b.upper(), within(1e-9));
    }
  }

  @Property
  void survivalNeverRisesAndLiesInsideItsInterval(
      @ForAll("rows") List<Row> rows, @ForAll IntervalType type) {
    double before = 1;
    FollowUp followUp = everything(rows);
    for (Step step :
        KaplanMeier.withDefaults().with(type).estimate(followUp).curve("all").steps()) {
      assertThat(step.survival()).isBetween(0.0, before);
      assertThat(step.lower()).isBetween(0.0, step.survival());
      assertThat(step.upper()).isBetween(step.survival(), 1.0);
      before = step.survival();
    }
  }

  @Property
  void theOrderOfRowsDoesNotMatter(@ForAll("rows") List<Row> rows, @ForAll Random random) {
    assertSame(steps(everything(Samples.shuffled(rows, random))), steps(everything(rows)));
  }

  @Property
  void withoutCensoringItIsThePlainFraction(@ForAll("rows") List<Row> rows) {
    boolean[] all = new boolean[rows.size()];
    Arrays.fill(all, true);
    int[] days = rows.stream().mapToInt(Row::day).toArray();
    for (Step step : steps(FollowUp.ofDays(days, all).build())) {
      double left =
          (double) Arrays.stream(days).filter(day -> day > step.time()).count();
      double share = left / days.length;
      assertThat(step.survival()).isCloseTo(share, ROUNDING);
      step.standardError()
          .ifPresent(error ->
              assertThat(error).isCloseTo(Math.sqrt(share * (1 - share) / days.length), ROUNDING));
    }
  }

  @Property
  void clustersOfOneGiveGreenwood(@ForAll("rows") List<Row> rows) {
    int[] own = IntStream.range(0, rows.size()).toArray();
    FollowUp followUp = of(rows).clusters(own).build();
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(followUp).curve("all");
    for (Step step : curve.steps()) {
      if (step.standardError().isPresent()) {
        assertThat(step.standardError().getAsDouble())
            .isCloseTo(step.naiveStandardError().getAsDouble(), within(1e-9));
      }
    }
    RestrictedMean mean = curve.restrictedMean(25);
    if (mean.standardError().isPresent()) {
      assertThat(mean.standardError().getAsDouble())
          .isCloseTo(mean.naiveStandardError().getAsDouble(), within(1e-9));
    }
  }

  @Property
  void wholeWeightsCountAsSoManyRows(@ForAll("rows") List<Row> rows) {
    List<Row> replicated = new ArrayList<>();
    rows.forEach(row -> IntStream.range(0, row.weight()).forEach(i -> replicated.add(row)));
    FollowUp weighted = of(rows).entry(entries(rows)).weights(weights(rows)).build();
    FollowUp repeated = of(replicated).entry(entries(replicated)).build();
    assertSame(steps(weighted), steps(repeated));
  }

  @Property
  void daysAndWeeksGiveTheSame(@ForAll("rows") List<Row> rows) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    double[] weeks = rows.stream().mapToDouble(row -> row.day() / 7.0).toArray();
    List<Step> inWeeks = steps(FollowUp.ofTimes(weeks, events).build());
    assertSame(inWeeks, steps(of(rows).build()));
  }

  @Property
  void daysOfAWideRangeGiveTheSameAsDaysOfANarrowOne(@ForAll("rows") List<Row> rows) {
    int far = 50_000;
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(i -> events[i] = rows.get(i).event());
    int[] days = rows.stream().mapToInt(row -> row.day() * far).toArray();
    int[] entry = Arrays.stream(entries(rows)).map(day -> day * far).toArray();
    int[] clusters = rows.stream().mapToInt(Row::cluster).toArray();
    FollowUp wide =
        FollowUp.ofDays(days, events).entry(entry).clusters(clusters).build();
    assertSame(
        steps(wide), steps(of(rows).entry(entries(rows)).clusters(clusters).build()));
  }

  @Property
  void theIntervalWidensWithTheLevel(@ForAll("rows") List<Row> rows, @ForAll IntervalType type) {
    FollowUp followUp = everything(rows);
    KaplanMeier options = KaplanMeier.withDefaults().with(type);
    List<Step> narrow = options.withLevel(0.8).estimate(followUp).curve("all").steps();
    List<Step> wide = options.withLevel(0.99).estimate(followUp).curve("all").steps();
    for (int i = 0; i < narrow.size(); i++) {
      assertThat(wide.get(i).lower()).isLessThanOrEqualTo(narrow.get(i).lower());
      assertThat(wide.get(i).upper()).isGreaterThanOrEqualTo(narrow.get(i).upper());
    }
  }

  @Property
  void thoseAtRiskAndThoseWhoLeftAddUp(@ForAll("rows") List<Row> rows) {
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(of(rows).build()).curve("all");
    for (int day = 0; day <= 41; day++) {
      RiskCount count = curve.riskCount(day);
      assertThat(count.atRisk() + count.events() + count.censored()).isEqualTo(rows.size());
    }
  }

  @Property
  void countsThoseAtRiskOnEveryDay(@ForAll("rows") List<Row> rows) {
    SurvivalCurve curve = KaplanMeier.withDefaults()
        .estimate(of(rows).entry(entries(rows)).build())
        .curve("all");
    for (int day = 1; day <= 41; day++) {
      int time = day;
      double expected = (double) rows.stream()
          .filter(row -> Math.max(0, row.day() - row.entryGap()) < time && time <= row.day())
          .count();
      assertThat(curve.at(day).atRisk()).isEqualTo(expected);
    }
  }
}
