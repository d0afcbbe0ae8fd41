package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.ClusterInfluence;
import io.github.avnfh.survival.internal.ClusterSweep;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.RiskUnits;
import io.github.avnfh.survival.internal.Tally;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The columns of one survival curve: survival and the variance of its logarithm at each time. */
final class CurveFit {
  private final Tally tally;
  private final Optional<ClusterInfluence> influence;
  private final double[] survival;
  private final double[] greenwood;
  private final double[] robust;
  private final RiskUnits units;
  private final OptionalInt clusters;
  private final double totalEvents;
  private final KaplanMeier options;
  private volatile @Nullable CurveLimits limits;

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
    this.units = sweep.isPresent() && influence.isPresent()
        ? influence.get().units(sweep.get())
        : RiskUnits.ofRows(tally);
    this.options = options;
  }

  private CurveFit(CurveFit other, KaplanMeier options) {
    this.tally = other.tally;
    this.influence = other.influence;
    this.survival = other.survival;
    this.greenwood = other.greenwood;
    this.robust = other.robust;
    this.units = other.units;
    this.clusters = other.clusters;
    this.totalEvents = other.totalEvents;
    this.options = options;
  }

  /** The same estimates with limits of other options. */
  CurveFit with(KaplanMeier other) {
    return new CurveFit(this, other);
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

  /** The clusters at risk, or without clusters the rows. */
  RiskUnits units() {
    return units;
  }

  KaplanMeier options() {
    return options;
  }

  boolean isClustered() {
    return clusters.isPresent();
  }

  /** The quantile behind limits. */
  CriticalQuantile quantile() {
    return new CriticalQuantile(
        options.level(), options.criticalValue(isClustered()) == CriticalValue.T);
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
    CurveLimits known = limits;
    if (known == null) {
      // two threads may both find them; they find the same
      known = new CurveLimits(this, options);
      limits = known;
    }
    return known;
  }

  /** Whether all rows so far lie in one cluster, so that nothing is known about the error. */
  boolean isOneClusterAt(double time) {
    return isClustered() && units.ever(time) < 2;
  }

  /** Each cluster's or, without clusters, the Greenwood standard error of S; NaN where S is 0. */
  double standardError(int index) {
    return index < 0 ? 0 : survival[index] * Math.sqrt(robust[index]);
  }

  /** The estimate at a time, of which the index is that of the last time up to it, or -1. */
  SurvivalEstimate estimate(int index, double time) {
    CurveLimits limits = limits();
    boolean fallen = index >= limits.firstEvent() && survival[index] > 0;
    boolean estimable = fallen || (index < limits.firstEvent() && !options.hasExactLimits());
    double naive = index < 0 ? 0 : survival[index] * Math.sqrt(greenwood[index]);
    return ImmutableSurvivalEstimate.builder()
        .survival(survival(index))
        .standardError(when(estimable && limits.isErrorKnown(index), standardError(index)))
        .naiveStandardError(when(estimable, naive))
        .lower(limits.lower(index, time))
        .upper(limits.upper(index))
        .limits(limits.method(index))
        .effectiveSize(effectiveSize(index, time))
        .degreesOfFreedom(units.ever(time) - 1)
        .build();
  }

  /** How many units without censoring would know as much. */
  private OptionalDouble effectiveSize(int index, double time) {
    double s = survival(index);
    if (s == 1 || s == 0) {
      double when = s == 1 ? time : tally.times()[limits().firstZero()];
      return OptionalDouble.of(units.fewest(when));
    }
    double error = standardError(index);
    return when(limits().isErrorKnown(index) && error > 0, s * (1 - s) / error / error);
  }

  /** A value that is known and a finite number. */
  static OptionalDouble when(boolean known, double value) {
    return known && Math.abs(value) <= Double.MAX_VALUE
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }
}
