package io.github.avnfh.scoring.womac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Score;
import io.github.avnfh.scoring.Answers;
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
}
