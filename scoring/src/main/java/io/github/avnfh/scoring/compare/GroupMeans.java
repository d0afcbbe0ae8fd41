package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.Decimals;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The means of two groups as a linear model: a column for each group, which are orthogonal, so that
 * Q is 1 / sqrt(n) in the rows of a group of n.
 */
final class GroupMeans {
  private final ClusteredSample values;
  private final boolean[] inSecond;
  private final Decimals first;
  private final Decimals second;

  private GroupMeans(ClusteredSample values, boolean[] inSecond) {
    this.values = values;
    this.inSecond = inSecond;
    this.first = group(false);
    this.second = group(true);
  }

  static GroupMeans of(ClusteredSample values, boolean[] inSecond) {
    if (inSecond.length != values.size()) {
      throw new IllegalArgumentException("groups [count] must be " + values.size()
          + ", one for each value, but were " + inSecond.length);
    }
    GroupMeans groups = new GroupMeans(values, inSecond.clone());
    if (groups.patientsInSmaller() < 2) {
      throw new IllegalArgumentException("patients of a group [count] must lie in 2.."
          + Integer.MAX_VALUE + ", but was " + groups.patientsInSmaller());
    }
    return groups;
  }

  private Decimals group(boolean wanted) {
    double[] all = values.values();
    return Decimals.of(IntStream.range(0, all.length)
        .filter(i -> inSecond[i] == wanted)
        .mapToDouble(i -> all[i])
        .toArray());
  }

  int patientsInSmaller() {
    return Math.min(patients(false), patients(true));
  }

  private int patients(boolean wanted) {
    BitSet patients = new BitSet(values.clusters());
    IntStream.range(0, inSecond.length)
        .filter(i -> inSecond[i] == wanted)
        .forEach(i -> patients.set(values.cluster(i)));
    return patients.cardinality();
  }

  double difference() {
    return second.meanDifference(first);
  }

  double naiveError() {
    // s^2 (1/n_1 + 1/n_2) with the pooled variance s^2 = (SS_1 + SS_2) / (n - 2)
    double squares = squares(first) + squares(second);
    return Math.sqrt(squares / (values.size() - 2) * (1.0 / first.size() + 1.0 / second.size()));
  }

  private static double squares(Decimals group) {
    double deviation = group.size() > 1 ? group.standardDeviation() : 0;
    return deviation * deviation * (group.size() - 1);
  }

  /** The group of each value: 0 for the first, 1 for the second. */
  int[] numbers() {
    return IntStream.range(0, inSecond.length).map(i -> inSecond[i] ? 1 : 0).toArray();
  }

  double[] contrast() {
    // v with v'Q'y = mean_2 - mean_1, since Q'y is sqrt(n) times the mean of each group
    return new double[] {-1 / Math.sqrt(first.size()), 1 / Math.sqrt(second.size())};
  }
}
