package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "161 | [0.0, 50.0, 100.0, 150.0]",
        "730 | [0.0, 200.0, 400.0, 600.0]",
        "60 | [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0]",
        "0.35 | [0.0, 0.1, 0.2, 0.3]",
        "1 | [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]",
        "0 | [0.0, 1.0]"
      })
  void areRoundAndDoNotGoBeyondTheLastTime(double last, String expected) {
    assertThat(Ticks.upTo(last)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.3, 0.3", "24, 24", "100000, 100000"})
  void printPlainly(double tick, String expected) {
    assertThat(Ticks.label(tick)).isEqualTo(expected);
  }
}
