package io.github.avnfh.scoring.womac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Score;
import io.github.avnfh.scoring.Answers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WomacSubscaleTest {

  @ParameterizedTest
  @CsvSource({"PAIN, 20", "STIFFNESS, 8", "FUNCTION, 68"})
  void runsFromZeroToItsWorst(WomacSubscale subscale, double worst) {
    assertThat(subscale.score(Answers.all(subscale.items(), 4)))
        .contains(Score.of(subscale.instrument(), worst));
    assertThat(subscale.score(Answers.all(subscale.items(), 0)))
        .contains(Score.of(subscale.instrument(), 0));
    assertThat(subscale.instrument().quantity().high()).isEqualTo(worst);
  }

  /** A public program sums what was answered, which makes a missing answer the best one. */
  @Test
  void doesNotTakeAMissingAnswerForTheBestOne() {
    assertThat(WomacSubscale.PAIN.score(Answers.of("444.4"))).isEmpty();
  }

  @Test
  void refusesImpossibleAnswers() {
    assertThatThrownBy(() -> WomacSubscale.STIFFNESS.score(Answers.of("05")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "WOMAC subscale womac_stiffness [points of an item] must lie in 0..4, but was 5");
  }

  /** 14 answers of 2 have the mean 2, and 17 items 34 points; 13 answers are too few. */
  @ParameterizedTest
  @CsvSource({
    "FUNCTION, 22222222222222222, 34.0",
    "FUNCTION, 222222222222222.., 34.0",
    "FUNCTION, 22222222222222..., 34.0",
    "FUNCTION, 2222222222222....,",
    "FUNCTION, 1222222222222222., 32.9375",
    "PAIN, 2222.,",
    "STIFFNESS, 2.,"
  })
  void takesUpToThreeItemsOfFunctionForTheMeanOfTheOthers(
      WomacSubscale subscale, String answers, Double points) {
    assertThat(subscale
            .score(Answers.of(answers), WomacSubscale.MissingRule.MEAN_FOR_UP_TO_THREE)
            .map(Score::points))
        .isEqualTo(Optional.ofNullable(points));
    assertThat(subscale.score(Answers.of(answers), WomacSubscale.MissingRule.COMPLETE))
        .isEqualTo(subscale.score(Answers.of(answers)));
  }
}
