package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.ClusterInfluence;
import io.github.avnfh.survival.internal.ClusterSweep;
import io.github.avnfh.survival.internal.Tally;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The columns of one survival curve: survival and the variance of its logarithm at each time. */
final class CurveFit {
  private final Tally tally;
  private final Optional<ClusterInfluence> influence;
  private final double[] survival;
  private final double[] greenwood;
  private final double[] robust;
  private final double[] units;
  private final OptionalInt clusters;
  private final double totalEvents;
  private final CurveLimits limits;

  CurveFit(Tally tally, Optional<ClusterInfluence> influence, KaplanMeier options) {
    this.tally = tally;
    this.influence = influence;
    this.survival = new double[tally.size()];
    this.greenwood = new double[tally.size()];
    this.totalEvents = run();
    Optional<ClusterSweep> sweep = influence.map(ClusterInfluence::sweep);
    this.robust = sweep.map(ClusterSweep::variances).orElse(greenwood);
    this.clusters =
        sweep.isPresent() ? OptionalInt.of(sweep.get().clusters()) : OptionalInt.empty();
    this.units = sweep.map(ClusterSweep::clustersAtRisk).orElse(tally.atRisk());
    this.limits = new CurveLimits(this, options);
  }

  private double run() {
    double s = 1;
    double variance = 0;
    double total = 0;
    double[] events = tally.events();
    double[] atRisk = tally.atRisk();
    for (int i = 0; i < survival.length; i++) {
      if (events[i] > 0) {
        s *= (atRisk[i] - events[i]) / atRisk[i];
        variance += greenwood(events[i], atRisk[i]);
        total += events[i];
      }
      survival[i] = s;
      greenwood[i] = variance;
    }
    return total;
  }

  /**
   * What a time adds to Greenwood's sum, d/(Y(Y-d)), also where a product of weights is no number.
   */
  static double greenwood(double events, double atRisk) {
    double left = atRisk - events;
    double product = atRisk * left;
    return product >= Double.MIN_NORMAL && product <= Double.MAX_VALUE
        ? events / product
        : events / atRisk / left;
  }

  Tally tally() {
    return tally;
  }

  Optional<ClusterInfluence> influence() {
    return influence;
  }

  /** At each time the clusters at risk, or without clusters the rows. */
  double[] units() {
    return units;
  }

  OptionalInt clusters() {
    return clusters;
  }

  double totalEvents() {
    return totalEvents;
  }

  int size() {
    return survival.length;
  }

  double survival(int index) {
    return index < 0 ? 1 : survival[index];
  }

  CurveLimits limits() {
    return limits;
  }

  /** Whether all rows lie in one cluster, so that nothing is known about the error. */
  boolean isOneCluster() {
    return clusters.isPresent() && clusters.getAsInt() == 1;
  }

  /** Each cluster's or, without clusters, the Greenwood standard error of S; NaN where S is 0. */
  double standardError(int index) {
    return index < 0 ? 0 : survival[index] * Math.sqrt(robust[index]);
  }

  private boolean isEstimable(int index) {
    return totalEvents > 0 && survival(index) > 0;
  }

  /** The estimate after the time with that index, or before any time for -1. */
  Estimate estimate(int index) {
    boolean estimable = isEstimable(index);
    double naive = index < 0 ? 0 : survival[index] * Math.sqrt(greenwood[index]);
    return ImmutableEstimate.builder()
        .survival(survival(index))
        .standardError(when(estimable && !isOneCluster(), standardError(index)))
        .naiveStandardError(when(estimable, naive))
        .lower(limits.lower(index))
        .upper(limits.upper(index))
        .limits(limits.method(index))
        .build();
  }

  static OptionalDouble when(boolean known, double value) {
    return known ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
