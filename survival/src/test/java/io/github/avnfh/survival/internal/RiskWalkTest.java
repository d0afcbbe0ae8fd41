package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskWalkTest {
  private final double[][] atRisk = new double[3][1];
  private final double[][] events = new double[3][1];

  private static RiskWalk inOrder(double[] times, boolean[] events) {
    int[] cells = IntStream.range(0, times.length).map(row -> row % 3).toArray();
    return new TimeExits(times, events, false)
        .counted(RowNumbers.of(cells, 3), 3)
        .walk(0, 3);
  }

  /** The next time, those at risk and the events of each cell are what is expected. */
  private void assertNext(RiskWalk walk, double time, double[] left, double[] failed) {
    assertThat(walk.fill(atRisk, events)).isEqualTo(1);
    assertThat(walk.time()).isEqualTo(time);
    for (int cell = 0; cell < left.length; cell++) {
      assertThat(atRisk[cell][0]).isEqualTo(left[cell]);
      assertThat(events[cell][0]).isEqualTo(failed[cell]);
    }
  }

  @Test
  void countsAnyNumberOfRowsThatLeaveAtOnce() {
    double[] times = new double[1_803];
    boolean[] failed = new boolean[times.length];
    for (int row = 0; row < times.length; row++) {
      times[row] = row < 900 ? 1 : row < 1_800 ? 2 : 3;
      failed[row] = (row >= 900 && row < 905) || row == 1_801;
    }
    RiskWalk walk = inOrder(times, failed);
    assertNext(walk, 2, new double[] {301, 301, 301}, new double[] {2, 2, 1});
    assertNext(walk, 3, new double[] {1, 1, 1}, new double[] {0, 1, 0});
    assertThat(walk.fill(atRisk, events)).isZero();
  }

  @Test
  void letsThoseGoWhoWereCensoredBeforeAnyEvent() {
    double[] times = IntStream.range(0, 1_503).mapToDouble(row -> row / 8.0).toArray();
    boolean[] failed = new boolean[times.length];
    failed[1_500] = true;
    RiskWalk walk = inOrder(times, failed);
    assertNext(walk, 187.5, new double[] {1, 1, 1}, new double[] {1, 0, 0});
    assertThat(walk.fill(atRisk, events)).isZero();
  }

  @Test
  void takesDaysThatLieFarApart() {
    Tally early = Tally.ofCounts(new double[] {0, 7}, new double[] {1, 0}, new double[] {0, 1});
    Tally late = Tally.ofCounts(new double[] {1_000_000}, new double[] {2}, new double[] {0});
    RiskWalk walk = Counted.of(new Tally[] {early, late}).walk(0, 2);
    assertNext(walk, 0, new double[] {2, 2}, new double[] {1, 0});
    assertNext(walk, 1_000_000, new double[] {0, 2}, new double[] {0, 2});
  }
}
