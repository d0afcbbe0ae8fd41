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
    assertThat(Ticks.upTo(last, false)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5 | [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]",
        "3 | [0.0, 1.0, 2.0, 3.0]",
        "7 | [0.0, 2.0, 4.0, 6.0]",
        "18 | [0.0, 3.0, 6.0, 9.0, 12.0, 15.0, 18.0]",
        "24.5 | [0.0, 6.0, 12.0, 18.0, 24.0]",
        "36 | [0.0, 6.0, 12.0, 18.0, 24.0, 30.0, 36.0]",
        "37 | [0.0, 12.0, 24.0, 36.0]",
        "100 | [0.0, 24.0, 48.0, 72.0, 96.0]",
        "360 | [0.0, 60.0, 120.0, 180.0, 240.0, 300.0, 360.0]",
        "361 | [0.0, 100.0, 200.0, 300.0]"
      })
  void ofMonthsStandAtWholeQuartersHalvesAndYears(double last, String expected) {
    assertThat(Ticks.upTo(last, true)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"1000000, 10, 6", "1000000, 70, 4", "24, 100, 3", "24, 500, 3"})
  void areFewerWhereTheirLabelsWouldTouch(double last, double widest, int steps) {
    assertThat(Ticks.upTo(last, false, 366, widest)).hasSizeBetween(3, steps);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.3, 0.3",
    "24, 24",
    "100000, 100000",
    "500000000, 500000000",
    "1000000000, 1e9",
    "25000000000, 25e9",
    "0.0000001, 0.0000001",
    "0.00000001, 1e-8",
    "5e300, 5e300"
  })
  void printPlainly(double tick, String expected) {
    assertThat(Ticks.label(tick)).isEqualTo(expected);
  }
}
