package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.core.statistics.Distribution;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The differences between two readers, in the decimals in which they were recorded. */
final class Differences {
  private static final double NORMAL = 1.96;

  /** The proportion of differences below the lower limit of agreement. */
  private static final double BELOW = 0.025;

  /** Below this proportion of the whole a variance of a part is a difference of rounded sums. */
  private static final double CANCELLED = 1e-12;

  private static final double NEAR_NORMAL = 0.1;
  private static final int FEWEST_FOR_SHAPE = 10;
  private static final int MOST_FOR_SHAPE = 5000;

  private final Measurements measurements;
  private final PatientJackknife jackknife;
  private final double[] values;
  private final double[] sorted;
  private final int n;
  private final double bias;
  private final double deviation;

  private Differences(Measurements measurements, double[] values) {
    this.measurements = measurements;
    this.jackknife = measurements.jackknife();
    this.values = values;
    this.sorted = Arrays.stream(values).sorted().toArray();
    this.n = values.length;
    Decimals decimals = Decimals.of(values);
    this.bias = decimals.mean();
    this.deviation = decimals.standardDeviation();
  }

  static Differences of(Measurements measurements) {
    if (measurements.readers() != 2) {
      throw new IllegalArgumentException(
          "readers of limits of agreement [count] must be 2, but was " + measurements.readers());
    }
    return new Differences(
        measurements,
        IntStream.range(0, measurements.subjects())
            .mapToDouble(subject ->
                Decimals.difference(measurements.value(subject, 1), measurements.value(subject, 0)))
            .toArray());
  }

  AgreementLimits fittingMethod() {
    OptionalDouble normality = normality();
    return normality.isPresent() && normality.getAsDouble() < NEAR_NORMAL
        ? AgreementLimits.QUANTILE
        : AgreementLimits.NORMAL;
  }

  /**
   * Shapiro and Francia's W is the squared correlation of the sorted values with normal scores;
   * {@code ln(1 - W)} is near normal with mean and deviation from n (Royston 1993).
   */
  private OptionalDouble normality() {
    if (n < FEWEST_FOR_SHAPE || n > MOST_FOR_SHAPE || deviation == 0) {
      return OptionalDouble.empty();
    }
    double[] scores = normalScores();
    double product = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      product += scores[i] * (sorted[i] - bias);
      squares += scores[i] * scores[i];
    }
    // W = (sum of m x)^2 / (sum of m^2 (n - 1) s^2), divided first so that nothing overflows
    double w = product / deviation * (product / deviation) / ((n - 1) * squares);
    double u = Math.log(n);
    double v = Math.log(u);
    double mean = -1.2725 + 1.0521 * (v - u);
    double spread = 1.0308 - 0.26758 * (v + 2 / u);
    double z = (Math.log(Math.max(1 - w, Double.MIN_NORMAL)) - mean) / spread;
    return OptionalDouble.of(Distribution.normal().upperTail(z));
  }

  /** Blom's scores, ties at their mean: rounded readings of a normal variate stay near normal. */
  private double[] normalScores() {
    double[] scores = new double[n];
    int start = 0;
    while (start < n) {
      int end = start;
      double sum = 0;
      while (end < n && sorted[end] == sorted[start]) {
        sum += Distribution.normal().quantile((end + 1 - 0.375) / (n + 0.25));
        end++;
      }
      Arrays.fill(scores, start, end, sum / (end - start));
      start = end;
    }
    return scores;
  }

  BlandAltman compare(AgreementLimits method, double level) {
    ImmutableBlandAltman.Builder result = ImmutableBlandAltman.builder()
        .method(method)
        .normality(normality())
        .bias(bias)
        .standardDeviation(deviation)
        .subjects(n)
        .patients(jackknife.patients())
        .leftOut(measurements.leftOut());
    switch (method) {
      case NORMAL -> normal(result, level);
      case QUANTILE -> quantiles(result, level);
      case INDEPENDENT_SUBJECTS -> independent(result, level);
    }
    return result.build();
  }

  private void independent(ImmutableBlandAltman.Builder result, double level) {
    double quantile = Distribution.studentT(n - 1.0).upperQuantile((1 - level) / 2);
    double ofBias = quantile * deviation / Math.sqrt(n);
    // var(m + 1.96 s) is near s^2 / n + 1.96^2 s^2 / 2n, about 3 s^2 / n
    double ofLimit = quantile * deviation * Math.sqrt(3.0 / n);
    double lower = bias - NORMAL * deviation;
    double upper = bias + NORMAL * deviation;
    result
        .biasInterval(Limits.of(bias - ofBias, bias + ofBias, level))
        .lowerLimit(lower)
        .upperLimit(upper)
        .lowerInterval(Limits.of(lower - ofLimit, lower + ofLimit, level))
        .upperInterval(Limits.of(upper - ofLimit, upper + ofLimit, level));
  }

  private boolean hasIntervals() {
    return deviation > 0 && jackknife.patients() > 1;
  }

  private double reach(double error, double level) {
    return Distribution.studentT(jackknife.patients() - 1.0).upperQuantile((1 - level) / 2) * error;
  }

  private Optional<Limits> biasInterval(double level) {
    if (!hasIntervals()) {
      return Optional.empty();
    }
    double reach = reach(errorOfBias(), level);
    return Optional.of(Limits.of(bias - reach, bias + reach, level));
  }

  /** Of each subject: its difference from the mean, the square, and 1. */
  private double[][] contributions() {
    return Arrays.stream(values)
        .map(value -> value - bias)
        .mapToObj(away -> new double[] {away, away * away, 1})
        .toArray(double[][]::new);
  }

  private double errorOfBias() {
    return jackknife.standardError(contributions(), sums -> sums[0] / sums[2]);
  }

  private double errorOfLogDeviation() {
    double least = CANCELLED * deviation * deviation;
    return jackknife.standardError(contributions(), sums -> {
      // about the mean of all, so that the correction by that of the part is small
      double variance = (sums[1] - sums[0] * sums[0] / sums[2]) / (sums[2] - 1);
      return Math.log(variance <= least ? 0 : variance) / 2;
    });
  }

  private void normal(ImmutableBlandAltman.Builder result, double level) {
    double lower = bias - NORMAL * deviation;
    double upper = bias + NORMAL * deviation;
    result.biasInterval(biasInterval(level)).lowerLimit(lower).upperLimit(upper);
    if (!hasIntervals()) {
      return;
    }
    double ofBias = reach(errorOfBias(), level);
    double ratio = Math.exp(reach(errorOfLogDeviation(), level));
    // b = s ratio and a = s / ratio are the limits of s, symmetric on ln s
    double far = Math.hypot(ofBias, NORMAL * deviation * (ratio - 1));
    double near = Math.hypot(ofBias, NORMAL * deviation * (1 - 1 / ratio));
    if (Double.isFinite(far)) {
      result
          .lowerInterval(Limits.of(lower - far, lower + near, level))
          .upperInterval(Limits.of(upper - near, upper + far, level));
    }
  }

  private void quantiles(ImmutableBlandAltman.Builder result, double level) {
    // R's type 7, from either end
    double place = (n - 1) * BELOW;
    int position = (int) place;
    double rest = place - position;
    result
        .biasInterval(biasInterval(level))
        .lowerLimit(Decimals.between(sorted[position], sorted[position + 1], rest))
        .upperLimit(Decimals.between(sorted[n - 1 - position], sorted[n - 2 - position], rest));
    if (!hasIntervals()) {
      return;
    }
    int effective = (int) (n / designEffect());
    double tail = (1 - level) / 2;
    int fewest = 0;
    // x_(r) is above the quantile if fewer than r values lie below it: the largest r with
    // P(X <= r - 1) <= alpha / 2
    while (atMost(fewest, effective) <= tail) {
      fewest++;
    }
    int most = fewest;
    // x_(s) is below the quantile if s values or more lie below it: the smallest s with
    // P(X >= s) <= alpha / 2, one more than this
    while (1 - atMost(most, effective) > tail) {
      most++;
    }
    // ranks of the effective sample as ranks of the n values, each rounded away from the middle of
    // the interval
    int outer = (int) ((long) fewest * n / effective);
    int inner = (int) ((((long) most + 1) * n + effective - 1) / effective);
    if (outer > 0 && inner <= n) {
      result
          .lowerInterval(Limits.of(sorted[outer - 1], sorted[inner - 1], level))
          .upperInterval(Limits.of(sorted[n - inner], sorted[n - outer], level));
    }
  }

  /** The binomial probability of no more than so many of n below a limit of agreement. */
  private static double atMost(int count, int n) {
    // P(X <= x) at p is the upper tail of Beta(x + 1, n - x) at p
    return count < n ? Distribution.beta(count + 1.0, n - count).upperTail(BELOW) : 1;
  }

  /** How many times the variance of the mean difference is that of independent subjects. */
  private double designEffect() {
    double error = errorOfBias();
    return Math.max(1, Math.min(n, error * error * n / (deviation * deviation)));
  }
}
