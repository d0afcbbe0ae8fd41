package io.github.avnfh.survival.regression;

/**
 * The sum over the times at which two rows of a cluster were both at risk of the product of their
 * shares of the risk set; with a row twice that of its squared share. With Efron's ties a row with
 * one of d tied events has the share r (1 - a) / D at the event with a = k/d.
 */
final class SharedRisk {
  private final CoxRows rows;
  private final double[] r;
  private final double[] whole;
  private final double[] once;
  private final double[] twice;

  private SharedRisk(CoxLikelihood likelihood) {
    this.rows = likelihood.rows;
    this.r = likelihood.r;
    RiskSetSums sums = likelihood.sums;
    double[] squares = new double[rows.blocks];
    once = new double[rows.blocks];
    twice = new double[rows.blocks];
    double[] powers = new double[RiskSetSums.POWERS];
    for (int b = 0; b < rows.blocks; b++) {
      if (rows.deaths[b] > 0) {
        sums.fillPowers(b, powers);
        squares[b] = powers[2];
        once[b] = powers[3];
        twice[b] = powers[4];
      }
    }
    whole = new double[rows.blocks];
    sums.accumulate(squares, whole);
  }

  /** By cluster, the squared share of its rows in the risk sets, summed over time. */
  static double[] squares(CoxLikelihood likelihood, int[] cluster, int size) {
    int[] next = new int[size + 1];
    for (int each : cluster) {
      next[each + 1]++;
    }
    for (int c = 1; c <= size; c++) {
      next[c] += next[c - 1];
    }
    int[] sorted = new int[cluster.length];
    for (int i = 0; i < cluster.length; i++) {
      // afterwards next is where each cluster ends
      sorted[next[cluster[i]]++] = i;
    }
    SharedRisk shares = new SharedRisk(likelihood);
    double[] squares = new double[size];
    int from = 0;
    for (int c = 0; c < size; c++) {
      for (int i = from; i < next[c]; i++) {
        for (int k = from; k < next[c]; k++) {
          // the square of a sum of shares, over all pairs of the cluster's rows
          squares[c] += shares.of(sorted[i], sorted[k]);
        }
      }
      from = next[c];
    }
    return squares;
  }

  /** Of two rows. */
  private double of(int first, int second) {
    // blocks descend in time: both are at risk from the later entry to the earlier exit
    int from = Math.max(rows.block[first], rows.block[second]);
    int to = Integer.MAX_VALUE;
    if (rows.isLateEntered()) {
      to = Math.min(rows.entryBlock[first], rows.entryBlock[second]);
    }
    if (from >= to) {
      return 0;
    }
    double sum = whole[from] - (to == Integer.MAX_VALUE ? 0 : whole[to]);
    boolean isFirst = rows.isEvent(first) && rows.block[first] == from;
    boolean isSecond = rows.isEvent(second) && rows.block[second] == from;
    // (1 - a) for one tied event, and (1 - a)^2 = 1 - 2 a + a^2 for two
    sum -= isFirst ? once[from] : 0;
    sum -= isSecond ? once[from] : 0;
    sum += isFirst && isSecond ? twice[from] : 0;
    return r[first] * r[second] * sum;
  }
}
