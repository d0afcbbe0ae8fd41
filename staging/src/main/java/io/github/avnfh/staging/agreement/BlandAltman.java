package io.github.avnfh.staging.agreement;

import org.immutables.value.Value;

/**
 * The limits of agreement between two readers: how far a second reading may lie from a first.
 *
 * <p>The differences are the second reader's number minus the first's; the limits are their mean
 * plus and minus 1.96 standard deviations (divisor one less than the number). The interval of the
 * mean is the t interval; those of the limits take the standard error {@code sqrt(3 / n)} standard
 * deviations of 1986, with the same t quantile.
 *
 * <pre>{@code
 * Measurements percent = Measurements.of(List.of(
 *     List.of(OptionalDouble.of(20), OptionalDouble.of(22)),
 *     List.of(OptionalDouble.of(30), OptionalDouble.of(29)),
 *     List.of(OptionalDouble.of(25), OptionalDouble.of(28)),
 *     List.of(OptionalDouble.of(15), OptionalDouble.of(15))));
 * BlandAltman agreement = BlandAltman.of(percent, 0.95);
 * agreement.bias();       // 1.0
 * agreement.lowerLimit(); // -2.578…
 * agreement.upperLimit(); // 4.578…
 * Limits bias = agreement.biasInterval();
 * bias.lower(); // -1.905…
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1016/S0140-6736(86)90837-8">Bland JM, Altman DG. Statistical
 *     methods for assessing agreement between two methods of clinical measurement. Lancet
 *     1986;327:307-310</a>, which takes 2 for 1.96
 */
@Value.Immutable
public sealed interface BlandAltman permits ImmutableBlandAltman {

  /**
   * Returns the mean difference.
   *
   * @return second minus first, in the unit of the measurements
   */
  double bias();

  /**
   * Returns the standard deviation of the differences.
   *
   * @return in the unit of the measurements, divisor one less than the number
   */
  double standardDeviation();

  /**
   * Returns the confidence interval of the mean difference.
   *
   * @return the t interval
   */
  Limits biasInterval();

  /**
   * Returns the lower limit of agreement.
   *
   * @return the mean difference minus 1.96 standard deviations
   */
  double lowerLimit();

  /**
   * Returns the upper limit of agreement.
   *
   * @return the mean difference plus 1.96 standard deviations
   */
  double upperLimit();

  /**
   * Returns the confidence interval of the lower limit.
   *
   * @return the interval of 1986
   */
  Limits lowerInterval();

  /**
   * Returns the confidence interval of the upper limit.
   *
   * @return the interval of 1986
   */
  Limits upperInterval();

  /**
   * Returns the number of subjects that were used.
   *
   * @return the count
   */
  int subjects();

  /**
   * Returns the number of subjects that were left out because a measurement is missing.
   *
   * @return the count
   */
  int leftOut();

  /**
   * Compares two readers.
   *
   * @param measurements the numbers of two readers
   * @param level the confidence level, above 0 and below 1
   * @return the limits of agreement
   * @throws IllegalArgumentException if there are not two readers, or the level lies outside that
   *     range
   */
  static BlandAltman of(Measurements measurements, double level) {
    return Differences.of(measurements).compare(Quantiles.checkLevel(level));
  }
}
