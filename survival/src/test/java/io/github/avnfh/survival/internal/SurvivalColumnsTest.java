package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurvivalColumnsTest {

  @Test
  void picksRowsWithEverythingThatBelongsToThem() {
    int[] days = {5, 6, 7, 8};
    SurvivalColumns some = SurvivalColumns.of(
            TimeGrid.ofEveryDay(days), days, new boolean[] {true, false, false, true})
        .withEntries(new int[] {1, 2, 3, 4})
        .withWeights(new double[] {1.5, 2.5, 3.5, 4.5})
        .withCategories(CategoryColumn.none(), CategoryColumn.of(new int[] {0, 1, 0, 1}))
        .withClusters(ClusterColumn.of(new int[] {0, 1, 2, 3}, 4))
        .only(new int[] {1, 3}, CategoryColumn.of(new int[] {1, 0}));
    assertThat(some.rows()).isEqualTo(2);
    assertThat(new int[] {some.exit(0), some.exit(1)}).containsExactly(6, 8);
    assertThat(new int[] {some.entry(0), some.entry(1)}).containsExactly(2, 4);
    assertThat(new double[] {some.weight(0), some.weight(1)}).containsExactly(2.5, 4.5);
    assertThat(new int[] {some.group(0), some.group(1)}).containsExactly(1, 0);
    assertThat(new int[] {some.stratum(0), some.stratum(1)}).containsExactly(1, 1);
    assertThat(some.clusterCount()).isEqualTo(2);
    assertThat(some.event(1)).isTrue();
  }

  @Test
  void givesEveryGroupOfEveryStratumItsCell() {
    int groups = 20;
    int strata = 10;
    int rows = groups * strata;
    SurvivalColumns columns = SurvivalColumns.of(
            TimeGrid.ofEveryDay(new int[] {1}), new int[rows], new boolean[rows])
        .withCategories(
            CategoryColumn.of(IntStream.range(0, rows).map(row -> row % groups).toArray()),
            CategoryColumn.of(IntStream.range(0, rows).map(row -> row / groups).toArray()))
        .withClusters(ClusterColumn.none());
    EventTable[] cells = EventTableCounter.byStratumAndGroup(columns, groups, strata);
    assertThat(cells).hasSize(rows);
    assertThat(Arrays.stream(cells).mapToInt(EventTable::rows)).containsOnly(1);
  }

  /** 0.1 + 0.2 + 0.3 - 0.1 - 0.2 is more than 0.3 in doubles. */
  @Test
  void leavesNoneAtRiskWhereAllLeaveBeforeOthersEnter() {
    int[] days = {4, 9, 10};
    SurvivalColumns columns = SurvivalColumns.of(
            TimeGrid.ofEveryDay(days), days, new boolean[] {true, true, true})
        .withEntries(new int[] {TimeGrid.FROM_THE_START, 5, 6})
        .withWeights(new double[] {0.3, 0.2, 0.1});
    EventTable table = EventTableCounter.byGroup(columns, 1)[0];
    assertThat(table.atRisk()[0]).isEqualTo(0.3);
    assertThat(table.atRisk()[2]).isEqualTo(0.1);
  }

  @Test
  void exchangesEventsAndCensoringAndNothingElse() {
    int[] days = {5, 6, 6, 8};
    boolean[] events = {true, false, true, false};
    SurvivalColumns columns = SurvivalColumns.of(TimeGrid.ofEveryDay(days), days, events);
    SurvivalColumns reversed = columns.reversed();
    assertThat(reversed.grid().size()).isEqualTo(columns.grid().size());
    for (int row = 0; row < days.length; row++) {
      assertThat(reversed.exit(row)).isEqualTo(days[row]);
      assertThat(reversed.event(row)).isNotEqualTo(events[row]);
    }
  }
}
