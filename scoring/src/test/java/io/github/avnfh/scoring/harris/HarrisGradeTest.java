package io.github.avnfh.scoring.harris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarrisGradeTest {

  @ParameterizedTest(name = "{1} ends below {0}, where {2} begins")
  @CsvSource({"70, POOR, FAIR", "80, FAIR, GOOD", "90, GOOD, EXCELLENT"})
  void holdsItsLowerEndAndNotItsUpper(double cut, HarrisGrade below, HarrisGrade from) {
    assertThat(HarrisGrade.of(cut - 0.001)).isEqualTo(below);
    assertThat(HarrisGrade.of(Math.nextDown(cut))).isEqualTo(below);
    assertThat(HarrisGrade.of(cut)).isEqualTo(from);
    assertThat(HarrisGrade.of(Math.nextUp(cut))).isEqualTo(from);
    assertThat((double) from.lowest()).isEqualTo(cut);
  }

  @Test
  void reachesFromZeroToAHundred() {
    assertThat(HarrisGrade.of(0)).isEqualTo(HarrisGrade.POOR);
    assertThat(HarrisGrade.of(100)).isEqualTo(HarrisGrade.EXCELLENT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {100.025, 100.00000000000001, -Double.MIN_VALUE, Double.NaN})
  void refusesATotalThatNoHipCanHave(double total) {
    assertThatThrownBy(() -> HarrisGrade.of(total))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Harris Hip Score [points] must lie in 0.0..100.0, but was " + total);
  }

  @Test
  void readsItsCode() {
    assertThat(HarrisGrade.parse("fair")).isEqualTo(HarrisGrade.FAIR);
  }
}
