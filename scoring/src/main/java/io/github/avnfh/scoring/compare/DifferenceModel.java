package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.core.statistics.Decimals;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The mean of a second group minus the mean of the first. */
final class DifferenceModel implements LinearModel {
  private final Clustered values;
  private final boolean[] inSecond;
  private final Decimals first;
  private final Decimals second;

  private DifferenceModel(Clustered values, boolean[] inSecond, Decimals first, Decimals second) {
    this.values = values;
    this.inSecond = inSecond;
    this.first = first;
    this.second = second;
  }

  static DifferenceModel of(Clustered values, boolean[] inSecond) {
    LinearModel.require(values, 3);
    if (inSecond.length != values.size()) {
      throw new IllegalArgumentException("groups [count] must be " + values.size()
          + ", one for each value, but were " + inSecond.length);
    }
    Decimals first = group(values, inSecond, false);
    Decimals second = group(values, inSecond, true);
    int smaller = Math.min(first.size(), second.size());
    if (smaller == 0) {
      throw new IllegalArgumentException(
          "values of a group [count] must lie in 1.." + Integer.MAX_VALUE + ", but was 0");
    }
    return new DifferenceModel(values, inSecond.clone(), first, second);
  }

  private static Decimals group(Clustered values, boolean[] inSecond, boolean wanted) {
    double[] all = values.values();
    return Decimals.of(IntStream.range(0, all.length)
        .filter(i -> inSecond[i] == wanted)
        .mapToDouble(i -> all[i])
        .toArray());
  }

  @Override
  public double estimate() {
    return second.meanDifference(first);
  }

  @Override
  public double naiveError() {
    double squares = squares(first) + squares(second);
    return Math.sqrt(squares / (values.size() - 2) * (1.0 / first.size() + 1.0 / second.size()));
  }

  private static double squares(Decimals group) {
    double deviation = group.size() > 1 ? group.standardDeviation() : 0;
    return deviation * deviation * (group.size() - 1);
  }

  @Override
  public double clusteredSumOfSquares() {
    // the place of each value in its own group
    int[] places = new int[values.size()];
    int[] filled = new int[2];
    for (int i = 0; i < places.length; i++) {
      places[i] = filled[inSecond[i] ? 1 : 0]++;
    }
    CompensatedSum squares = new CompensatedSum();
    for (int[] cluster : values.indexesByCluster()) {
      double influence =
          influence(second, cluster, places, true) - influence(first, cluster, places, false);
      squares.add(influence * influence);
    }
    return squares.value();
  }

  private double influence(Decimals group, int[] cluster, int[] places, boolean wanted) {
    int[] members = Arrays.stream(cluster)
        .filter(i -> inSecond[i] == wanted)
        .map(i -> places[i])
        .toArray();
    return group.sumOfDeviations(members) / group.size();
  }
}
