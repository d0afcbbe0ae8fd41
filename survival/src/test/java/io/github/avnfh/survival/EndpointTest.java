package io.github.avnfh.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Arthroplasty;
import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.study.Hip;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EndpointTest {

  private static Hip.Builder hip(String patient, Side side, SteinbergStage stage) {
    Hip.Builder hip = Hip.builder();
    hip.id(HipId.of(PatientId.of(patient), side));
    hip.etiology(Etiology.IDIOPATHIC);
    hip.baselineStage(stage);
    return hip;
  }

  private static List<Hip> hips() {
    Hip.Builder replaced = hip("P01", Side.LEFT, SteinbergStage.STAGE_III);
    replaced.arthroplasty(Arthroplasty.onDay(400)).lastSeenDay(700);
    Hip.Builder kept = hip("P01", Side.RIGHT, SteinbergStage.STAGE_I);
    kept.lastSeenDay(730);
    Hip.Builder lost = hip("P02", Side.LEFT, SteinbergStage.STAGE_I);
    return List.of(replaced.build(), kept.build(), lost.build());
  }

  @Test
  void followsAHipToItsArthroplastyOrToTheLastKnownDay() {
    FollowUp followUp = Endpoint.arthroplasty().followUp(hips());
    assertThat(followUp.groups()).containsExactly("all");
    List<Step> steps =
        KaplanMeier.withDefaults().estimate(followUp).curve("all").steps();
    assertThat(steps).extracting(Step::time).containsExactly(0.0, 400.0, 730.0);
    assertThat(steps).extracting(Step::events).containsExactly(0.0, 1.0, 0.0);
    assertThat(steps).extracting(Step::censored).containsExactly(1.0, 0.0, 1.0);
  }

  @Test
  void takesThePatientAsTheCluster() {
    assertThat(Endpoint.arthroplasty().followUp(hips()).clusters()).hasValue(2);
  }

  @Test
  void putsStagesInTheOrderOfTheirScale() {
    assertThat(Endpoint.arthroplasty().followUp(hips(), Hip::baselineStage).groups())
        .containsExactly("I", "III");
  }

  @Test
  void putsLabelsInTheOrderOfTheirAppearance() {
    assertThat(Endpoint.arthroplasty()
            .followUpByLabel(hips(), hip -> hip.id().side().code())
            .groups())
        .containsExactly(Side.LEFT.code(), Side.RIGHT.code());
  }

  @Test
  void takesAnEndpointOfOnesOwn() {
    Endpoint never = Endpoint.on("nothing", hip -> OptionalInt.empty());
    assertThat(never.name()).isEqualTo("nothing");
    assertThat(never.followUp(hips()).events()).isZero();
    assertThat(never).hasToString("Endpoint{nothing}");
  }

  @Test
  void needsAHip() {
    assertThatThrownBy(() -> Endpoint.arthroplasty().followUp(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("follow-up [rows] must be at least 1, but were 0");
  }
}
