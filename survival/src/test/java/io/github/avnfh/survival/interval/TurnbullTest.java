package io.github.avnfh.survival.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.Samples;
import io.github.avnfh.survival.SurvivalCurve.Step;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnbullTest {

  private static IntervalCurve curve(List<EventInterval> intervals) {
    return Turnbull.withDefaults().estimate(IntervalFollowUp.of(intervals)).get(0);
  }

  private static EventInterval interval(GoldenRow row) {
    String left = row.get("left");
    String right = row.get("right");
    if (left.isEmpty()) {
      return EventInterval.upTo(Double.parseDouble(right));
    }
    double after = Double.parseDouble(left);
    if (right.isEmpty()) {
      return EventInterval.after(after);
    }
    return left.equals(right)
        ? EventInterval.at(after)
        : EventInterval.between(after, Double.parseDouble(right));
  }

  private static List<EventInterval> intervals(String set) {
    return GoldenFile.read("sets.csv", 2181).stream()
        .filter(row -> row.get("set").equals(set))
        .map(TurnbullTest::interval)
        .toList();
  }

  private static List<String> sets() {
    return GoldenFile.read("golden_turnbull.csv", 267).stream()
        .map(row -> row.get("set"))
        .distinct()
        .toList();
  }

  /** Another algorithm in R, to a gap of 1e-14; {@code golden_turnbull.R} made the file. */
  @Test
  void sixteenSetsAreThoseOfR() {
    List<GoldenRow> rows = GoldenFile.read("golden_turnbull.csv", 267);
    for (String set : sets()) {
      IntervalCurve curve = curve(intervals(set));
      assertThat(curve.optimalityGap()).isLessThan(1e-10);
      for (GoldenRow row :
          rows.stream().filter(one -> one.get("set").equals(set)).toList()) {
        assertThat(curve.logLikelihood())
            .isCloseTo(Double.parseDouble(row.get("log_likelihood")), within(1e-11));
        if (!row.get("until").isEmpty()) {
          SurvivalRange after = curve.at(Double.parseDouble(row.get("until")));
          assertThat(after.highest())
              .isCloseTo(Double.parseDouble(row.get("survival")), within(1e-9));
        }
      }
    }
  }

  private static boolean holds(EventInterval row, EventInterval part) {
    double from = row.after().orElse(-1);
    double to = row.until().orElse(Double.POSITIVE_INFINITY);
    double start = part.after().orElse(-1);
    double end = part.until().orElse(Double.POSITIVE_INFINITY);
    boolean later = (part.isExact() && !row.isExact()) ? from < start : from <= start;
    return later && end <= to && (part.isExact() || !row.isExact());
  }

  /** By its definition: the mean, over rows, of 1/(mass held) where the row holds the interval. */
  private static double gap(List<EventInterval> rows, List<IntervalMass> masses) {
    double[] slopes = new double[masses.size()];
    for (EventInterval row : rows) {
      double held = masses.stream()
          .filter(mass -> holds(row, mass.interval()))
          .mapToDouble(IntervalMass::mass)
          .sum();
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] += holds(row, masses.get(i).interval()) ? 1 / held / rows.size() : 0;
      }
    }
    return Arrays.stream(slopes).max().orElseThrow() - 1;
  }

  @Test
  void tellsHowFarItIsFromTheGreatestLikelihood() {
    double largest = 0;
    for (String set : sets()) {
      IntervalCurve curve = curve(intervals(set));
      assertThat(curve.optimalityGap())
          .isCloseTo(gap(intervals(set), curve.masses()), within(1e-14));
      largest = Math.max(largest, curve.optimalityGap());
    }
    assertThat(largest).isBetween(1e-13, 1e-10);
  }

  /** By hand: of 4 hips 1 by day 90, 1 in (90, 180], 2 free on day 180. */
  @Test
  void isThePlainShareAtVisitsToWhichAllCame() {
    IntervalCurve curve = curve(List.of(
        EventInterval.between(0, 90),
        EventInterval.between(90, 180),
        EventInterval.after(180),
        EventInterval.after(180)));
    assertThat(curve.masses())
        .extracting(IntervalMass::interval)
        .containsExactly(
            EventInterval.between(0, 90), EventInterval.between(90, 180), EventInterval.after(180));
    assertThat(curve.at(0).isPoint()).isTrue();
    assertThat(curve.at(0).highest()).isEqualTo(1);
    assertThat(curve.at(90).lowest()).isCloseTo(0.75, within(1e-10));
    assertThat(curve.at(90).isPoint()).isTrue();
    assertThat(curve.at(91).highest()).isCloseTo(0.75, within(1e-10));
    assertThat(curve.at(91).lowest()).isCloseTo(0.5, within(1e-10));
    assertThat(curve.at(180).highest()).isCloseTo(0.5, within(1e-10));
    assertThat(curve.at(181).highest()).isCloseTo(0.5, within(1e-10));
    assertThat(curve.at(181).lowest()).isCloseTo(0, within(1e-10));
  }

  /** The likelihood p(p + q)q of (0, 2], (0, 4], (2, 4] is greatest at halves: of 1/4. */
  @Test
  void sharesAWideIntervalBetweenNarrowOnes() {
    IntervalCurve curve = curve(List.of(
        EventInterval.between(0, 2), EventInterval.between(0, 4), EventInterval.between(2, 4)));
    assertThat(curve.at(2).highest()).isCloseTo(0.5, within(1e-10));
    assertThat(curve.logLikelihood()).isCloseTo(Math.log(0.25), within(1e-14));
    assertThat(curve.optimalityGap()).isLessThan(1e-10);
  }

  /** (0, 3] and (2, 5] overlap in (2, 3], where all probability goes. */
  @Test
  void putsProbabilityInInnermostIntervalsOnly() {
    IntervalCurve curve = curve(List.of(EventInterval.between(0, 3), EventInterval.between(2, 5)));
    assertThat(curve.masses()).singleElement().satisfies(mass -> {
      assertThat(mass.interval()).isEqualTo(EventInterval.between(2, 3));
      assertThat(mass.mass()).isEqualTo(1);
    });
    assertThat(curve.at(2).lowest()).isEqualTo(1);
    assertThat(curve.at(2.5).lowest()).isZero();
    assertThat(curve.at(2.5).highest()).isEqualTo(1);
    assertThat(curve.at(2.5).isPoint()).isFalse();
    assertThat(curve.at(3).highest()).isZero();
  }

  /** Half-open: an event at 2 exactly lies in (0, 2] and not in (2, 4]. */
  @Test
  void keepsTheEndsOfIntervalsApart() {
    IntervalCurve curve = curve(
        List.of(EventInterval.between(0, 2), EventInterval.at(2), EventInterval.between(2, 4)));
    assertThat(curve.masses())
        .extracting(IntervalMass::interval)
        .containsExactly(EventInterval.at(2), EventInterval.between(2, 4));
    assertThat(curve.at(1.9999).lowest()).isEqualTo(1);
    assertThat(curve.at(2).highest()).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(curve.at(2).isPoint()).isTrue();
    assertThat(
            curve(List.of(EventInterval.upTo(0), EventInterval.after(0))).at(0).highest())
        .isCloseTo(0.5, within(1e-10));
  }

  /** (0.2, 0.3] and (0.3, 0.6] but for rounding: they meet at one time, and each holds a half. */
  @Test
  void endsThatDifferByRoundingAreOneTime() {
    IntervalFollowUp hips = IntervalFollowUp.of(
        List.of(EventInterval.between(0.2, 0.1 + 0.2), EventInterval.between(0.3, 0.6)));
    IntervalCurve curve = Turnbull.withDefaults().estimate(hips).get(0);
    assertThat(curve.masses()).extracting(IntervalMass::mass).containsExactly(0.5, 0.5);
    assertThat(curve.masses())
        .extracting(IntervalMass::interval)
        .containsExactly(EventInterval.between(0.2, 0.3), EventInterval.between(0.3, 0.6));
    assertThat(hips.mergedTimes()).isEqualTo(1);
    assertThat(curve.at(0.1 + 0.2).isPoint()).isTrue();
    assertThat(curve.at(0.3).lowest()).isEqualTo(0.5);
    assertThatThrownBy(() -> IntervalFollowUp.of(List.of(EventInterval.between(0.3, 0.1 + 0.2))))
        .hasMessage("end of the interval [unit of the times] must lie after its beginning by more"
            + " than rounding, but was 0.30000000000000004 after 0.3 in row 1");
  }

  @Test
  void isKaplanMeierForExactTimesAndRightCensoring() {
    FollowUp leukemia = Samples.leukemia().groups(new int[23], List.of("all")).build();
    IntervalCurve curve = curve(IntStream.range(0, 23)
        .mapToObj(row -> leukemia.isEvent(row)
            ? EventInterval.at(leukemia.time(row))
            : EventInterval.after(leukemia.time(row)))
        .toList());
    for (Step step : KaplanMeier.withDefaults().estimate(leukemia).curve("all").steps()) {
      assertThat(curve.at(step.time()).highest()).isCloseTo(step.survival(), within(1e-9));
    }
  }

  /** However many hips, a grid of visits leaves few different intervals. */
  @Test
  void takesManyHipsOfFewVisits() {
    List<EventInterval> few = List.of(
        EventInterval.between(0, 90),
        EventInterval.between(0, 180),
        EventInterval.between(90, 365),
        EventInterval.after(90),
        EventInterval.after(365));
    List<EventInterval> many =
        Collections.nCopies(20_000, few).stream().flatMap(List::stream).toList();
    assertThat(curve(many).rows()).isEqualTo(100_000);
    assertThat(curve(many).at(90).highest()).isCloseTo(curve(few).at(90).highest(), within(1e-9));
  }

  @Test
  void keepsGroupsApartAndCountsPatients() {
    IntervalFollowUp followUp = IntervalFollowUp.of(List.of(
            EventInterval.between(0, 90), EventInterval.after(90), EventInterval.after(180)))
        .withGroups(List.of("III", "I", "I"))
        .withClusters(List.of("P1", "P2", "P2"));
    List<IntervalCurve> curves = Turnbull.withDefaults().estimate(followUp);
    assertThat(curves).extracting(IntervalCurve::group).containsExactly("III", "I");
    assertThat(curves.get(1).rows()).isEqualTo(2);
    assertThat(curves.get(1).clusters()).hasValue(1);
    assertThat(curves.get(1).at(90).lowest()).isEqualTo(1);
    assertThat(curves.get(0).at(90).highest()).isZero();
    assertThat(followUp.clusters()).hasValue(2);
    assertThat(Turnbull.withDefaults()).hasToString("Turnbull{level 0.95}");
    assertThat(followUp).hasToString("IntervalFollowUp{3 rows, 1 events, 2 groups}");
    assertThat(curves.get(0)).hasToString("IntervalCurve{III, 1 rows, 1 intervals}");
    assertThat(curve(List.of(EventInterval.after(1))).clusters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesATimeThatIsNone(double time) {
    String message = "time [unit of the times] must be finite and 0.0 or more, but was " + time;
    assertThatThrownBy(() -> EventInterval.at(time)).hasMessage(message);
    assertThatThrownBy(() -> EventInterval.upTo(time)).hasMessage(message);
    assertThatThrownBy(() -> EventInterval.after(time)).hasMessage(message);
    assertThatThrownBy(() -> EventInterval.between(0, time)).hasMessage(message);
    assertThatThrownBy(() -> EventInterval.between(time, 5)).hasMessage(message);
    assertThatThrownBy(() -> curve(List.of(EventInterval.at(1))).at(time)).hasMessage(message);
  }

  @Test
  void acceptsTheFirstAndTheLastTimeThereIs() {
    double most = Double.MAX_VALUE;
    assertThat(EventInterval.at(most).until()).hasValue(most);
    assertThat(curve(List.of(EventInterval.after(1))).at(most).highest()).isEqualTo(1);
    assertThat(EventInterval.at(-0.0)).isEqualTo(EventInterval.at(0));
    assertThat(EventInterval.upTo(-0.0)).isEqualTo(EventInterval.upTo(0));
    assertThat(EventInterval.after(-0.0)).isEqualTo(EventInterval.after(0));
    assertThat(EventInterval.between(-0.0, 1)).isEqualTo(EventInterval.between(0, 1));
  }

  @Test
  void refusesWhatIsNoInterval() {
    assertThatThrownBy(() -> EventInterval.between(90, 90))
        .hasMessage("end of the interval [unit of the times] must lie after 90.0, but was 90.0");
    assertThat(EventInterval.between(90, Math.nextUp(90.0)).isExact()).isFalse();
    assertThatThrownBy(() -> IntervalFollowUp.of(List.of()))
        .hasMessage("follow-up [rows] must be at least 1, but were 0");
    IntervalFollowUp one = IntervalFollowUp.of(List.of(EventInterval.at(1)));
    Stream.of(List.of(), List.of("a", "b")).forEach(column -> {
      assertThatThrownBy(() -> one.withClusters(column))
          .hasMessage("cluster [rows] must be 1 like the intervals, but were " + column.size());
    });
    assertThatThrownBy(() -> one.withGroups(List.of()))
        .hasMessage("group [rows] must be 1 like the intervals, but were 0");
  }
}
