package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void picksRowsWithEverythingThatBelongsToThem() {
    int[] days = {5, 6, 7, 8};
    Columns some = new Columns(
            TimeGrid.ofEveryDay(days), days, new boolean[] {true, false, false, true})
        .counting(new int[] {1, 2, 3, 4}, new double[] {1.5, 2.5, 3.5, 4.5})
        .belonging(
            RowNumbers.none(),
            RowNumbers.of(new int[] {0, 1, 0, 1}, 2),
            ClusterNumbers.of(new int[] {0, 1, 2, 3}, 4))
        .only(new int[] {1, 3}, RowNumbers.of(new int[] {1, 0}, 2));
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
  void givesEveryGroupOfEveryStratumACellOfItsOwn() {
    int groups = 20;
    int strata = 10;
    int rows = groups * strata;
    Columns columns = new Columns(
            TimeGrid.ofEveryDay(new int[] {1}), new int[rows], new boolean[rows])
        .belonging(
            RowNumbers.of(IntStream.range(0, rows).map(row -> row % groups).toArray(), groups),
            RowNumbers.of(IntStream.range(0, rows).map(row -> row / groups).toArray(), strata),
            ClusterNumbers.none());
    Tally[] cells = Tallies.byStratumAndGroup(columns, groups, strata).tallies();
    assertThat(cells).hasSize(rows);
    assertThat(Arrays.stream(cells).mapToInt(Tally::rows)).containsOnly(1);
  }

  /** 0.1 + 0.2 + 0.3 - 0.1 - 0.2 is more than 0.3 in doubles. */
  @Test
  void nobodyIsLeftAtRiskWhereAllLeaveBeforeOthersEnter() {
    int[] days = {4, 9, 10};
    Columns columns = new Columns(TimeGrid.ofEveryDay(days), days, new boolean[] {true, true, true})
        .counting(new int[] {Columns.FROM_THE_START, 5, 6}, new double[] {0.3, 0.2, 0.1});
    Tally tally = Tallies.byGroup(columns, 1)[0];
    assertThat(tally.atRisk()[0]).isEqualTo(0.3);
    assertThat(tally.atRisk()[2]).isEqualTo(0.1);
  }
}
