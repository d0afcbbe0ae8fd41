package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TieRuleTest {
  private static final double CUT = 0x1.0p-26;

  private static double[] counted(double[] times) {
    int[] places = new int[times.length];
    TimeGrid grid = TimeGrid.ofTimes(times, true, places);
    SurvivalColumns columns = SurvivalColumns.of(grid, places, new boolean[times.length]);
    return EventTableCounter.byGroup(columns, 1)[0].times();
  }

  private static double[] placed(double[] times) {
    int[] places = new int[times.length];
    TimeGrid grid = TimeGrid.ofTimes(times, true, places);
    double[] left =
        Arrays.stream(places).sorted().distinct().mapToDouble(grid::time).toArray();
    assertThat(grid.merged()).isEqualTo(grid.size() - left.length);
    return left;
  }

  /** Times of which the last comes fifty times. */
  private static double[] repeated(double... times) {
    double[] repeated = Arrays.copyOf(times, times.length + 49);
    Arrays.fill(repeated, times.length, repeated.length, times[times.length - 1]);
    return repeated;
  }

  /** Times, and what is left of them by hand: the smallest of each chain of ties. */
  static Stream<Arguments> sets() {
    double large = 0x1.0p40;
    // half the step that is a tie at a mean of two to the power of 40
    double half = 8_192;
    return Stream.of(
        Arguments.of(new double[] {0.5, 0.5 + CUT}, new double[] {0.5}),
        Arguments.of(
            new double[] {0.5, Math.nextUp(0.5 + CUT)}, new double[] {0.5, Math.nextUp(0.5 + CUT)}),
        Arguments.of(new double[] {0, CUT, 3 * CUT}, new double[] {0, 3 * CUT}),
        Arguments.of(new double[] {large - half, large + half}, new double[] {large - half}),
        Arguments.of(
            new double[] {large - half, Math.nextDown(large + half)}, new double[] {large - half}),
        Arguments.of(
            new double[] {large - half, Math.nextUp(large + half)},
            new double[] {large - half, Math.nextUp(large + half)}),
        Arguments.of(new double[] {5, 5 + 6e-8, 5 + 12e-8, 5 + 20e-8}, new double[] {5, 5 + 20e-8}),
        Arguments.of(
            new double[] {1e308, 1.2e308, 1.7e308}, new double[] {1e308, 1.2e308, 1.7e308}),
        Arguments.of(
            new double[] {1e308, Math.nextUp(1e308), 1.7e308}, new double[] {1e308, 1.7e308}));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void countsTimesAsOneUpToTheCut(double[] times, double[] left) {
    assertThat(counted(times)).containsExactly(left);
    assertThat(placed(times)).containsExactly(left);
  }

  /**
   * The step of 0.5 is 2<sup>-26</sup> of 33554432, and so no tie: the mean of these times is
   * smaller by 2.5e-9, which is lost in their sum.
   */
  @Test
  void takesTheMeanToTheLastDigitWhereItDecides() {
    double[] times = {9_031_220.2, 9_031_220.7, 82_600_855.1};
    assertThat(counted(times)).containsExactly(times);
    assertThat(placed(times)).containsExactly(times);
  }

  /** The mean is 34, then 8.25e307, however many rows share a time. */
  @Test
  void takesTheMeanOfDistinctTimes() {
    double[] many = repeated(100, 1 + 1e-7, 1);
    assertThat(counted(many)).containsExactly(1, 100);
    assertThat(placed(many)).containsExactly(1, 100);
    double[] longest = repeated(1e300, 3e300, 1.6e308, 1.7e308);
    assertThat(counted(longest)).containsExactly(1e300, 3e300, 1.6e308, 1.7e308);
    assertThat(placed(longest)).containsExactly(1e300, 3e300, 1.6e308, 1.7e308);
  }

  @Test
  void doesNotCareInWhichOrderTiesCome() {
    double[] times = {7, 0, 5 + 6e-8, 0, 5, 7, 5 + 12e-8};
    assertThat(counted(times)).containsExactly(0, 5, 7);
    assertThat(placed(times)).containsExactly(0, 5, 7);
  }
}
