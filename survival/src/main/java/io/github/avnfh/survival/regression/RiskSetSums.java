package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.CompensatedSum;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sums over those at risk at each event time, and sums over the times at which a row is at risk.
 *
 * <p>With r the weights of the rows times their hazard ratios, S0 and S1 are the sums of r and of r
 * x over those at risk, and E0 and E1 those over the tied events, 0 where they see all at risk. The
 * k-th of d tied events (k from 0) sees D = S0 - a E0 with a = k/d.
 *
 * <p>Rows lie from the last time to the first, so each is read once for all times, and one that
 * stays at risk after a competing event once more, from the first time to the last. The notation is
 * that of {@link CoxLikelihood}.
 */
final class RiskSetSums {
  /** How many sums {@link #fillPowers} makes. */
  static final int POWERS = 9;

  /** S0, then S1 by column and block. */
  final double[] s0;

  final double[][] s1;

  /** E0, then E1 by column and block. */
  final double[] e0;

  final double[][] e1;

  private final CoxRows rows;
  private final TieMethod ties;
  private final int p;

  RiskSetSums(CoxRows rows, TieMethod ties) {
    this.rows = rows;
    this.ties = ties;
    this.p = rows.x.length;
    this.s0 = new double[rows.blocks];
    this.s1 = new double[p][rows.blocks];
    this.e0 = new double[rows.blocks];
    this.e1 = new double[p][rows.blocks];
  }

  /**
   * The events of a time that are taken one after the other: all with Efron's ties, otherwise one
   * of their whole weight.
   */
  int successive(int b) {
    return ties == TieMethod.EFRON ? rows.deaths[b] : 1;
  }

  /** Sets the sums to 0. */
  void clear() {
    Arrays.fill(s0, 0);
    Arrays.fill(e0, 0);
    for (int j = 0; j < p; j++) {
      Arrays.fill(s1[j], 0);
      Arrays.fill(e1[j], 0);
    }
  }

  /** Sums some rows by block, from the block of the first on; returns that of the last. */
  int addToBlocks(double[] r, int first, int from, int to) {
    int b = first;
    for (; b < rows.blocks && rows.firstOf(b) < to; b++) {
      int start = Math.max(from, rows.firstOf(b));
      int end = Math.min(to, rows.blockEnd[b]);
      // the tied events are the first rows of the time itself; longer rows lie before them
      if (isSplit(b)) {
        int eventStart = Math.min(end, Math.max(start, rows.blockStart[b]));
        int eventEnd = Math.min(end, Math.max(start, rows.blockStart[b] + rows.deaths[b]));
        addSums(r, s0, s1, b, start, eventStart);
        addSums(r, e0, e1, b, eventStart, eventEnd);
        addSums(r, s0, s1, b, eventEnd, end);
      } else {
        addSums(r, s0, s1, b, start, end);
      }
    }
    // the last block may go on in the next rows
    return Math.max(first, b - 1);
  }

  /** Whether tied events do not see all at risk. */
  private boolean isSplit(int b) {
    return ties == TieMethod.EFRON && rows.deaths[b] > 1;
  }

  private void addSums(double[] r, double[] zero, double[][] first, int b, int from, int to) {
    if (to > from) {
      // S0 gains r and S1 gains r x
      zero[b] += ColumnSums.of(r, from, to);
      for (int j = 0; j < p; j++) {
        first[j][b] += ColumnSums.ofProducts(r, from, rows.x[j], from, to - from);
      }
    }
  }

  /** From the sums of each block to those of all at risk at it. */
  void sumAtRisk(double[] r) {
    sumAtRisk(r, null, s0, e0);
    for (int j = 0; j < p; j++) {
      sumAtRisk(r, rows.x[j], s1[j], e1[j]);
    }
  }

  private void sumAtRisk(double[] r, double @Nullable [] factors, double[] sums, double[] tied) {
    if (rows.isLateEntered()) {
      atRiskWithEntries(r, factors, sums);
    } else {
      double sum = 0;
      for (int b = 0; b < rows.blocks; b++) {
        // from the last time to the first: at risk are the rows of this block and of those before
        sum += sums[b] + tied[b];
        sums[b] = sum;
        // the empty block ends a stratum, and the next starts from none at risk
        sum = rows.deaths[b] == 0 ? 0 : sum;
      }
    }
    addRemaining(r, factors, sums);
  }

  /** The sum of values over those at risk at each block. */
  void atRisk(double[] values, double[] sums) {
    if (rows.isLateEntered()) {
      atRiskWithEntries(values, null, sums);
    } else {
      atRiskFromStart(values, sums);
    }
    addRemaining(values, null, sums);
  }

  /** The sum of values times factors over those at risk at each block. */
  void atRisk(double[] values, double[] factors, double[] sums) {
    if (rows.isLateEntered()) {
      atRiskWithEntries(values, factors, sums);
    } else {
      atRiskFromStart(values, factors, sums);
    }
    addRemaining(values, factors, sums);
  }

  private void atRiskFromStart(double[] values, double[] sums) {
    double sum = 0;
    int from = 0;
    for (int b = 0; b < rows.blocks; b++) {
      sum += ColumnSums.of(values, from, rows.blockEnd[b]);
      from = rows.blockEnd[b];
      sums[b] = sum;
      sum = rows.deaths[b] == 0 ? 0 : sum;
    }
  }

  private void atRiskFromStart(double[] values, double[] factors, double[] sums) {
    double sum = 0;
    int from = 0;
    for (int b = 0; b < rows.blocks; b++) {
      sum += ColumnSums.ofProducts(values, from, factors, from, rows.blockEnd[b] - from);
      from = rows.blockEnd[b];
      sums[b] = sum;
      sum = rows.deaths[b] == 0 ? 0 : sum;
    }
  }

  /**
   * All that last so long less those not yet entered. Both sums are compensated, so that the
   * difference keeps its digits where few of many are at risk.
   */
  private void atRiskWithEntries(double[] values, double @Nullable [] factors, double[] sums) {
    CompensatedSum lasting = new CompensatedSum();
    int i = 0;
    int next = 0;
    for (int b = 0; b < rows.blocks; b++) {
      // those who last to this time or longer come in
      for (; i < rows.blockEnd[b]; i++) {
        lasting.add(factors == null ? values[i] : values[i] * factors[i]);
      }
      // those who enter at this time or later go out
      for (; next < rows.blockEntries[b]; next++) {
        int row = rows.entryOrder[next];
        lasting.add(factors == null ? -values[row] : -values[row] * factors[row]);
      }
      sums[b] = lasting.value();
      if (rows.deaths[b] == 0) {
        lasting = new CompensatedSum();
        // the entries of a stratum lie at the places of its rows
        next = rows.blockEnd[b];
      }
    }
  }

  /** Adds those who stay at risk after an earlier time, from the first time on. */
  private void addRemaining(double[] values, double @Nullable [] factors, double[] sums) {
    if (!rows.hasRemaining()) {
      return;
    }
    double sum = 0;
    int i = rows.size;
    for (int b = rows.blocks - 1; b >= 0; b--) {
      if (rows.deaths[b] == 0) { // the end of a stratum
        sum = 0;
        i = rows.blockEnd[b];
      }
      // rows behind the block have left before its time: r/g(T) of each joins the sum once
      while (i > rows.blockEnd[b]) {
        i--;
        double value = values[i] * rows.remaining[i];
        sum += factors == null ? value : value * factors[i];
      }
      // times g(t)
      sums[b] += rows.remainingWeight[b] * sum;
    }
  }

  /**
   * Sums over the d tied events of a block, with the weight w of one: w/D and w a/D; then w/D^2, w
   * a/D^2 and w a^2/D^2; then w/D^3 to w a^3/D^3.
   */
  void fillPowers(int b, double[] powers) {
    Arrays.fill(powers, 0);
    int d = successive(b);
    double w = rows.deathWeight[b] / d;
    for (int k = 0; k < d; k++) {
      double a = (double) k / d;
      double inverse = 1 / (s0[b] - a * e0[b]);
      double first = w * inverse;
      double second = first * inverse;
      double third = second * inverse;
      powers[0] += first;
      powers[1] += a * first;
      powers[2] += second;
      powers[3] += a * second;
      powers[4] += a * a * second;
      powers[5] += third;
      powers[6] += a * third;
      powers[7] += a * a * third;
      powers[8] += a * a * a * third;
    }
  }

  /** Sums from the first time of each stratum on; blocks run from the last. */
  void accumulate(double[] increments, double[] sums) {
    for (int b = rows.blocks - 1; b >= 0; b--) {
      // b + 1 is the time before, and 0 at the empty block
      sums[b] = rows.deaths[b] == 0 ? 0 : increments[b] + sums[b + 1];
    }
  }

  /** Sums increments, some columns by block, from the first time of each stratum on. */
  void accumulate(double[] increments, int columns) {
    for (int b = rows.blocks - 1; b >= 0; b--) {
      for (int at = b * columns; rows.deaths[b] > 0 && at < (b + 1) * columns; at++) {
        increments[at] += increments[at + columns];
      }
    }
  }

  /** The sums of g times increments, some columns by block, over the times after each block. */
  double[] later(double[] increments, int columns) {
    double[] sums = new double[rows.hasRemaining() ? increments.length : 0];
    for (int b = 1; b < rows.blocks && sums.length > 0; b++) {
      for (int at = b * columns; rows.deaths[b - 1] > 0 && at < (b + 1) * columns; at++) {
        int before = at - columns;
        sums[at] = sums[before] + rows.remainingWeight[b - 1] * increments[before];
      }
    }
    return sums;
  }
}
