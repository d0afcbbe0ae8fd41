package io.github.avnfh.survival.compare;

import io.github.avnfh.core.statistics.Distribution;
import org.immutables.value.Value;

/**
 * A chi-square statistic with its p value.
 *
 * <pre>{@code
 * ChiSquare test = ChiSquare.of(3.841, 1);
 * test.pValue(); // 0.0500…
 * }</pre>
 */
@Value.Immutable
public sealed interface ChiSquare permits ImmutableChiSquare {

  /**
   * Returns the statistic.
   *
   * @return a number of 0 or more
   */
  double statistic();

  /**
   * Returns the degrees of freedom.
   *
   * @return a number of 1 or more
   */
  int degreesOfFreedom();

  /**
   * Returns a statistic with its degrees of freedom.
   *
   * @param statistic a number of 0 or more
   * @param degreesOfFreedom a number of 1 or more
   * @return the statistic
   * @throws IllegalArgumentException if the statistic is negative or not finite, or there is no
   *     degree of freedom
   */
  static ChiSquare of(double statistic, int degreesOfFreedom) {
    if (!(statistic >= 0 && statistic <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "chi-square [statistic] must be finite and 0.0 or more, but was " + statistic);
    }
    if (degreesOfFreedom < 1) {
      throw new IllegalArgumentException(
          "degrees of freedom [count] must be 1 or more, but were " + degreesOfFreedom);
    }
    return ImmutableChiSquare.builder()
        .statistic(statistic + 0.0)
        .degreesOfFreedom(degreesOfFreedom)
        .build();
  }

  /**
   * Returns the probability of a statistic at least as large if there were no difference.
   *
   * @return a probability in 0..1; 0.0 where it is below the smallest double, and then
   *     {@link #logPValue()} still tells it
   */
  default double pValue() {
    return Distribution.chiSquare(degreesOfFreedom()).upperTail(statistic());
  }

  /**
   * Returns the natural logarithm of the p value, which does not underflow.
   *
   * @return a number of 0 or less
   */
  default double logPValue() {
    return Distribution.chiSquare(degreesOfFreedom()).logUpperTail(statistic());
  }
}
