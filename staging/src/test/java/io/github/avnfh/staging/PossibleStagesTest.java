package io.github.avnfh.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.SteinbergGrade;
import java.util.List;
import org.junit.jupiter.api.Test;

class PossibleStagesTest {

  @Test
  void assertsTheDecidedStageOrOneAboveTheLowest() {
    assertThat(PossibleStages.of(SteinbergGrade.A).asserted()).contains(SteinbergGrade.A);
    assertThat(PossibleStages.among(List.of(SteinbergGrade.B, SteinbergGrade.C)).asserted())
        .contains(SteinbergGrade.B);
    assertThat(PossibleStages.among(List.of(SteinbergGrade.A, SteinbergGrade.B)).asserted())
        .isEmpty();
    assertThat(PossibleStages.<SteinbergGrade>none().asserted()).isEmpty();
  }

  @Test
  void printsThePossibleStages() {
    assertThat(PossibleStages.of(SteinbergGrade.A).text()).isEqualTo("A");
    assertThat(PossibleStages.among(List.of(SteinbergGrade.C, SteinbergGrade.B)).text())
        .isEqualTo("at least B");
    assertThat(PossibleStages.among(List.of(SteinbergGrade.C, SteinbergGrade.A)).text())
        .isEqualTo("A or C");
    assertThat(PossibleStages.<SteinbergGrade>none().text()).isEmpty();
  }
}
