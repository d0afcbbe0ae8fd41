package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.compare.ChiSquare;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.compare.CurveContrast;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.Pairwise;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.Trend;
import io.github.avnfh.survival.compare.Weighting;
import io.github.avnfh.survival.competing.CompetingCounts;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.Incidence;
import io.github.avnfh.survival.competing.IncidenceCurve;
import io.github.avnfh.survival.competing.IncidenceStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Counts of hips and of pairs give what rows with patients as clusters give. */
class PairCountProperties {
  private static final List<String> STAGES = List.of("III", "I", "II");
  private static final List<String> CAUSES = List.of("replaced", "died", "lost");
  private static final double ERROR = 1e-12;
  private static final double TEST = 1e-11;

  private record Row(int patient, int day, int cause, String stage, String center, int part) {}

  /** Patients with one or two hips, each patient on one machine. */
  private static List<Row> rows(Random random, int patients) {
    List<Row> rows = new ArrayList<>();
    for (int patient = 0; patient < patients; patient++) {
      int part = random.nextInt(4);
      int hips = 1 + random.nextInt(2);
      for (int hip = 0; hip < hips; hip++) {
        rows.add(new Row(
            patient,
            random.nextInt(12),
            random.nextInt(4),
            STAGES.get(random.nextInt(3)),
            random.nextBoolean() ? "south" : "north",
            part));
      }
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private static FollowUp followUp(List<Row> rows) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length).forEach(row -> events[row] = rows.get(row).cause() == 1);
    return FollowUp.ofDays(rows.stream().mapToInt(Row::day).toArray(), events)
        .groups(rows.stream().map(Row::stage).toList(), STAGES)
        .strata(rows.stream().map(Row::center).toList())
        .clusters(rows.stream().mapToInt(Row::patient).toArray())
        .build();
  }

  private static CompetingFollowUp competing(List<Row> rows) {
    return CompetingFollowUp.ofDays(
            rows.stream().mapToInt(Row::day).toArray(),
            rows.stream().mapToInt(Row::cause).toArray(),
            CAUSES)
        .groups(rows.stream().map(Row::stage).toList(), STAGES)
        .clusters(rows.stream().mapToInt(Row::patient).toArray())
        .build();
  }

  private static List<List<Row>> parts(List<Row> rows, Random random) {
    List<List<Row>> parts = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      int number = part;
      parts.add(rows.stream().filter(row -> row.part() == number).toList());
    }
    parts.removeIf(List::isEmpty);
    Collections.shuffle(parts, random);
    return parts;
  }

  private static EventCounts counts(List<Row> rows) {
    FollowUp hips = followUp(rows);
    return hips.counts().withPairs(hips.pairs());
  }

  /** The same groups in the same order. */
  private static EventCounts merged(List<List<Row>> parts, List<String> groups) {
    return parts.stream()
        .map(PairCountProperties::counts)
        .reduce(EventCounts::merge)
        .orElseThrow()
        .only(groups);
  }

  @Property(tries = 60)
  void anySplitGivesWhatRowsByPatientGive(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 25) int patients) {
    List<Row> rows = rows(random, patients);
    FollowUp hips = followUp(rows);
    EventCounts one = merged(parts(rows, random), hips.groups());
    EventCounts other = merged(parts(rows, random), hips.groups());
    compareCurves(one, hips);
    compareTests(one, hips);
    assertThat(one.pairs()).isEqualTo(other.pairs());
    KaplanMeierEstimate curves = KaplanMeier.withDefaults().estimate(one);
    for (SurvivalCurve curve : KaplanMeier.withDefaults().estimate(other).curves()) {
      SurvivalCurve same = curves.curve(curve.group());
      assertThat(same.steps()).isEqualTo(curve.steps());
      assertThat(same.restrictedMean(9)).isEqualTo(curve.restrictedMean(9));
    }
    assertThat(LogRank.withDefaults().test(one).tests())
        .isEqualTo(LogRank.withDefaults().test(other).tests());
  }

  private static void compareCurves(EventCounts counts, FollowUp hips) {
    KaplanMeierEstimate counted = KaplanMeier.withDefaults().estimate(counts);
    KaplanMeierEstimate followed = KaplanMeier.withDefaults().estimate(hips);
    for (SurvivalCurve curve : followed.curves()) {
      SurvivalCurve same = counted.curve(curve.group());
      assertThat(same.clusters()).isEqualTo(curve.clusters());
      for (int day = 0; day < 12; day++) {
        assertClose(errorAt(same, day), errorAt(curve, day), ERROR);
      }
      assertClose(
          same.restrictedMean(9).standardError(), curve.restrictedMean(9).standardError(), ERROR);
    }
    List<HazardCurve> hazards = NelsonAalen.withDefaults().estimate(counts);
    for (HazardCurve hazard : NelsonAalen.withDefaults().estimate(hips)) {
      HazardCurve same = hazards.stream()
          .filter(each -> each.group().equals(hazard.group()))
          .findFirst()
          .orElseThrow();
      assertThat(same.at(8).isPresent()).isEqualTo(hazard.at(8).isPresent());
      if (hazard.at(8).isPresent()) {
        assertClose(
            same.at(8).orElseThrow().standardError(),
            hazard.at(8).orElseThrow().standardError(),
            ERROR);
      }
    }
    List<String> groups = hips.groups();
    if (groups.size() > 1) {
      compare(
          CurveContrast.between(counted, groups.get(0), groups.get(1)).survivalAt(6),
          CurveContrast.between(followed, groups.get(0), groups.get(1)).survivalAt(6));
      compare(
          Optional.of(
              CurveContrast.between(counted, groups.get(0), groups.get(1)).restrictedMean(6)),
          Optional.of(
              CurveContrast.between(followed, groups.get(0), groups.get(1)).restrictedMean(6)));
    }
  }

  private static void compare(Optional<Contrast> actual, Optional<Contrast> expected) {
    assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
    expected.ifPresent(contrast -> {
      Contrast same = actual.orElseThrow();
      assertThat(same.estimate()).isCloseTo(contrast.estimate(), within(ERROR));
      assertClose(same.lower(), contrast.lower(), TEST);
      assertClose(same.upper(), contrast.upper(), TEST);
    });
  }

  private static OptionalDouble errorAt(SurvivalCurve curve, int day) {
    return curve
        .at(day)
        .estimate()
        .map(SurvivalEstimate::standardError)
        .orElse(OptionalDouble.empty());
  }

  private static void assertClose(
      OptionalDouble actual, OptionalDouble expected, double tolerance) {
    assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
    expected.ifPresent(value ->
        assertThat(actual.getAsDouble()).isCloseTo(value, within(tolerance * Math.max(1, value))));
  }

  private static void compareTests(EventCounts counts, FollowUp hips) {
    for (Weighting weighting : List.of(Weighting.logRank(), Weighting.petoPeto())) {
      LogRank test = LogRank.withDefaults().with(weighting);
      compareTests(test.test(counts).tests(), test.test(hips).tests());
    }
    if (hips.groups().size() > 1) {
      compareTests(
          Trend.inOrder().test(counts).tests(), Trend.inOrder().test(hips).tests());
    }
    List<List<ScoreTest>> pairs = Pairwise.withDefaults().test(counts).stream()
        .map(pair -> pair.result().tests())
        .toList();
    List<List<ScoreTest>> expected = Pairwise.withDefaults().test(hips).stream()
        .map(pair -> pair.result().tests())
        .toList();
    assertThat(pairs).hasSameSizeAs(expected);
    for (int pair = 0; pair < pairs.size(); pair++) {
      compareTests(pairs.get(pair), expected.get(pair));
    }
  }

  private static void compareTests(List<ScoreTest> actual, List<ScoreTest> expected) {
    assertThat(actual)
        .extracting(ScoreTest::variance)
        .isEqualTo(expected.stream().map(ScoreTest::variance).toList());
    for (int i = 0; i < actual.size(); i++) {
      assertClose(statistic(actual.get(i)), statistic(expected.get(i)), TEST);
    }
  }

  private static OptionalDouble statistic(ScoreTest test) {
    return test.chiSquare()
        .map(ChiSquare::statistic)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  @Property(tries = 60)
  void incidencesOfAnySplitAreThoseByPatient(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 25) int patients) {
    List<Row> rows = rows(random, patients);
    CompetingCounts counts = parts(rows, random).stream()
        .map(PairCountProperties::competing)
        .map(hips -> hips.counts().withPairs(hips.pairs()))
        .reduce(CompetingCounts::merge)
        .orElseThrow()
        .withEvent("died");
    List<IncidenceCurve> counted = CumulativeIncidence.withDefaults().estimate(counts);
    for (IncidenceCurve curve :
        CumulativeIncidence.withDefaults().estimate(competing(rows).withEvent("died"))) {
      IncidenceCurve same = counted.stream()
          .filter(each -> each.group().equals(curve.group()))
          .findFirst()
          .orElseThrow();
      assertThat(same.clusters()).isEqualTo(curve.clusters());
      assertThat(same.steps()).hasSameSizeAs(curve.steps());
      for (int step = 0; step < curve.steps().size(); step++) {
        compare(same.steps().get(step).event(), curve.steps().get(step).event());
        IncidenceStep other = same.steps().get(step);
        compare(other.competing(), curve.steps().get(step).competing());
      }
    }
  }

  private static void compare(Incidence actual, Incidence expected) {
    assertThat(actual.proportion()).isCloseTo(expected.proportion(), within(ERROR));
    assertClose(actual.standardError(), expected.standardError(), ERROR);
    assertThat(actual.lower()).isCloseTo(expected.lower(), within(TEST));
    assertThat(actual.upper()).isCloseTo(expected.upper(), within(TEST));
  }
}
