package io.github.avnfh.examples.synthetic;

import org.immutables.value.Value;

/**
 * A mean and a standard deviation as they were printed, each with one decimal.
 *
 * <p>The standard deviation is that of a sample: its divisor is one less than the number of values.
 */
@Value.Immutable
public sealed interface PrintedSpread permits ImmutablePrintedSpread {

  /**
   * Returns the printed mean.
   *
   * @return the mean in the unit of the values
   */
  double mean();

  /**
   * Returns the printed standard deviation.
   *
   * @return the standard deviation in the unit of the values, above 0
   */
  double standardDeviation();

  /**
   * Returns a printed mean with its standard deviation.
   *
   * @param mean the mean as printed
   * @param standardDeviation the standard deviation as printed
   * @return the pair
   * @throws IllegalArgumentException if the mean is not finite or the standard deviation is not
   *     finite and above 0
   */
  static PrintedSpread of(double mean, double standardDeviation) {
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean [as printed] must be finite, but was " + mean);
    }
    if (!(standardDeviation > 0) || Double.isInfinite(standardDeviation)) {
      throw new IllegalArgumentException(
          "standard deviation [as printed] must be finite and above 0, but was "
              + standardDeviation);
    }
    return ImmutablePrintedSpread.builder()
        .mean(mean + 0.0)
        .standardDeviation(standardDeviation)
        .build();
  }
}
