package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.EventCounts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Observed and expected events of few groups and their hypergeometric covariance, summed over
 * times.
 *
 * <p>With p for the proportions of the groups among all at risk, the covariance at a time is a
 * factor times p(1 - p) for a group with itself and -pq for two groups. Since proportions add up to
 * 1, only the products pq of pairs are summed, once for each pair: links between groups, like
 * conductances between the nodes of a network. Nothing is subtracted, here or in the forms.
 */
final class LogRankSums {
  private final int[] order;
  private final double[] observed;
  private final double[] expected;
  private final double[][] links;
  private final boolean isWhole;

  private LogRankSums(EventCounts counts, Weighting weighting) {
    order = byLabel(counts.groups());
    LogRankAccumulator batch = new LogRankAccumulator(order.length, counts.rows());
    for (int stratum : byLabel(counts.strata())) {
      batch.addAll(counts.riskSets(stratum), new TimeWeight(weighting));
    }
    observed = batch.observed();
    expected = batch.expected();
    links = batch.products();
    isWhole = batch.isWhole();
  }

  static LogRankSums of(EventCounts counts, Weighting weighting) {
    return new LogRankSums(counts, weighting);
  }

  double[] observed() {
    return observed;
  }

  double[] expected() {
    return expected;
  }

  /** Whether all at risk and all events at the times with events were whole numbers. */
  boolean isWhole() {
    return isWhole;
  }

  private double link(int group, int other) {
    return group > other ? links[group][other] : links[other][group];
  }

  ComparableGroups components() {
    ComparableGroups components = new ComparableGroups(order.length);
    for (int group = 0; group < order.length; group++) {
      for (int other = 0; other < group; other++) {
        if (links[group][other] > 0) {
          components.link(group, other);
        }
      }
    }
    return components;
  }

  /** The covariance of two sums, over groups, of a value times observed less expected events. */
  double covariance(double[] value, double[] other) {
    double sum = 0;
    for (int i : order) {
      for (int j : order) {
        if (i < j) {
          // x'V y, where V_ii is the sum of the links of i and V_ij = -link, as a sum over pairs,
          // none of whose terms is negative where x = y
          sum += link(i, j) * ((value[i] - value[j]) * (other[i] - other[j]));
        }
      }
    }
    return sum;
  }

  /**
   * The statistic: nodes are taken out one after another, and the links between the others grow by
   * what went through the node; an excess u at a node of degree g adds u u / g, and flows on to the
   * others in proportion to their links. In the order of labels, so that it rounds alike however
   * rows came.
   *
   * @see <a href="https://doi.org/10.1287/opre.33.5.1107">Grassmann WK, Taksar MI, Heyman DP.
   *     Regenerative analysis and steady state distributions for Markov chains. Oper Res
   *     1985;33:1107-16</a>
   */
  double form() {
    int size = order.length;
    double[] excess = new double[size];
    double[][] link = new double[size][size];
    for (int i = 0; i < size; i++) {
      excess[i] = observed[order[i]] - expected[order[i]];
      for (int j = 0; j < size; j++) {
        link[i][j] = i == j ? 0 : link(order[i], order[j]);
      }
    }
    double form = 0;
    for (int node = 0; node < size; node++) {
      double degree = 0;
      for (int other = node + 1; other < size; other++) {
        degree += link[node][other];
      }
      if (degree > 0) {
        // the degree is the pivot of the elimination, a sum of links and not a difference
        form += excess[node] * (excess[node] / degree);
        takeOut(node, degree, link, excess);
      }
    }
    return form;
  }

  private static void takeOut(int node, double degree, double[][] link, double[] excess) {
    for (int i = node + 1; i < excess.length; i++) {
      double proportion = link[node][i] / degree;
      excess[i] += proportion * excess[node];
      for (int j = node + 1; j < excess.length; j++) {
        link[i][j] += i == j ? 0 : proportion * link[node][j];
      }
    }
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
