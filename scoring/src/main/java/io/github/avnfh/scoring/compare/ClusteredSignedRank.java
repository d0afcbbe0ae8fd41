package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.core.table.Digits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * A clustered signed-rank test on paired differences of hips, of which a patient may have two: a
 * variant of that of Rosner, Glynn and Lee.
 *
 * <p>Differences of 0 are left out, and the others are ranked by size over all patients. With the
 * mean S of the n signed ranks of a patient, and the intraclass correlation r of signed ranks, the
 * statistic is the sum over patients of w S, where the weight w = n / (1 + (n - 1) r) is inverse to
 * the variance of S. Under the null hypothesis of symmetry about 0 the signs of all hips of a
 * patient change together, so that the variance is the sum of w squared times S squared.
 *
 * <p>With fewer than {@value #NORMAL_FROM} patients all changes of sign are counted; the p-value is
 * then exact, given the sizes of the differences. Otherwise the normal distribution is taken,
 * without a correction for continuity. Where every patient has one hip, that is the ordinary
 * signed-rank test in R's form {@code wilcox.test(x, exact = FALSE, correct = FALSE)}, ties
 * included.
 *
 * <p>Ranks, weights and variance follow the description of the test by Jiang and others; the paper
 * of Rosner, Glynn and Lee itself was not consulted, and p-values need not be those of the package
 * clusrank. Two things are the library's own: the correlation is found from products of signed
 * ranks about 0, their mean under the null hypothesis, and kept within 0 to 1, so that only the
 * weights depend on it; and few patients are counted out instead of drawn.
 *
 * <pre>{@code
 * ClusteredSample improvements = ClusteredSample.of(
 *     new double[] {34, 28, 41, -2, 15, 30}, List.of("P01", "P01", "P02", "P03", "P03", "P04"));
 * ClusteredSignedRank test = ClusteredSignedRank.test(improvements);
 * test.patients(); // 4
 * test.method();   // EXACT
 * test.pValue();   // OptionalDouble[0.125]
 * }</pre>
 *
 * @see <a href="https://doi.org/10.18637/jss.v096.i06">Jiang Y, He X, Lee MLT, Rosner B, Yan J.
 *     Wilcoxon rank-based tests for clustered data with R package clusrank. J Stat Softw
 *     2020;96(6):1-26</a>
 */
@Value.Immutable
public sealed interface ClusteredSignedRank extends Explainable
    permits ImmutableClusteredSignedRank {
  /** How a p-value was found. */
  enum Method implements Coded {
    /** All changes of sign by patient were counted. */
    EXACT("exact"),
    /** Normal approximation. */
    NORMAL("normal");

    private final String code;

    Method(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** From this number of patients on the normal approximation is used. */
  int NORMAL_FROM = 20;

  /**
   * Returns how many differences there were.
   *
   * @return hips, those without a change included
   */
  int count();

  /**
   * Returns how many differences were 0 and were left out.
   *
   * @return the count of zeros
   */
  int zeros();

  /**
   * Returns how many patients the other differences come from.
   *
   * @return patients with a difference that is not 0
   */
  int patients();

  /**
   * Returns the intraclass correlation of signed ranks.
   *
   * @return 0 to 1; nothing where no patient has two differences
   */
  OptionalDouble correlation();

  /**
   * Returns the statistic divided by its standard error.
   *
   * @return z, positive for improvement; nothing where it has no variance
   */
  OptionalDouble statistic();

  /**
   * Returns how the p-value was found.
   *
   * @return exact or normal
   */
  Method method();

  /**
   * Returns the two-sided p-value.
   *
   * @return a probability; nothing where the statistic has no variance
   */
  OptionalDouble pValue();

  /**
   * Tests whether differences lie about 0.
   *
   * @param differences at least one difference, with its patient
   * @return the test
   * @throws IllegalArgumentException if there is no difference
   */
  static ClusteredSignedRank test(ClusteredSample differences) {
    SampleChecks.finite(differences.values(), 1, "paired differences");
    PatientRanks ranks = PatientRanks.of(differences);
    boolean exact = ranks.patients() < NORMAL_FROM;
    OptionalDouble statistic = ranks.statistic();
    ImmutableClusteredSignedRank.Builder test = ImmutableClusteredSignedRank.builder()
        .count(differences.size())
        .zeros(ranks.zeros())
        .patients(ranks.patients())
        .correlation(ranks.correlation())
        .statistic(statistic)
        .method(exact ? Method.EXACT : Method.NORMAL);
    statistic.ifPresent(
        z -> test.pValue(exact ? ranks.exact() : 2 * Distribution.normal().upperTail(Math.abs(z))));
    return test.build();
  }

  /**
   * Explains the test.
   *
   * @return the p-value, the rule with what was ranked, and what is missing for a p-value
   */
  @Override
  default Explanation explanation() {
    Digits digits = Digits.halfUp(3);
    return Explanation.of(
        pValue().isPresent() ? "p = " + digits.print(pValue().getAsDouble()) : "no p-value",
        List.of(Reason.of(
            ComparisonRules.CLUSTERED_SIGNED_RANK,
            count() + " differences, " + zeros() + " of them 0, " + patients() + " patients, "
                + (correlation().isPresent()
                    ? "correlation " + digits.print(correlation().getAsDouble())
                    : "one hip each")
                + ", " + method().code() + " distribution")),
        pValue().isPresent() ? List.of() : List.of("differences that do not cancel out"));
  }
}

/** The signed ranks of differences, summed by patient, and the distribution of their signed sum. */
final class PatientRanks {
  /** Sums of the same ranks in another order differ by rounding; they count as equal up to this. */
  private static final double TOLERANCE = 1e-9;

  private final int zeros;
  private final OptionalDouble correlation;
  private final double[] weighted;

  private PatientRanks(int zeros, OptionalDouble correlation, double[] weighted) {
    this.zeros = zeros;
    this.correlation = correlation;
    this.weighted = weighted;
  }

  static PatientRanks of(ClusteredSample differences) {
    double[] values = differences.values();
    int[] order = IntStream.range(0, values.length)
        .filter(i -> values[i] != 0)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] sums = new double[differences.clusters()];
    double[] squares = new double[differences.clusters()];
    int[] sizes = new int[differences.clusters()];
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && Math.abs(values[order[to]]) == Math.abs(values[order[from]])) {
        to++;
      }
      // mean rank of values of one size
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        int cluster = differences.cluster(order[i]);
        sums[cluster] += Math.copySign(rank, values[order[i]]);
        squares[cluster] += rank * rank;
        sizes[cluster]++;
      }
    }
    OptionalDouble correlation = correlation(sums, squares, sizes);
    double[] weighted = IntStream.range(0, sums.length)
        .filter(cluster -> sizes[cluster] > 0)
        // w S = n / (1 + (n - 1) r) times (sum of ranks / n)
        .mapToDouble(cluster -> sums[cluster] / (1 + (sizes[cluster] - 1) * correlation.orElse(0)))
        .toArray();
    return new PatientRanks(values.length - order.length, correlation, weighted);
  }

  /**
   * The mean product of two signed ranks of a patient over the mean square of all: in a patient the
   * products of ordered pairs add up to the square of the sum less the sum of squares.
   */
  private static OptionalDouble correlation(double[] sums, double[] squares, int[] sizes) {
    double products = 0;
    double pairs = 0;
    double ranks = 0;
    for (int cluster = 0; cluster < sums.length; cluster++) {
      // sum over i != j of R_i R_j = (sum R)^2 - sum R^2
      products += sums[cluster] * sums[cluster] - squares[cluster];
      pairs += sizes[cluster] * (sizes[cluster] - 1.0);
      ranks += sizes[cluster];
    }
    if (pairs == 0) {
      return OptionalDouble.empty();
    }
    // r = (mean of R_i R_j over pairs of a patient) / (mean of R^2)
    double ratio = products / pairs * ranks / Arrays.stream(squares).sum();
    return OptionalDouble.of(Math.max(0, Math.min(1, ratio)));
  }

  int zeros() {
    return zeros;
  }

  int patients() {
    return weighted.length;
  }

  OptionalDouble correlation() {
    return correlation;
  }

  /** The sum of w S over patients, of which w S is the sum of signed ranks over 1 + (n - 1) r. */
  OptionalDouble statistic() {
    // signs are +1 or -1 with the same probability: the variance of the sum is the sum of squares
    double variance = DoubleStream.of(weighted).map(sum -> sum * sum).sum();
    return variance > 0
        ? OptionalDouble.of(DoubleStream.of(weighted).sum() / Math.sqrt(variance))
        : OptionalDouble.empty();
  }

  /**
   * The proportion of all assignments of signs whose sum is as far from 0. They are gone through so
   * that each differs from the last in one sign; the sign of the last patient stays, since turning
   * all signs does not change the distance.
   */
  double exact() {
    double sum = DoubleStream.of(weighted).sum();
    double least =
        Math.abs(sum) - TOLERANCE * DoubleStream.of(weighted).map(Math::abs).sum();
    double[] signed = weighted.clone();
    // 2^(G - 1): the others are these with all signs turned
    int assignments = 1 << (weighted.length - 1);
    int extreme = 0;
    for (int next = 1; next <= assignments; next++) {
      extreme += Math.abs(sum) >= least ? 1 : 0;
      // Gray code: the assignment after number next - 1 differs in the lowest set bit of next
      int turned = Integer.numberOfTrailingZeros(next);
      sum -= 2 * signed[turned];
      signed[turned] = -signed[turned];
    }
    return (double) extreme / assignments;
  }
}
