package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.survival.SurvivalCurve.Step;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {
  private static final boolean[] TWO_EVENTS = {true, true};

  private static FollowUpBuilder two() {
    return FollowUp.ofTimes(new double[] {1, 2}, TWO_EVENTS);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -1,
        -Double.MIN_VALUE
      })
  void refusesTimesThatAreNone(double time) {
    assertRefused(
        () -> FollowUp.ofTimes(new double[] {1, time}, TWO_EVENTS),
        "time [unit of the times] must be finite and 0.0 or more, but was " + time + " in row 2");
    assertRefused(
        () -> two().entry(new double[] {0, time}),
        "entry [unit of the times] must be finite and 0.0 or more, but was " + time + " in row 2");
  }

  private record Row(String patient, String stage, int day, boolean replaced) {}

  @Test
  void takesRecordsAsItTakesTheirColumns() {
    List<Row> rows = List.of(
        new Row("B", "III", 5, true), new Row("A", "I", 9, false), new Row("B", "I", 5, true));
    FollowUp columns = FollowUp.ofDays(new int[] {5, 9, 5}, new boolean[] {true, false, true})
        .groups(List.of("III", "I", "I"))
        .clusters(List.of("B", "A", "B"))
        .build();
    FollowUp records = FollowUp.ofDays(rows, Row::day, Row::replaced)
        .groups(rows, Row::stage)
        .clusters(rows, Row::patient)
        .build();
    assertThat(KaplanMeier.withDefaults().estimate(records).curves().get(1).steps())
        .isEqualTo(KaplanMeier.withDefaults().estimate(columns).curves().get(1).steps());
    assertThat(records.groups()).containsExactly("III", "I");
    assertThat(records.clusters()).hasValue(2);
    assertThat(FollowUp.ofTimes(rows, row -> row.day() / 2.0, Row::replaced)
            .build()
            .time(1))
        .isEqualTo(4.5);
    assertThatThrownBy(() ->
            FollowUp.ofDays(rows, Row::day, Row::replaced).groups(rows.subList(0, 2), Row::stage))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNegativeDays() {
    assertRefused(
        () -> FollowUp.ofDays(new int[] {0, -1}, TWO_EVENTS),
        "time [days] must be 0 or more, but was -1 in row 2");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 0, -0.0, -2})
  void refusesWeightsThatCountNothing(double weight) {
    assertRefused(
        () -> two().weights(new double[] {1, weight}),
        "weight [rows] must be finite and above 0.0, but was " + weight + " in row 2");
  }

  @Test
  void refusesAnEntryThatDoesNotLieBeforeTheExit() {
    assertRefused(
        () -> two().entry(new double[] {0, 2}),
        "entry [unit of the times] must lie before the time 2.0, but was 2.0 in row 2");
    assertRefused(
        () -> FollowUp.ofDays(new int[] {5, 7}, TWO_EVENTS).entry(new int[] {5, 0}),
        "entry [days] must lie before the time 5, but was 5 in row 1");
    assertRefused(
        () -> two().entry(new double[] {Math.nextDown(1.0), 0}).build(),
        "entry [unit of the times] must lie before the time by more than rounding, but was "
            + "0.9999999999999999 before 1.0 in row 1");
    assertRefused(
        () -> FollowUp.ofDays(new int[] {5, 7}, TWO_EVENTS).entry(new double[] {0.5, 1}),
        "entry [days] must be whole days like the times, but was a column of doubles");
  }

  @Test
  void refusesColumnsOfOtherLengths() {
    assertRefused(
        () -> FollowUp.ofDays(new int[] {1}, TWO_EVENTS),
        "event [rows] must be 1 like the times, but were 2");
    assertRefused(
        () -> two().groups(List.of("A")), "group [rows] must be 2 like the times, but were 1");
    assertRefused(
        () -> two().strata(List.of()), "stratum [rows] must be 2 like the times, but were 0");
    assertRefused(
        () -> two().clusters(new int[3]), "cluster [rows] must be 2 like the times, but were 3");
    assertRefused(
        () -> two().weights(new double[1]), "weight [rows] must be 2 like the times, but were 1");
    assertRefused(
        () -> two().entry(new int[1]), "entry [rows] must be 2 like the times, but were 1");
    assertRefused(
        () -> two().entry(new double[3]), "entry [rows] must be 2 like the times, but were 3");
    assertRefused(
        () -> FollowUp.ofDays(new int[] {5, 7}, TWO_EVENTS).entry(new int[3]),
        "entry [rows] must be 2 like the times, but were 3");
    String groups = "group [rows] must be 2 like the times, but were 3";
    assertRefused(() -> two().groups(List.of("I", "I", "I"), List.of("I")), groups);
    assertRefused(() -> two().groups(new int[3], List.of("I")), groups);
    assertRefused(
        () -> two().clusters(List.of("A", "B", "C")),
        "cluster [rows] must be 2 like the times, but were 3");
  }

  @Test
  void takesEveryTimeAndEveryWeightOnTheBounds() {
    double most = Double.MAX_VALUE;
    FollowUp hips = FollowUp.ofTimes(new double[] {-0.0, most}, TWO_EVENTS)
        .weights(new double[] {Double.MIN_VALUE, most})
        .build();
    assertThat(hips.time(1)).isEqualTo(most);
    assertThat(hips.weight(1)).isEqualTo(most);
    assertRefused(
        () -> FollowUp.ofTimes(new double[] {most, Double.NaN}, TWO_EVENTS),
        "time [unit of the times] must be finite and 0.0 or more, but was NaN in row 2");
    assertRefused(
        () -> FollowUp.ofTimes(new double[] {0, Double.NaN}, TWO_EVENTS),
        "time [unit of the times] must be finite and 0.0 or more, but was NaN in row 2");
  }

  @Test
  void minusZeroIsTheTimeZero() {
    FollowUp hips = FollowUp.ofTimes(new double[] {-0.0, 0.0, 1}, new boolean[] {true, true, true})
        .withoutTieRule()
        .build();
    assertThat(KaplanMeier.withDefaults().estimate(hips).curve("all").steps()).hasSize(2);
  }

  @Test
  void anEntryAtZeroIsObservationFromTheStart() {
    FollowUp days =
        FollowUp.ofDays(new int[] {5, 7}, TWO_EVENTS).entry(new int[] {0, 1}).build();
    FollowUp times = two().entry(new double[] {0, 0.5}).build();
    FollowUp both = two().entry(new int[] {0, 1}).build();
    for (FollowUp hips : List.of(days, times, both)) {
      assertThat(hips.entry(0)).isEmpty();
      assertThat(hips.entry(1)).isPresent();
      assertThat(KaplanMeier.withDefaults().estimate(hips).curve("all").at(0).atRisk())
          .isEqualTo(1);
    }
  }

  @Test
  void refusesNoRowAtAll() {
    assertRefused(
        () -> FollowUp.ofDays(new int[0], new boolean[0]),
        "follow-up [rows] must be at least 1, but were 0");
  }

  @Test
  void refusesAGroupThatWasNotDeclared() {
    assertRefused(
        () -> two().groups(List.of("I", "IX"), List.of("I", "II")),
        "group [label] must be one of the 2 declared ones, but was another in row 2");
    assertRefused(
        () -> two().groups(new int[] {0, 2}, List.of("I", "II")),
        "group [index of a label] must lie in 0..1, but was 2 in row 2");
  }

  @Test
  void copiesItsColumns() {
    int[] days = {5, 7};
    boolean[] events = {true, false};
    FollowUpBuilder builder = FollowUp.ofDays(days, events);
    days[0] = 100;
    events[0] = false;
    Step first = KaplanMeier.withDefaults()
        .estimate(builder.build())
        .curve("all")
        .steps()
        .get(0);
    assertThat(first.time()).isEqualTo(5);
    assertThat(first.events()).isEqualTo(1);
  }

  @Test
  void keepsGroupsInOrderOfAppearanceOrAsDeclared() {
    List<String> stages = List.of("III", "I");
    assertThat(two().groups(stages).build().groups()).containsExactly("III", "I");
    assertThat(two().groups(stages, List.of("I", "II", "III")).build().groups())
        .containsExactly("I", "III");
    assertThat(two().build().groups()).containsExactly("all");
  }

  @Test
  void takesTimesThatDifferByRoundingForOne() {
    FollowUp merged =
        FollowUp.ofTimes(new double[] {0.1 + 0.2, 0.3}, TWO_EVENTS).build();
    assertThat(merged.mergedTimes()).isEqualTo(1);
    assertThat(KaplanMeier.withDefaults().estimate(merged).curve("all").steps())
        .singleElement()
        .satisfies(step -> assertThat(step.time()).isEqualTo(0.3));
    FollowUp apart = FollowUp.ofTimes(new double[] {0.1 + 0.2, 0.3}, TWO_EVENTS)
        .withoutTieRule()
        .build();
    assertThat(apart.mergedTimes()).isZero();
    assertThat(KaplanMeier.withDefaults().estimate(apart).curve("all").steps()).hasSize(2);
  }

  /** Ages as differences of years: eight values, four times; S = 3/4, 1/2, 1/4, 0. */
  @Test
  void findsTheTrueTiesOfDaysDividedIntoYears() {
    double[] years = {
      100 / 365.25, 400 / 365.25 - 300 / 365.25,
      200 / 365.25, 600 / 365.25 - 400 / 365.25,
      300 / 365.25, 1000 / 365.25 - 700 / 365.25,
      400 / 365.25, 1100 / 365.25 - 700 / 365.25
    };
    boolean[] events = {true, true, true, true, true, true, true, true};
    FollowUp ages = FollowUp.ofTimes(years, events).build();
    assertThat(KaplanMeier.withDefaults().estimate(ages).curve("all").steps())
        .extracting(Step::survival)
        .containsExactly(0.75, 0.5, 0.25, 0.0);
  }

  @Test
  void chainsTiesAndTakesTheSmallest() {
    double step = 1.4e-8;
    FollowUp chain = FollowUp.ofTimes(
            new double[] {1, 1 + step, 1 + 2 * step}, new boolean[] {true, true, true})
        .build();
    assertThat(chain.mergedTimes()).isEqualTo(2);
    assertThat(KaplanMeier.withDefaults().estimate(chain).curve("all").lastTime())
        .isEqualTo(1);
  }

  @Test
  void keepsDaysApartHoweverManyThereAre() {
    FollowUp far = FollowUp.ofDays(
            new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 1}, new boolean[] {true, false})
        .entry(new int[] {3, 2_000_000_000})
        .build();
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(far).curve("all");
    assertThat(curve.steps()).extracting(Step::time).containsExactly(2147483646.0, 2147483647.0);
    assertThat(curve.at(3).atRisk()).isZero();
    assertThat(curve.at(4).atRisk()).isEqualTo(1);
    assertThat(curve.at(2_000_000_000).atRisk()).isEqualTo(1);
    assertThat(curve.at(2_000_000_001).atRisk()).isEqualTo(2);
  }

  @Test
  void takesAnEventOnDayZero() {
    FollowUp hips =
        FollowUp.ofDays(new int[] {0, 10}, new boolean[] {true, false}).build();
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(hips).curve("all");
    assertThat(curve.at(0).atRisk()).isEqualTo(2);
    assertThat(curve.at(0).estimate().orElseThrow().survival()).isEqualTo(0.5);
  }

  @Test
  void printsCountsOnly() {
    assertThat(Samples.eyes().build())
        .hasToString("FollowUp{60 rows, 26 events, 2 groups, 30 clusters}");
    assertThat(Samples.series()).hasToString("FollowUp{58 rows, 6 events, 3 groups}");
  }

  @Test
  void tellsWhatItHolds() {
    FollowUp late = Samples.lateEntries()
        .weights(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 2})
        .strata(List.of("a", "b", "a", "a", "a", "a", "a", "a", "a", "a"))
        .build();
    assertThat(late.hasDelayedEntry()).isTrue();
    assertThat(late.isWeighted()).isTrue();
    assertThat(late.isInWholeDays()).isTrue();
    assertThat(late.strata()).containsExactly("a", "b");
    assertThat(late.clusters()).isEmpty();
    assertThat(late.counts().rows(0)).isEqualTo(5);
  }
}
