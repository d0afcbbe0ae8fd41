package io.github.avnfh.survival;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.internal.ClusterJackknife;
import io.github.avnfh.survival.internal.ClusterVariance;
import io.github.avnfh.survival.internal.CriticalQuantile;
import io.github.avnfh.survival.internal.EventTable;
import io.github.avnfh.survival.internal.TimeGrid;
import io.github.avnfh.survival.internal.UnitsAtRisk;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The product-limit estimate of one group: survival, the variance of its logarithm, and its limits
 * at each time.
 *
 * <p>With d events among Y at risk, S is multiplied by 1 - d/Y, and Greenwood's sum, the variance
 * of log S, grows by d/(Y(Y-d)). With clusters the variance of log S is the jackknife's
 * ({@link ClusterJackknife}).
 */
final class ProductLimit {
  private final EventTable table;
  private final Optional<ClusterJackknife> jackknife;
  private final double[] survival;
  private final double[] greenwood;
  private final double[] robust;
  private final UnitsAtRisk units;
  private final OptionalInt clusters;
  private final double totalEvents;
  private final CurveOptions options;
  private volatile @Nullable Limits limits;

  ProductLimit(EventTable table, Optional<ClusterJackknife> jackknife, CurveOptions options) {
    this.table = table;
    this.jackknife = jackknife;
    this.survival = new double[table.size()];
    this.greenwood = new double[table.size()];
    this.totalEvents = run();
    Optional<ClusterVariance> clusterVariance = jackknife.map(ClusterJackknife::variance);
    this.robust = clusterVariance.map(ClusterVariance::variances).orElse(greenwood);
    this.clusters = clusterVariance.isPresent()
        ? OptionalInt.of(clusterVariance.get().clusters())
        : OptionalInt.empty();
    this.units = clusterVariance.isPresent() && jackknife.isPresent()
        ? jackknife.get().units(clusterVariance.get())
        : UnitsAtRisk.ofRows(table);
    this.options = options;
  }

  private ProductLimit(ProductLimit other, CurveOptions options) {
    this.table = other.table;
    this.jackknife = other.jackknife;
    this.survival = other.survival;
    this.greenwood = other.greenwood;
    this.robust = other.robust;
    this.units = other.units;
    this.clusters = other.clusters;
    this.totalEvents = other.totalEvents;
    this.options = options;
  }

  /** The same estimates with limits of other options. */
  ProductLimit with(CurveOptions other) {
    return new ProductLimit(this, other);
  }

  private double run() {
    double s = 1;
    double variance = 0;
    double total = 0;
    double[] events = table.events();
    double[] atRisk = table.atRisk();
    for (int i = 0; i < survival.length; i++) {
      if (events[i] > 0) {
        // S = product of (Y - d) / Y; the difference is formed first, so that without censoring the
        // fractions telescope
        s *= (atRisk[i] - events[i]) / atRisk[i];
        // var(log S) = sum of d / (Y (Y - d)), Greenwood
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

  EventTable table() {
    return table;
  }

  Optional<ClusterJackknife> jackknife() {
    return jackknife;
  }

  /** The clusters at risk, or without clusters the rows. */
  UnitsAtRisk units() {
    return units;
  }

  CurveOptions options() {
    return options;
  }

  boolean isClustered() {
    return clusters.isPresent();
  }

  /** The quantile behind limits. */
  CriticalQuantile quantile() {
    return options.quantile(isClustered());
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

  private Limits limits() {
    Limits known = limits;
    if (known == null) {
      // two threads may both find them; they find the same
      known = new Limits(this);
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
    // delta method: se(S) = S se(log S)
    return index < 0 ? 0 : survival[index] * Math.sqrt(robust[index]);
  }

  /** The estimate at a time, of which the index is that of the last time up to it, or -1. */
  SurvivalEstimate estimate(int index, double time) {
    Limits limits = limits();
    boolean fallen = index >= limits.firstEvent && survival[index] > 0;
    boolean estimable = fallen || (index < limits.firstEvent && !options.hasExactLimits());
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
      double when = s == 1 ? time : table.times()[limits().firstZero];
      return OptionalDouble.of(units.fewest(when));
    }
    double error = standardError(index);
    // the n with S (1 - S) / n = se^2
    return when(limits().isErrorKnown(index) && error > 0, s * (1 - s) / error / error);
  }

  /** The first time at which survival is below a target, as {@link #crossing} has it. */
  OptionalDouble firstBelow(double target) {
    return crossing(this::survival, target, 0, size());
  }

  /** The first time with a standard error at which the lower limit is below a target. */
  OptionalDouble lowerFirstBelow(double target) {
    Limits known = limits();
    return crossing(index -> known.lower[index], target, known.firstKnown, known.firstZero);
  }

  /** The first time with a standard error at which the upper limit is below a target. */
  OptionalDouble upperFirstBelow(double target) {
    Limits known = limits();
    return crossing(known::upper, target, known.firstKnown, known.firstZero);
  }

  /**
   * Where a curve equals the target but for rounding, the midpoint of the stretch on which it does.
   */
  private OptionalDouble crossing(IntToDoubleFunction curve, double target, int from, int until) {
    int start = from;
    while (start < until && curve.applyAsDouble(start) >= target + TimeGrid.TOLERANCE) {
      start++;
    }
    int end = start;
    while (end < until - 1 && curve.applyAsDouble(end) > target - TimeGrid.TOLERANCE) {
      end++;
    }
    return start < until
        ? OptionalDouble.of(middle(table.times()[start], table.times()[end]))
        : OptionalDouble.empty();
  }

  private static double middle(double from, double to) {
    double sum = from + to;
    return sum <= Double.MAX_VALUE ? sum / 2 : from / 2 + to / 2;
  }

  /** A value that is known and a finite number. */
  static OptionalDouble when(boolean known, double value) {
    return known && Math.abs(value) <= Double.MAX_VALUE
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  /**
   * The confidence limits of one survival curve.
   *
   * <p>Before the first event the lower limit is the exact one for no event among n, the fewest at
   * risk so far, and depends on the time asked for. From the first event on, limits come from the
   * standard error and stay until the next event. From the time on at which survival is 0 they come
   * from the beta product.
   */
  private static final class Limits {
    /** Beyond this a hip more or less is lost to rounding. */
    private static final double MOST_HIPS = 1e15;

    private final ProductLimit fit;
    private final CurveOptions options;
    private final double tail;
    private final UnitsAtRisk units;
    private final double[] lower;
    private final double[] upper;
    private final int firstEvent;
    private final int firstKnown;
    private final int firstZero;

    private Limits(ProductLimit fit) {
      this.fit = fit;
      this.options = fit.options;
      this.tail = options.tail();
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
      return fit.table().times()[index];
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
      double[] events = fit.table().events();
      int index = firstEvent;
      while (index < firstZero && (events[index] == 0 || fit.isOneClusterAt(time(index)))) {
        index++;
      }
      return index;
    }

    private double lowerAtOne(double time) {
      // no event in n: s^n = alpha / 2
      return options.hasExactLimits() ? Math.pow(tail, 1 / units.fewest(time)) : 1;
    }

    private void fromFirstEvent() {
      double[] events = fit.table().events();
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
        // all of n had the event: (1 - s)^n = alpha / 2
        return 1 - Math.pow(tail, 1 / units.fewest(time(firstZero)));
      }
      // the beta product: the moments of the product of beta variables with the mean (Y-d+1)/(Y+1),
      // one for each time with events, and a beta distribution that has both
      EventTable table = fit.table();
      double mean = 1;
      double square = 1;
      for (int i = 0; i <= firstZero; i++) {
        if (table.events()[i] == 0) {
          continue;
        }
        // Beta(a, b) with a = Y - d + 1 and b = d: E x = a / (a + b),
        // E x^2 = E x (a + 1) / (a + b + 1)
        double left = table.atRisk()[i] - table.events()[i] + 1;
        double all = table.atRisk()[i] + 1;
        mean *= left / all;
        square *= left / all * ((left + 1) / (all + 1));
      }
      // a + b of the beta distribution with mean m and mean square q: (m - q) / (q - m^2)
      double size = (mean - square) / (square - mean * mean);
      // weights that are too large leave a constant, 1 if nothing is known and 0 if all is
      return size > 0 && size <= MOST_HIPS
          ? Distribution.beta(mean * size, (1 - mean) * size).upperQuantile(tail)
          : Math.rint(mean);
    }

    /** The lower limit at a time, of which the index is that of the last time up to it, or -1. */
    double lower(int index, double time) {
      return index < firstEvent ? lowerAtOne(time) : lower[index];
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
  }
}
