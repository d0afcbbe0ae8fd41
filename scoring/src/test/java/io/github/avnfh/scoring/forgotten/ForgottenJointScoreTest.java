package io.github.avnfh.scoring.forgotten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.scoring.Answers;
import org.junit.jupiter.api.Test;

class ForgottenJointScoreTest {

  @Test
  void runsFromAHundredToZero() {
    assertThat(ForgottenJointScore.points(Answers.all(12, 0))).hasValue(100);
    assertThat(ForgottenJointScore.points(Answers.all(12, 4))).hasValue(0);
    assertThat(ForgottenJointScore.points(Answers.of("111111111111"))).hasValue(75);
  }

  @Test
  void needsEightOfTwelveAnswers() {
    assertThat(ForgottenJointScore.points(Answers.of("22222222...."))).hasValue(50);
    assertThat(ForgottenJointScore.points(Answers.of("2222222....."))).isEmpty();
  }

  @Test
  void refusesImpossibleAnswers() {
    assertThatThrownBy(() -> ForgottenJointScore.points(Answers.of("000000000006")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Forgotten Joint Score [points of an item] must lie in 0..4, but was 6");
  }
}
