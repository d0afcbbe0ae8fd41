package io.github.avnfh.staging.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The differences between two readers. */
final class Differences {
  private static final double NORMAL = 1.96;

  private final Measurements measurements;
  private final double[] values;

  private Differences(Measurements measurements, double[] values) {
    this.measurements = measurements;
    this.values = values;
  }

  static Differences of(Measurements measurements) {
    if (measurements.readers() != 2) {
      throw new IllegalArgumentException(
          "readers of limits of agreement [count] must be 2, but was " + measurements.readers());
    }
    return new Differences(
        measurements,
        IntStream.range(0, measurements.subjects())
            .mapToDouble(subject -> measurements.value(subject, 1) - measurements.value(subject, 0))
            .toArray());
  }

  BlandAltman compare(double level) {
    int n = values.length;
    double bias = Arrays.stream(values).sum() / n;
    double squares = Arrays.stream(values)
        .map(value -> value - bias)
        .map(away -> away * away)
        .sum();
    double deviation = Math.sqrt(squares / (n - 1));
    double quantile = Quantiles.t((1 + level) / 2, n - 1.0);
    double ofBias = quantile * deviation / Math.sqrt(n);
    double ofLimit = quantile * deviation * Math.sqrt(3.0 / n);
    double lower = bias - NORMAL * deviation;
    double upper = bias + NORMAL * deviation;
    return ImmutableBlandAltman.builder()
        .bias(bias)
        .standardDeviation(deviation)
        .biasInterval(Limits.of(bias - ofBias, bias + ofBias, level))
        .lowerLimit(lower)
        .upperLimit(upper)
        .lowerInterval(Limits.of(lower - ofLimit, lower + ofLimit, level))
        .upperInterval(Limits.of(upper - ofLimit, upper + ofLimit, level))
        .subjects(n)
        .leftOut(measurements.leftOut())
        .build();
  }
}
