package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.Decimals;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The signed-rank test of Wilcoxon on paired differences, as R's {@code wilcox.test(x)} does it.
 *
 * <p>For one hip of each patient. Where patients have two, the hips are not independent, and the
 * test is {@link ClusteredSignedRank}.
 *
 * <p>Differences of 0 are left out. Fewer than 50 differences without zeros and ties are compared
 * with the exact distribution; otherwise the normal approximation takes over, with the variance
 * corrected for ties and half a rank for continuity.
 *
 * <pre>{@code
 * WilcoxonSignedRank test = WilcoxonSignedRank.test(-4.5, -4, -3, -6, -2);
 * test.count();     // 5
 * test.statistic(); // 0.0
 * test.pValue();    // OptionalDouble[0.0625]
 * double[] before = {7.5, 6.8};
 * double[] after = {5.2, 4.5};
 * WilcoxonSignedRank.ofPairs(before, after).statistic(); // 0.0
 * }</pre>
 */
@Value.Immutable
public sealed interface WilcoxonSignedRank permits ImmutableWilcoxonSignedRank {
  /** How a p-value was found. */
  enum Method {
    /** All assignments of signs were counted. */
    EXACT,
    /** Normal approximation with correction for ties and continuity. */
    NORMAL
  }

  /** From this number of differences on the normal approximation is used. */
  int NORMAL_FROM = 50;

  /**
   * Returns how many differences there were.
   *
   * @return the count, zeros included
   */
  int count();

  /**
   * Returns how many differences were 0 and were left out.
   *
   * @return the count of zeros
   */
  int zeros();

  /**
   * Returns the sum of the ranks of positive differences.
   *
   * @return V, a multiple of one half
   */
  double statistic();

  /**
   * Returns how the p-value was found.
   *
   * @return exact or normal
   */
  Method method();

  /**
   * Returns the two-sided p-value.
   *
   * @return a probability; nothing where every difference is 0
   */
  OptionalDouble pValue();

  /**
   * Tests whether later values differ from earlier ones, by the differences of the recorded
   * decimals. R: {@code wilcox.test(later, earlier, paired = TRUE)}.
   *
   * @param earlier at least one finite number
   * @param later as many finite numbers, of the same hips in the same order
   * @return the test of later minus earlier
   * @throws IllegalArgumentException if there is no pair, the numbers of values differ, or a value
   *     is not finite
   */
  static WilcoxonSignedRank ofPairs(double[] earlier, double[] later) {
    if (earlier.length != later.length) {
      throw new IllegalArgumentException("paired values [count] must be " + earlier.length
          + " on both sides, but were " + later.length);
    }
    double[] differences = new double[earlier.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = Decimals.difference(later[i], earlier[i]);
    }
    return test(differences);
  }

  /**
   * Tests whether differences lie about 0.
   *
   * @param differences at least one finite number; equal sizes are ties, so that differences of
   *     recorded values must be those of {@link Decimals#difference}
   * @return the test
   * @throws IllegalArgumentException if there is no difference or one is not finite
   */
  static WilcoxonSignedRank test(double... differences) {
    double[] checked = Requirements.finite(differences, 1, "paired differences");
    SignedRanks ranks =
        SignedRanks.of(Arrays.stream(checked).filter(d -> d != 0).toArray());
    boolean exact =
        ranks.count() == checked.length && ranks.count() < NORMAL_FROM && !ranks.hasTies();
    return ImmutableWilcoxonSignedRank.builder()
        .count(checked.length)
        .zeros(checked.length - ranks.count())
        .statistic(ranks.positive())
        .method(exact ? Method.EXACT : Method.NORMAL)
        .pValue(exact ? OptionalDouble.of(ranks.exact()) : ranks.normal())
        .build();
  }
}
