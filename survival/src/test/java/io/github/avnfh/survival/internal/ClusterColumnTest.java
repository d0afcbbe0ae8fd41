package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterColumnTest {
  private static int[] numbers(ClusterColumn clusters, int rows) {
    return IntStream.range(0, rows).map(clusters::cluster).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1_000_000})
  void renumbersClustersInTheirOrderHoweverFarApart(int step) {
    int[] column = {7 * step, 2 * step, 7 * step, -step, 40 * step};
    ClusterColumn clusters = ClusterColumn.ranked(column);
    assertThat(numbers(clusters, 5)).containsExactly(2, 1, 2, 0, 3);
    assertThat(clusters.count()).isEqualTo(4);
    assertThat(column[0]).isEqualTo(7 * step);
  }

  @Test
  void closesGapsBelowAndBetween() {
    assertThat(numbers(ClusterColumn.ranked(new int[] {6, 5, 7}), 3)).containsExactly(1, 0, 2);
    assertThat(numbers(ClusterColumn.ranked(new int[] {0, 3, 3}), 3)).containsExactly(0, 1, 1);
  }

  @Test
  void takesTheWholeRangeOfNumbers() {
    ClusterColumn clusters =
        ClusterColumn.ranked(new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 0});
    assertThat(numbers(clusters, 3)).containsExactly(2, 0, 1);
  }

  @Test
  void followsOnlyRowsThatShareTheirClusterWithinTheGroup() {
    SurvivalColumns columns = SurvivalColumns.of(
            TimeGrid.ofEveryDay(new int[] {9}), new int[6], new boolean[6])
        .withCategories(CategoryColumn.of(new int[] {0, 0, 1, 1, 0, 1}), CategoryColumn.none())
        .withClusters(ClusterColumn.ranked(new int[] {5, 6, 6, 8, 5, 8}));
    ClusterJackknife.Rows rows = new ClusterJackknife.Rows(columns, 2);
    assertThat(rows.rows(0)).containsExactlyInAnyOrder(0, 4);
    assertThat(rows.rows(1)).containsExactlyInAnyOrder(3, 5);
    assertThat(rows.clusters(0)).containsOnly(0);
    assertThat(rows.clusters(1)).containsOnly(0);
  }

  @Test
  void followsAllRowsThatDoNotCountAlike() {
    SurvivalColumns columns = SurvivalColumns.of(
            TimeGrid.ofEveryDay(new int[] {9}), new int[3], new boolean[3])
        .withWeights(new double[] {1, 2, 1})
        .withClusters(ClusterColumn.ranked(new int[] {4, 5, 5}));
    assertThat(new ClusterJackknife.Rows(columns, 1).rows(0)).containsExactly(0, 1, 2);
  }
}
