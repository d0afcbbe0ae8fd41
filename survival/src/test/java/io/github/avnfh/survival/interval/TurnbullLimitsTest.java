package io.github.avnfh.survival.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.statistics.Distribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnbullLimitsTest {
  private static final EventInterval EARLY = EventInterval.upTo(6);
  private static final EventInterval LATE = EventInterval.between(6, 12);

  private static List<EventInterval> rows(int early, int late, int free, int lost) {
    List<EventInterval> rows = new ArrayList<>();
    rows.addAll(Collections.nCopies(early, EARLY));
    rows.addAll(Collections.nCopies(late, LATE));
    rows.addAll(Collections.nCopies(free, EventInterval.after(12)));
    rows.addAll(Collections.nCopies(lost, EventInterval.after(6)));
    return rows;
  }

  private static IntervalCurve curve(IntervalFollowUp hips) {
    return Turnbull.withDefaults().estimate(hips).get(0);
  }

  private static IntervalCurve curve(List<EventInterval> rows) {
    return curve(IntervalFollowUp.of(rows));
  }

  /** 2 (x log(p/s) + (n - x) log((1-p)/(1-s))), at x free of n. */
  private static double binomialLoss(double n, double x, double s) {
    return 2 * (x * Math.log(x / n / s) + (n - x) * Math.log((1 - x / n) / (1 - s)));
  }

  /** At one visit the limits are those of the binomial profile likelihood. */
  @ParameterizedTest
  @CsvSource({"20, 16, 0.95", "20, 16, 0.8", "100, 1, 0.95", "300, 299, 0.99"})
  void areBinomialAtOneVisit(int n, int x, double level) {
    List<EventInterval> rows = rows(n - x, 0, 0, x);
    SurvivalAtVisit visit = Turnbull.withDefaults()
        .withLevel(level)
        .estimate(IntervalFollowUp.of(rows))
        .get(0)
        .atVisits()
        .get(0);
    double critical = Math.pow(Distribution.normal().upperQuantile((1 - level) / 2), 2);
    assertThat(visit.survival()).isCloseTo((double) x / n, within(1e-12));
    assertThat(binomialLoss(n, x, visit.lower().orElseThrow())).isCloseTo(critical, within(1e-7));
    assertThat(binomialLoss(n, x, visit.upper().orElseThrow())).isCloseTo(critical, within(1e-7));
    assertThat(visit.lower().orElseThrow()).isLessThan(visit.survival());
    assertThat(visit.upper().orElseThrow()).isGreaterThan(visit.survival());
  }

  /**
   * Of 30 hips 6 by the first visit, 7 by the second, 12 free, 5 seen at the first only. R 4.2.2:
   * {@code optimize} of 6 log(1-s) + 7 log(s-t) + 12 log(t) + 5 log(s) over the other survival,
   * {@code uniroot} of twice its loss less {@code qchisq(.95, 1)}.
   */
  @Test
  void areThoseOfTheProfileAtTwoVisits() {
    List<SurvivalAtVisit> visits = curve(rows(6, 7, 12, 5)).atVisits();
    double[][] limits = {{0.6356317872, 0.9152300804}, {0.3151314674, 0.6920191228}};
    assertThat(visits).extracting(SurvivalAtVisit::time).containsExactly(6.0, 12.0);
    assertThat(visits.get(0).survival()).isCloseTo(0.8, within(1e-9));
    assertThat(visits.get(1).survival()).isCloseTo(0.8 * 12 / 19, within(1e-9));
    for (int i = 0; i < limits.length; i++) {
      assertThat(visits.get(i).lower().orElseThrow()).isCloseTo(limits[i][0], within(1e-8));
      assertThat(visits.get(i).upper().orElseThrow()).isCloseTo(limits[i][1], within(1e-8));
    }
  }

  /** Where both hips of every patient share their fate, patients are what is counted. */
  @Test
  void countPatientsWhereTheirHipsShareTheirFate() {
    List<EventInterval> rows = rows(8, 0, 0, 32);
    int[] patients = IntStream.range(0, 40).map(row -> row / 2).toArray();
    SurvivalAtVisit visit = curve(IntervalFollowUp.of(rows)
            .withClusters(IntStream.of(patients).boxed().toList()))
        .atVisits()
        .get(0);
    double critical = Math.pow(Distribution.studentT(19).upperQuantile(0.025), 2);
    assertThat(visit.designEffect().orElseThrow()).isCloseTo(2, within(1e-9));
    assertThat(binomialLoss(20, 16, visit.lower().orElseThrow())).isCloseTo(critical, within(1e-7));
    assertThat(binomialLoss(20, 16, visit.upper().orElseThrow())).isCloseTo(critical, within(1e-7));
  }

  /** One of two hips each time is no reason for narrower limits; one hip each needs no effect. */
  @Test
  void areNeverNarrowerForSharedPatients() {
    List<EventInterval> rows = new ArrayList<>();
    IntStream.range(0, 20).forEach(patient -> rows.addAll(List.of(EARLY, EventInterval.after(6))));
    IntervalFollowUp hips = IntervalFollowUp.of(rows);
    List<Integer> pairs = IntStream.range(0, 40).mapToObj(row -> row / 2).toList();
    List<Integer> alone = IntStream.range(0, 40).boxed().toList();
    for (List<Integer> patients : List.of(pairs, alone)) {
      SurvivalAtVisit visit = curve(hips.withClusters(patients)).atVisits().get(0);
      assertThat(visit.designEffect().orElseThrow()).isCloseTo(1, within(1e-12));
    }
  }

  /** (alpha/2)^(1/n), of hips and of patients. */
  @Test
  void areExactWithoutAnEventAndWithEventsOnly() {
    IntervalFollowUp free = IntervalFollowUp.of(Collections.nCopies(30, EventInterval.after(6)));
    List<Integer> pairs = IntStream.range(0, 30).mapToObj(row -> row / 2).toList();
    SurvivalAtVisit hips = curve(free).atVisits().get(0);
    SurvivalAtVisit patients = curve(free.withClusters(pairs)).atVisits().get(0);
    assertThat(hips.survival()).isEqualTo(1);
    assertThat(hips.upper()).hasValue(1);
    assertThat(hips.lower().orElseThrow()).isCloseTo(Math.pow(0.025, 1.0 / 30), within(1e-9));
    assertThat(patients.lower().orElseThrow()).isCloseTo(Math.pow(0.025, 1.0 / 15), within(1e-9));
    SurvivalAtVisit ended = curve(Collections.nCopies(30, EARLY)).atVisits().get(0);
    assertThat(ended.survival()).isZero();
    assertThat(ended.lower()).hasValue(0);
    assertThat(ended.upper().orElseThrow()).isCloseTo(1 - Math.pow(0.025, 1.0 / 30), within(1e-9));
  }

  /**
   * 5 hips with the event that missed the first visit, 6 free at both, 4 seen at the first only: at
   * survival t and s the log likelihood is 5 log(1 - t) + 6 log t + 4 log s, the greatest at t =
   * 6/11 and s = 1, and at s below 6/11 with t = s.
   */
  @Test
  void takeHipsThatMissedAVisit() {
    List<EventInterval> missed = new ArrayList<>(Collections.nCopies(5, EventInterval.upTo(12)));
    missed.addAll(Collections.nCopies(6, EventInterval.after(12)));
    missed.addAll(Collections.nCopies(4, EventInterval.after(6)));
    List<SurvivalAtVisit> visits = curve(missed).atVisits();
    assertThat(visits).extracting(SurvivalAtVisit::time).containsExactly(6.0, 12.0);
    assertThat(visits.get(0).survival()).isEqualTo(1);
    assertThat(visits.get(0).upper()).hasValue(1);
    double s = visits.get(0).lower().orElseThrow();
    double greatest = 5 * Math.log(5 / 11.0) + 6 * Math.log(6 / 11.0);
    double held = 5 * Math.log(1 - s) + 10 * Math.log(s);
    assertThat(s).isLessThan(6 / 11.0);
    assertThat(greatest - held).isCloseTo(-Math.log(0.025), within(1e-7));
  }

  /** Counts give what rows give, and the order of rows does not count. */
  @Test
  void areTheSameFromCountsAndInAnyOrder() {
    List<EventInterval> rows = rows(6, 7, 12, 5);
    IntervalCounts.Builder counts = IntervalCounts.builder();
    rows.forEach(row -> counts.add("all", row, 1));
    List<SurvivalAtVisit> counted =
        Turnbull.withDefaults().estimate(counts.build()).get(0).atVisits();
    List<EventInterval> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(curve(rows).atVisits())
        .isEqualTo(counted)
        .isEqualTo(curve(shuffled).atVisits());
  }

  @Test
  void areRefusedWhereVisitsFollowNoSchedule() {
    List<EventInterval> free = IntStream.range(0, 24)
        .mapToObj(row -> EventInterval.upTo(100 + row % 5))
        .toList();
    IntervalCurve curve = curve(free);
    assertThat(curve.lacks())
        .hasValue("a schedule of few visits, with at least 5 rows for each time, but 24 had visits"
            + " at 5 times: where visits come at any time, the error of the estimate is not that of"
            + " a proportion");
    assertThat(curve.atVisits())
        .isNotEmpty()
        .allMatch(visit -> visit.lower().isEmpty() && visit.upper().isEmpty());
    assertThat(curve(free.subList(0, 24).stream().map(row -> EARLY).toList()).lacks())
        .isEmpty();
    List<EventInterval> exact = new ArrayList<>(rows(5, 5, 5, 5));
    exact.add(EventInterval.at(6));
    assertThat(curve(exact).lacks())
        .hasValue("events that are found at visits, but the time of one was known exactly");
    List<Integer> few = IntStream.range(0, 20).map(row -> row / 3).boxed().toList();
    assertThat(curve(IntervalFollowUp.of(rows(5, 5, 5, 5)).withClusters(few))
            .lacks()
            .orElseThrow())
        .startsWith("a schedule of few visits, with at least 5 clusters for each time, but 7 had");
  }
}
