package io.github.avnfh.survival;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/** A quantile of one curve, read off survival and off its limits. */
final class CurveQuantile {
  private final CurveFit fit;
  private final double probability;
  private final double target;

  CurveQuantile(CurveFit fit, double probability) {
    this.fit = fit;
    this.probability = probability;
    this.target = 1 - probability;
  }

  QuantileEstimate estimate() {
    CurveLimits limits = fit.limits();
    int from = limits.firstKnownEvent();
    return ImmutableQuantileEstimate.builder()
        .probability(probability)
        .time(crossing(fit::survival, 0, fit.size()))
        .lower(crossing(limits::lower, from, limits.firstZero()))
        .upper(crossing(limits::upper, from, limits.firstZero()))
        .build();
  }

  private OptionalDouble crossing(IntToDoubleFunction curve, int from, int until) {
    int start = from;
    while (start < until && curve.applyAsDouble(start) >= target + CurveTimes.TOLERANCE) {
      start++;
    }
    int end = start;
    while (end < until - 1 && curve.applyAsDouble(end) > target - CurveTimes.TOLERANCE) {
      end++;
    }
    return start < until
        ? OptionalDouble.of(middle(time(start), time(end)))
        : OptionalDouble.empty();
  }

  private static double middle(double from, double to) {
    double sum = from + to;
    return sum <= Double.MAX_VALUE ? sum / 2 : from / 2 + to / 2;
  }

  private double time(int index) {
    return fit.tally().times()[index];
  }
}
