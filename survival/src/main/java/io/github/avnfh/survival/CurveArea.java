package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.EventTable;
import io.github.avnfh.survival.internal.TimeGrid;
import java.util.Arrays;
import java.util.Optional;

/** The area under one curve up to a horizon, and the time lost above it. */
final class CurveArea {
  private final ProductLimit fit;
  private final double horizon;
  private final int exponent;
  // areas as multiples of a power of two, so that squares neither overflow nor vanish
  private final double[] areaToTheRight;
  private final double mean;
  private final double lost;
  private final boolean hasEvents;

  CurveArea(ProductLimit fit, double horizon) {
    this.fit = fit;
    this.horizon = horizon;
    this.exponent = Math.getExponent(horizon);
    this.areaToTheRight = new double[fit.size()];
    double[] times = fit.table().times();
    double area = 0;
    double above = 0;
    double end = horizon;
    // from the right, since Greenwood's variance of the mean needs the area right of each time;
    // the time lost is summed by itself, as horizon - mean would lose digits where it is small
    for (int i = fit.size() - 1; i >= 0; i--) {
      double start = Math.min(times[i], horizon);
      area += fit.survival(i) * (end - start);
      above += (1 - fit.survival(i)) * (end - start);
      areaToTheRight[i] = Math.scalb(area, -exponent);
      end = start;
    }
    // up to the first time S is 1
    this.mean = Math.min(horizon, area + end);
    this.lost = Math.min(horizon, above);
    int first = TimeGrid.lastUpTo(times, TimeGrid.matched(times, horizon));
    while (first >= 0 && times[first] >= TimeGrid.matched(times, horizon)) {
      first--;
    }
    this.hasEvents = fit.survival(first) < 1 && lost > 0;
  }

  RestrictedMean estimate() {
    double naive = Math.scalb(Math.sqrt(naiveVariance()), exponent);
    boolean estimable = hasEvents || !fit.options().hasExactLimits();
    boolean known = estimable && !fit.isOneClusterAt(horizon);
    double error = known ? influence().map(this::robustError).orElse(naive) : 0;
    ImmutableRestrictedMean.Builder answer = ImmutableRestrictedMean.builder()
        .horizon(horizon)
        .mean(mean)
        .naiveStandardError(ProductLimit.when(estimable, naive))
        .standardError(ProductLimit.when(known, error))
        .scale(fit.options().meanScale())
        .degreesOfFreedom(fit.units().ever(horizon) - 1)
        .isExtrapolated(isExtrapolated());
    addLimits(answer, error);
    return answer.build();
  }

  private void addLimits(ImmutableRestrictedMean.Builder answer, double error) {
    if (!hasEvents) {
      if (fit.options().hasExactLimits()) {
        double tail = fit.options().tail();
        answer
            .lower(Math.min(mean, fit.units().largestArea(horizon, tail)))
            .upper(mean)
            .limits(LimitMethod.BETA_PRODUCT);
      }
      return;
    }
    double critical = fit.quantile().of(fit.units().ever(horizon));
    double reach = critical * error;
    // without an error nothing is known, and all of it may be rounding
    if (error > 0 && reach <= Double.MAX_VALUE) {
      double lower = switch (fit.options().meanScale()) {
        case PLAIN -> mean - reach;
        // symmetric on log L: se(log L) = se / L
        case LOG_TIME_LOST -> horizon - lost * Math.exp(reach / lost);
        case LOG_TIME_LOST_ADDED_EVENT -> horizon - lostWithAddedEvent(critical, error);
      };
      boolean plain = fit.options().meanScale() == RestrictedMeanScale.PLAIN;
      double upper = plain ? mean + reach : horizon - lost * Math.exp(-reach / lost);
      answer
          .lower(Math.max(0, Math.min(mean, lower)))
          .upper(Math.min(horizon, Math.max(mean, upper)))
          .limits(LimitMethod.STANDARD_ERROR);
    }
  }

  /**
   * The upper limit of the time lost with an event more, whose weight is the mean of A(t)/Y(t) over
   * the time at risk. Between two times Y is taken as at the later one, and A falls from A + S h to
   * A over a length of h, so that its integral is A h + S h^2/2, and that of its square A^2 h + A S
   * h^2 + S^2 h^3/3.
   */
  private double lostWithAddedEvent(double critical, double error) {
    double timeAtRisk = 0;
    double weight = 0;
    double square = 0;
    double start = 0;
    double until = TimeGrid.matched(fit.table().times(), horizon);
    double unit = weightOfUnit();
    for (int i = 0; i < fit.size(); i++) {
      double end = Math.scalb(Math.min(fit.table().times()[i], horizon), -exponent);
      double length = end - start;
      double area = areaToTheRight[i];
      double fall = fit.survival(i - 1) * length;
      double atRisk = fit.table().atRiskAt(Math.min(fit.table().times()[i], until)) / unit;
      timeAtRisk += atRisk * length;
      // integral of A = (A / Y) Y, of Y, and of (A / Y)^2 Y = A^2 / Y
      weight += (area + fall / 2) * length;
      square += (area * area + area * fall + fall * fall / 3) * length / atRisk;
      start = end;
    }
    // L and its variance with the mean and the mean square of the weight of an event more
    double center = lost + Math.scalb(weight / timeAtRisk, exponent);
    double scaled = Math.scalb(error, -exponent);
    double spread = Math.scalb(Math.sqrt(scaled * scaled + square / timeAtRisk), exponent) / center;
    double limit = center * Math.exp(critical * spread);
    return limit <= horizon ? limit : horizon;
  }

  /** The mean weight of all rows of a cluster that came under observation; 1 without clusters. */
  private double weightOfUnit() {
    if (!fit.isClustered()) {
      return 1;
    }
    EventTable table = fit.table();
    double weight = table.total();
    for (int i = table.entryTimes().length - 1; i >= 0; i--) {
      weight -= table.entryTimes()[i] < horizon ? 0 : table.entryWeights()[i];
    }
    return weight / fit.units().ever(horizon);
  }

  private boolean isExtrapolated() {
    int last = fit.size() - 1;
    return TimeGrid.matched(fit.table().times(), horizon) > fit.table().times()[last]
        && fit.survival(last) > 0;
  }

  /** The variance in units of the square of that power of two. */
  private double naiveVariance() {
    EventTable table = fit.table();
    double variance = 0;
    for (int i = 0; i < fit.size(); i++) {
      double area = areaToTheRight[i];
      double events = table.events()[i];
      if (table.atRisk()[i] > events) {
        // V = sum over times of d / (Y (Y - d)) A^2, A the area to the right
        variance += area * area * ProductLimit.greenwood(events, table.atRisk()[i]);
      }
    }
    return variance;
  }

  /** The influence of each cluster on the mean in units of that power of two. */
  Optional<double[]> influence() {
    return fit.jackknife().map(influence -> influence.byCluster(areaToTheRight));
  }

  private double robustError(double[] influence) {
    return Math.scalb(
        Math.sqrt(Arrays.stream(influence).map(cluster -> cluster * cluster).sum()), exponent);
  }
}
