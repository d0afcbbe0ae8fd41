package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.internal.TimeGrid;
import java.util.Arrays;

/**
 * The rows at risk in each state at each time and those that moved to another, and the steps of
 * Aalen and Johansen's product: a vector p of probabilities becomes p (I + dH), where dH holds the
 * proportion of those at risk that moved.
 */
final class StateSteps {
  /** The times at which rows end. */
  final double[] times;

  /** By row the place of the first time at which it is at risk, and of its last. */
  final int[] entries;

  final int[] exits;

  /** By time and state those at risk, and by time and move those who moved. */
  final double[][] atRisk;

  final double[][][] moves;

  private final int states;

  StateSteps(StateFollowUp followUp, int[] members) {
    FollowUp rows = followUp.rows();
    this.states = followUp.states().size();
    this.times =
        TimeGrid.distinct(Arrays.stream(members).mapToDouble(rows::time).toArray());
    this.exits = Arrays.stream(members)
        .map(row -> TimeGrid.firstAtOrAfter(times, rows.time(row)))
        .toArray();
    this.entries = Arrays.stream(members)
        .map(row -> TimeGrid.lastUpTo(times, rows.entry(row).orElse(-1)) + 1)
        .toArray();
    this.atRisk = new double[times.length][states];
    this.moves = new double[times.length][states][];
    count(followUp, members);
  }

  private void count(StateFollowUp followUp, int[] members) {
    FollowUp rows = followUp.rows();
    double[][] change = new double[times.length + 1][states];
    for (int i = 0; i < members.length; i++) {
      int row = members[i];
      int from = followUp.from(row);
      double weight = rows.weight(row);
      // differences of those at risk: one more from the exit back, one less from the entry back
      change[exits[i]][from] += weight;
      if (entries[i] > 0) {
        change[entries[i] - 1][from] -= weight;
      }
      if (rows.isEvent(row)) {
        double[][] here = moves[exits[i]];
        here[from] = here[from] == null ? new double[states] : here[from];
        here[from][followUp.to(row)] += weight;
      }
    }
    // from the last time to the first: a row counts from its exit back to after its entry
    double[] sum = new double[states];
    for (int i = times.length; i-- > 0; ) {
      for (int j = 0; j < states; j++) {
        sum[j] += change[i][j];
        double moved = moves[i][j] == null ? 0 : Arrays.stream(moves[i][j]).sum();
        atRisk[i][j] = Math.max(sum[j], moved);
      }
    }
  }

  /** The probabilities after a time by those before it. */
  double[] forward(double[] before, int i) {
    double[] after = before.clone();
    for (int j = 0; j < states; j++) {
      double[] moved = moves[i][j];
      for (int k = 0; moved != null && k < states; k++) {
        // p_j h_jk moves from j to k
        double part = before[j] * (moved[k] / atRisk[i][j]);
        after[j] = Math.max(0, after[j] - part);
        after[k] += part;
      }
    }
    return after;
  }

  /** What a vector of values by state after a time is worth before it. */
  double[] backward(double[] after, int i) {
    double[] before = after.clone();
    for (int j = 0; j < states; j++) {
      double[] moved = moves[i][j];
      for (int k = 0; moved != null && k < states; k++) {
        // the transposed step: (I + dH) v, so that p (I + dH) v is the same from either side
        before[j] += moved[k] / atRisk[i][j] * (after[k] - after[j]);
      }
    }
    return before;
  }
}
