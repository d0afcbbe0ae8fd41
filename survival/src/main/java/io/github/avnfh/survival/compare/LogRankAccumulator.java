package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.RiskSets;
import java.util.Arrays;

/**
 * Sums over times, many times at once: each time has its place in columns, and each place its own
 * sums, which are added up at the end. Loops over places are what a compiler turns into vector
 * instructions, and sums of sums round less.
 */
final class LogRankAccumulator {
  private static final int MOST = 64;
  private static final int LEAST = 16;
  private static final int NUMBERS = 1 << 16;

  private final int groups;
  private final double[][] atRisk;
  private final double[][] events;
  private final double[][] observed;
  private final double[][] expected;
  private final double[][][] products;
  private final double[] all;
  private final double[] failed;
  private final double[] weights;
  private final double[] hazards;
  private final double[] spread;
  private double fraction;

  LogRankAccumulator(int groups, int rows) {
    int fitting = Math.max(LEAST, NUMBERS / (groups * (groups + 1)));
    int size = Math.min(rows, Math.min(MOST, fitting));
    this.groups = groups;
    this.atRisk = new double[groups][size];
    this.events = new double[groups][size];
    this.observed = new double[groups][size];
    this.expected = new double[groups][size];
    this.products = new double[groups][][];
    Arrays.setAll(products, group -> new double[group][size]);
    this.all = new double[size];
    this.failed = new double[size];
    this.weights = new double[size];
    this.hazards = new double[size];
    this.spread = new double[size];
  }

  void addAll(RiskSets sets, TimeWeight weight) {
    int size = sets.next(atRisk, events);
    while (size > 0) {
      add(size, weight);
      size = sets.next(atRisk, events);
    }
  }

  private void add(int size, TimeWeight weight) {
    total(atRisk, all, size);
    total(events, failed, size);
    for (int group = 0; group < groups; group++) {
      fraction += fraction(atRisk[group], size) + fraction(events[group], size);
    }
    weight.fill(all, failed, weights, size);
    for (int i = 0; i < size; i++) {
      double n = all[i];
      double d = failed[i];
      double weighted = weights[i] * d;
      // w d, to be multiplied by p: expected events
      hazards[i] = weighted;
      // w^2 d (n - d) / (n - 1), to be multiplied by p q; n = 1 is set to 0 below, so that this
      // loop has no branch
      spread[i] = weights[i] * weighted * ((n - d) / (n - 1));
    }
    for (int i = 0; i < size; i++) {
      spread[i] = all[i] > 1 ? spread[i] : 0;
    }
    for (int group = 0; group < groups; group++) {
      addGroup(atRisk[group], events[group], observed[group], expected[group], size);
      for (int other = 0; other < group; other++) {
        addPair(atRisk[group], atRisk[other], products[group][other], size);
      }
    }
  }

  /** How far numbers are from whole ones. */
  private static double fraction(double[] column, int size) {
    double fraction = 0;
    for (int i = 0; i < size; i++) {
      fraction = Math.max(fraction, Math.abs(column[i] - Math.rint(column[i])));
    }
    return fraction;
  }

  /** Whether all at risk and all events were whole numbers. */
  boolean isWhole() {
    return fraction == 0;
  }

  private static void total(double[][] columns, double[] totals, int size) {
    Arrays.fill(totals, 0, size, 0);
    for (double[] column : columns) {
      for (int i = 0; i < size; i++) {
        totals[i] += column[i];
      }
    }
  }

  /** Adds up observed and expected events, and leaves the proportion in the place of those. */
  private void addGroup(double[] atRisks, double[] own, double[] seen, double[] due, int size) {
    for (int i = 0; i < size; i++) {
      double proportion = atRisks[i] / all[i];
      atRisks[i] = proportion;
      seen[i] += weights[i] * own[i];
      due[i] += hazards[i] * proportion;
    }
  }

  private void addPair(double[] proportions, double[] others, double[] sums, int size) {
    for (int i = 0; i < size; i++) {
      sums[i] += spread[i] * (proportions[i] * others[i]);
    }
  }

  double[] observed() {
    return Arrays.stream(observed).mapToDouble(LogRankAccumulator::sum).toArray();
  }

  double[] expected() {
    return Arrays.stream(expected).mapToDouble(LogRankAccumulator::sum).toArray();
  }

  /** For each group and each before it the sum of the products of their proportions. */
  double[][] products() {
    return Arrays.stream(products)
        .map(row -> Arrays.stream(row).mapToDouble(LogRankAccumulator::sum).toArray())
        .toArray(double[][]::new);
  }

  private static double sum(double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += value;
    }
    return sum;
  }
}
