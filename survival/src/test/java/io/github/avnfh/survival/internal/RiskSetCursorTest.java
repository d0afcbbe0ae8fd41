package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskSetCursorTest {
  private final double[][] atRisk = new double[3][1];
  private final double[][] events = new double[3][1];

  private static RiskSetCursor cursor(double[] times, boolean[] events) {
    int[] cells = IntStream.range(0, times.length).map(row -> row % 3).toArray();
    int[] places = new int[times.length];
    TimeGrid grid = TimeGrid.ofTimes(times, false, places);
    SurvivalColumns columns = SurvivalColumns.of(grid, places, events)
        .withCategories(CategoryColumn.of(cells), CategoryColumn.none());
    return new RiskSetCursor(EventTableCounter.byGroup(columns, 3));
  }

  /** The next time, those at risk and the events of each cell are what is expected. */
  private void assertNext(RiskSetCursor cursor, double time, double[] left, double[] failed) {
    assertThat(cursor.fill(atRisk, events)).isEqualTo(1);
    assertThat(cursor.time()).isEqualTo(time);
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
    RiskSetCursor cursor = cursor(times, failed);
    assertNext(cursor, 2, new double[] {301, 301, 301}, new double[] {2, 2, 1});
    assertNext(cursor, 3, new double[] {1, 1, 1}, new double[] {0, 1, 0});
    assertThat(cursor.fill(atRisk, events)).isZero();
  }

  @Test
  void letsThoseGoWhoWereCensoredBeforeAnyEvent() {
    double[] times = IntStream.range(0, 1_503).mapToDouble(row -> row / 8.0).toArray();
    boolean[] failed = new boolean[times.length];
    failed[1_500] = true;
    RiskSetCursor cursor = cursor(times, failed);
    assertNext(cursor, 187.5, new double[] {1, 1, 1}, new double[] {1, 0, 0});
    assertThat(cursor.fill(atRisk, events)).isZero();
  }

  @Test
  void takesDaysThatLieFarApart() {
    EventTable early =
        EventTable.ofCounts(new double[] {0, 7}, new double[] {1, 0}, new double[] {0, 1});
    EventTable late =
        EventTable.ofCounts(new double[] {1_000_000}, new double[] {2}, new double[] {0});
    RiskSetCursor cursor = new RiskSetCursor(early, late);
    assertNext(cursor, 0, new double[] {2, 2}, new double[] {1, 0});
    assertNext(cursor, 1_000_000, new double[] {0, 2}, new double[] {0, 2});
  }
}
