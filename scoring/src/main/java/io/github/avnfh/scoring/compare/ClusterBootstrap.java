package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.statistics.ConfidenceLevel;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.scoring.summary.SummaryStatistics;
import java.util.List;
import org.immutables.value.Value;

/**
 * The mean of clustered values by resampling whole clusters with replacement.
 *
 * <p>The same seed gives the same answer on every machine. Quantiles are interpolated like R's
 * {@code quantile(type = 7)}.
 *
 * <pre>{@code
 * ClusteredSample improvements = ClusteredSample.of(
 *     new double[] {34, 28, 41, 12, 15, 30}, List.of("P01", "P01", "P02", "P03", "P03", "P04"));
 * ClusterBootstrap drawn = ClusterBootstrap.of(improvements, 0.95, 2_000, 20_260_101L);
 * drawn.mean(); // 26.6…
 * ClusterBootstrap percentiles = ClusterBootstrap.of(
 *     improvements, ClusterBootstrap.Interval.PERCENTILE, 0.95, 2_000, 20_260_101L);
 * percentiles.lower(); // 17.4…
 * percentiles.upper(); // 37.0
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1162/rest.90.3.414">Cameron AC, Gelbach JB, Miller DL.
 *     Bootstrap-based improvements for inference with clustered errors. Rev Econ Stat
 *     2008;90:414-27</a>
 */
@Value.Immutable
public sealed interface ClusterBootstrap extends Explainable permits ImmutableClusterBootstrap {

  /** How limits are found from the resampled means. */
  enum Interval implements Coded {
    /**
     * The bootstrap-t: each resampled mean is studentized by the clustered standard error of its
     * own resample, t = (mean* - mean) / error*, and the limits are mean - t(1 - a/2) error and
     * mean - t(a/2) error. The default: it allows for few patients, which percentiles do not.
     * Resamples in which patients do not vary are drawn again.
     */
    STUDENTIZED("bootstrap_t", ComparisonRules.BOOTSTRAP_T, 3) {
      @Override
      double[] limits(Resampling resampling, double tail) {
        double error = resampling.error();
        double[] statistics = resampling.statistics();
        return new double[] {
          resampling.mean() - error * SummaryStatistics.quantile(statistics, 1 - tail),
          resampling.mean() - error * SummaryStatistics.quantile(statistics, tail)
        };
      }
    },

    /** The percentiles of the resampled means: too narrow for few patients. */
    PERCENTILE("percentile", ComparisonRules.BOOTSTRAP_PERCENTILE, 2) {
      @Override
      double[] limits(Resampling resampling, double tail) {
        return new double[] {
          SummaryStatistics.quantile(resampling.means(), tail),
          SummaryStatistics.quantile(resampling.means(), 1 - tail)
        };
      }
    };

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // a generated value without setters
    private final Rule rule;

    private final int leastClusters;

    Interval(String code, Rule rule, int leastClusters) {
      this.code = code;
      this.rule = rule;
      this.leastClusters = leastClusters;
    }

    abstract double[] limits(Resampling resampling, double tail);

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * Returns the mean of the values as they are.
   *
   * @return the mean
   */
  double mean();

  /**
   * Returns the standard deviation of the resampled means.
   *
   * @return the standard error
   */
  double standardError();

  /**
   * Returns the lower confidence limit.
   *
   * @return the lower limit in the unit of the values
   */
  double lower();

  /**
   * Returns the upper confidence limit.
   *
   * @return the upper limit in the unit of the values
   */
  double upper();

  /**
   * Returns how the limits were found.
   *
   * @return studentized or percentiles
   */
  Interval interval();

  /**
   * Returns how many clusters were resampled.
   *
   * @return clusters, such as patients
   */
  int clusters();

  /**
   * Returns the confidence level.
   *
   * @return a fraction between 0 and 1
   */
  double level();

  /**
   * Returns how often the clusters were resampled.
   *
   * @return the number of resampled means
   */
  int replicates();

  /**
   * Returns the seed of the random numbers.
   *
   * @return the seed
   */
  long seed();

  /**
   * Resamples clusters for studentized limits.
   *
   * @param values values in at least three clusters
   * @param level the confidence level, between 0 and 1
   * @param replicates how often to resample, at least 2
   * @param seed the seed of the random numbers
   * @return mean, standard error and interval
   * @throws IllegalArgumentException if there are fewer clusters or replicates, or the level is not
   *     between 0 and 1
   */
  static ClusterBootstrap of(ClusteredSample values, double level, int replicates, long seed) {
    return of(values, Interval.STUDENTIZED, level, replicates, seed);
  }

  /**
   * Resamples clusters.
   *
   * @param values values in at least three clusters, for percentiles in at least two
   * @param interval how limits are found
   * @param level the confidence level, between 0 and 1
   * @param replicates how often to resample, at least 2
   * @param seed the seed of the random numbers
   * @return mean, standard error and interval
   * @throws IllegalArgumentException if there are fewer clusters or replicates, or the level is not
   *     between 0 and 1
   */
  static ClusterBootstrap of(
      ClusteredSample values, Interval interval, double level, int replicates, long seed) {
    SampleChecks.clusters(values, interval.leastClusters);
    if (replicates < 2) {
      throw new IllegalArgumentException(
          "replicates [count] must lie in 2.." + Integer.MAX_VALUE + ", but was " + replicates);
    }
    double tail = (1 - ConfidenceLevel.check(level)) / 2;
    Resampling resampling =
        Resampling.of(values, interval == Interval.STUDENTIZED, replicates, seed);
    double[] limits = interval.limits(resampling, tail);
    return ImmutableClusterBootstrap.builder()
        .mean(resampling.mean())
        .standardError(
            SummaryStatistics.of(resampling.means()).standardDeviation().getAsDouble())
        .lower(limits[0])
        .upper(limits[1])
        .interval(interval)
        .clusters(values.clusters())
        .level(level)
        .replicates(replicates)
        .seed(seed)
        .build();
  }

  /**
   * Explains the limits.
   *
   * @return the mean with its limits, and the rule of the limits; few patients are an obstacle
   */
  @Override
  default Explanation explanation() {
    Digits digits = Digits.halfUp(3);
    return Explanation.of(
        digits.print(mean()) + " (" + digits.print(lower()) + " to " + digits.print(upper()) + ")",
        List.of(Reason.of(
            interval().rule,
            interval().code() + ", " + clusters() + " patients, " + replicates()
                + " replicates, seed " + seed() + ", level " + level())),
        clusters() < Comparison.FEW_PATIENTS
            ? List.of(Comparison.FEW_PATIENTS + " patients or more: limits from " + clusters()
                + " are rough")
            : List.of());
  }
}
