package io.github.avnfh.scoring.compare;

import io.github.avnfh.scoring.summary.Description;
import java.util.stream.IntStream;

/** The mean of a second group minus the mean of the first. */
final class DifferenceModel implements LinearModel {
  private final Clustered values;
  private final boolean[] inSecond;
  private final Description first;
  private final Description second;

  private DifferenceModel(
      Clustered values, boolean[] inSecond, Description first, Description second) {
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
    Description first = group(values, inSecond, false);
    Description second = group(values, inSecond, true);
    int smaller = Math.min(first.count(), second.count());
    if (smaller == 0) {
      throw new IllegalArgumentException(
          "values of a group [count] must lie in 1.." + Integer.MAX_VALUE + ", but was 0");
    }
    return new DifferenceModel(values, inSecond.clone(), first, second);
  }

  private static Description group(Clustered values, boolean[] inSecond, boolean wanted) {
    double[] all = values.values();
    return Description.of(IntStream.range(0, all.length)
        .filter(i -> inSecond[i] == wanted)
        .mapToDouble(i -> all[i])
        .toArray());
  }

  @Override
  public double estimate() {
    return second.mean().getAsDouble() - first.mean().getAsDouble();
  }

  @Override
  public double naiveError() {
    double squares = squares(first) + squares(second);
    return Math.sqrt(squares / (values.size() - 2) * (1.0 / first.count() + 1.0 / second.count()));
  }

  private static double squares(Description group) {
    double deviation = group.standardDeviation().orElse(0);
    return deviation * deviation * (group.count() - 1);
  }

  @Override
  public double clusteredSumOfSquares() {
    double[] influences = new double[values.clusters()];
    double[] all = values.values();
    for (int i = 0; i < all.length; i++) {
      Description group = inSecond[i] ? second : first;
      double influence = (all[i] - group.mean().getAsDouble()) / group.count();
      influences[values.cluster(i)] += inSecond[i] ? influence : -influence;
    }
    return IntStream.range(0, influences.length)
        .mapToDouble(i -> influences[i] * influences[i])
        .sum();
  }
}
