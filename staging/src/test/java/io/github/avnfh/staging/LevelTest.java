package io.github.avnfh.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.SteinbergGrade;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelTest {

  @Test
  void assertsWhatIsDecidedOrLiesAboveTheLeastWord() {
    assertThat(Level.of(SteinbergGrade.A).asserted()).contains(SteinbergGrade.A);
    assertThat(Level.among(List.of(SteinbergGrade.B, SteinbergGrade.C)).asserted())
        .contains(SteinbergGrade.B);
    assertThat(Level.among(List.of(SteinbergGrade.A, SteinbergGrade.B)).asserted())
        .isEmpty();
    assertThat(Level.<SteinbergGrade>none().asserted()).isEmpty();
  }

  @Test
  void putsTheLevelInWords() {
    assertThat(Level.of(SteinbergGrade.A).text()).isEqualTo("A");
    assertThat(Level.among(List.of(SteinbergGrade.C, SteinbergGrade.B)).text())
        .isEqualTo("at least B");
    assertThat(Level.among(List.of(SteinbergGrade.C, SteinbergGrade.A)).text()).isEqualTo("A or C");
    assertThat(Level.<SteinbergGrade>none().text()).isEmpty();
  }
}
