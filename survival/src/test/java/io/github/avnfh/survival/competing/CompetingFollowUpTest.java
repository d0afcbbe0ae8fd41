package io.github.avnfh.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompetingFollowUpTest {
  private static final List<EventStatus> OUTCOMES =
      List.of(EventStatus.EVENT, EventStatus.COMPETING, EventStatus.CENSORED);

  @Test
  void takesAnyEventForTheEnd() {
    CompetingFollowUp hips = CompetingFollowUp.of(
        OUTCOMES, ended -> FollowUp.ofDays(new int[] {1, 2, 3}, ended).build());
    assertThat(hips.anyEvent().events()).isEqualTo(2);
    assertThat(hips.outcome(1)).isEqualTo(EventStatus.COMPETING);
    assertThat(hips).hasToString("CompetingFollowUp{3 rows, 1 events, 1 competing, 1 groups}");
  }

  @Test
  void refusesOtherRowsThanTheOutcomes() {
    FollowUp two = FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, true}).build();
    assertThatThrownBy(() -> CompetingFollowUp.of(OUTCOMES, ended -> two))
        .hasMessage("follow-up [rows] must be 3 like the outcomes, but were 2");
    FollowUp other =
        FollowUp.ofDays(new int[] {1, 2, 3}, new boolean[] {true, true, true}).build();
    assertThatThrownBy(() -> CompetingFollowUp.of(OUTCOMES, ended -> other))
        .hasMessage("follow-up [event] must be where an outcome is any event, but was another in"
            + " row 3");
  }

  private static Hip hip(int patient, SteinbergStage stage, int replaced) {
    Hip.Builder hip = Hip.builder();
    hip.id(HipId.of(PatientId.of("P" + patient), Side.LEFT))
        .etiology(Etiology.IDIOPATHIC)
        .baselineStage(stage)
        .lastSeenDay(730);
    return replaced < 0
        ? hip.build()
        : hip.arthroplasty(Arthroplasty.onDay(replaced)).build();
  }

  /** The patients of the last two hips died on day 500; the event of that day comes first. */
  @Test
  void takesWhicheverComesFirst() {
    List<Hip> hips = List.of(
        hip(0, SteinbergStage.STAGE_III, 400),
        hip(1, SteinbergStage.STAGE_I, -1),
        hip(2, SteinbergStage.STAGE_I, 500),
        hip(3, SteinbergStage.STAGE_I, -1));
    List<HipId> dead = List.of(hips.get(2).id(), hips.get(3).id());
    Endpoint death = Endpoint.on(
        "death", hip -> dead.contains(hip.id()) ? OptionalInt.of(500) : OptionalInt.empty());
    CompetingEndpoint endpoint = CompetingEndpoint.of(Endpoint.arthroplasty(), death);
    CompetingFollowUp followUp = endpoint.followUp(hips);
    assertThat(IntStream.range(0, 4).mapToObj(followUp::outcome))
        .containsExactly(
            EventStatus.EVENT, EventStatus.CENSORED, EventStatus.EVENT, EventStatus.COMPETING);
    assertThat(IntStream.range(0, 4).mapToDouble(followUp.anyEvent()::time))
        .containsExactly(400.0, 730.0, 500.0, 500.0);
    assertThat(followUp.anyEvent().clusters()).hasValue(4);
    assertThat(endpoint.followUp(hips, Hip::baselineStage).anyEvent().groups())
        .containsExactly("I", "III");
    assertThat(endpoint).hasToString("CompetingEndpoint{total hip arthroplasty or death}");
  }

  /**
   * The first was replaced on day 400, and of the two that died on day 500 one was replaced then.
   */
  @Test
  void followsHipsThroughStates() {
    List<Hip> hips = List.of(
        hip(0, SteinbergStage.STAGE_III, 400),
        hip(1, SteinbergStage.STAGE_I, -1),
        hip(2, SteinbergStage.STAGE_I, 500),
        hip(3, SteinbergStage.STAGE_I, -1));
    List<HipId> dead = List.of(hips.get(2).id(), hips.get(3).id());
    Endpoint collapse = Endpoint.on(
        "collapsed",
        hip -> hip.baselineStage() == SteinbergStage.STAGE_III
            ? OptionalInt.of(0)
            : hip.id().equals(dead.get(1)) ? OptionalInt.of(90) : OptionalInt.empty());
    Endpoint death = Endpoint.on(
        "dead", hip -> dead.contains(hip.id()) ? OptionalInt.of(500) : OptionalInt.empty());
    StateFollowUp states = StateFollowUp.ofHips(
            hips, "treated", List.of(collapse, Endpoint.arthroplasty(), death))
        .build();
    String replaced = Endpoint.arthroplasty().name();
    assertThat(states.states()).containsExactly("treated", "collapsed", replaced, "dead");
    assertThat(states.hips()).isEqualTo(4);
    // collapsed on day 0, it begins there
    assertThat(states.moves("treated", "collapsed")).isEqualTo(1);
    assertThat(states.moves("collapsed", replaced)).isEqualTo(1);
    // of states reached on one day the last counts
    assertThat(states.moves("treated", "dead")).isEqualTo(1);
    assertThat(states.moves("collapsed", "dead")).isEqualTo(1);
    assertThat(AalenJohansen.withDefaults().estimate(states).get(0).startingProbabilities())
        .containsExactly(0.75, 0.25, 0, 0);
  }
}
