package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Tally;
import java.util.Optional;

/** The area under one curve up to a horizon. */
final class CurveArea {
  private final CurveFit fit;
  private final double horizon;
  private final double[] areaToTheRight;
  private final double mean;

  CurveArea(CurveFit fit, double horizon) {
    this.fit = fit;
    this.horizon = horizon;
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
    double naive = Math.sqrt(naiveVariance());
    boolean estimable = fit.totalEvents() > 0;
    return ImmutableRestrictedMean.builder()
        .horizon(horizon)
        .mean(mean)
        .naiveStandardError(CurveFit.when(estimable, naive))
        .standardError(CurveFit.when(
            estimable && !fit.isOneCluster(),
            influence().map(CurveArea::robustError).orElse(naive)))
        .isExtrapolated(isExtrapolated())
        .build();
  }

  private boolean isExtrapolated() {
    int last = fit.size() - 1;
    return CurveTimes.matched(fit.tally().times(), horizon) > fit.tally().times()[last]
        && fit.survival(last) > 0;
  }

  private double naiveVariance() {
    Tally tally = fit.tally();
    double variance = 0;
    for (int i = 0; i < fit.size(); i++) {
      double events = tally.events()[i];
      double left = tally.atRisk()[i] - events;
      if (left > 0) {
        variance += areaToTheRight[i] * areaToTheRight[i] * events / (tally.atRisk()[i] * left);
      }
    }
    return variance;
  }

  /** The influence of each cluster on the mean; nothing without clusters. */
  Optional<double[]> influence() {
    return fit.influence().map(influence -> influence.byCluster(areaToTheRight));
  }

  private static double robustError(double[] influence) {
    double variance = 0;
    for (double cluster : influence) {
      variance += cluster * cluster;
    }
    return Math.sqrt(variance);
  }
}
