package io.github.avnfh.survival.compare;

import io.github.avnfh.survival.FollowUp;

/** The covariance of observed minus expected events, summed over clusters. */
final class RobustSums {
  private RobustSums() {}

  /** The covariance; that of rows where there are no clusters. */
  static double[][] covariance(FollowUp followUp, Weighting weighting) {
    RiskPath[] paths = RiskPath.of(followUp.counts(), weighting);
    double[][] clusters = new double[followUp.clusters().orElse(followUp.size())]
        [followUp.groups().size()];
    for (int row = 0; row < followUp.size(); row++) {
      paths[followUp.stratum(row)].addTo(clusters[followUp.cluster(row)], followUp, row);
    }
    double[][] covariance =
        new double[followUp.groups().size()][followUp.groups().size()];
    for (double[] cluster : clusters) {
      addProduct(covariance, cluster);
    }
    return covariance;
  }

  private static void addProduct(double[][] covariance, double[] cluster) {
    for (int i = 0; i < cluster.length; i++) {
      for (int j = 0; j < cluster.length; j++) {
        covariance[i][j] += cluster[i] * cluster[j];
      }
    }
  }
}
