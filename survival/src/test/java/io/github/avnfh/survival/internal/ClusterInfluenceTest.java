package io.github.avnfh.survival.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Worked by hand from the formulas of {@link ClusterInfluence}. */
class ClusterInfluenceTest {
  private static final Offset<Double> ROUNDING = within(1e-15);

  private static Columns columns(int[] days, boolean[] events) {
    return new Columns(TimeGrid.ofEveryDay(days), days, events);
  }

  private static ClusterInfluence influence(Columns columns) {
    return new ClusterInfluence(new ClusterRows(columns, 2), 0, Tallies.byGroup(columns, 2)[0]);
  }

  /** Patients 0, 0 and 1 in the first group; patients 1 and 2 are seen longer in the second. */
  private static Columns twoGroups() {
    return columns(new int[] {2, 3, 1, 5, 7}, new boolean[] {true, false, true, true, true})
        .belonging(
            RowNumbers.of(new int[] {0, 0, 0, 1, 1}, 2),
            RowNumbers.none(),
            ClusterNumbers.of(new int[] {0, 0, 1, 1, 2}, 3));
  }

  @Test
  void aGroupKnowsNothingOfOnesThatWereSeenLonger() {
    ClusterSweep sweep = influence(twoGroups()).sweep();
    assertThat(sweep.variances())
        .containsExactly(new double[] {2 / 9.0, 2 / 9.0, 2 / 9.0}, ROUNDING);
    assertThat(sweep.clustersAtRisk()).containsExactly(2, 1, 1);
    assertThat(sweep.clusters()).isEqualTo(2);
  }

  @Test
  void aPatientWithAnEarlyEventPullsTheCurveDown() {
    double[] onSecondDay = influence(twoGroups()).byCluster(new double[] {1, 1, 0});
    assertThat(onSecondDay).containsExactly(new double[] {1 / 3.0, -1 / 3.0, 0}, ROUNDING);
  }

  @Test
  void aWeightMultipliesTheInfluence() {
    Columns columns = columns(new int[] {1, 2}, new boolean[] {true, false})
        .counting(new int[0], new double[] {1, 3})
        .belonging(RowNumbers.none(), RowNumbers.none(), ClusterNumbers.of(new int[] {0, 1}, 2));
    ClusterInfluence influence = influence(columns);
    assertThat(influence.byCluster(new double[] {1, 0}))
        .containsExactly(new double[] {-0.25, 0.25}, ROUNDING);
    assertThat(influence.sweep().variances())
        .containsExactly(new double[] {0.125, 0.125}, ROUNDING);
    assertThat(influence.sweep().clusters()).isEqualTo(2);
  }

  @Test
  void whoEntersLateHasNoPartInWhatWasBefore() {
    Columns columns = columns(new int[] {2, 3, 1}, new boolean[] {true, true, true})
        .counting(new int[] {Columns.FROM_THE_START, 1, Columns.FROM_THE_START}, new double[0])
        .belonging(RowNumbers.none(), RowNumbers.none(), ClusterNumbers.of(new int[] {0, 1, 2}, 3));
    ClusterInfluence influence = influence(columns);
    assertThat(influence.byCluster(new double[] {1, 1, 0}))
        .containsExactly(new double[] {0, 0.5, -0.5}, ROUNDING);
    assertThat(influence.sweep().variances()).startsWith(new double[] {0.5, 0.5}, ROUNDING);
    assertThat(influence.sweep().clustersAtRisk()).containsExactly(2, 2, 1);
  }

  @Test
  void aClusterIsAtRiskUntilTheLastOfItsRowsHasLeft() {
    Columns columns = columns(
            new int[] {1, 2, 4, 3, 5}, new boolean[] {true, false, true, true, false})
        .belonging(
            RowNumbers.none(), RowNumbers.none(), ClusterNumbers.of(new int[] {0, 0, 0, 1, 2}, 3));
    ClusterSweep sweep = influence(columns).sweep();
    assertThat(sweep.clustersAtRisk()).containsExactly(3, 3, 3, 2, 1);
    assertThat(sweep.clusters()).isEqualTo(3);
  }

  @Test
  void oneClusterAloneHasNoVarianceNotEvenByRounding() {
    int rows = 13;
    int[] days = IntStream.rangeClosed(1, rows).toArray();
    boolean[] events = new boolean[rows];
    IntStream.range(0, rows - 1).forEach(row -> events[row] = row % 4 > 0);
    Columns columns = columns(days, events)
        .belonging(RowNumbers.none(), RowNumbers.none(), ClusterNumbers.of(new int[rows], 1));
    assertThat(influence(columns).sweep().variances()).containsOnly(0);
  }
}
