package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.HazardCurve.HazardEstimate;
import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.compare.CurveContrast;
import io.github.avnfh.survival.compare.FixedTime;
import io.github.avnfh.survival.competing.AalenJohansen;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.Incidence;
import io.github.avnfh.survival.competing.IncidenceContrast;
import io.github.avnfh.survival.competing.IncidenceCurve;
import io.github.avnfh.survival.competing.IncidenceStep;
import io.github.avnfh.survival.competing.StateCurve;
import io.github.avnfh.survival.competing.StateFollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is said of a time is the same when follow-up is cut at that time. */
class CutFollowUpProperties {
  /** Sums over other rows round differently. */
  private static final double ROUNDING = 1e-9;

  /** A row: its entry, its last day, what ended it, its group, its patient and its weight. */
  private record Row(int entry, int day, int code, String group, int patient, int weight) {
    Row cutAt(int time) {
      return day <= time ? this : new Row(entry, time, 0, group, patient, weight);
    }

    EventStatus outcome() {
      return code == 0
          ? EventStatus.CENSORED
          : code == 1 ? EventStatus.EVENT : EventStatus.COMPETING;
    }
  }

  /** Which columns a follow-up has. */
  private enum Kind {
    PLAIN,
    CLUSTERED,
    LATE,
    WEIGHTED_LATE,
    CLUSTERED_LATE
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Row> row = Combinators.combine(
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(1, 12),
            Arbitraries.of(0, 0, 0, 1, 2),
            Arbitraries.of("A", "B"),
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(1, 3))
        .as((entry, length, code, group, patient, weight) ->
            new Row(entry, entry + length, code, group, patient, weight));
    return row.list().ofMinSize(1).ofMaxSize(14);
  }

  private static List<Row> cut(List<Row> rows, int time, Kind kind) {
    boolean late = kind.name().endsWith("LATE");
    return rows.stream()
        .filter(row -> !late || row.entry() < time)
        .map(row -> row.cutAt(time))
        .toList();
  }

  private static FollowUp followUp(List<Row> rows, boolean[] events, Kind kind) {
    FollowUpBuilder hips = FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events)
        .groups(rows.stream().map(Row::group).toList());
    if (kind.name().endsWith("LATE")) {
      hips.entry(rows.stream().mapToInt(Row::entry).toArray());
    }
    if (kind == Kind.WEIGHTED_LATE) {
      hips.weights(rows.stream().mapToDouble(Row::weight).toArray());
    }
    if (kind.name().startsWith("CLUSTERED")) {
      hips.clusters(rows.stream().mapToInt(Row::patient).toArray());
    }
    return hips.build();
  }

  private static FollowUp followUp(List<Row> rows, Kind kind) {
    boolean[] events = new boolean[rows.size()];
    for (int i = 0; i < events.length; i++) {
      events[i] = rows.get(i).code() == 1;
    }
    return followUp(rows, events, kind);
  }

  /** Some row of the group is at risk, so that both have something to say. */
  private static boolean isObserved(FollowUp followUp, String group, int time) {
    return followUp.groups().contains(group)
        && KaplanMeier.withDefaults().estimate(followUp).curve(group).at(time).atRisk() > 0;
  }

  private static void assertSame(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(ROUNDING * Math.max(1, Math.abs(expected))));
  }

  private static void assertSame(OptionalDouble actual, OptionalDouble expected) {
    assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
    assertSame(actual.orElse(0), expected.orElse(0));
  }

  @Property(tries = 3000)
  void survivalAndItsLimits(
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(min = 1, max = 22) int time,
      @ForAll Kind kind,
      @ForAll IntervalType type) {
    FollowUp whole = followUp(rows, kind);
    List<Row> before = cut(rows, time, kind);
    KaplanMeier options = KaplanMeier.withDefaults().with(type);
    for (String group : whole.groups()) {
      if (!isObserved(whole, group, time)) {
        continue;
      }
      SurvivalCurve full = options.estimate(whole).curve(group);
      SurvivalCurve known = options.estimate(followUp(before, kind)).curve(group);
      SurvivalEstimate said = full.at(time).estimate().orElseThrow();
      SurvivalEstimate expected = known.at(time).estimate().orElseThrow();
      assertSame(full.at(time).atRisk(), known.at(time).atRisk());
      assertSame(said.survival(), expected.survival());
      assertSame(said.standardError(), expected.standardError());
      assertSame(said.naiveStandardError(), expected.naiveStandardError());
      assertSame(said.lower(), expected.lower());
      assertSame(said.upper(), expected.upper());
      assertThat(said.limits()).isEqualTo(expected.limits());
      assertSame(said.effectiveSize(), expected.effectiveSize());
      assertSame(said.degreesOfFreedom(), expected.degreesOfFreedom());
    }
  }

  @Property(tries = 2000)
  void restrictedMeansAndHazards(
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(min = 1, max = 22) int time,
      @ForAll Kind kind) {
    FollowUp whole = followUp(rows, kind);
    List<Row> before = cut(rows, time, kind);
    for (String group : whole.groups()) {
      if (!isObserved(whole, group, time)) {
        continue;
      }
      FollowUp rest = followUp(before, kind);
      RestrictedMean said =
          KaplanMeier.withDefaults().estimate(whole).curve(group).restrictedMean(time);
      RestrictedMean expected =
          KaplanMeier.withDefaults().estimate(rest).curve(group).restrictedMean(time);
      assertSame(said.mean(), expected.mean());
      assertSame(said.standardError(), expected.standardError());
      assertSame(said.naiveStandardError(), expected.naiveStandardError());
      assertSame(said.lower(), expected.lower());
      assertSame(said.upper(), expected.upper());
      assertThat(said.limits()).isEqualTo(expected.limits());
      HazardEstimate hazard = hazard(whole, group, time);
      HazardEstimate cut = hazard(rest, group, time);
      assertSame(hazard.hazard(), cut.hazard());
      assertSame(hazard.standardError(), cut.standardError());
      assertSame(hazard.lower(), cut.lower());
      assertSame(hazard.upper(), cut.upper());
    }
  }

  private static HazardEstimate hazard(FollowUp followUp, String group, int time) {
    int index = followUp.groups().indexOf(group);
    return NelsonAalen.withDefaults().estimate(followUp).get(index).at(time).orElseThrow();
  }

  private static List<IncidenceCurve> incidences(List<Row> rows, Kind kind) {
    return CumulativeIncidence.withDefaults()
        .estimate(CompetingFollowUp.of(
            rows.stream().map(Row::outcome).toList(), ended -> followUp(rows, ended, kind)));
  }

  @Property(tries = 2000)
  void incidencesAndTheirLimits(
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(min = 1, max = 22) int time,
      @ForAll Kind kind) {
    FollowUp whole = followUp(rows, kind);
    List<IncidenceCurve> full = incidences(rows, kind);
    for (int group = 0; group < full.size(); group++) {
      String label = full.get(group).group();
      if (isObserved(whole, label, time)) {
        IncidenceCurve known = incidences(cut(rows, time, kind), kind).stream()
            .filter(curve -> curve.group().equals(label))
            .findFirst()
            .orElseThrow();
        IncidenceStep said = full.get(group).at(time).orElseThrow();
        IncidenceStep expected = known.at(time).orElseThrow();
        assertSame(said.atRisk(), expected.atRisk());
        assertSame(said.free(), expected.free());
        assertSame(said.event(), expected.event());
        assertSame(said.competing(), expected.competing());
      }
    }
  }

  private static void assertSame(Incidence said, Incidence expected) {
    assertSame(said.proportion(), expected.proportion());
    assertSame(said.standardError(), expected.standardError());
    assertSame(said.lower(), expected.lower());
    assertSame(said.upper(), expected.upper());
    assertThat(said.limits()).isEqualTo(expected.limits());
    assertSame(said.effectiveSize(), expected.effectiveSize());
  }

  @Property(tries = 300)
  void comparisonsAtAFixedTime(
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(min = 1, max = 22) int time,
      @ForAll Kind kind) {
    FollowUp whole = followUp(rows, kind);
    if (!isObserved(whole, "A", time) || !isObserved(whole, "B", time)) {
      return;
    }
    List<Row> before = cut(rows, time, kind);
    KaplanMeierEstimate full = KaplanMeier.withDefaults().estimate(whole);
    KaplanMeierEstimate known = KaplanMeier.withDefaults().estimate(followUp(before, kind));
    assertSame(
        CurveContrast.between(full, "A", "B").survivalAt(time).orElseThrow(),
        CurveContrast.between(known, "A", "B").survivalAt(time).orElseThrow());
    assertSame(
        CurveContrast.between(full, "A", "B").restrictedMean(time),
        CurveContrast.between(known, "A", "B").restrictedMean(time));
    assertSame(p(FixedTime.at(time), full), p(FixedTime.at(time), known));
    FixedTime onScale = FixedTime.at(time).with(IntervalType.LOG_LOG);
    assertSame(p(onScale, full), p(onScale, known));
    assertSame(
        IncidenceContrast.between(incidences(rows, kind), "A", "B")
            .eventAt(time)
            .orElseThrow(),
        IncidenceContrast.between(incidences(before, kind), "A", "B")
            .eventAt(time)
            .orElseThrow());
  }

  private static OptionalDouble p(FixedTime test, KaplanMeierEstimate estimate) {
    return test.test(estimate).chiSquare().stream()
        .mapToDouble(chiSquare -> chiSquare.pValue())
        .findFirst();
  }

  private static void assertSame(Contrast said, Contrast expected) {
    assertSame(said.estimate(), expected.estimate());
    assertSame(said.lower(), expected.lower());
    assertSame(said.upper(), expected.upper());
  }

  /** The way of a hip: each row in the first state, and a second one where it moved to it. */
  private static StateFollowUp states(List<Row> rows, int time, boolean late, boolean clustered) {
    List<int[]> parts = new ArrayList<>();
    for (int hip = 0; hip < rows.size(); hip++) {
      Row row = rows.get(hip);
      int entry = late ? row.entry() : 0;
      if (entry >= time) {
        continue;
      }
      int day = Math.min(row.day(), time);
      int to = row.day() > time ? 0 : row.code();
      parts.add(new int[] {entry, day, 0, to, hip, row.patient()});
      // after a move to the second state the hip goes on for a while, and may move to the last
      int end = row.day() + row.weight();
      if (row.day() < time && row.code() == 1) {
        int last = end <= time && row.weight() > 1 ? 2 : 1;
        parts.add(new int[] {row.day(), Math.min(end, time), 1, last, hip, row.patient()});
      }
    }
    StateFollowUp.Builder builder = StateFollowUp.ofDays(
            column(parts, 0),
            column(parts, 1),
            column(parts, 2),
            column(parts, 3),
            List.of("own", "collapsed", "replaced"))
        .hips(column(parts, 4));
    return (clustered ? builder.clusters(column(parts, 5)) : builder).build();
  }

  private static int[] column(List<int[]> parts, int column) {
    return parts.stream().mapToInt(part -> part[column]).toArray();
  }

  @Property(tries = 500)
  void probabilitiesOfStatesAndTheTimeInThem(
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(min = 1, max = 22) int time,
      @ForAll boolean late,
      @ForAll boolean clustered,
      @ForAll CriticalValue critical) {
    // some hip is under observation, so that both have something to say
    if (rows.stream().noneMatch(row -> (!late || row.entry() < time) && row.day() >= time)) {
      return;
    }
    AalenJohansen options = AalenJohansen.withDefaults().with(critical).startingIn("own");
    StateCurve said = options.estimate(states(rows, 100, late, clustered)).get(0);
    StateCurve expected = options.estimate(states(rows, time, late, clustered)).get(0);
    for (String state : said.states()) {
      assertThat(said.atRisk(state, time)).isEqualTo(expected.atRisk(state, time));
      assertSameEstimate(said.probability(state, time), expected.probability(state, time));
      assertSameEstimate(said.expectedTime(state, time), expected.expectedTime(state, time));
    }
    assertSameEstimate(
        said.hazard("own", "collapsed", time), expected.hazard("own", "collapsed", time));
  }

  private static void assertSameEstimate(
      Optional<StateCurve.Estimate> said, Optional<StateCurve.Estimate> expected) {
    assertThat(said.isPresent()).isEqualTo(expected.isPresent());
    if (said.isPresent() && expected.isPresent()) {
      assertSame(said.get().value(), expected.get().value());
      assertSame(said.get().standardError(), expected.get().standardError());
      assertSame(said.get().naiveStandardError(), expected.get().naiveStandardError());
      assertSame(said.get().lower(), expected.get().lower());
      assertSame(said.get().upper(), expected.get().upper());
    }
  }

  /** A quantile that was reached, and its limits, as far as they lie before the cut. */
  @Property(tries = 1000)
  void quantilesThatWereReached(
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(min = 1, max = 22) int time,
      @ForAll Kind kind) {
    FollowUp whole = followUp(rows, kind);
    for (String group : whole.groups()) {
      if (isObserved(whole, group, time)) {
        // never a flat stretch at the quantile, whose middle is the next event's affair
        QuantileEstimate said =
            KaplanMeier.withDefaults().estimate(whole).curve(group).quantile(0.3713);
        QuantileEstimate known = KaplanMeier.withDefaults()
            .estimate(followUp(cut(rows, time, kind), kind))
            .curve(group)
            .quantile(0.3713);
        assertSame(reached(said.time(), time), known.time());
        assertSame(reached(said.lower(), time), known.lower());
        assertSame(reached(said.upper(), time), known.upper());
      }
    }
  }

  private static OptionalDouble reached(OptionalDouble quantile, int time) {
    return quantile.isPresent() && quantile.getAsDouble() <= time
        ? quantile
        : OptionalDouble.empty();
  }

  /** Follow-up of every row in two parts, the second of which enters when the first is censored. */
  @Property(tries = 1000)
  void followUpInTwoPartsSaysTheSame(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 22) int time) {
    List<Row> parts = new ArrayList<>();
    for (Row row : rows) {
      int middle = (row.entry() + row.day()) / 2;
      if (middle > row.entry() && middle < row.day()) {
        parts.add(new Row(row.entry(), middle, 0, row.group(), row.patient(), 1));
        parts.add(new Row(middle, row.day(), row.code(), row.group(), row.patient(), 1));
      } else {
        parts.add(row);
      }
    }
    for (String group : List.of("A", "B")) {
      FollowUp whole = followUp(rows, Kind.CLUSTERED_LATE);
      if (isObserved(whole, group, time)) {
        SurvivalEstimate said = at(whole, group, time).orElseThrow();
        SurvivalEstimate split =
            at(followUp(parts, Kind.CLUSTERED_LATE), group, time).orElseThrow();
        assertSame(split.survival(), said.survival());
        assertSame(split.standardError(), said.standardError());
        assertSame(split.lower(), said.lower());
        assertSame(split.upper(), said.upper());
      }
    }
  }

  private static Optional<SurvivalEstimate> at(FollowUp followUp, String group, int time) {
    return KaplanMeier.withDefaults().estimate(followUp).curve(group).at(time).estimate();
  }
}
