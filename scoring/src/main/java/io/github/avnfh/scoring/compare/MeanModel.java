package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.core.statistics.Decimals;

/** The mean of all values. */
final class MeanModel implements LinearModel {
  private final Clustered values;
  private final Decimals decimals;

  private MeanModel(Clustered values) {
    this.values = values;
    this.decimals = Decimals.of(values.values());
  }

  static MeanModel of(Clustered values) {
    LinearModel.require(values, 2);
    return new MeanModel(values);
  }

  @Override
  public double estimate() {
    return decimals.mean();
  }

  @Override
  public double naiveError() {
    return decimals.standardDeviation() / Math.sqrt(values.size());
  }

  @Override
  public double clusteredSumOfSquares() {
    CompensatedSum squares = new CompensatedSum();
    for (int[] cluster : values.indexesByCluster()) {
      double influence = decimals.sumOfDeviations(cluster) / values.size();
      squares.add(influence * influence);
    }
    return squares.value();
  }
}
