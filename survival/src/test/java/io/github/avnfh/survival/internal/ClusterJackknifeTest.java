package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Worked by hand from the formulas of {@link ClusterJackknife}. */
class ClusterJackknifeTest {
  private static final Offset<Double> ROUNDING = within(1e-15);

  private static SurvivalColumns columns(int[] days, boolean[] events) {
    return SurvivalColumns.of(TimeGrid.ofEveryDay(days), days, events);
  }

  private static ClusterJackknife influence(SurvivalColumns columns) {
    return new ClusterJackknife(
        new ClusterJackknife.Rows(columns, 2), 0, EventTableCounter.byGroup(columns, 2)[0]);
  }

  /** Patients 0, 0 and 1 in the first group; patients 1 and 2 are seen longer in the second. */
  private static SurvivalColumns twoGroups() {
    return columns(new int[] {2, 3, 1, 5, 7}, new boolean[] {true, false, true, true, true})
        .withCategories(CategoryColumn.of(new int[] {0, 0, 0, 1, 1}), CategoryColumn.none())
        .withClusters(ClusterColumn.of(new int[] {0, 0, 1, 1, 2}, 3));
  }

  @Test
  void aGroupKnowsNothingOfOnesThatWereSeenLonger() {
    ClusterVariance variance = influence(twoGroups()).variance();
    assertThat(variance.variances())
        .containsExactly(new double[] {2 / 9.0, 2 / 9.0, 2 / 9.0}, ROUNDING);
    assertThat(variance.clustersAtRisk()).containsExactly(2, 1, 1);
    assertThat(variance.clusters()).isEqualTo(2);
  }

  @Test
  void aPatientWithAnEarlyEventPullsTheCurveDown() {
    double[] onSecondDay = influence(twoGroups()).byCluster(new double[] {1, 1, 0});
    assertThat(onSecondDay).containsExactly(new double[] {1 / 3.0, -1 / 3.0, 0}, ROUNDING);
  }

  @Test
  void aWeightMultipliesTheInfluence() {
    SurvivalColumns columns = columns(new int[] {1, 2}, new boolean[] {true, false})
        .withWeights(new double[] {1, 3})
        .withClusters(ClusterColumn.of(new int[] {0, 1}, 2));
    ClusterJackknife influence = influence(columns);
    assertThat(influence.byCluster(new double[] {1, 0}))
        .containsExactly(new double[] {-0.25, 0.25}, ROUNDING);
    assertThat(influence.variance().variances())
        .containsExactly(new double[] {0.125, 0.125}, ROUNDING);
    assertThat(influence.variance().clusters()).isEqualTo(2);
  }

  @Test
  void whoEntersLateHasNoPartInWhatWasBefore() {
    SurvivalColumns columns = columns(new int[] {2, 3, 1}, new boolean[] {true, true, true})
        .withEntries(new int[] {TimeGrid.FROM_THE_START, 1, TimeGrid.FROM_THE_START})
        .withClusters(ClusterColumn.of(new int[] {0, 1, 2}, 3));
    ClusterJackknife influence = influence(columns);
    assertThat(influence.byCluster(new double[] {1, 1, 0}))
        .containsExactly(new double[] {0, 0.5, -0.5}, ROUNDING);
    assertThat(influence.variance().variances()).startsWith(new double[] {0.5, 0.5}, ROUNDING);
    assertThat(influence.variance().clustersAtRisk()).containsExactly(2, 2, 1);
  }

  @Test
  void aClusterIsAtRiskUntilTheLastOfItsRowsHasLeft() {
    SurvivalColumns columns = columns(
            new int[] {1, 2, 4, 3, 5}, new boolean[] {true, false, true, true, false})
        .withClusters(ClusterColumn.of(new int[] {0, 0, 0, 1, 2}, 3));
    ClusterVariance variance = influence(columns).variance();
    assertThat(variance.clustersAtRisk()).containsExactly(3, 3, 3, 2, 1);
    assertThat(variance.clusters()).isEqualTo(3);
  }

  @Test
  void oneClusterAloneHasNoVarianceNotEvenByRounding() {
    int rows = 13;
    int[] days = IntStream.rangeClosed(1, rows).toArray();
    boolean[] events = new boolean[rows];
    IntStream.range(0, rows - 1).forEach(row -> events[row] = row % 4 > 0);
    SurvivalColumns columns =
        columns(days, events).withClusters(ClusterColumn.of(new int[rows], 1));
    assertThat(influence(columns).variance().variances()).containsOnly(0);
  }
}
