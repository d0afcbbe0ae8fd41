package io.github.avnfh.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.CriticalValue;
import io.github.avnfh.survival.EventCoding;
import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.GoldenSets;
import io.github.avnfh.survival.IntervalType;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.Step;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CumulativeIncidenceTest {
  private static final EventCoding CODES = EventCoding.zeroOne().withCompeting(Set.of("2"));

  /** Errors and limits are compared of proportions above 0 and below this. */
  private static final double INSIDE = 1 - 1e-12;

  private static final Map<String, List<IncidenceCurve>> ESTIMATES = new ConcurrentHashMap<>();

  private static List<IncidenceCurve> curves(String set, String variant, IntervalType type) {
    return ESTIMATES.computeIfAbsent(
        set + variant + type,
        key -> CumulativeIncidence.withDefaults()
            .with(type)
            .with(CriticalValue.NORMAL)
            .withoutExactLimits()
            .estimate(followUp(set, variant)));
  }

  private static CompetingFollowUp followUp(String set, String variant) {
    List<String> codes =
        GoldenSets.rows(set).stream().map(row -> row.get("cause")).toList();
    return CompetingFollowUp.of(
        CODES.outcomes(codes), ended -> GoldenSets.followUp(set, variant, ended));
  }

  private static IncidenceStep step(GoldenRow row, IntervalType type) {
    double time = GoldenSets.number(row, "time");
    return curves(row.get("set"), row.get("variant"), type).stream()
        .filter(curve -> curve.group().equals(row.get("group")))
        .flatMap(curve -> curve.steps().stream())
        // R may take another of the times that differ by rounding
        .filter(step -> Math.abs(step.time() - time) < 1e-9)
        .findFirst()
        .orElseThrow();
  }

  private static void assertSame(double actual, String expected) {
    double value = Double.parseDouble(expected);
    assertThat(actual).isCloseTo(value, within(1e-12 * Math.max(1e-2, Math.abs(value))));
  }

  /** R's multi-state {@code survfit}; {@code golden_competing.R} made the file. */
  @Test
  void fourteenSetsAreThoseOfR() {
    for (GoldenRow row : GoldenFile.read("golden_competing.csv", 715)) {
      IncidenceStep step = step(row, IntervalType.LOG);
      if (!row.get("variant").contains("w")) {
        // R counts rows here, whatever their weights
        assertSame(step.atRisk(), row.get("at_risk"));
      }
      Incidence incidence = row.get("cause").equals("event") ? step.event() : step.competing();
      assertSame(incidence.proportion(), row.get("share"));
      assertSame(incidence.standardError().getAsDouble(), row.get("std_error"));
    }
  }

  /** Of every tenth row; at 0 R has [0, 0] or nothing. */
  @Test
  void limitsAreThoseOfR() {
    List<GoldenRow> rows = GoldenFile.read("golden_competing.csv", 715);
    for (int i = 0; i < rows.size(); i += 10) {
      GoldenRow row = rows.get(i);
      for (IntervalType type :
          List.of(IntervalType.PLAIN, IntervalType.LOG, IntervalType.LOG_LOG)) {
        IncidenceStep step = step(row, type);
        Incidence incidence = row.get("cause").equals("event") ? step.event() : step.competing();
        if (row.get("variant").endsWith("clu")) {
          assertThat(incidence.lower()).isBetween(0.0, incidence.proportion());
        } else if (incidence.proportion() > 0) {
          assertSame(incidence.lower(), row.get(type.code() + " lower"));
          assertSame(incidence.upper(), row.get(type.code() + " upper"));
        } else {
          assertThat(incidence.lower()).isZero();
          assertThat(incidence.upper()).isZero();
        }
      }
    }
  }

  /** Sums over every time of every curve, each time by its number, so that none can hide. */
  @Test
  void everyTimeIsThatOfR() {
    for (GoldenRow row : GoldenFile.read("golden_competing_all.csv", 150)) {
      for (IntervalType type :
          List.of(IntervalType.PLAIN, IntervalType.LOG, IntervalType.LOG_LOG)) {
        List<Incidence> all = curves(row.get("set"), row.get("variant"), type).stream()
            .filter(curve -> curve.group().equals(row.get("group")))
            .flatMap(curve -> curve.steps().stream())
            .map(row.get("cause").equals("event") ? IncidenceStep::event : IncidenceStep::competing)
            .toList();
        assertThat(all).hasSize(Integer.parseInt(row.get("times")));
        assertSum(all, Incidence::proportion, row.get("share"), 0);
        assertSum(all, each -> each.standardError().orElseThrow(), row.get("std_error"), INSIDE);
        if (!row.get("variant").endsWith("clu")) {
          assertSum(all, Incidence::lower, row.get(type.code() + " lower"), INSIDE);
          assertSum(all, Incidence::upper, row.get(type.code() + " upper"), INSIDE);
        }
      }
    }
  }

  private static void assertSum(
      List<Incidence> all, ToDoubleFunction<Incidence> value, String expected, double inside) {
    double sum = IntStream.range(0, all.size())
        .filter(
            i -> inside == 0 || (all.get(i).proportion() > 0 && all.get(i).proportion() < inside))
        .mapToDouble(i -> (i + 1) * value.applyAsDouble(all.get(i)))
        .sum();
    double known = Double.parseDouble(expected);
    assertThat(sum).isCloseTo(known, within(1e-11 * Math.max(1e-2, Math.abs(known))));
  }

  private static IncidenceCurve tiny(UnaryOperator<String> codes, int... clusters) {
    List<String> column = Collections.nCopies(1, codes.apply("0 1 0 2 0 2 0 2")).stream()
        .flatMap(text -> List.of(text.split(" ", -1)).stream())
        .toList();
    int[] days = {1, 2, 2, 3, 3, 3, 5, 6};
    CompetingFollowUp hips = CompetingFollowUp.of(
        CODES.outcomes(column),
        ended -> clusters.length == 0
            ? FollowUp.ofDays(days, ended).build()
            : FollowUp.ofDays(days, ended).clusters(clusters).build());
    return CumulativeIncidence.withDefaults().estimate(hips).get(0);
  }

  /**
   * The competing set of R's own tests: 1/7 has the event, then 6/7 * 2/5 the other; its standard
   * errors in R 4.2.2.
   */
  @Test
  void agreesWithEightHipsWorkedByHand() {
    IncidenceCurve curve = tiny(UnaryOperator.identity());
    List<IncidenceStep> steps = curve.steps();
    assertThat(steps).extracting(IncidenceStep::time).containsExactly(1.0, 2.0, 3.0, 5.0, 6.0);
    assertThat(steps).extracting(IncidenceStep::atRisk).containsExactly(8.0, 7.0, 5.0, 2.0, 1.0);
    IncidenceStep at3 = curve.at(3).orElseThrow();
    assertThat(at3.event().proportion()).isCloseTo(1.0 / 7, within(1e-15));
    assertThat(at3.competing().proportion()).isCloseTo(12.0 / 35, within(1e-15));
    assertThat(at3.free()).isCloseTo(18.0 / 35, within(1e-15));
    assertThat(at3.event().standardError().getAsDouble()).isCloseTo(0.1322600143, within(1e-10));
    assertThat(at3.competing().standardError().getAsDouble())
        .isCloseTo(0.1951003330, within(1e-10));
    IncidenceStep end = curve.at(100).orElseThrow();
    assertThat(end.competing().proportion()).isCloseTo(6.0 / 7, within(1e-15));
    assertThat(end.competing().standardError().getAsDouble())
        .isCloseTo(0.1322600143, within(1e-10));
    assertThat(end.free()).isZero();
    assertThat(end.atRisk()).isZero();
    assertThat(curve.at(2.5).orElseThrow().atRisk()).isEqualTo(5);
    assertThat(curve.at(0).orElseThrow().event().proportion()).isZero();
    assertThat(curve).hasToString("IncidenceCurve{all, 8 rows, 5 times}");
  }

  /** Without competition the incidence is one minus survival, and so is its error. */
  @Test
  void isOneMinusSurvivalWhereNothingCompetes() {
    for (String set : List.of("d13", "d29")) {
      for (String variant : List.of("base", "clu", "lt_clu")) {
        List<EventStatus> outcomes = CODES.outcomes(GoldenSets.rows(set).stream()
            .map(row -> row.get("cause").equals("1") ? "1" : "0")
            .toList());
        CompetingFollowUp alone =
            CompetingFollowUp.of(outcomes, ended -> GoldenSets.followUp(set, variant, ended));
        FollowUp hips = alone.anyEvent();
        for (IncidenceCurve curve : CumulativeIncidence.withDefaults().estimate(alone)) {
          assertOneMinus(curve, KaplanMeier.withDefaults().estimate(hips).curve(curve.group()));
        }
      }
    }
  }

  private static void assertOneMinus(IncidenceCurve curve, SurvivalCurve survival) {
    List<Step> steps = survival.steps();
    for (int i = 0; i < steps.size(); i++) {
      IncidenceStep step = curve.steps().get(i);
      assertThat(step.atRisk()).isEqualTo(steps.get(i).atRisk());
      assertThat(step.event().proportion()).isCloseTo(1 - steps.get(i).survival(), within(1e-13));
      if (steps.get(i).standardError().isPresent()) {
        assertThat(step.event().standardError().getAsDouble())
            .isCloseTo(steps.get(i).standardError().getAsDouble(), within(1e-8));
      }
    }
  }

  /** No event of its kind among eight: exactly 1 - 0.025^(1/n), n known by then. */
  @Test
  void answersAGroupWithoutTheEventExactly() {
    IncidenceCurve curve = tiny(codes -> codes.replace('1', '2'));
    Incidence none = curve.at(3).orElseThrow().event();
    assertThat(none.proportion()).isZero();
    assertThat(none.standardError()).isEmpty();
    assertThat(none.naiveStandardError()).isEmpty();
    assertThat(none.lower()).isZero();
    // on day 3 five were at risk, 6/7 of all
    assertThat(none.upper()).isCloseTo(1 - Math.pow(0.025, 6.0 / 7 / 5), within(1e-15));
    Incidence byPatient = tiny(codes -> codes.replace('1', '2'), 1, 1, 2, 2, 3, 3, 4, 4)
        .at(3)
        .orElseThrow()
        .event();
    // three of four patients
    assertThat(byPatient.upper()).isCloseTo(1 - Math.pow(0.025, 6.0 / 7 / 3), within(1e-15));
  }

  @Test
  void takesThePatientAsTheClusterAndTellsTheNaiveAnswer() {
    IncidenceCurve naive = tiny(UnaryOperator.identity());
    IncidenceCurve curve = tiny(UnaryOperator.identity(), 1, 1, 2, 2, 3, 3, 4, 4);
    Incidence robust = curve.at(3).orElseThrow().competing();
    assertThat(robust.naiveStandardError())
        .isEqualTo(naive.at(3).orElseThrow().competing().standardError());
    assertThat(robust.standardError()).isNotEqualTo(robust.naiveStandardError());
    assertThat(curve.clusters()).hasValue(4);
    assertThat(naive.clusters()).isEmpty();
    Incidence alone = tiny(UnaryOperator.identity(), 1, 1, 1, 1, 1, 1, 1, 1)
        .at(3)
        .orElseThrow()
        .event();
    assertThat(alone.standardError()).isEmpty();
    assertThat(alone.naiveStandardError()).isPresent();
    assertThat(alone.lower()).isZero();
    assertThat(alone.upper()).isEqualTo(1);
  }

  /** A second hip of the same fate tells nothing new about the patient. */
  @Test
  void aSecondHipOfTheSameFateChangesNothing() {
    List<EventStatus> outcomes = CODES.outcomes(List.of("0", "1", "0", "2", "0", "2", "0", "2"));
    int[] days = {1, 2, 2, 3, 3, 3, 5, 6};
    CompetingFollowUp twice = CompetingFollowUp.of(
        IntStream.range(0, 16).mapToObj(i -> outcomes.get(i / 2)).toList(),
        ended -> FollowUp.ofDays(IntStream.range(0, 16).map(i -> days[i / 2]).toArray(), ended)
            .clusters(IntStream.range(0, 16).map(i -> i / 2).toArray())
            .build());
    Incidence both = CumulativeIncidence.withDefaults()
        .estimate(twice)
        .get(0)
        .at(3)
        .orElseThrow()
        .competing();
    Incidence once = tiny(UnaryOperator.identity()).at(3).orElseThrow().competing();
    assertThat(both.proportion()).isCloseTo(once.proportion(), within(1e-15));
    assertThat(both.standardError().getAsDouble())
        .isCloseTo(once.standardError().getAsDouble(), within(1e-14));
  }

  @Test
  void saysWhenATimeLiesBeyondFollowUp() {
    CompetingFollowUp open = CompetingFollowUp.of(
        List.of(EventStatus.EVENT, EventStatus.CENSORED),
        ended -> FollowUp.ofTimes(new double[] {0.1 + 0.2, 1}, ended).build());
    IncidenceCurve curve = CumulativeIncidence.withDefaults().estimate(open).get(0);
    assertThat(curve.at(1)).isPresent();
    assertThat(curve.at(1.001)).isEmpty();
    assertThat(curve.at(0.3).orElseThrow().event().proportion()).isEqualTo(0.5);
    assertThat(curve.at(0.3).orElseThrow().atRisk()).isEqualTo(2);
    assertThatThrownBy(() -> curve.at(-1))
        .hasMessage("time [unit of the times] must be finite and 0.0 or more, but was -1.0");
  }

  @Test
  void theLevelWidensTheInterval() {
    CompetingFollowUp hips = followUp("d13", "clu");
    Incidence narrow = CumulativeIncidence.withDefaults()
        .withLevel(0.8)
        .estimate(hips)
        .get(0)
        .steps()
        .get(20)
        .event();
    Incidence wide = CumulativeIncidence.withDefaults()
        .withLevel(0.99)
        .estimate(hips)
        .get(0)
        .steps()
        .get(20)
        .event();
    assertThat(wide.lower()).isLessThan(narrow.lower());
    assertThat(wide.upper()).isGreaterThan(narrow.upper());
    assertThat(CumulativeIncidence.withDefaults())
        .hasToString("CumulativeIncidence{log-log, level 0.95}");
  }

  /** From a landmark l on, the incidence at t is (F(t) - F(l)) / S(l), by group. */
  @Test
  void startsAnewAtALandmark() {
    int[] days = {90, 120, 120, 200, 250, 300, 400, 500, 600, 730, 100, 350};
    int[] causes = {1, 2, 0, 1, 0, 2, 1, 1, 2, 0, 1, 0};
    List<String> groups = List.of("a", "a", "a", "b", "b", "b", "a", "b", "a", "b", "b", "a");
    CompetingFollowUp hips = CompetingFollowUp.ofDays(days, causes, List.of("replaced", "died"))
        .groups(groups)
        .build();
    CompetingFollowUp left = hips.after(120);
    assertThat(left.size()).isEqualTo(8);
    assertThat(left.outcome(0)).isEqualTo(EventStatus.EVENT);
    for (int group = 0; group < 2; group++) {
      IncidenceCurve whole = CumulativeIncidence.withDefaults().estimate(hips).get(group);
      IncidenceCurve later = CumulativeIncidence.withDefaults().estimate(left).get(group);
      IncidenceStep at = whole.at(120).orElseThrow();
      double free = 1 - at.event().proportion() - at.competing().proportion();
      for (int day : new int[] {200, 300, 500, 650}) {
        if (whole.at(day).isPresent()) {
          IncidenceStep then = whole.at(day).orElseThrow();
          assertThat(later.at(day).orElseThrow().event().proportion())
              .isCloseTo(
                  (then.event().proportion() - at.event().proportion()) / free, within(1e-12));
          assertThat(later.at(day).orElseThrow().competing().proportion())
              .isCloseTo(
                  (then.competing().proportion() - at.competing().proportion()) / free,
                  within(1e-12));
        }
      }
    }
    assertThatThrownBy(() -> hips.after(730))
        .hasMessage("follow-up [rows] must be at least 1 after the time, but were 0 after 730.0");
  }
}
