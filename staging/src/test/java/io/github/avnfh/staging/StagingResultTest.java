package io.github.avnfh.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.staging.jic.JicStage;
import io.github.avnfh.staging.jic.JicType;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagingResultTest {

  private static Explanation explain(Draft draft) {
    return Steinberg.PENNSYLVANIA_1995.read(draft.findings()).explanation();
  }

  @Test
  void explainsStageAndGradeByTheirRules() {
    Explanation explanation = explain(Hips.sclerotic().with("lesion_percent", 24));
    assertThat(explanation.answer()).isEqualTo("stage II, grade B");
    assertThat(explanation.reasons())
        .extracting(reason -> reason.inputs())
        .containsExactly("sclerosis or cysts present", "lesion extent 24.0 % of head volume");
    assertThat(explanation.obstacles()).isEmpty();
  }

  @Test
  void saysNothingOfAGradeThatAStageDoesNotHave() {
    Explanation explanation = explain(Hips.healthy());
    assertThat(explanation.answer()).isEqualTo("stage 0");
    assertThat(explanation.reasons())
        .extracting(reason -> reason.inputs())
        .containsExactly("no sign present");
  }

  @Test
  void namesWhatIsMissingForADecision() {
    Explanation explanation = explain(Hips.healthy().without("mri_lesion"));
    assertThat(explanation.answer()).isEqualTo("stage 0 or I");
    assertThat(explanation.reasons()).isEmpty();
    assertThat(explanation.obstacles()).containsExactly("mri_lesion");
  }

  @Test
  void namesTheContradictionThatAllowsNoStage() {
    Explanation explanation =
        explain(Hips.crescentic().with("flattening", 0).with("depression_mm", 3));
    assertThat(explanation.answer()).isEqualTo("contradictory findings");
    assertThat(explanation.obstacles())
        .containsExactly("flattening is absent, but depression [mm] is 3.0");
  }

  @Test
  void saysThatThereIsNoStageWhereNoneIsPossible() {
    StagingResult<JicStage, JicType> empty = StagingResult.of(
        PossibleStages.<JicStage>none(), PossibleStages.<JicType>none(), List.of(), List.of());
    assertThat(empty.explanation().answer()).isEqualTo("no stage");
    assertThatThrownBy(() -> StagingResult.contradicted(List.of()))
        .hasMessage("contradictions of a reading that is contradicted [count] must be 1 or more,"
            + " but was 0");
  }

  @Test
  void refusesAContradictionWithoutAWord() {
    assertThatThrownBy(() -> StagingResult.contradicted(List.of("flattening is absent", " ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contradiction of a reading [sentence] must have visible characters, but had"
            + " none");
  }
}
