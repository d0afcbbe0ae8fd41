package io.github.avnfh.scoring.summary;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * Numbers in a few numbers: count, mean, standard deviation, extremes and quartiles.
 *
 * <p>Numbers count as the decimals that were recorded ({@link Decimals}): equal ones have a
 * standard deviation of 0, and the same numbers in another order have the same description, to the
 * last digit.
 *
 * <pre>{@code
 * SummaryStatistics pain = SummaryStatistics.of(7.5, 8, 6.5, 9);
 * pain.mean();              // OptionalDouble[7.75]
 * pain.standardDeviation(); // OptionalDouble[1.0408…
 * pain.meanSd(1).printed(); // 7.8 ± 1.0
 * }</pre>
 */
@Value.Immutable
public sealed interface SummaryStatistics permits ImmutableSummaryStatistics {

  /**
   * Returns how many numbers there are.
   *
   * @return the count
   */
  int count();

  /**
   * Returns the arithmetic mean.
   *
   * @return the mean; nothing without numbers
   */
  OptionalDouble mean();

  /**
   * Returns the standard deviation of a sample, with n - 1 in the denominator.
   *
   * @return the standard deviation; nothing for fewer than two numbers
   */
  OptionalDouble standardDeviation();

  /**
   * Returns the smallest number.
   *
   * @return the minimum; nothing without numbers
   */
  OptionalDouble minimum();

  /**
   * Returns the lower quartile, interpolated as R's default does ({@code quantile(type = 7)}).
   *
   * @return the quantile of 0.25; nothing without numbers
   */
  OptionalDouble lowerQuartile();

  /**
   * Returns the median: the middle number, or the mean of the middle two.
   *
   * @return the median; nothing without numbers
   */
  OptionalDouble median();

  /**
   * Returns the upper quartile, interpolated as R's default does ({@code quantile(type = 7)}).
   *
   * @return the quantile of 0.75; nothing without numbers
   */
  OptionalDouble upperQuartile();

  /**
   * Returns the largest number.
   *
   * @return the maximum; nothing without numbers
   */
  OptionalDouble maximum();

  /**
   * Describes numbers.
   *
   * @param values finite numbers in any order
   * @return their description
   * @throws IllegalArgumentException if a number is not finite, or the standard deviation is beyond
   *     the largest double
   */
  static SummaryStatistics of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    ImmutableSummaryStatistics.Builder description =
        ImmutableSummaryStatistics.builder().count(sorted.length);
    if (sorted.length == 0) {
      return description.build();
    }
    refuseWhatIsNotFinite(sorted);
    Decimals decimals = Decimals.of(sorted);
    if (sorted.length > 1) {
      description.standardDeviation(decimals.standardDeviation());
    }
    return description
        .mean(decimals.mean())
        .minimum(sorted[0] + 0.0)
        .lowerQuartile(interpolated(sorted, 0.25))
        .median(interpolated(sorted, 0.5))
        .upperQuartile(interpolated(sorted, 0.75))
        .maximum(sorted[sorted.length - 1] + 0.0)
        .build();
  }

  private static void refuseWhatIsNotFinite(double[] sorted) {
    // sorting puts what is not finite at the ends
    for (double end : new double[] {sorted[0], sorted[sorted.length - 1]}) {
      if (!Double.isFinite(end)) {
        throw new IllegalArgumentException(
            "number to be described [value] must be finite, but was " + end);
      }
    }
  }

  /**
   * Returns a quantile, interpolated as R's default does ({@code quantile(type = 7)}).
   *
   * @param values at least one finite number, in any order
   * @param probability a fraction, 0 to 1
   * @return the quantile
   * @throws IllegalArgumentException if there is no number, one is not finite, or the probability
   *     lies outside its range
   */
  static double quantile(double[] values, double probability) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      throw new IllegalArgumentException(
          "numbers to be described [count] must lie in 1.." + Integer.MAX_VALUE + ", but was 0");
    }
    refuseWhatIsNotFinite(sorted);
    return interpolated(
        sorted, Quantity.of("probability of a quantile", "fraction", 0, 1).check(probability));
  }

  private static double interpolated(double[] sorted, double probability) {
    // type 7: x[floor h] + (h - floor h)(x[floor h + 1] - x[floor h]) with h = (n - 1) p from 0
    double position = (sorted.length - 1) * probability;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return Decimals.between(sorted[below], sorted[above], position - below);
  }

  /**
   * Returns mean and standard deviation as a cell of a table.
   *
   * @param places decimal places of both in print
   * @return a cell that prints as {@code 84.2 ± 9.1}; without numbers a missing one
   */
  default Cell meanSd(int places) {
    return mean().isPresent()
        ? Cell.meanSd(mean().getAsDouble(), standardDeviation(), places)
        : Cell.missing(Column.Kind.MEAN_SD, "–");
  }
}
