package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.SurvivalCurve.Step;
import java.util.List;
import java.util.stream.Collector;
import org.junit.jupiter.api.Test;

class EventCountsTest {

  private static final List<DayCount> SIX_HIPS = List.of(
      DayCount.of("all", 9, 1, 0),
      DayCount.of("all", 1, 1, 0),
      DayCount.of("all", 1, 0, 1),
      DayCount.of("all", 6, 2, 0),
      DayCount.of("all", 8, 0, 1));

  /** The six hips of {@link KaplanMeierTest}: S = 5/6, then 5/6 * 2/4, then 0. */
  @Test
  void givesTheCurveOfSixHipsWorkedByHand() {
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(EventCounts.of(SIX_HIPS));
    List<Step> steps = estimate.curve("all").steps();
    assertThat(steps).extracting(Step::time).containsExactly(1.0, 6.0, 8.0, 9.0);
    assertThat(steps).extracting(Step::atRisk).containsExactly(6.0, 4.0, 2.0, 1.0);
    assertThat(steps).extracting(Step::events).containsExactly(1.0, 2.0, 0.0, 1.0);
    assertThat(steps).extracting(Step::censored).containsExactly(1.0, 0.0, 1.0, 0.0);
    assertThat(steps.get(1).survival()).isEqualTo(5.0 / 12);
    assertThat(estimate.followUp()).isEmpty();
    assertThat(estimate.method()).startsWith("Kaplan-Meier, Greenwood standard error");
  }

  /** Without censoring 3/4 of a thousand million hips are left; no square of them overflows. */
  @Test
  void countsAThousandMillionHips() {
    SurvivalCurve curve = KaplanMeier.withDefaults()
        .estimate(EventCounts.of(
            List.of(DayCount.of("I", 10, 250_000_000, 0), DayCount.of("I", 20, 0, 750_000_000))))
        .curve("I");
    assertThat(curve.rows()).isEqualTo(1_000_000_000);
    SurvivalEstimate end = curve.at(20).estimate().orElseThrow();
    assertThat(end.survival()).isEqualTo(0.75);
    assertThat(end.standardError().getAsDouble()).isCloseTo(1.3693063937629153e-5, within(1e-19));
  }

  /** The counting process set of Therneau and Grambsch, as whoever entered and whoever left. */
  @Test
  void countsThoseAtRiskUnderDelayedEntry() {
    EventCounts counts = EventCounts.of(List.of(
        DayCount.ofEntries("all", 1, 2),
        DayCount.ofEntries("all", 2, 2),
        DayCount.ofEntries("all", 3, 1),
        DayCount.ofEntries("all", 4, 1),
        DayCount.ofEntries("all", 5, 1),
        DayCount.ofEntries("all", 7, 1),
        DayCount.ofEntries("all", 8, 2),
        DayCount.of("all", 2, 1, 0),
        DayCount.of("all", 3, 1, 0),
        DayCount.of("all", 6, 1, 0),
        DayCount.of("all", 7, 1, 0),
        DayCount.of("all", 8, 1, 0),
        DayCount.of("all", 9, 2, 1),
        DayCount.of("all", 14, 0, 1),
        DayCount.of("all", 17, 0, 1)));
    List<Step> steps = KaplanMeier.withDefaults().estimate(counts).curve("all").steps();
    assertThat(steps.subList(0, 6))
        .extracting(Step::atRisk)
        .containsExactly(2.0, 3.0, 5.0, 4.0, 4.0, 5.0);
  }

  @Test
  void keepsTheOrderInWhichGroupsAndStrataAppear() {
    EventCounts counts = EventCounts.of(List.of(
        DayCount.ofHip("III", 5, true).inStratum("b"),
        DayCount.ofHip("I", 7, false).inStratum("a"),
        DayCount.ofHip("II", 7, false).inStratum("b")));
    assertThat(counts.groups()).containsExactly("III", "I", "II");
    assertThat(counts.strata()).containsExactly("b", "a");
    assertThat(counts.only(List.of("I", "IV", "III")).groups()).containsExactly("I", "III");
    assertThat(counts.only(List.of("II")).rows()).isEqualTo(1);
    assertThat(counts).hasToString("EventCounts{3 groups, 2 strata}");
    assertThatThrownBy(() -> counts.only(List.of("V")))
        .hasMessage("group [label] must be one of the 3 groups, but all 1 were others");
  }

  @Test
  void refusesNumbersThatCountNothing() {
    assertThatThrownBy(() -> DayCount.of("I", -1, 0, 1))
        .hasMessage("time [days] must be 0 or more, but was -1");
    assertThatThrownBy(() -> DayCount.of("I", 0, -1, 1))
        .hasMessage("events [hips] must be 0 or more, but was -1");
    assertThatThrownBy(() -> DayCount.of("I", 0, 1, -2))
        .hasMessage("censored [hips] must be 0 or more, but was -2");
    assertThatThrownBy(() -> DayCount.ofEntries("I", 3, -2))
        .hasMessage("entered [hips] must be 0 or more, but was -2");
    assertThatThrownBy(() -> EventCounts.of(List.of(DayCount.of("I", 3, 0, 0))))
        .hasMessage("counts [hips] must be at least 1, but were 0");
  }

  @Test
  void refusesMoreHipsThanAnIntHolds() {
    DayCount most = DayCount.of("I", 3, 0, Integer.MAX_VALUE);
    assertThat(EventCounts.of(List.of(most)).rows()).isEqualTo(Integer.MAX_VALUE);
    String message = "counts [hips] must be at most 2147483647, but were 2147483648";
    DayCount one = DayCount.of("II", 3, 1, 0);
    assertThatThrownBy(() -> EventCounts.of(List.of(most, one))).hasMessage(message);
    assertThatThrownBy(() -> EventCounts.of(List.of(most)).merge(EventCounts.of(List.of(one))))
        .hasMessage(message);
  }

  @Test
  void refusesHipsThatEnteredAndNeverLeft() {
    DayCount left = DayCount.of("I", 5, 1, 1);
    assertThat(EventCounts.of(List.of(left, DayCount.ofEntries("I", 4, 2))).rows())
        .isEqualTo(2);
    assertThatThrownBy(() -> EventCounts.of(List.of(left, DayCount.ofEntries("I", 5, 1))))
        .hasMessage("entered [hips] must be at most those who left after the day, but were 1 more"
            + " on day 5");
    assertThat(EventCounts.of(List.of(left, DayCount.ofEntries("I", 0, 9))).rows())
        .isEqualTo(2);
  }

  @Test
  void mergesWholeDaysOnly() {
    EventCounts days = Samples.named("aml").counts();
    EventCounts times = Samples.eyes().build().counts();
    String message =
        "counts [times] must be by whole days to be merged or written, but were by doubles";
    assertThatThrownBy(() -> days.merge(times)).hasMessage(message);
    assertThatThrownBy(() -> times.merge(days)).hasMessage(message);
    assertThatThrownBy(times::lines).hasMessage(message);
  }

  /** Whole numbers of two hospitals stay whole; with weights in either they do not. */
  @Test
  void writesWhatWasMergedFromWholeNumbers() {
    EventCounts whole = EventCounts.of(SIX_HIPS);
    assertThat(whole.merge(whole).lines())
        .extracting(DayCount::events)
        .containsExactly(2L, 4L, 0L, 2L);
    EventCounts weighted = FollowUp.ofDays(new int[] {3}, new boolean[] {true})
        .weights(new double[] {1.5})
        .build()
        .counts();
    assertThatThrownBy(() -> weighted.merge(whole).lines())
        .hasMessageEndingWith("but were sums of case weights");
  }

  /** The second part has B, C and D, of which C lies in another stratum. */
  @Test
  void keepsGroupsInOrderOfAppearanceHoweverTheLinesWereSplit() {
    List<DayCount> first = List.of(DayCount.of("A", 1, 1, 0).inStratum("x"));
    List<DayCount> second = List.of(
        DayCount.of("B", 2, 1, 0).inStratum("x"),
        DayCount.of("C", 3, 1, 0).inStratum("y"),
        DayCount.of("D", 4, 1, 0).inStratum("x"));
    assertThat(collected(EventCounts.collector(), first, second).groups())
        .containsExactly("A", "B", "C", "D");
  }

  /** Both parts collected by themselves and then combined, as in a parallel stream. */
  private static <A> EventCounts collected(
      Collector<DayCount, A, EventCounts> collector, List<DayCount> first, List<DayCount> second) {
    A one = collector.supplier().get();
    first.forEach(line -> collector.accumulator().accept(one, line));
    A other = collector.supplier().get();
    second.forEach(line -> collector.accumulator().accept(other, line));
    return collector.finisher().apply(collector.combiner().apply(one, other));
  }

  @Test
  void aLineLiesInOneStratumOfAllUnlessItSaysAnother() {
    assertThat(DayCount.of("I", 1, 1, 0).stratum()).isEqualTo("all");
    assertThat(EventCounts.of(SIX_HIPS).strata()).containsExactly("all");
  }

  @Test
  void writesWholeNumbersOnly() {
    EventCounts weighted = FollowUp.ofDays(new int[] {3}, new boolean[] {true})
        .weights(new double[] {1.5})
        .build()
        .counts();
    String message =
        "counts [hips] must be whole numbers to be written, but were sums of case weights";
    assertThatThrownBy(weighted::lines).hasMessage(message);
    EventCounts merged = EventCounts.of(SIX_HIPS).merge(weighted);
    assertThatThrownBy(merged::lines).hasMessage(message);
    assertThat(KaplanMeier.withDefaults().estimate(merged).curve("all").events())
        .isEqualTo(5.5);
  }
}
