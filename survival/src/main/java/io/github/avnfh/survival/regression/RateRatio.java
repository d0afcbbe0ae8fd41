package io.github.avnfh.survival.regression;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.compare.ChiSquare;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The ratio of the event rates of two groups, the second of which is the reference. Given both
 * numbers of events, that of the first is binomial with p = r T1 / (r T1 + T2).
 */
final class RateRatio {
  /** A probability above that of the observed number by rounding only is no larger. */
  private static final double ROUNDING = 1 + 1e-7;

  private final TimeAtRisk one;
  private final TimeAtRisk other;
  private final int events;

  /** T2 / T1. */
  private final double times;

  RateRatio(TimeAtRisk one, TimeAtRisk other) {
    this.one = one;
    this.other = other;
    this.events = one.events + other.events;
    this.times = other.time / one.time;
    if (!(one.time > 0 && other.time > 0)) {
      throw new IllegalArgumentException(
          "time at risk [unit of the times] of each group must be above 0.0, but was 0.0");
    }
    if (events == 0) {
      throw new IllegalArgumentException(
          "events [count] of two groups that are compared must be 1 or more, but were 0");
    }
  }

  OptionalDouble estimate() {
    return other.events > 0
        ? OptionalDouble.of(times * one.events / other.events)
        : OptionalDouble.empty();
  }

  double exactLower(double tail) {
    // p = r T1 / (r T1 + T2), so r = p / (1 - p) T2 / T1
    return one.events == 0
        ? 0
        : times * odds(Distribution.beta(one.events, other.events + 1).quantile(tail));
  }

  OptionalDouble exactUpper(double tail) {
    return other.events == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            times * odds(Distribution.beta(one.events + 1, other.events).upperQuantile(tail)));
  }

  private static double odds(double p) {
    return p / (1 - p);
  }

  /** The standard error of the logarithm, where both groups have events. */
  OptionalDouble logStandardError() {
    return one.events > 0 && other.events > 0
        ? OptionalDouble.of(Math.sqrt(logVariance()))
        : OptionalDouble.empty();
  }

  /** 1/x1 + 1/x2, or the sum over clusters of their squared part in the log ratio. */
  private double logVariance() {
    if (one.clusters.isEmpty()) {
      return 1.0 / one.events + 1.0 / other.events;
    }
    Map<Integer, Double> parts = new HashMap<>();
    one.byCluster.forEach((cluster, own) ->
        // a cluster moves log(x1 / T1) by its part of x1 less its part of T1, and
        // -log(x2 / T2) the other way
        parts.merge(cluster, own[0] / one.events - own[1] / one.time, Double::sum));
    other.byCluster.forEach((cluster, own) ->
        parts.merge(cluster, own[1] / other.time - own[0] / other.events, Double::sum));
    return parts.values().stream().mapToDouble(part -> part * part).sum();
  }

  private double expectedProportion() {
    return one.time / (one.time + other.time);
  }

  ChiSquare score() {
    double p = expectedProportion();
    double difference = one.events - events * p;
    // (x1 - n p)^2 / (n p (1 - p)) with p = T1 / (T1 + T2)
    return ChiSquare.of(difference * difference / (events * p * (1 - p)), 1);
  }

  /** Adds up the binomial probabilities that are no larger than that of the observed number. */
  double exactPValue() {
    double p = expectedProportion();
    double[] logs = new double[events + 1];
    double log = events * Math.log1p(-p);
    for (int x = 0; x <= events; x++) {
      logs[x] = log;
      // P(x + 1) / P(x) = (n - x) / (x + 1) p / (1 - p)
      log += Math.log((double) (events - x) / (x + 1)) + Math.log(p) - Math.log1p(-p);
    }
    double observed = Math.exp(logs[one.events]) * ROUNDING;
    double sum =
        Arrays.stream(logs).map(Math::exp).filter(each -> each <= observed).sum();
    return Math.min(1, sum);
  }
}
