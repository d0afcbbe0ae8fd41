package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.scoring.summary.SummaryStatistics;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The mean of clustered values against 0, or the difference of two groups, or the coefficients of a
 * linear model: the answer that takes the patient for a cluster, and the naive one that takes every
 * hip for a patient.
 *
 * <p>Standard errors and degrees of freedom are those of {@link ClusterRobust#CR2} unless another
 * type is named. For a mean of n values, of which a patient has m with the sum of residuals r, the
 * variance is the sum over patients of r squared / (1 - m / n), divided by n squared. With one hip
 * per patient both answers on a mean are the same.
 *
 * <pre>{@code
 * PairedScores pain = Pairing.of(Instruments.PAIN_VAS_CM, Timepoint.baseline(), Timepoint.ofMonths(24),
 *         ArthroplastyPolicy.INCLUDE)
 *     .pair(cohort.hips());
 * Comparison.Result less = Comparison.withDefaults().ofMean(ClusteredSample.improvements(pain));
 * Estimate clustered = less.clustered();
 * Digits.halfUp(2).print(clustered.estimate()); // 5.70
 * Digits.halfUp(2).print(clustered.lower());    // 5.33
 * Digits.halfUp(2).print(clustered.upper());    // 6.07
 * less.clusters();                              // 46
 * }</pre>
 */
@Value.Immutable
public sealed interface Comparison permits ImmutableComparison {

  /** With fewer patients than this in a group, answers come with a warning. */
  int FEW_PATIENTS = 5;

  /** The name of the intercept among the coefficients of a model. */
  String INTERCEPT = "intercept";

  /**
   * Returns the type of the clustered variance.
   *
   * @return CR2, HC0 or HC1
   */
  ClusterRobust type();

  /**
   * Returns the confidence level of intervals.
   *
   * @return a fraction between 0 and 1
   */
  double level();

  /**
   * Returns the comparison with the defaults: CR2, 0.95.
   *
   * @return the options
   */
  static Comparison withDefaults() {
    return ImmutableComparison.builder().type(ClusterRobust.CR2).level(0.95).build();
  }

  /**
   * Returns this comparison with another type of clustered variance.
   *
   * @param type CR2, HC0 or HC1
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
        .level(ConfidenceLevel.check(level))
        .build();
  }

  /**
   * Compares a mean with 0.
   *
   * @param values at least two values in at least two clusters
   * @return both answers
   * @throws IllegalArgumentException if there are fewer
   */
  default Result ofMean(ClusteredSample values) {
    require(values, 2);
    double[] all = values.values();
    SummaryStatistics description = SummaryStatistics.of(all);
    double mean = description.mean().getAsDouble();
    double root = Math.sqrt(all.length);
    // a mean is a model of one group: Q = 1 / sqrt(n), so that v = 1 / sqrt(n)
    ClusterVariance sums = ClusterVariance.ofGroups(values, new int[all.length], 1);
    return result(
        values,
        values.clusters(),
        estimate(mean, description.standardDeviation().getAsDouble() / root, all.length - 1),
        sums,
        1 / root);
  }

  private static double[] filled(int length, double value) {
    double[] filled = new double[length];
    Arrays.fill(filled, value);
    return filled;
  }

  private static void require(ClusteredSample values, int least) {
    SampleChecks.finite(values.values(), least, "clustered values");
    SampleChecks.clusters(values, 2);
  }

  /**
   * Compares the means of two groups, the second minus the first. A patient may have hips in both.
   * R: {@code lm(y ~ group)}.
   *
   * @param values the values of both groups
   * @param inSecond for each value whether it belongs to the second group
   * @return both answers; the naive one on equal variances
   * @throws IllegalArgumentException if a group has values of fewer than two clusters, or there are
   *     fewer than three values
   */
  default Result ofDifference(ClusteredSample values, boolean... inSecond) {
    require(values, 3);
    GroupMeans groups = GroupMeans.of(values, inSecond);
    ClusterVariance sums = ClusterVariance.ofGroups(values, groups.numbers(), 2);
    return result(
        values,
        groups.patientsInSmaller(),
        estimate(groups.difference(), groups.naiveError(), values.size() - 2),
        sums,
        groups.contrast());
  }

  /**
   * Fits a linear model with an intercept by least squares. R: {@code lm(y ~ a + b)}.
   *
   * @param values the outcomes
   * @param covariates a finite number for each value, by name; a group is a covariate of 0 and 1
   * @return both answers on each coefficient: first the intercept under the name {@code intercept},
   *     then the covariates in the order of the map
   * @throws IllegalArgumentException if a covariate has too few or too many numbers, one that is
   *     not finite, or the name of the intercept; if covariates are collinear, a coefficient rests
   *     on one patient, or there are fewer than two clusters or not more values than coefficients
   */
  default Map<String, Result> ofModel(ClusteredSample values, Map<String, double[]> covariates) {
    require(values, covariates.size() + 2);
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put(INTERCEPT, filled(values.size(), 1));
    covariates.forEach((name, column) -> {
      if (column.length != values.size() || columns.containsKey(name)) {
        throw new IllegalArgumentException("covariate [count] must have " + values.size()
            + " numbers and its own name, but had " + column.length);
      }
      columns.put(name, SampleChecks.finite(column, 0, "covariate"));
    });
    LeastSquares model =
        LeastSquares.of(values.values(), columns.values().toArray(double[][]::new));
    ClusterVariance sums = ClusterVariance.of(values, model.orthonormal(), model.residuals());
    Map<String, Result> results = new LinkedHashMap<>();
    int freedom = values.size() - columns.size();
    for (String name : columns.keySet()) {
      int index = results.size();
      Estimate naive = estimate(model.coefficient(index), model.naiveError(index), freedom);
      results.put(name, result(values, values.clusters(), naive, sums, model.contrast(index)));
    }
    return Collections.unmodifiableMap(results);
  }

  private Result result(
      ClusteredSample values,
      int patients,
      Estimate naive,
      ClusterVariance sums,
      double... contrast) {
    double[] answer = type().varianceAndFreedom(sums, contrast, values.size());
    return ImmutableResult.builder()
        .comparison(this)
        .values(values.size())
        .clusters(values.clusters())
        .smallestGroup(patients)
        .naive(naive)
        .clustered(estimate(naive.estimate(), Math.sqrt(answer[0]), answer[1]))
        .build();
  }

  private Estimate estimate(double estimate, double error, double degreesOfFreedom) {
    return Estimate.of(estimate, error, degreesOfFreedom, level());
  }

  /** Both answers of a comparison, and what they are answers about. */
  @Value.Immutable
  sealed interface Result extends Explainable permits ImmutableResult {

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
     * Returns how many clusters the smaller of two groups has values of.
     *
     * @return clusters, such as patients; where no groups are compared, all of them
     */
    int smallestGroup();

    /**
     * Returns the answer that takes the patient for a cluster.
     *
     * @return the answer on the degrees of freedom of the type
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
      // variance ratio, as the square of a ratio that does not overflow
      double ratio = clustered().standardError() / naive().standardError();
      return naive().standardError() > 0
          ? OptionalDouble.of(ratio * ratio)
          : OptionalDouble.empty();
    }

    /**
     * Returns why the clustered answer should be read with care.
     *
     * @return a sentence for a group of fewer than {@value #FEW_PATIENTS} patients, and for fewer
     *     than four degrees of freedom, where Satterthwaite's approximation is rough
     */
    default Optional<String> warning() {
      if (smallestGroup() < FEW_PATIENTS) {
        return Optional.of(FEW_PATIENTS + " patients or more in each group: limits from "
            + smallestGroup() + " are rough");
      }
      return clustered().degreesOfFreedom() < FEW_PATIENTS - 1
          ? Optional.of((FEW_PATIENTS - 1) + " degrees of freedom or more: few patients carry the"
              + " estimate")
          : Optional.empty();
    }

    /**
     * Explains the clustered answer.
     *
     * @return the estimate with its limits, the rule of its variance and degrees of freedom, and
     *     the warning if there is one
     */
    @Override
    default Explanation explanation() {
      Digits digits = Digits.halfUp(3);
      Estimate answer = clustered();
      return Explanation.of(
          digits.print(answer.estimate()) + " (" + digits.print(answer.lower()) + " to "
              + digits.print(answer.upper()) + ")",
          List.of(Reason.of(
              comparison().type().rule(),
              comparison().type().code() + ", " + values() + " values of " + clusters()
                  + " patients, standard error " + digits.print(answer.standardError())
                  + ", degrees of freedom " + digits.print(answer.degreesOfFreedom()) + ", level "
                  + answer.level())),
          warning().stream().toList());
    }
  }
}
