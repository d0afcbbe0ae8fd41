package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.RiskSets;
import io.github.avnfh.survival.internal.Solver;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Observed and expected events and their covariance, summed over times. */
final class LogRankSums {
  /** What is left of a variance when all of it cancels out. */
  static final double NEGLIGIBLE = 1e-12;

  private final int[] order;
  private final double[] observed;
  private final double[] expected;
  private final double[][] covariance;
  private final double[] atRisk;
  private final double[] events;
  private final double[] shares;

  private LogRankSums(List<String> labels) {
    int groups = labels.size();
    order = byLabel(labels);
    observed = new double[groups];
    expected = new double[groups];
    covariance = new double[groups][groups];
    atRisk = new double[groups];
    events = new double[groups];
    shares = new double[groups];
  }

  static LogRankSums of(EventCounts counts, Weighting weighting) {
    LogRankSums sums = new LogRankSums(counts.groups());
    for (int stratum : byLabel(counts.strata())) {
      TimeWeight weight = new TimeWeight(weighting);
      RiskSets sets = counts.riskSets(stratum);
      while (sets.next()) {
        sums.add(sets, weight);
      }
    }
    return sums;
  }

  private void add(RiskSets sets, TimeWeight weight) {
    double n = 0;
    double d = 0;
    for (int group = 0; group < atRisk.length; group++) {
      atRisk[group] = sets.atRisk(group);
      events[group] = sets.events(group);
      n += atRisk[group];
      d += events[group];
    }
    double w = weight.next(n, d);
    for (int group = 0; group < atRisk.length; group++) {
      observed[group] += w * events[group];
      expected[group] += w * d * atRisk[group] / n;
      shares[group] = atRisk[group] / n;
    }
    if (n > 1) {
      addCovariance(w * w * d * (n - d) / (n - 1));
    }
  }

  private void addCovariance(double factor) {
    for (int i = 0; i < shares.length; i++) {
      double[] row = covariance[i];
      double share = factor * shares[i];
      for (int j = 0; j < shares.length; j++) {
        row[j] += share * ((i == j ? 1 : 0) - shares[j]);
      }
    }
  }

  double observed(int group) {
    return observed[group];
  }

  double expected(int group) {
    return expected[group];
  }

  /** The statistic and its rank. */
  double[] quadraticForm() {
    return quadraticForm(covariance);
  }

  /** The statistic with another covariance, and the rank of that. */
  double[] quadraticForm(double[][] variance) {
    double[] difference = new double[order.length];
    double[][] ordered = new double[order.length][order.length];
    for (int i = 0; i < order.length; i++) {
      difference[i] = excess(order[i]);
      for (int j = 0; j < order.length; j++) {
        ordered[i][j] = variance[order[i]][order[j]];
      }
      boolean rounding = ordered[i][i] <= NEGLIGIBLE * covariance[order[i]][order[i]];
      ordered[i][i] = rounding ? 0 : ordered[i][i];
    }
    return Solver.quadraticForm(ordered, difference);
  }

  /** Observed less expected events of a group. */
  double excess(int group) {
    return observed[group] - expected[group];
  }

  double[][] covariance() {
    return covariance;
  }

  /** The order of labels in which sums are taken, so that they round alike however rows came. */
  private static int[] byLabel(List<String> labels) {
    return IntStream.range(0, labels.size())
        .boxed()
        .sorted(Comparator.comparing(labels::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
