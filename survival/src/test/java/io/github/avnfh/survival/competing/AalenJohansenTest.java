package io.github.avnfh.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.HazardCurve;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.NelsonAalen;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.compare.Contrast;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AalenJohansenTest {
  private static final List<String> COURSE = List.of("treated", "collapsed", "replaced", "dead");
  private static final int STAYS = 326;
  private static final int ANSWERS = 688;

  private static double number(GoldenRow row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static StateFollowUp set(String set, boolean weighted) {
    List<GoldenRow> rows = GoldenFile.read("competing/states.csv", STAYS).stream()
        .filter(row -> row.get("set").equals(set))
        .toList();
    ToIntFunction<GoldenRow> from = row -> Integer.parseInt(row.get("from")) - 1;
    ToDoubleFunction<GoldenRow> weight = row -> number(row, "weight");
    StateFollowUp.Builder hips = StateFollowUp.ofTimes(
            rows.stream().mapToDouble(row -> number(row, "start")).toArray(),
            rows.stream().mapToDouble(row -> number(row, "stop")).toArray(),
            rows.stream().mapToInt(from).toArray(),
            rows.stream().mapToInt(row -> Integer.parseInt(row.get("to")) - 1).toArray(),
            COURSE)
        .hips(rows.stream().mapToInt(row -> Integer.parseInt(row.get("hip"))).toArray())
        .clusters(rows.stream().map(row -> row.get("patient")).toList());
    return weighted
        ? hips.weights(rows.stream().mapToDouble(weight).toArray()).build()
        : hips.build();
  }

  /** R's multi-state {@code survfit} and its residuals; {@code golden_states.R}. */
  @Test
  void agreesWithR() {
    String key = "";
    StateCurve curve = null;
    for (GoldenRow row : GoldenFile.read("competing/golden_states.csv", ANSWERS)) {
      String next = row.get("set") + row.get("weighted") + row.get("since");
      if (curve == null || !next.equals(key)) {
        key = next;
        AalenJohansen method = AalenJohansen.withDefaults();
        method = row.get("since").equals("0") ? method : method.startingAt(1);
        method = row.get("given").equals("TRUE") ? method.startingIn("treated") : method;
        curve = method
            .estimate(set(row.get("set"), row.get("weighted").equals("TRUE")))
            .get(0);
      }
      String state = row.get("state");
      double time = number(row, "time");
      StateCurve.Estimate answer = switch (row.get("what")) {
        case "probability" -> curve.probability(state, time).orElseThrow();
        case "time" -> curve.expectedTime(state, time).orElseThrow();
        default -> curve.hazard(row.get("from"), state, time).orElseThrow();
      };
      String as = row.get("what") + " of " + state + " in " + key + " at " + time;
      assertThat(answer.value()).as(as).isCloseTo(number(row, "value"), within(1e-9));
      if (!row.get("naive").isEmpty()) {
        assertThat(answer.naiveStandardError().orElseThrow())
            .as(as)
            .isCloseTo(number(row, "naive"), within(1e-9));
        assertThat(answer.standardError().orElseThrow())
            .as(as)
            .isCloseTo(number(row, "std_error"), within(1e-9));
      }
    }
  }

  /**
   * Six hips by hand: two collapse, at 1 and 2, and the first of them is replaced at 3; one is
   * replaced without collapse at 2; three are followed without either.
   *
   * <p>Of 6 treated 1 collapses: 5/6. Of 5, 1 collapses and 1 is replaced: 1/2 treated, 1/3
   * collapsed, 1/6 replaced. Of 2 collapsed 1 is replaced: 1/6 and 1/3. Nothing happens at 4.
   */
  @Test
  void followsSixHipsByHand() {
    StateFollowUp hips = StateFollowUp.ofDays(
            new int[] {0, 1, 0, 0, 0, 2, 0, 0},
            new int[] {1, 3, 2, 4, 2, 5, 4, 5},
            new int[] {0, 1, 0, 0, 0, 1, 0, 0},
            new int[] {1, 2, 2, 0, 1, 1, 0, 0},
            List.of("treated", "collapsed", "replaced"))
        .hips(new int[] {1, 1, 2, 3, 4, 4, 5, 6})
        .allowing("treated", "collapsed")
        .allowing("treated", "replaced")
        .allowing("collapsed", "replaced")
        .seenAtVisits("collapsed")
        .build();
    StateCurve curve = AalenJohansen.withDefaults().estimate(hips).get(0);
    assertThat(curve.probabilities(4).orElseThrow())
        .containsExactly(new double[] {1 / 2.0, 1 / 6.0, 1 / 3.0}, within(1e-15));
    assertThat(curve.probabilities(2).orElseThrow())
        .containsExactly(new double[] {1 / 2.0, 1 / 3.0, 1 / 6.0}, within(1e-15));
    assertThat(curve.hazard("collapsed", "replaced", 4).orElseThrow().value()).isEqualTo(0.5);
    assertThat(curve.hazard("treated", "collapsed", 4).orElseThrow().value())
        .isCloseTo(1 / 6.0 + 1 / 5.0, within(1e-15));
    // 1 day whole, then 5/6, then two of one half
    assertThat(curve.expectedTime("treated", 4).orElseThrow().value())
        .isCloseTo(1 + 5 / 6.0 + 1, within(1e-14));
    assertThat(curve.atRisk("collapsed", 3)).isEqualTo(2);
    assertThat(curve.probability("treated", 6)).isEmpty();
    assertThat(curve.seenAtVisits()).containsExactly("collapsed");
    assertThat(hips).hasToString("StateFollowUp{6 hips, 3 states, 4 moves, 1 groups}");
    StateFollowUp landmark = hips.landmark(2, "collapsed");
    assertThat(landmark.hips()).isEqualTo(2);
    StateCurve later =
        AalenJohansen.withDefaults().startingAt(2).estimate(landmark).get(0);
    assertThat(later.probability("replaced", 3).orElseThrow().value()).isEqualTo(0.5);
    StateCurve markov = AalenJohansen.withDefaults()
        .startingAt(2)
        .startingIn("collapsed")
        .estimate(hips)
        .get(0);
    assertThat(markov.probability("replaced", 3).orElseThrow().value()).isEqualTo(0.5);
  }

  private static CompetingFollowUp random(Random random, int rows, int causes) {
    return CompetingFollowUp.ofDays(
            random.ints(rows, 1, 20).toArray(),
            random.ints(rows, 0, causes + 1).toArray(),
            List.of("replaced", "died").subList(0, causes))
        .clusters(IntStream.range(0, rows).map(row -> row / 2).toArray())
        .build();
  }

  private static StateCurve states(CompetingFollowUp hips, List<String> states) {
    FollowUp rows = hips.anyEvent();
    int[] days =
        IntStream.range(0, rows.size()).map(row -> (int) rows.time(row)).toArray();
    StateFollowUp followUp = StateFollowUp.ofDays(
            new int[days.length],
            days,
            new int[days.length],
            IntStream.range(0, days.length).map(hips::outcomeNumber).toArray(),
            states)
        .clusters(IntStream.range(0, days.length).map(rows::cluster).toArray())
        .build();
    return AalenJohansen.withDefaults().estimate(followUp).get(0);
  }

  /** One path from alive to dead is Kaplan-Meier, and its hazard is that of Nelson and Aalen. */
  @Property(tries = 50)
  void onePathIsKaplanMeier(@ForAll int seed, @ForAll @IntRange(min = 4, max = 40) int rows) {
    CompetingFollowUp hips = random(new Random(seed), rows, 1);
    StateCurve curve = states(hips, List.of("kept", "replaced"));
    SurvivalCurve survival =
        KaplanMeier.withDefaults().estimate(hips.anyEvent()).curves().get(0);
    for (double time : curve.times()) {
      StateCurve.Estimate kept = curve.probability("kept", time).orElseThrow();
      survival.at(time).estimate().ifPresent(known -> {
        assertThat(kept.value()).isCloseTo(known.survival(), within(1e-12));
        if (kept.value() > 0 && kept.value() < 1) {
          known
              .standardError()
              .ifPresent(error ->
                  assertThat(kept.standardError().orElseThrow()).isCloseTo(error, within(1e-7)));
        }
        if (kept.lower().isPresent()) {
          assertThat(kept.lower().orElseThrow()).isCloseTo(known.lower(), within(1e-6));
          assertThat(kept.upper().orElseThrow()).isCloseTo(known.upper(), within(1e-6));
        }
      });
    }
    double last = curve.times()[curve.times().length - 1];
    HazardCurve.HazardEstimate known =
        NelsonAalen.withDefaults().estimate(hips.anyEvent()).get(0).at(last).orElseThrow();
    StateCurve.Estimate hazard = curve.hazard("kept", "replaced", last).orElseThrow();
    assertThat(hazard.value()).isCloseTo(known.hazard(), within(1e-12));
    known
        .standardError()
        .ifPresent(error ->
            assertThat(hazard.standardError().orElseThrow()).isCloseTo(error, within(1e-7)));
  }

  /** Several ends are cumulative incidences, and probabilities and expected times add up. */
  @Property(tries = 50)
  void severalEndsAreCumulativeIncidences(
      @ForAll int seed, @ForAll @IntRange(min = 4, max = 40) int rows) {
    CompetingFollowUp hips = random(new Random(seed), rows, 2);
    StateCurve curve = states(hips, List.of("kept", "replaced", "died"));
    IncidenceCurve incidence = CumulativeIncidence.withDefaults().estimate(hips).get(0);
    for (double time : curve.times()) {
      double[] all = curve.probabilities(time).orElseThrow();
      assertThat(Arrays.stream(all).sum()).isCloseTo(1, within(1e-12));
      Incidence known = incidence.at(time).orElseThrow().event();
      StateCurve.Estimate replaced = curve.probability("replaced", time).orElseThrow();
      assertThat(replaced.value()).isCloseTo(known.proportion(), within(1e-12));
      known
          .standardError()
          .ifPresent(error ->
              assertThat(replaced.standardError().orElseThrow()).isCloseTo(error, within(1e-7)));
      known
          .naiveStandardError()
          .ifPresent(error -> assertThat(replaced.naiveStandardError().orElseThrow())
              .isCloseTo(error, within(1e-7)));
      double sum = curve.states().stream()
          .mapToDouble(state -> curve.expectedTime(state, time).orElseThrow().value())
          .sum();
      assertThat(sum).isCloseTo(time, within(1e-10));
    }
  }

  /** The time lost to an event is the expected time in its state. */
  @Property(tries = 50)
  void timeLostIsTheExpectedTimeInTheState(
      @ForAll int seed, @ForAll @IntRange(min = 4, max = 40) int rows) {
    CompetingFollowUp clustered = random(new Random(seed), rows, 2);
    StateCurve curve = states(clustered, List.of("kept", "replaced", "died"));
    double last = curve.times()[curve.times().length - 1];
    IncidenceCurve incidence =
        CumulativeIncidence.withDefaults().estimate(clustered).get(0);
    IncidenceCurve counted =
        CumulativeIncidence.withDefaults().estimate(clustered.counts()).get(0);
    for (double until : new double[] {last, last - 0.5, last / 2}) {
      StateCurve.Estimate expected = curve.expectedTime("replaced", until).orElseThrow();
      StateCurve.Estimate lost = incidence.timeLost(until).orElseThrow();
      assertThat(lost.value()).isCloseTo(expected.value(), within(1e-10));
      assertThat(lost.naiveStandardError().orElseThrow())
          .isCloseTo(expected.naiveStandardError().orElseThrow(), within(1e-7));
      if (expected.standardError().isPresent() && lost.standardError().isPresent()) {
        assertThat(lost.standardError().getAsDouble())
            .isCloseTo(expected.standardError().getAsDouble(), within(1e-7));
      }
      assertThat(counted.timeLost(until).orElseThrow().standardError().orElseThrow())
          .isCloseTo(expected.naiveStandardError().orElseThrow(), within(1e-7));
    }
  }

  /** Hips of both groups that share a patient and a fate differ by nothing, and surely so. */
  @Test
  void contrastsOfTimeLostKnowOfSharedPatients() {
    int[] days = {100, 200, 300, 400, 100, 200, 300, 400};
    int[] causes = {1, 2, 1, 0, 1, 2, 1, 0};
    CompetingFollowUpBuilder hips = CompetingFollowUp.ofDays(
            days, causes, List.of("replaced", "died"))
        .groups(List.of("I", "I", "I", "I", "II", "II", "II", "II"));
    List<IncidenceCurve> alone = CumulativeIncidence.withDefaults().estimate(hips.build());
    // of 4 one at 100 and one at 300: 200 days of 1/4 and 100 of 1/2
    assertThat(alone.get(0).timeLost(400).orElseThrow().value()).isCloseTo(100, within(1e-12));
    Contrast naive = IncidenceContrast.between(alone, "I", "II").timeLost(400).orElseThrow();
    double error = alone.get(0).timeLost(400).orElseThrow().standardError().orElseThrow();
    assertThat(naive.upper().orElseThrow())
        .isCloseTo(1.959963984540054 * Math.sqrt(2) * error, within(1e-9));
    List<IncidenceCurve> shared = CumulativeIncidence.withDefaults()
        .estimate(hips.clusters(new int[] {1, 2, 3, 4, 1, 2, 3, 4}).build());
    Contrast same = IncidenceContrast.between(shared, "I", "II").timeLost(400).orElseThrow();
    assertThat(same.upper().orElseThrow()).isCloseTo(0, within(1e-5));
    assertThat(alone.get(0).timeLost(401)).isEmpty();
    assertThat(alone.get(0).quantile(0.25).time()).hasValue(100);
    assertThat(alone.get(0).quantile(0.26).time()).hasValue(300);
    assertThat(alone.get(0).quantile(0.51).time()).isEmpty();
    assertThat(alone.get(0).quantile(0.25).lower()).hasValue(100);
    assertThatThrownBy(() -> alone.get(0).quantile(1))
        .hasMessage("proportion must lie above 0.0 and below 1.0, but was 1.0");
    assertThatThrownBy(() -> alone.get(0).timeLost(0))
        .hasMessage("time [unit of the times] must be finite and above 0.0, but was 0.0");
  }

  @Test
  void refusesCoursesThatCannotBe() {
    List<String> states = List.of("treated", "collapsed", "replaced");
    assertThatThrownBy(() -> StateFollowUp.ofDays(
                new int[] {0, 50}, new int[] {100, 300}, new int[] {0, 1}, new int[] {1, 2}, states)
            .hips(new int[] {1, 1})
            .build())
        .hasMessage(
            "rows of one hip [times] must not overlap, but row 2 began before row 1" + " stopped");
    assertThatThrownBy(() -> StateFollowUp.ofDays(
                new int[] {0, 100},
                new int[] {100, 300},
                new int[] {0, 0},
                new int[] {1, 2},
                states)
            .hips(new int[] {1, 1})
            .build())
        .hasMessage("state [index] must be 1, to which the hip had just moved, but was 0 in row 2");
    StateFollowUp.Builder back = StateFollowUp.ofDays(
            new int[] {0}, new int[] {100}, new int[] {1}, new int[] {0}, states)
        .allowing("treated", "collapsed");
    assertThatThrownBy(back::build)
        .hasMessage("move [states] must be one of the 1 allowed, but was 1 to 0 in row 1");
    assertThatThrownBy(() -> StateFollowUp.ofDays(
            new int[] {0}, new int[] {1}, new int[] {0}, new int[] {3}, states))
        .hasMessage("state [index] must lie in 0..2, but was 3 in row 1");
    assertThatThrownBy(() -> StateFollowUp.ofDays(
            new int[] {0}, new int[] {1}, new int[] {0}, new int[] {0}, List.of("treated")))
        .hasMessage("states [labels] must be 2 or more, each once, but were 1, of which 1 differ");
  }
}
