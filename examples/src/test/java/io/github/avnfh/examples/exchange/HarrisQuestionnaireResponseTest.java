package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.scoring.harris.Deformity;
import io.github.avnfh.scoring.harris.HarrisAnswer.Limp;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisAnswer.PublicTransport;
import io.github.avnfh.scoring.harris.HarrisAnswer.ShoesAndSocks;
import io.github.avnfh.scoring.harris.HarrisAnswer.Sitting;
import io.github.avnfh.scoring.harris.HarrisAnswer.Stairs;
import io.github.avnfh.scoring.harris.HarrisAnswer.Support;
import io.github.avnfh.scoring.harris.HarrisAnswer.WalkingDistance;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.RangeOfMotion;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HarrisQuestionnaireResponseTest {
  static final HarrisForm FULL = HarrisForm.builder()
      .pain(Pain.SLIGHT)
      .limp(Limp.NONE)
      .support(Support.NONE)
      .distance(WalkingDistance.SIX_BLOCKS)
      .stairs(Stairs.WITH_RAILING)
      .shoesAndSocks(ShoesAndSocks.WITH_EASE)
      .sitting(Sitting.ANY_CHAIR_ONE_HOUR)
      .transport(PublicTransport.ABLE)
      .deformity(Deformity.builder()
          .fixedFlexionDegrees(12.5)
          .putJudged(DeformityCriterion.FIXED_ADDUCTION, true)
          .putJudged(DeformityCriterion.LEG_LENGTH_DIFFERENCE, false)
          .build())
      .rangeOfMotion(
          RangeOfMotion.builder().flexionDegrees(110).internalRotationDegrees(0).build())
      .build();

  @Test
  void readsBackEveryItem() {
    assertThat(HarrisQuestionnaireResponse.read(HarrisQuestionnaireResponse.of(FULL)))
        .isEqualTo(FULL);
    HarrisForm judged = HarrisForm.builder()
        .deformity(Deformity.meeting(Set.of(DeformityCriterion.FIXED_FLEXION)))
        .build();
    assertThat(HarrisQuestionnaireResponse.read(HarrisQuestionnaireResponse.of(judged)))
        .isEqualTo(judged);
  }

  @ParameterizedTest
  @EnumSource(Pain.class)
  void leavesOutWhatWasNotAnswered(Pain pain) {
    HarrisForm form = HarrisForm.builder().pain(pain).build();
    assertThat(HarrisQuestionnaireResponse.of(form)).containsOnlyOnce("linkId");
    assertThat(HarrisQuestionnaireResponse.read(HarrisQuestionnaireResponse.of(form)))
        .isEqualTo(form);
  }

  @Test
  void refusesAFormWithoutAnyAnswer() {
    assertThatThrownBy(() -> HarrisQuestionnaireResponse.of(HarrisForm.builder().build()))
        .hasMessage("answers of a form [count] must be 1 or more, but were 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"status\" : \"completed\",`||.status must be 'completed', but was absent",
        "`\"completed\"`|`\"stopped\"`|.status must be 'completed', but was another string",
        "`\"linkId\" : \"pain\"`|`\"linkId\" : \"ache\"`|.item[0].answer[0] must belong to an item of the"
            + " score, but does not",
        "`\"linkId\" : \"limp\"`|`\"linkId\" : \"pain\"`|.item[1].linkId must not come twice, but does",
        "`\"code\" : \"slight\"`|`\"code\" : \"44\"`|.item[0].answer[0].valueCoding.code must be an answer"
            + " to pain, but was another",
        "`\"value\" : 110`|`\"value\" : 190`|.item[11].answer[0].valueQuantity.value is refused: flexion"
            + " [degrees] must lie in 0.0..160.0",
        "`\"code\" : \"deg\"`|`\"code\" : \"rad\"`|.item[8].answer[0].valueQuantity.code must be 'deg', but"
            + " was another string",
        "`\"valueBoolean\" : true`|`\"valueBoolean\" : 1`|.item[9].answer[0].valueBoolean must be true or"
            + " false, but was of type NUMBER",
      })
  void refusesABrokenResponseWithThePath(String part, String broken, String message) {
    String response = HarrisQuestionnaireResponse.of(FULL);
    int start = response.indexOf(part);
    assertThat(start).as(part + response).isNotNegative();
    String text = response.substring(0, start)
        + (broken == null ? "" : broken)
        + response.substring(start + part.length());
    assertThatThrownBy(() -> HarrisQuestionnaireResponse.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("QuestionnaireResponse" + message);
  }
}
