package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.RiskSets;
import io.github.avnfh.survival.internal.Solver;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Observed and expected events and their covariance, summed over times. */
final class LogRankSums {
  private final double[] observed;
  private final double[] expected;
  private final double[][] covariance;
  private final double[] atRisk;
  private final double[] events;

  LogRankSums(int groups) {
    observed = new double[groups];
    expected = new double[groups];
    covariance = new double[groups][groups];
    atRisk = new double[groups];
    events = new double[groups];
  }

  void add(RiskSets sets, TimeWeight weight) {
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
    }
    if (n > 1) {
      addCovariance(w * w * d * (n - d) / (n - 1), n);
    }
  }

  private void addCovariance(double factor, double n) {
    for (int i = 0; i < atRisk.length; i++) {
      double share = atRisk[i] / n;
      for (int j = 0; j < atRisk.length; j++) {
        covariance[i][j] += factor * share * ((i == j ? 1 : 0) - atRisk[j] / n);
      }
    }
  }

  double observed(int group) {
    return observed[group];
  }

  double expected(int group) {
    return expected[group];
  }

  /** The statistic and its rank, with the groups taken in a given order. */
  double[] quadraticForm(int[] order) {
    double[] difference = new double[order.length];
    double[][] ordered = new double[order.length][order.length];
    for (int i = 0; i < order.length; i++) {
      difference[i] = observed[order[i]] - expected[order[i]];
      for (int j = 0; j < order.length; j++) {
        ordered[i][j] = covariance[order[i]][order[j]];
      }
    }
    return Solver.quadraticForm(ordered, difference);
  }

  /** The order of labels in which sums are taken, so that they round alike however rows came. */
  static int[] byLabel(List<String> labels) {
    return IntStream.range(0, labels.size())
        .boxed()
        .sorted(Comparator.comparing(labels::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
