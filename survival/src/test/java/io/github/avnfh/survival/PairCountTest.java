package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.survival.PairCount.Hip;
import io.github.avnfh.survival.competing.CompetingCounts;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairCountTest {
  private static final Hip LOST = Hip.of("III", 300, true);
  private static final Hip KEPT = Hip.of("III", 730, false);
  private static final EventCounts HIPS =
      EventCounts.of(List.of(DayCount.of("III", 300, 2, 0), DayCount.of("III", 730, 0, 4)));

  /**
   * Survival 4/6 of 6 hips. Influences are (2/3)/6 of a lost and -(1/3)/6 of a kept hip; of the
   * pairs lost and lost, kept and kept, and two hips alone: (4 * 16 + 4 * 4 + 4 + 4) / 18^2 / 4, by
   * hand.
   */
  @Test
  void addsTheProductsOfPairs() {
    EventCounts counts =
        HIPS.withPairs(List.of(PairCount.of(LOST, LOST, 1), PairCount.of(KEPT, KEPT, 1)));
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(counts).curves().get(0);
    double squares = 4.0 / 18 * (4.0 / 18) + 2.0 / 18 * (2.0 / 18) + 2 * (1.0 / 18 * (1.0 / 18));
    assertThat(curve.at(400).estimate().orElseThrow().standardError().orElseThrow())
        .isCloseTo(Math.sqrt(squares), org.assertj.core.data.Offset.offset(1e-15));
    assertThat(curve.clusters()).hasValue(4);
  }

  @Test
  void doesNotCareWhichHipIsNamedFirstAndHidesBoth() {
    PairCount line = PairCount.of(KEPT, LOST, 1);
    assertThat(HIPS.withPairs(List.of(line)).pairs())
        .isEqualTo(HIPS.withPairs(List.of(PairCount.of(LOST, KEPT, 1))).pairs());
    assertThat(line.toString()).doesNotContain("300").doesNotContain("730").contains("patients=1");
    assertThat(FollowUp.of(HIPS.withPairs(List.of())).clusters()).hasValue(6);
    assertThat(HIPS.hasPairs()).isFalse();
    assertThatThrownBy(() -> FollowUp.of(HIPS))
        .hasMessage("counts [hips] must have pairs to be followed by patient, but had none");
    assertThat(HIPS.pairs()).isEmpty();
  }

  /** Of a patient with one hip in another group that is left out, one hip stays. */
  @Test
  void keepsTheOtherHipWhereAGroupIsLeftOut() {
    EventCounts both = HIPS.merge(EventCounts.of(List.of(DayCount.of("II", 90, 0, 1))));
    EventCounts counts = both.withPairs(List.of(PairCount.of(Hip.of("II", 90, false), LOST, 1)));
    EventCounts left = counts.only(List.of("III"));
    assertThat(FollowUp.of(counts).clusters()).hasValue(6);
    assertThat(FollowUp.of(left).clusters()).hasValue(6);
    assertThat(left.pairs().orElseThrow()).isEmpty();
  }

  @Test
  void refusesPairsOfHipsThatWereNotCounted() {
    String message = "hips of pairs [count] must be at most those of the same stratum, group, day"
        + " and end that were counted, but were ";
    assertThatThrownBy(() -> HIPS.withPairs(List.of(PairCount.of(LOST, LOST, 2))))
        .hasMessage(message + "2 more");
    assertThatThrownBy(() -> HIPS.withPairs(List.of(PairCount.of(LOST, Hip.of("III", 1, true), 1))))
        .hasMessage(message + "1 more");
    assertThatThrownBy(() -> HIPS.withPairs(List.of(PairCount.of(LOST, KEPT.inStratum("b"), 1))))
        .hasMessage(message + "1 more");
    assertThatThrownBy(() -> HIPS.withPairs(List.of(PairCount.of(LOST, Hip.of("III", 300, 2), 1))))
        .hasMessage("cause [number] must be 0 for censoring or 1 for the event where no events"
            + " compete, but was 2");
    assertThatThrownBy(() -> PairCount.of(LOST, KEPT, -1))
        .hasMessage("patients [count] must be 0 or more, but was -1");
    assertThatThrownBy(() -> Hip.of("III", -1, true))
        .hasMessage("time [days] must be 0 or more, but was -1");
  }

  @Test
  void refusesPatientsWithThreeHipsAndRowsThatCannotBeCounted() {
    int[] days = {3, 4, 5};
    boolean[] events = {true, false, true};
    String many = "hips of a patient [count] must be 1 or 2 to be counted in pairs, but were more";
    assertThatThrownBy(() ->
            FollowUp.ofDays(days, events).clusters(new int[] {7, 7, 7}).build().pairs())
        .hasMessage(many);
    assertThatThrownBy(() -> CompetingFollowUp.ofDays(days, new int[] {1, 2, 0}, List.of("a", "b"))
            .clusters(new int[] {7, 7, 7})
            .build()
            .pairs())
        .hasMessage(many);
    String otherwise = "follow-up [rows] must be in whole days, without weights, observed from the"
        + " start and with patients as clusters to be counted in pairs, but was otherwise";
    assertThatThrownBy(() -> FollowUp.ofDays(days, events).build().pairs()).hasMessage(otherwise);
    assertThatThrownBy(() -> CompetingFollowUp.ofDays(days, new int[] {1, 2, 0}, List.of("a", "b"))
            .build()
            .pairs())
        .hasMessage(otherwise);
    EventCounts late =
        EventCounts.of(List.of(DayCount.of("a", 9, 1, 1), DayCount.ofEntries("a", 2, 1)));
    assertThatThrownBy(() -> late.withPairs(List.of()))
        .hasMessage("counts [hips] must be whole numbers observed from the start to have pairs, but"
            + " were otherwise");
  }

  @Test
  void mergesOnlyWhatIsKnownOfBoth() {
    String message = "pairs of hips [counts] must be known of both or of neither to be merged, but"
        + " were known of one";
    assertThatThrownBy(() -> HIPS.merge(HIPS.withPairs(List.of()))).hasMessage(message);
    CompetingCounts competing =
        CompetingCounts.ofCauses(List.of("a", "b")).add("III", 300, 2, 2).build();
    PairCount pair = PairCount.of(Hip.of("III", 300, 2), Hip.of("III", 300, 2).inStratum("x"), 1);
    CompetingCounts paired = competing.withPairs(List.of(pair));
    assertThatThrownBy(() -> paired.merge(competing)).hasMessage(message);
    assertThat(paired.merge(paired).pairs().orElseThrow().get(0).patients()).isEqualTo(2);
    assertThatThrownBy(() -> CompetingFollowUp.of(competing))
        .hasMessage("counts [hips] must have pairs to be followed by patient, but had none");
    assertThatThrownBy(() -> competing.withPairs(
            List.of(PairCount.of(Hip.of("III", 300, 3), Hip.of("III", 300, 2), 1))))
        .hasMessage("cause [number] must lie in 0..2, but was 3");
  }
}
