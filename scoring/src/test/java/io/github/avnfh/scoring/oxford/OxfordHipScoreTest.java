package io.github.avnfh.scoring.oxford;

import static io.github.avnfh.scoring.oxford.OxfordHipScore.MissingRule.COMPLETE;
import static io.github.avnfh.scoring.oxford.OxfordHipScore.MissingRule.MEAN_FOR_UP_TO_TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Score;
import io.github.avnfh.scoring.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OxfordHipScoreTest {

  @Test
  void sumsTwelveItems() {
    assertThat(OxfordHipScore.total(Answers.all(12, 4), COMPLETE)).hasValue(48);
    assertThat(OxfordHipScore.total(Answers.all(12, 0), COMPLETE)).hasValue(0);
    assertThat(OxfordHipScore.total(Answers.of("432104321043"), COMPLETE)).hasValue(27);
  }

  /** Ten answers of 3 and two missing: 36 by their mean; a third missing is too many. */
  @Test
  void letsTheCallerChooseWhatBecomesOfMissingItems() {
    assertThat(OxfordHipScore.total(Answers.of("3333333333.."), COMPLETE)).isEmpty();
    assertThat(OxfordHipScore.total(Answers.of("3333333333.."), MEAN_FOR_UP_TO_TWO))
        .hasValue(36);
    assertThat(OxfordHipScore.total(Answers.of("333333333..."), MEAN_FOR_UP_TO_TWO))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"12, 48", "60, 0", "33, 27"})
  void turnsTheOlderScaleRound(int old, double now) {
    assertThat(OxfordHipScore.ofOldTotal(old)).isEqualTo(Score.of(OxfordHipScore.INSTRUMENT, now));
  }

  @Test
  void refusesTotalsOfTheOtherScaleAndAnswersOfFive() {
    assertThatThrownBy(() -> OxfordHipScore.ofOldTotal(11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Oxford Hip Score of 1996 [points] must lie in 12.0..60.0, but was 11.0");
    assertThatThrownBy(() -> OxfordHipScore.total(Answers.of("555555555555"), COMPLETE))
        .hasMessage("Oxford Hip Score [points of an item] must lie in 0..4, but was 5");
    assertThatThrownBy(() -> OxfordHipScore.total(Answers.of("00000"), COMPLETE))
        .hasMessage("Oxford Hip Score [items] must have 12..12, missing ones included, but had 5");
  }
}
