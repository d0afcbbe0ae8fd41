package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;
import java.util.Arrays;
import java.util.Comparator;

/** For each row the weight of its pairs, and of those in the right order; ties count half. */
final class ConcordancePairs {
  private final CoxRows rows;
  private final int[] rank;
  private final double[] tree;
  private final double[] concordant;
  private final double[] comparable;

  /** By row, what its event counts for; empty if each counts once. */
  private final double[] factor;

  private ConcordancePairs(CoxRows rows, double[] predictor, double[] factor) {
    this.rows = rows;
    this.factor = factor;
    this.rank = new int[rows.size];
    double[] distinct = Arrays.stream(predictor).sorted().distinct().toArray();
    Arrays.setAll(rank, i -> Arrays.binarySearch(distinct, predictor[i]) + 1);
    this.tree = new double[distinct.length + 1];
    this.concordant = new double[rows.size];
    this.comparable = new double[rows.size];
    int first = 0;
    for (int stratum = 0; stratum < rows.strata; stratum++) {
      int last = first;
      while (rows.deaths[last] > 0) {
        last++;
      }
      asEvent(first, last);
      asLasting(first, last, stratum);
      first = last + 1;
    }
  }

  /** From the last time on, the tree holds those that last longer and have entered. */
  private void asEvent(int first, int last) {
    Arrays.fill(tree, 0);
    int next = rows.stratumStart[rows.blockStratum[last]];
    int left = next;
    for (int b = first; b < last; b++) {
      for (; next < rows.blockEnd[b]; next++) {
        boolean tiedEvent = next >= rows.blockStart[b] && rows.isEvent(next);
        if (!tiedEvent) {
          add(rank[next], rows.weight(next));
        }
      }
      for (; left < rows.blockEntries[b]; left++) {
        int row = rows.entryOrder[left];
        add(rank[row], -rows.weight(row));
      }
      for (int i = rows.blockStart[b]; i < rows.blockEnd[b]; i++) {
        if (rows.isEvent(i)) {
          count(i, below(rank[i] - 1), below(rank[i]), below(tree.length - 1));
        }
      }
      for (int i = rows.blockStart[b]; i < rows.blockEnd[b]; i++) {
        if (rows.isEvent(i)) {
          add(rank[i], rows.weight(i));
        }
      }
    }
  }

  private void count(int i, double lower, double upTo, double all) {
    // in order if the row that lasts longer has the lower predictor; equal predictors count half
    concordant[i] += eventWeight(i) * (lower + (upTo - lower) / 2);
    comparable[i] += eventWeight(i) * all;
  }

  /** From the first time on, the tree holds the events so far; what was before entry goes off. */
  private void asLasting(int first, int last, int stratum) {
    Arrays.fill(tree, 0);
    Integer[] entries = new Integer[rows.isLateEntered() ? sizeOf(stratum) : 0];
    Arrays.setAll(entries, k -> rows.stratumStart[stratum] + k);
    if (entries.length > 0) {
      Arrays.sort(entries, Comparator.comparingInt(i -> -rows.entryBlock[i]));
    }
    int next = 0;
    for (int b = last - 1; b >= first; b--) {
      for (; next < entries.length && rows.entryBlock[entries[next]] > b; next++) {
        countLasting(entries[next], -1);
      }
      lastingUpTo(b, b == first ? rows.stratumStart[stratum] : rows.blockEnd[b - 1]);
    }
    for (; next < entries.length; next++) {
      countLasting(entries[next], -1);
    }
  }

  /** Rows that leave at the block's time or before the next one; tied events see no other. */
  private void lastingUpTo(int b, int start) {
    for (int i = rows.blockStart[b]; i < rows.blockEnd[b]; i++) {
      if (rows.isEvent(i)) {
        countLasting(i, 1);
      }
    }
    for (int i = rows.blockStart[b]; i < rows.blockEnd[b]; i++) {
      if (rows.isEvent(i)) {
        add(rank[i], eventWeight(i));
      }
    }
    for (int i = start; i < rows.blockEnd[b]; i++) {
      if (!rows.isEvent(i)) {
        countLasting(i, 1);
      }
    }
  }

  private int sizeOf(int stratum) {
    return rows.stratumStart[stratum + 1] - rows.stratumStart[stratum];
  }

  /** In the right order are events with a higher predictor. */
  private void countLasting(int i, int sign) {
    double lower = below(rank[i] - 1);
    double upTo = below(rank[i]);
    double all = below(tree.length - 1);
    concordant[i] += sign * rows.weight(i) * (all - upTo + (upTo - lower) / 2);
    comparable[i] += sign * rows.weight(i) * all;
  }

  private double eventWeight(int i) {
    return factor.length == 0 ? rows.weight(i) : rows.weight(i) * factor[i];
  }

  private void add(int at, double weight) {
    // Fenwick tree: the cell i holds the sum over the last (i & -i) ranks up to i
    for (int i = at; i < tree.length; i += i & -i) {
      tree[i] += weight;
    }
  }

  private double below(int at) {
    double sum = 0;
    for (int i = at; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }

  /**
   * 1 / G(t-)^2 of each event up to the horizon, 0 of the others, where G is Kaplan and Meier's
   * estimate of not being censored, by stratum. At one time events leave before censored rows, so
   * that the number at risk of censoring is that at risk less the events.
   */
  private static double[] inverseCensoring(CoxRows rows, double horizon) {
    double[] factor = new double[rows.size];
    for (int stratum = 0; stratum < rows.strata; stratum++) {
      int start = rows.stratumStart[stratum];
      double atRisk = 0;
      for (int i = start; i < rows.stratumStart[stratum + 1]; i++) {
        atRisk += rows.weight(i);
      }
      double uncensored = 1;
      int next = rows.stratumStart[stratum + 1] - 1;
      while (next >= start) {
        double time = rows.time(next);
        double events = 0;
        double censored = 0;
        for (; next >= start && rows.time(next) == time; next--) {
          events += rows.isEvent(next) ? rows.weight(next) : 0;
          censored += rows.isEvent(next) ? 0 : rows.weight(next);
          factor[next] = rows.isEvent(next) && time <= horizon ? 1 / (uncensored * uncensored) : 0;
        }
        atRisk -= events;
        // Kaplan-Meier of censoring, 1 - c / Y
        uncensored *= censored > 0 ? Math.max(0, 1 - censored / atRisk) : 1;
        atRisk -= censored;
      }
    }
    return factor;
  }

  static Concordance concordance(FollowUp followUp, CoxRows rows, double[] predictor) {
    return concordance(followUp, rows, predictor, new double[0]);
  }

  static Concordance weighted(FollowUp followUp, CoxRows rows, double[] predictor, double horizon) {
    return concordance(followUp, rows, predictor, inverseCensoring(rows, horizon));
  }

  /** Counts pairs in time in proportion to n log n. */
  private static Concordance concordance(
      FollowUp followUp, CoxRows rows, double[] predictor, double[] factor) {
    ConcordancePairs counter = new ConcordancePairs(rows, predictor, factor);
    double[] better = counter.concordant;
    double[] all = counter.comparable;
    // every pair was counted once for each of its two rows
    double concordant = Arrays.stream(better).sum() / 2;
    double pairs = Arrays.stream(all).sum() / 2;
    if (!(pairs > 0)) {
      throw new IllegalArgumentException("comparable pairs [count] must be above 0, but were 0");
    }
    double value = concordant / pairs;
    double[] sums = new double[followUp.clusters().orElse(rows.size)];
    for (int i = 0; i < rows.size; i++) {
      int cluster = followUp.clusters().isPresent() ? followUp.cluster(rows.order[i]) : i;
      // influence of a row on C = concordant / pairs: (its concordant - C its pairs) / pairs
      sums[cluster] += (better[i] - value * all[i]) / pairs;
    }
    double variance = Arrays.stream(sums).map(sum -> sum * sum).sum();
    return ImmutableConcordance.builder()
        .value(value)
        .standardError(Math.sqrt(variance))
        .pairs(pairs)
        .build();
  }
}
