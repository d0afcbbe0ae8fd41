package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.statistics.Decimals;

/**
 * Student's t for paired values, or for one sample of differences.
 *
 * <p>It takes the differences for independent. For hips of which some share a patient, that is the
 * naive answer; see {@link Comparison}. R: {@code t.test(x, mu = 0)}.
 *
 * <pre>{@code
 * Estimate change = PairedT.test(0.95, -4, -4, -4, -6, -3);
 * change.estimate(); // -4.2
 * change.pValue();   // OptionalDouble[0.00101…
 * }</pre>
 */
public final class PairedT {
  private PairedT() {}

  /**
   * Tests the mean of differences against 0.
   *
   * @param level the confidence level of the interval, between 0 and 1
   * @param differences at least two finite numbers; of recorded values those of
   *     {@link Decimals#difference}
   * @return mean, standard error, interval and p-value, on n - 1 degrees of freedom; no p-value
   *     where all differences are equal
   * @throws IllegalArgumentException if there are fewer than two differences, one is not finite, or
   *     the level is not between 0 and 1
   */
  public static Estimate test(double level, double... differences) {
    double[] checked = SampleChecks.finite(differences, 2, "paired differences");
    Decimals decimals = Decimals.of(checked);
    return ImmutableEstimate.builder()
        .estimate(decimals.mean())
        .standardError(decimals.standardDeviation() / Math.sqrt(checked.length))
        .degreesOfFreedom(checked.length - 1)
        .level(ConfidenceLevel.check(level))
        .build();
  }
}
