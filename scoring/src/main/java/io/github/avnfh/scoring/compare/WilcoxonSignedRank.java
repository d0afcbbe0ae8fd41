package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.core.statistics.Distribution;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
    double[] checked = SampleChecks.finite(differences, 1, "paired differences");
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

/** The ranks of the sizes of differences, and the distribution of their signed sum. */
final class SignedRanks {
  private final int count;
  private final double positive;
  private final double tieSum;

  private SignedRanks(int count, double positive, double tieSum) {
    this.count = count;
    this.positive = positive;
    this.tieSum = tieSum;
  }

  static SignedRanks of(double[] differences) {
    int[] order = IntStream.range(0, differences.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> Math.abs(differences[i])))
        .mapToInt(Integer::intValue)
        .toArray();
    double positive = 0;
    double tieSum = 0;
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length
          && Math.abs(differences[order[to]]) == Math.abs(differences[order[from]])) {
        to++;
      }
      // t values of one size: their ranks from + 1 .. to have the mean (from + 1 + to) / 2
      double size = (double) to - from;
      tieSum += size * size * size - size;
      for (int i = from; i < to; i++) {
        positive += differences[order[i]] > 0 ? (from + 1 + to) / 2.0 : 0;
      }
    }
    return new SignedRanks(differences.length, positive, tieSum);
  }

  int count() {
    return count;
  }

  double positive() {
    return positive;
  }

  boolean hasTies() {
    return tieSum > 0;
  }

  /** Twice the smaller tail of V over all assignments of signs, at most 1. */
  double exact() {
    int all = count * (count + 1) / 2;
    // ways[s]: subsets of the ranks 1..rank whose sum is s, each with probability 2^-count
    double[] ways = new double[all + 1];
    ways[0] = 1;
    for (int rank = 1; rank <= count; rank++) {
      // downwards, so that each rank is used once
      for (int sum = all; sum >= rank; sum--) {
        ways[sum] += ways[sum - rank];
      }
    }
    // V is symmetric about n (n + 1) / 4
    double smaller = Math.min(positive, all - positive);
    double tail = 0;
    for (int sum = 0; sum <= smaller; sum++) {
      tail += ways[sum];
    }
    // counts below 2^49 are exact in a double, and so is the division by 2^n
    return Math.min(1, 2 * Math.scalb(tail, -count));
  }

  OptionalDouble normal() {
    double n = count;
    // var V = n (n + 1)(2 n + 1) / 24 - sum over ties of (t^3 - t) / 48; mean V = n (n + 1) / 4
    double variance = n * (n + 1) * (2 * n + 1) / 24 - tieSum / 48;
    if (!(variance > 0)) {
      return OptionalDouble.empty();
    }
    double distance = positive - n * (n + 1) / 4;
    double z = (distance - Math.signum(distance) * 0.5) / Math.sqrt(variance);
    return OptionalDouble.of(2 * Distribution.normal().upperTail(Math.abs(z)));
  }
}
