package io.github.avnfh.survival;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.RiskUnits;
import io.github.avnfh.survival.internal.Tally;
import java.util.Arrays;

/**
 * The confidence limits of one survival curve.
 *
 * <p>Before the first event the lower limit is the exact one for no event among n, the fewest at
 * risk so far, and depends on the time asked for. From the first event on, limits come from the
 * standard error and stay until the next event. From the time on at which survival is 0 they come
 * from the beta product.
 */
final class CurveLimits {
  /** Beyond this a hip more or less is lost to rounding. */
  private static final double MOST_HIPS = 1e15;

  private final CurveFit fit;
  private final KaplanMeier options;
  private final double tail;
  private final RiskUnits units;
  private final double[] lower;
  private final double[] upper;
  private final int firstEvent;
  private final int firstKnown;
  private final int firstZero;

  CurveLimits(CurveFit fit, KaplanMeier options) {
    this.fit = fit;
    this.options = options;
    this.tail = (1 - options.level()) / 2;
    this.units = fit.units();
    this.firstEvent = firstBelow(1);
    this.firstZero = firstBelow(Double.MIN_VALUE);
    this.firstKnown = firstKnown();
    this.lower = new double[fit.size()];
    this.upper = new double[fit.size()];
    Arrays.fill(upper, 0, firstEvent, 1);
    for (int i = 0; i < firstEvent; i++) {
      lower[i] = lowerAtOne(time(i));
    }
    fromFirstEvent();
    Arrays.fill(upper, firstZero, fit.size(), firstZero < fit.size() ? upperAtZero() : 0);
  }

  private double time(int index) {
    return fit.tally().times()[index];
  }

  /** Survival never rises, so the first time at which it is lower is found by halving. */
  private int firstBelow(double survival) {
    int from = 0;
    int to = fit.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (fit.survival(middle) >= survival) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The first event by which more than one cluster had come under observation. */
  private int firstKnown() {
    double[] events = fit.tally().events();
    int index = firstEvent;
    while (index < firstZero && (events[index] == 0 || fit.isOneClusterAt(time(index)))) {
      index++;
    }
    return index;
  }

  private double lowerAtOne(double time) {
    return options.hasExactLimits() ? Math.pow(tail, 1 / units.fewest(time)) : 1;
  }

  private void fromFirstEvent() {
    double[] events = fit.tally().events();
    IntervalType type = options.intervalType();
    CriticalQuantile quantile = fit.quantile();
    Arrays.fill(upper, firstEvent, firstKnown, 1);
    for (int i = firstKnown; i < firstZero; i++) {
      if (events[i] > 0) {
        double reach = quantile.of(units.ever(time(i))) * fit.standardError(i);
        if (reach <= Double.MAX_VALUE) {
          type.limits(fit.survival(i), reach, lower, upper, i);
        } else {
          upper[i] = 1;
        }
      } else {
        lower[i] = lower[i - 1];
        upper[i] = upper[i - 1];
      }
    }
  }

  private double upperAtZero() {
    if (fit.isClustered()) {
      return 1 - Math.pow(tail, 1 / units.fewest(time(firstZero)));
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
        ? Distribution.beta(mean * size, (1 - mean) * size).upperQuantile(tail)
        : Math.rint(mean);
  }

  /** The lower limit at a time, of which the index is that of the last time up to it, or -1. */
  double lower(int index, double time) {
    return index < firstEvent ? lowerAtOne(time) : lower[index];
  }

  /** The lower limit at a time of the curve. */
  double lower(int index) {
    return lower[index];
  }

  double upper(int index) {
    return index < 0 ? 1 : upper[index];
  }

  LimitMethod method(int index) {
    if (index < firstEvent) {
      return options.hasExactLimits() ? LimitMethod.BETA_PRODUCT : LimitMethod.STANDARD_ERROR;
    }
    if (index >= firstZero) {
      return LimitMethod.BETA_PRODUCT;
    }
    return index < firstKnown ? LimitMethod.NOT_ESTIMABLE : LimitMethod.STANDARD_ERROR;
  }

  /** Whether a standard error can be estimated from more than one cluster. */
  boolean isErrorKnown(int index) {
    return index < firstEvent || index >= firstKnown;
  }

  /** The first time with an event, from which on limits come from the standard error. */
  int firstEvent() {
    return firstEvent;
  }

  /** The first time with an event and a standard error. */
  int firstKnownEvent() {
    return firstKnown;
  }

  /** The first time at which survival is 0, or the number of times. */
  int firstZero() {
    return firstZero;
  }
}
