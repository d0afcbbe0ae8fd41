package io.github.avnfh.scoring.compare;

import io.github.avnfh.scoring.summary.Description;

/** The mean of all values. */
final class MeanModel implements LinearModel {
  private final Clustered values;
  private final Description description;

  private MeanModel(Clustered values) {
    this.values = values;
    this.description = Description.of(values.values());
  }

  static MeanModel of(Clustered values) {
    LinearModel.require(values, 2);
    return new MeanModel(values);
  }

  @Override
  public double estimate() {
    return description.mean().getAsDouble();
  }

  @Override
  public double naiveError() {
    return description.standardDeviation().getAsDouble() / Math.sqrt(values.size());
  }

  @Override
  public double clusteredSumOfSquares() {
    double squares = 0;
    for (double[] cluster : values.byCluster()) {
      double influence = 0;
      for (double value : cluster) {
        influence += (value - estimate()) / values.size();
      }
      squares += influence * influence;
    }
    return squares;
  }
}
