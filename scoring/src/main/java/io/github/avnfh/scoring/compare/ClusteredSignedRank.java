package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.core.table.Digits;
import java.util.List;
import java.util.OptionalDouble;
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
    Requirements.finite(differences.values(), 1, "paired differences");
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
