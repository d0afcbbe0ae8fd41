package io.github.avnfh.scoring.compare;

/** An estimate with what its variance needs. */
interface LinearModel {

  double estimate();

  double naiveError();

  /** The sum over clusters of the squared influence of each. */
  double clusteredSumOfSquares();

  static void require(Clustered values, int least) {
    Requirements.finite(values.values(), least, "clustered values");
    if (values.clusters() < 2) {
      throw new IllegalArgumentException("clusters [count] must lie in 2.." + Integer.MAX_VALUE
          + ", but was " + values.clusters());
    }
  }
}
