package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeGridTest {

  @ParameterizedTest
  @CsvSource({
    "10000, 39998, true",
    "10000, 39999, true",
    "10000, 40000, false",
    "2, 2147483647, false"
  })
  void holdsDaysOfUpToFourTimesTheRows(int rows, int last, boolean every) {
    int[] days = new int[rows];
    days[rows / 2] = last;
    assertThat(TimeGrid.holdsEveryDayOf(days)).isEqualTo(every);
  }

  @Test
  void countsWhatTheTieRuleTookAway() {
    double[] times = {5, 5 + 6e-8, 5 + 12e-8, 7, 7, 9, Math.nextUp(9.0)};
    int[] places = new int[times.length];
    assertThat(TimeGrid.ofTimes(times, true, places).merged()).isEqualTo(3);
    assertThat(places).containsExactly(0, 0, 0, 3, 3, 4, 4);
    assertThat(TimeGrid.ofTimes(times, false, places).merged()).isZero();
    assertThat(places).containsExactly(0, 1, 2, 3, 3, 4, 5);
  }
}
