package io.github.avnfh.survival;

import io.github.avnfh.survival.internal.Distributions;
import io.github.avnfh.survival.internal.Tally;
import java.util.Arrays;

/** The confidence limits of one survival curve at each time. */
final class CurveLimits {
  /** Beyond this a hip more or less is lost to rounding. */
  private static final double MOST_HIPS = 1e15;

  private final CurveFit fit;
  private final KaplanMeier options;
  private final double tail;
  private final double z;
  private final double[] units;
  private final double[] lower;
  private final double[] upper;
  private final int firstEvent;
  private final int firstZero;

  CurveLimits(CurveFit fit, KaplanMeier options) {
    this.fit = fit;
    this.options = options;
    this.tail = (1 - options.level()) / 2;
    this.z = Distributions.normalQuantile(options.level());
    this.units = fit.units();
    this.firstEvent = firstBelow(1);
    this.firstZero = firstBelow(Double.MIN_VALUE);
    this.lower = new double[fit.size()];
    this.upper = new double[fit.size()];
    beforeFirstEvent();
    fromFirstEvent();
    Arrays.fill(upper, firstZero, fit.size(), firstZero < fit.size() ? upperAtZero() : 0);
  }

  /** Survival never rises, so the first time at which it is lower is found by halving. */
  private int firstBelow(double share) {
    int from = 0;
    int to = fit.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (fit.survival(middle) >= share) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private void beforeFirstEvent() {
    double fewest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < firstEvent; i++) {
      fewest = Math.min(fewest, units[i]);
      lower[i] = lowerAtOne(fewest);
      upper[i] = 1;
    }
  }

  private double lowerAtOne(double atRisk) {
    return isExactAtOne() ? Math.pow(tail, 1 / atRisk) : 1;
  }

  private boolean isExactAtOne() {
    return fit.totalEvents() == 0;
  }

  private void fromFirstEvent() {
    double[] events = fit.tally().events();
    IntervalType type = options.intervalType();
    boolean known = !fit.isOneCluster();
    for (int i = firstEvent; i < firstZero; i++) {
      if (!known) {
        upper[i] = 1;
      } else if (events[i] > 0) {
        type.limits(fit.survival(i), z * fit.standardError(i), lower, upper, i);
      } else {
        lower[i] = lower[i - 1];
        upper[i] = upper[i - 1];
      }
    }
  }

  private double upperAtZero() {
    if (fit.clusters().isPresent()) {
      return 1 - Math.pow(tail, 1 / units[firstZero]);
    }
    Tally tally = fit.tally();
    double mean = 1;
    double square = 1;
    for (int i = 0; i <= firstZero; i++) {
      if (tally.events()[i] == 0) {
        continue;
      }
      double left = tally.atRisk()[i] - tally.events()[i] + 1;
      double all = tally.atRisk()[i] + 1;
      mean *= left / all;
      square *= left / all * ((left + 1) / (all + 1));
    }
    double size = (mean - square) / (square - mean * mean);
    // weights out of all proportion leave a constant, 1 if nothing is known and 0 if all is
    return size > 0 && size <= MOST_HIPS
        ? Distributions.betaQuantile(1 - tail, mean * size, (1 - mean) * size)
        : Math.rint(mean);
  }

  double lower(int index) {
    if (index >= 0) {
      return lower[index];
    }
    return lowerAtOne(units[0]);
  }

  double upper(int index) {
    return index < 0 ? 1 : upper[index];
  }

  LimitMethod method(int index) {
    if (index < firstEvent) {
      return isExactAtOne() ? LimitMethod.BETA_PRODUCT : LimitMethod.STANDARD_ERROR;
    }
    if (index >= firstZero) {
      return LimitMethod.BETA_PRODUCT;
    }
    return fit.isOneCluster() ? LimitMethod.NOT_ESTIMABLE : LimitMethod.STANDARD_ERROR;
  }

  /** The first time with an event, from which on limits come from the standard error. */
  int firstEvent() {
    return firstEvent;
  }

  /** The first time at which survival is 0, or the number of times. */
  int firstZero() {
    return firstZero;
  }
}
