package io.github.avnfh.scoring.compare;

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
   * Tests whether differences lie about 0.
   *
   * @param differences at least one finite number
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
