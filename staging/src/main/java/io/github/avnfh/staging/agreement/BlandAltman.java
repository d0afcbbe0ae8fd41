package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The limits of agreement between two readers: how far a second reading may lie from a first.
 *
 * <p>The differences are the second reader's number minus the first's, as recorded decimals. Where
 * they are near normal the limits are their mean plus and minus 1.96 standard deviations (divisor
 * one less than the number), otherwise their quantiles 2.5 % and 97.5 %; the result says which.
 * Near normal means that the test of Shapiro and Francia, with tied differences at their mean
 * normal score, gives a p value of 0.1 or more (Royston P. A toolkit for testing for non-normality
 * in complete and censored samples. Statistician 1993;42:37-43); fewer than 10 differences are
 * taken for normal. All intervals take patients for independent, and not their hips.
 *
 * <pre>{@code
 * Measurements percent = Measurements.of(List.of(
 *     List.of(OptionalDouble.of(20), OptionalDouble.of(22)),
 *     List.of(OptionalDouble.of(30), OptionalDouble.of(29)),
 *     List.of(OptionalDouble.of(25), OptionalDouble.of(28)),
 *     List.of(OptionalDouble.of(15), OptionalDouble.of(15))));
 * BlandAltman agreement = BlandAltman.of(percent, 0.95);
 * agreement.method();     // NORMAL
 * AgreementLimits normal = agreement.method();
 * normal.convention();    // mean plus and minus 1.96 standard deviations;…
 * agreement.bias();       // 1.0
 * agreement.lowerLimit(); // -2.578…
 * agreement.upperLimit(); // 4.578…
 * Limits bias = agreement.biasInterval().orElseThrow();
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
   * Returns how the limits were computed.
   *
   * @return the method
   */
  AgreementLimits method();

  /**
   * Returns the p value of the test of Shapiro and Francia for normal differences.
   *
   * @return the p value; nothing for fewer than 10 or more than 5000 differences, or where all are
   *     equal
   */
  OptionalDouble normality();

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
   * @return the t interval, by patient unless subjects are taken for independent; nothing where
   *     there is one patient only, or all differences are equal
   */
  Optional<Limits> biasInterval();

  /**
   * Returns the lower limit of agreement.
   *
   * @return in the unit of the measurements
   */
  double lowerLimit();

  /**
   * Returns the upper limit of agreement.
   *
   * @return in the unit of the measurements
   */
  double upperLimit();

  /**
   * Returns the confidence interval of the lower limit.
   *
   * @return the interval; nothing where there are too few differences for one, or all are equal
   */
  Optional<Limits> lowerInterval();

  /**
   * Returns the confidence interval of the upper limit.
   *
   * @return the interval; nothing where there are too few differences for one, or all are equal
   */
  Optional<Limits> upperInterval();

  /**
   * Returns the number of subjects that were used.
   *
   * @return the count
   */
  int subjects();

  /**
   * Returns the number of patients of these subjects.
   *
   * @return the count; that of the subjects unless their patients were given
   */
  int patients();

  /**
   * Returns the number of subjects that were left out because a measurement is missing.
   *
   * @return the count
   */
  int leftOut();

  /**
   * Compares two readers, with the method that fits the shape of the differences.
   *
   * @param measurements the numbers of two readers
   * @param level the confidence level, above 0 and below 1
   * @return the limits of agreement, by {@link AgreementLimits#NORMAL} or
   *     {@link AgreementLimits#QUANTILE}
   * @throws IllegalArgumentException if there are not two readers, or the level lies outside that
   *     range
   */
  static BlandAltman of(Measurements measurements, double level) {
    Differences differences = Differences.of(measurements);
    return differences.compare(differences.fittingMethod(), ConfidenceLevel.check(level));
  }

  /**
   * Compares two readers, with a named method.
   *
   * @param measurements the numbers of two readers
   * @param level the confidence level, above 0 and below 1
   * @param method the method
   * @return the limits of agreement
   * @throws IllegalArgumentException if there are not two readers, or the level lies outside that
   *     range
   */
  static BlandAltman of(Measurements measurements, double level, AgreementLimits method) {
    return Differences.of(measurements).compare(method, ConfidenceLevel.check(level));
  }
}
