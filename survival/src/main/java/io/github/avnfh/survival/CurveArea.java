package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Tally;
import java.util.Optional;

/** The area under one curve up to a horizon. */
final class CurveArea {
  private final CurveFit fit;
  private final double horizon;
  private final int exponent;
  private final double[] areaToTheRight;
  private final double mean;

  CurveArea(CurveFit fit, double horizon) {
    this.fit = fit;
    this.horizon = horizon;
    this.exponent = Math.getExponent(horizon);
    this.areaToTheRight = new double[fit.size()];
    double[] times = fit.tally().times();
    double area = 0;
    double end = horizon;
    for (int i = fit.size() - 1; i >= 0; i--) {
      double start = Math.min(times[i], horizon);
      area += fit.survival(i) * (end - start);
      areaToTheRight[i] = area;
      end = start;
    }
    this.mean = area + end;
  }

  RestrictedMean estimate() {
    double naive = Math.scalb(Math.sqrt(naiveVariance()), exponent);
    boolean estimable = fit.totalEvents() > 0;
    return ImmutableRestrictedMean.builder()
        .horizon(horizon)
        .mean(mean)
        .naiveStandardError(CurveFit.when(estimable, naive))
        .standardError(CurveFit.when(
            estimable && !fit.isOneCluster(), influence().map(this::robustError).orElse(naive)))
        .isExtrapolated(isExtrapolated())
        .build();
  }

  private boolean isExtrapolated() {
    int last = fit.size() - 1;
    return CurveTimes.matched(fit.tally().times(), horizon) > fit.tally().times()[last]
        && fit.survival(last) > 0;
  }

  /** An area as a share of a power of two, so that its square neither overflows nor vanishes. */
  private double share(double area) {
    return Math.scalb(area, -exponent);
  }

  /** The variance of that share. */
  private double naiveVariance() {
    Tally tally = fit.tally();
    double variance = 0;
    for (int i = 0; i < fit.size(); i++) {
      double share = share(areaToTheRight[i]);
      double events = tally.events()[i];
      if (tally.atRisk()[i] > events) {
        variance += share * share * CurveFit.greenwood(events, tally.atRisk()[i]);
      }
    }
    return variance;
  }

  /** The influence of each cluster on the mean; nothing without clusters. */
  Optional<double[]> influence() {
    return fit.influence().map(influence -> influence.byCluster(areaToTheRight));
  }

  private double robustError(double[] influence) {
    double variance = 0;
    for (double cluster : influence) {
      variance += share(cluster) * share(cluster);
    }
    return Math.scalb(Math.sqrt(variance), exponent);
  }
}
