package io.github.avnfh.survival.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.GroupCount;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.ScoreTest;
import io.github.avnfh.survival.compare.ScoreVariance;
import io.github.avnfh.survival.interval.IntervalTest.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores of intervals against closed forms and all relabelings. */
class IntervalTestTest {
  private static final List<EventInterval> ROWS = List.of(
      EventInterval.between(0, 90),
      EventInterval.between(90, 180),
      EventInterval.between(0, 180),
      EventInterval.between(180, 365),
      EventInterval.after(365),
      EventInterval.after(180),
      EventInterval.upTo(90),
      EventInterval.between(90, 365));

  private static double statistic(Score score, List<EventInterval> rows, List<String> groups) {
    return IntervalTest.of(score)
        .test(IntervalFollowUp.of(rows).withGroups(groups))
        .chiSquare()
        .orElseThrow()
        .statistic();
  }

  /** One visit to which all came makes a table of two by two. */
  @ParameterizedTest
  @EnumSource(Score.class)
  void isPearsonsTestOfATableOnOneVisit(Score score) {
    List<EventInterval> rows = new ArrayList<>(Collections.nCopies(12, EventInterval.after(365)));
    rows.addAll(Collections.nCopies(8, EventInterval.upTo(365)));
    List<String> groups = new ArrayList<>(Collections.nCopies(9, "I"));
    groups.addAll(Collections.nCopies(3, "II"));
    groups.addAll(Collections.nCopies(2, "I"));
    groups.addAll(Collections.nCopies(6, "II"));
    // 9 and 3 without, 2 and 6 with the event: Pearson's 20 (54 - 6)^2 / (12 8 11 9), times 19 / 20
    double pearson = 20 * 48.0 * 48 / (12.0 * 8 * 11 * 9);
    assertThat(statistic(score, rows, groups)).isCloseTo(pearson * 19 / 20, within(1e-9));
  }

  /** The log-rank test's observed less expected events come from Sun's score of known times. */
  @Test
  void sumsToObservedLessExpectedEventsWhereTimesAreKnown() {
    double[] times = {9, 13, 13, 18, 23, 28, 31, 34, 5, 5, 8, 8, 12, 16, 23, 27};
    boolean[] events = {
      true, true, false, true, true, false, true, true, true, true, true, true, true, false, true,
      true
    };
    List<String> groups =
        IntStream.range(0, 16).mapToObj(i -> i < 8 ? "a" : "b").toList();
    List<EventInterval> rows = IntStream.range(0, 16)
        .mapToObj(i -> events[i] ? EventInterval.at(times[i]) : EventInterval.after(times[i]))
        .toList();
    GroupCount first = LogRank.withDefaults()
        .test(FollowUp.ofTimes(times, events).groups(groups).build())
        .groups()
        .get(0);
    double logRank = first.observed() - first.expected();
    // the variance by relabeling is s^2 n1 n2 / n of the scores 1 - H and -H
    double[] scores = scoresOfKnownTimes(times, events);
    double square = 0;
    for (double each : scores) {
      square += each * each;
    }
    double variance = square / 15 * 8 * 8 / 16;
    assertThat(statistic(Score.SUN, rows, groups))
        .isCloseTo(logRank * logRank / variance, within(1e-9));
  }

  private static double[] scoresOfKnownTimes(double[] times, boolean... events) {
    double[] scores = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      double hazard = 0;
      for (double time : IntStream.range(0, times.length)
          .filter(j -> events[j])
          .mapToDouble(j -> times[j])
          .distinct()
          .toArray()) {
        if (time <= times[i]) {
          double deaths = IntStream.range(0, times.length)
              .filter(j -> events[j] && times[j] == time)
              .count();
          double atRisk =
              IntStream.range(0, times.length).filter(j -> times[j] >= time).count();
          hazard += deaths / atRisk;
        }
      }
      scores[i] = (events[i] ? 1 : 0) - hazard;
    }
    return scores;
  }

  /** Over all ways to give three of the eight rows to a group the statistic has a mean of 1. */
  @ParameterizedTest
  @EnumSource(Score.class)
  void takesItsVarianceFromAllRelabelings(Score score) {
    double sum = 0;
    int ways = 0;
    for (int mask = 0; mask < 1 << ROWS.size(); mask++) {
      if (Integer.bitCount(mask) == 3) {
        int chosen = mask;
        sum += statistic(
            score,
            ROWS,
            IntStream.range(0, ROWS.size())
                .mapToObj(i -> (chosen >> i & 1) == 1 ? "a" : "b")
                .toList());
        ways++;
      }
    }
    assertThat(ways).isEqualTo(56);
    assertThat(sum / ways).isCloseTo(1, within(1e-8));
  }

  @Test
  void saysWhatATestLacks() {
    IntervalFollowUp one = IntervalFollowUp.of(ROWS);
    assertThat(IntervalTest.of(Score.SUN).test(one).answer().lacks())
        .contains("two groups with rows");
    IntervalFollowUp same = IntervalFollowUp.of(Collections.nCopies(4, EventInterval.between(1, 2)))
        .withGroups(List.of("a", "a", "b", "b"));
    assertThat(IntervalTest.of(Score.WILCOXON).test(same).answer().lacks())
        .contains("rows of different scores");
    IntervalFollowUp twoPatients = IntervalFollowUp.of(ROWS)
        .withGroups(List.of("a", "b", "c", "a", "b", "c", "a", "b"))
        .withClusters(List.of(1, 1, 1, 1, 2, 2, 2, 2));
    assertThat(IntervalTest.of(Score.SUN).test(twoPatients).tests())
        .filteredOn(test -> test.variance() == ScoreVariance.ROBUST)
        .extracting(ScoreTest::lacks)
        .allMatch(lacks -> lacks.equals(Optional.of("more clusters than degrees of freedom")));
  }

  /** A visit schedule of up to 12 rows in three groups. */
  private static IntervalFollowUp random(long seed) {
    Random random = new Random(seed);
    List<EventInterval> rows = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (int row = 0; row < 12; row++) {
      int visit = random.nextInt(4);
      rows.add(
          random.nextInt(3) == 0 || visit == 3
              ? EventInterval.after(100 * (1 + visit))
              : visit == 0
                  ? EventInterval.upTo(100)
                  : EventInterval.between(100 * visit, 100 * (1 + visit + random.nextInt(2))));
      groups.add(List.of("I", "II", "III").get(row % 3));
    }
    return IntervalFollowUp.of(rows).withGroups(groups);
  }

  @Property(tries = 200)
  void isTheSameWithPatientsOfOneHip(@ForAll long seed, @ForAll Score score) {
    IntervalFollowUp hips = random(seed);
    IntervalTest.Result plain = IntervalTest.of(score).test(hips);
    IntervalTest.Result alone = IntervalTest.of(score)
        .test(hips.withClusters(IntStream.range(0, hips.size()).boxed().toList()));
    assertThat(alone.answer().variance()).isEqualTo(ScoreVariance.CLUSTERED);
    if (plain.chiSquare().isPresent()) {
      assertThat(alone.chiSquare().orElseThrow().statistic())
          .isCloseTo(plain.chiSquare().orElseThrow().statistic(), within(1e-6));
    }
  }

  @Property(tries = 200)
  void doesNotCountTheOrderOfRowsOrTheUnitOfTime(@ForAll long seed, @ForAll Score score) {
    IntervalFollowUp hips = random(seed);
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, hips.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    List<EventInterval> rows =
        order.stream().map(hips::interval).map(IntervalTestTest::inMonths).toList();
    IntervalFollowUp moved =
        IntervalFollowUp.of(rows).withGroups(order.stream().map(hips::group).toList());
    assertThat(IntervalTest.of(score)
            .test(moved)
            .chiSquare()
            .map(each -> Math.rint(1e6 * each.statistic())))
        .isEqualTo(IntervalTest.of(score)
            .test(hips)
            .chiSquare()
            .map(each -> Math.rint(1e6 * each.statistic())));
  }

  private static EventInterval inMonths(EventInterval row) {
    double unit = 1 / 32.0;
    if (row.until().isEmpty()) {
      return EventInterval.after(unit * row.after().orElseThrow());
    }
    return row.after().isEmpty()
        ? EventInterval.upTo(unit * row.until().orElseThrow())
        : EventInterval.between(
            unit * row.after().orElseThrow(), unit * row.until().orElseThrow());
  }
}
