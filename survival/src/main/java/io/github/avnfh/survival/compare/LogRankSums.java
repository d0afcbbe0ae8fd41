package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.internal.Solver;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Observed and expected events and their covariance, summed over times.
 *
 * <p>With p for the shares of the groups among all at risk, the covariance at a time is a factor
 * times p(1 - p) for a group with itself and -pq for two groups. Since shares add up to 1, only the
 * products pq of pairs are summed, once for each pair; nothing cancels out.
 */
final class LogRankSums {
  /** What is left of a variance when all of it cancels out. */
  static final double NEGLIGIBLE = 1e-12;

  private final int[] order;
  private final double[] observed;
  private final double[] expected;
  private final double[][] covariance;

  private LogRankSums(EventCounts counts, Weighting weighting) {
    order = byLabel(counts.groups());
    RiskBatch batch = new RiskBatch(order.length, counts.rows());
    for (int stratum : byLabel(counts.strata())) {
      batch.addAll(counts.riskSets(stratum), new TimeWeight(weighting));
    }
    observed = batch.observed();
    expected = batch.expected();
    covariance = new double[order.length][order.length];
    fillCovariance(batch.products());
  }

  static LogRankSums of(EventCounts counts, Weighting weighting) {
    return new LogRankSums(counts, weighting);
  }

  /** Sums in the order of labels, so that it rounds alike however rows came. */
  private void fillCovariance(double[][] products) {
    for (int i : order) {
      for (int j : order) {
        if (i != j) {
          double product = products[Math.max(i, j)][Math.min(i, j)];
          covariance[i][j] = -product;
          covariance[i][i] += product;
        }
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
