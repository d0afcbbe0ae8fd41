package io.github.avnfh.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.compare.ChiSquare;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CompetingCountsTest {
  private static final List<String> CAUSES = List.of("replaced", "died", "lost the leg");

  private static CompetingFollowUpBuilder hips(Random random, int rows, int days) {
    return CompetingFollowUp.ofDays(
            random.ints(rows, 0, days).toArray(), random.ints(rows, 0, 4).toArray(), CAUSES)
        .groups(random.ints(rows, 0, 3).toArray(), List.of("I", "II", "III"));
  }

  private static void assertAlike(List<IncidenceCurve> one, List<IncidenceCurve> other) {
    assertThat(one).hasSameSizeAs(other);
    for (int group = 0; group < one.size(); group++) {
      assertThat(one.get(group).group()).isEqualTo(other.get(group).group());
      assertThat(one.get(group).steps()).isEqualTo(other.get(group).steps());
    }
  }

  @Property(tries = 60)
  void curvesOfMergedCountsAreThoseOfAllRows(
      @ForAll int seed,
      @ForAll @IntRange(min = 1, max = 80) int rows,
      @ForAll @IntRange(min = 2, max = 400) int days,
      @ForAll @IntRange(min = 0, max = 2) int cause) {
    CompetingFollowUp all = hips(new Random(seed), rows, days).build().withEvent(CAUSES.get(cause));
    CompetingCounts.Builder odd = CompetingCounts.ofCauses(CAUSES);
    CompetingCounts.Builder even = CompetingCounts.ofCauses(CAUSES);
    List<String> groups = all.anyEvent().groups();
    for (int row = 0; row < rows; row++) {
      int number = CAUSES.indexOf(all.event());
      int own = switch (all.outcome(row)) {
        case CENSORED -> 0;
        case EVENT -> number + 1;
        case COMPETING -> number == 0 ? 2 : 1;
      };
      (row % 2 == 0 ? even : odd)
          .add(groups.get(all.anyEvent().group(row)), (int) all.anyEvent().time(row), own, 1);
    }
    CompetingCounts merged = rows < 2 ? even.build() : odd.build().merge(even.build());
    List<IncidenceCurve> curves =
        CumulativeIncidence.withDefaults().estimate(merged.withEvent(all.event()));
    List<IncidenceCurve> ofRows = CumulativeIncidence.withDefaults().estimate(all);
    assertThat(merged.hips()).isEqualTo(rows);
    for (IncidenceCurve curve : curves) {
      IncidenceCurve own = ofRows.stream()
          .filter(each -> each.group().equals(curve.group()))
          .findFirst()
          .orElseThrow();
      assertThat(curve.steps()).isEqualTo(own.steps());
    }
    assertAlike(ofRows, CumulativeIncidence.withDefaults().estimate(all.counts()));
  }

  /** Counting takes other ways for days, for doubles, and for rows that share clusters or not. */
  @Property(tries = 60)
  void everyWayOfCountingGivesTheSame(
      @ForAll int seed, @ForAll @IntRange(min = 2, max = 60) int rows) {
    Random random = new Random(seed);
    int[] days = random.ints(rows, 1, 40).toArray();
    int[] causes = random.ints(rows, 0, 4).toArray();
    List<IncidenceStep> ofDays = steps(CompetingFollowUp.ofDays(days, causes, CAUSES));
    double[] times = IntStream.of(days).asDoubleStream().toArray();
    assertThat(steps(CompetingFollowUp.ofTimes(times, causes, CAUSES))).isEqualTo(ofDays);
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    assertNear(steps(CompetingFollowUp.ofDays(days, causes, CAUSES).weights(ones)), ofDays);
    int[] own = IntStream.range(0, rows).map(row -> rows - row).toArray();
    List<IncidenceStep> clustered =
        steps(CompetingFollowUp.ofDays(days, causes, CAUSES).clusters(own));
    for (int i = 0; i < ofDays.size(); i++) {
      assertThat(clustered.get(i).event().standardError())
          .isEqualTo(clustered.get(i).event().naiveStandardError());
    }
    int[] pairs = IntStream.range(0, rows).map(row -> row / 2).toArray();
    assertNear(
        steps(CompetingFollowUp.ofDays(days, causes, CAUSES).clusters(pairs).weights(ones)),
        steps(CompetingFollowUp.ofDays(days, causes, CAUSES).clusters(pairs)));
    assertNear(
        steps(CompetingFollowUp.ofTimes(times, causes, CAUSES).clusters(pairs)),
        steps(CompetingFollowUp.ofDays(days, causes, CAUSES).clusters(pairs)));
  }

  /** Patients of two or three hips in either group or in one, in days and in doubles. */
  @Property(tries = 60)
  void groupsWithSharedPatientsDifferAlikeHoweverCounted(
      @ForAll int seed, @ForAll @IntRange(min = 12, max = 90) int rows) {
    Random random = new Random(seed);
    int[] days = random.ints(rows, 1, 20).toArray();
    int[] causes = random.ints(rows, 0, 4).toArray();
    int[] groups = IntStream.range(0, rows).map(row -> row / 2 % 2).toArray();
    int[] patients = IntStream.range(0, rows).map(row -> row / 5).toArray();
    double[] times = IntStream.of(days).asDoubleStream().toArray();
    List<List<IncidenceCurve>> both = Stream.of(
            CompetingFollowUp.ofDays(days, causes, CAUSES),
            CompetingFollowUp.ofTimes(times, causes, CAUSES))
        .map(builder -> CumulativeIncidence.withDefaults()
            .estimate(
                builder.groups(groups, List.of("I", "II")).clusters(patients).build()))
        .toList();
    for (int group = 0; group < 2; group++) {
      assertThat(both.get(0).get(group).clusters())
          .isEqualTo(both.get(1).get(group).clusters());
      assertNear(both.get(0).get(group).steps(), both.get(1).get(group).steps());
    }
    assertThat(upper(both.get(0))).isCloseTo(upper(both.get(1)), within(1e-6));
  }

  private static double upper(List<IncidenceCurve> curves) {
    return IncidenceContrast.between(curves, "I", "II")
        .eventAt(5)
        .map(contrast -> contrast.upper().orElse(2))
        .orElse(3.0);
  }

  private static List<IncidenceStep> steps(CompetingFollowUpBuilder builder) {
    return CumulativeIncidence.withDefaults().estimate(builder.build()).get(0).steps();
  }

  private static void assertNear(List<IncidenceStep> one, List<IncidenceStep> other) {
    assertThat(one).hasSameSizeAs(other);
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i).event().proportion())
          .isCloseTo(other.get(i).event().proportion(), within(1e-12));
      assertThat(one.get(i).event().standardError().orElse(-1))
          .isCloseTo(other.get(i).event().standardError().orElse(-1), within(1e-7));
      assertThat(one.get(i).competing().upper())
          .isCloseTo(other.get(i).competing().upper(), within(1e-6));
    }
  }

  /** Three centers, pairs of hips across groups and centers, in parts that are merged. */
  @Property(tries = 40)
  void testsOfCountsAreThoseOfRowsWithinStrata(
      @ForAll int seed, @ForAll @IntRange(min = 20, max = 60) int patients) {
    Random random = new Random(seed);
    int rows = 2 * patients;
    CompetingFollowUpBuilder builder = hips(random, rows, 12)
        .strata(random.ints(rows, 0, 3).mapToObj(center -> "center " + center).toList());
    CompetingFollowUp alone = builder.build();
    CompetingFollowUp all =
        builder.clusters(IntStream.range(0, rows).map(row -> row / 2).toArray()).build();
    GrayTest test = GrayTest.withDefaults();
    CompetingCounts counts = alone.counts();
    assertThat(counts.strata()).hasSameElementsAs(all.anyEvent().strata());
    assertClose(test.test(counts), test.test(alone));
    CompetingCounts half = counts.merge(counts);
    assertThat(half.hips()).isEqualTo(2 * rows);
    assertThat(test.test(half).groups().get(0).observed())
        .isCloseTo(2 * test.test(alone).groups().get(0).observed(), within(1e-9));
    CompetingCounts byPatient = all.counts().withPairs(all.pairs());
    assertClose(test.test(byPatient), test.test(all));
    assertThat(test.trend(byPatient).excess()).isCloseTo(test.trend(all).excess(), within(1e-9));
    assertThat(test.pairs(byPatient)).hasSameSizeAs(test.pairs(all));
    assertThat(test.test(counts).isStratified()).isTrue();
  }

  private static void assertClose(GrayTest.Result one, GrayTest.Result other) {
    assertThat(one.title()).isEqualTo(other.title());
    for (int group = 0; group < one.groups().size(); group++) {
      assertThat(one.groups().get(group).rows())
          .isEqualTo(other.groups().get(group).rows());
      assertThat(one.groups().get(group).expected())
          .isCloseTo(other.groups().get(group).expected(), within(1e-9));
    }
    for (int i = 0; i < one.tests().size(); i++) {
      double statistic =
          other.tests().get(i).chiSquare().map(ChiSquare::statistic).orElse(-1.0);
      assertThat(one.tests().get(i).chiSquare().map(ChiSquare::statistic).orElse(-1.0))
          .isCloseTo(statistic, within(1e-9 * Math.max(1, statistic)));
    }
  }

  @Test
  void refusesOtherCausesNegativeNumbersAndNoHips() {
    CompetingCounts.Builder builder = CompetingCounts.ofCauses(CAUSES);
    assertThatThrownBy(builder::build)
        .hasMessage("counts [hips] must lie in 1..2147483647, but were 0");
    assertThatThrownBy(() -> builder.add("I", -1, 0, 1))
        .hasMessage("time [days] must be 0 or more, but was -1");
    assertThatThrownBy(() -> builder.add("I", 1, 4, 1))
        .hasMessage("cause [number] must lie in 0..3, but was 4");
    assertThatThrownBy(() -> builder.add("I", 1, 0, -1))
        .hasMessage("count [hips] must lie in 0..2147483647 beside the 0 before it, but was -1");
    CompetingCounts counts = builder.add("I", 9, 2, 3).build();
    assertThat(counts.count("I", 9, 2)).isEqualTo(3);
    assertThat(counts.count("II", 9, 2)).isZero();
    assertThat(counts.strata()).containsExactly("all");
    assertThat(counts).hasToString("CompetingCounts{3 hips, 3 causes, 1 groups, 1 strata}");
    CompetingCounts other =
        CompetingCounts.ofCauses(List.of("died")).add("I", 1, 1, 1).build();
    assertThatThrownBy(() -> counts.merge(other))
        .hasMessage(
            "causes [labels] must be the same 3 in the same order to be merged, but were others");
    CompetingFollowUp weighted =
        hips(new Random(1), 3, 9).weights(new double[] {1, 2, 1}).build();
    assertThatThrownBy(weighted::counts)
        .hasMessageStartingWith("follow-up [rows] must be in whole");
  }
}
