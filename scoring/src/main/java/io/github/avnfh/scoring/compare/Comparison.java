package io.github.avnfh.scoring.compare;

import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The mean of clustered values against 0, or the difference of two groups: the answer that takes
 * the patient for a cluster, and the naive one that takes every hip for a patient.
 *
 * <p>For a mean the clustered standard error is the root of G / (G - 1) times the sum over clusters
 * of the squared sum of residuals, divided by n squared; t has clusters minus one degrees of
 * freedom. With one hip per patient both answers are the same.
 *
 * <pre>{@code
 * PairedScores pain = Pairing.of(Instruments.PAIN_VAS_CM, Timepoint.baseline(), Timepoint.ofMonths(24),
 *         ArthroplastyPolicy.INCLUDE)
 *     .pair(cohort.hips());
 * Comparison.Result less = Comparison.withDefaults().ofMean(Clustered.improvements(pain));
 * Estimate clustered = less.clustered();
 * Digits.halfUp(2).print(clustered.estimate()); // 5.70
 * Digits.halfUp(2).print(clustered.lower());    // 5.33
 * Digits.halfUp(2).print(clustered.upper());    // 6.07
 * less.clusters();                              // 46
 * }</pre>
 */
@Value.Immutable
public sealed interface Comparison permits ImmutableComparison {

  /**
   * Returns the type of the clustered variance.
   *
   * @return HC0 or HC1
   */
  ClusterRobust type();

  /**
   * Returns the confidence level of intervals.
   *
   * @return a fraction between 0 and 1
   */
  double level();

  /**
   * Returns the comparison with the defaults of R: HC1, 0.95.
   *
   * @return the options
   */
  static Comparison withDefaults() {
    return ImmutableComparison.builder().type(ClusterRobust.HC1).level(0.95).build();
  }

  /**
   * Returns this comparison with another type of clustered variance.
   *
   * @param type HC0 or HC1
   * @return the options
   */
  default Comparison with(ClusterRobust type) {
    return ImmutableComparison.builder().type(type).level(level()).build();
  }

  /**
   * Returns this comparison with another confidence level.
   *
   * @param level a fraction between 0 and 1
   * @return the options
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  default Comparison withLevel(double level) {
    return ImmutableComparison.builder()
        .type(type())
        .level(Requirements.level(level))
        .build();
  }

  /**
   * Compares a mean with 0.
   *
   * @param values at least two values in at least two clusters
   * @return both answers
   * @throws IllegalArgumentException if there are fewer
   */
  default Result ofMean(Clustered values) {
    MeanModel model = MeanModel.of(values);
    return result(model, values.size(), values.clusters(), 1);
  }

  /**
   * Compares the means of two groups, the second minus the first. A cluster may have values in
   * both. R: {@code lm(y ~ group)}.
   *
   * @param values the values of both groups
   * @param inSecond for each value whether it belongs to the second group
   * @return both answers, on equal variances
   * @throws IllegalArgumentException if a group is empty, or there are fewer than three values or
   *     two clusters
   */
  default Result ofDifference(Clustered values, boolean... inSecond) {
    DifferenceModel model = DifferenceModel.of(values, inSecond);
    return result(model, values.size(), values.clusters(), 2);
  }

  private Result result(LinearModel model, int values, int clusters, int coefficients) {
    double factor = clusters / (clusters - 1.0) * type().factor(values, coefficients);
    double robust = Math.sqrt(factor * model.clusteredSumOfSquares());
    return ImmutableResult.builder()
        .comparison(this)
        .values(values)
        .clusters(clusters)
        .naive(estimate(model.estimate(), model.naiveError(), values - coefficients))
        .clustered(estimate(model.estimate(), robust, clusters - 1))
        .build();
  }

  private Estimate estimate(double estimate, double error, int degreesOfFreedom) {
    return ImmutableEstimate.builder()
        .estimate(estimate)
        .standardError(error)
        .degreesOfFreedom(degreesOfFreedom)
        .level(level())
        .build();
  }

  /** Both answers of a comparison, and what they are answers about. */
  @Value.Immutable
  sealed interface Result permits ImmutableResult {

    /**
     * Returns the options that made the result.
     *
     * @return type and level
     */
    Comparison comparison();

    /**
     * Returns how many values were compared.
     *
     * @return values, such as hips
     */
    int values();

    /**
     * Returns how many clusters they came in.
     *
     * @return clusters, such as patients
     */
    int clusters();

    /**
     * Returns the answer that takes the patient for a cluster.
     *
     * @return the answer on clusters minus one degrees of freedom
     */
    Estimate clustered();

    /**
     * Returns the answer that takes every value for independent.
     *
     * @return the answer on values minus coefficients degrees of freedom
     */
    Estimate naive();

    /**
     * Returns the design effect: the clustered variance over the naive one.
     *
     * @return 1 where clusters do not matter, more where values of a cluster are alike; nothing
     *     where the naive variance is 0
     */
    default OptionalDouble designEffect() {
      double ratio = clustered().standardError() / naive().standardError();
      return naive().standardError() > 0
          ? OptionalDouble.of(ratio * ratio)
          : OptionalDouble.empty();
    }
  }
}
