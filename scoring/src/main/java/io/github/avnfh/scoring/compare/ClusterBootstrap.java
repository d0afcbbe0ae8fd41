package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.scoring.summary.Description;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.immutables.value.Value;

/**
 * The mean of clustered values by resampling whole clusters with replacement.
 *
 * <p>The interval is that of percentiles, interpolated like R's {@code quantile(type = 7)}. The
 * same seed gives the same answer on every machine.
 *
 * <pre>{@code
 * Clustered improvements = Clustered.of(
 *     new double[] {34, 28, 41, 12, 15, 30}, List.of("P01", "P01", "P02", "P03", "P03", "P04"));
 * ClusterBootstrap drawn = ClusterBootstrap.of(improvements, 0.95, 2_000, 20_260_101L);
 * drawn.mean();  // 26.6…
 * drawn.lower(); // 17.4…
 * drawn.upper(); // 37.0
 * }</pre>
 */
@Value.Immutable
public sealed interface ClusterBootstrap permits ImmutableClusterBootstrap {

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
   * Returns the lower percentile.
   *
   * @return the lower confidence limit
   */
  double lower();

  /**
   * Returns the upper percentile.
   *
   * @return the upper confidence limit
   */
  double upper();

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
   * Resamples clusters.
   *
   * @param values at least two values in at least two clusters
   * @param level the confidence level, between 0 and 1
   * @param replicates how often to resample, at least 2
   * @param seed the seed of the random numbers
   * @return mean, standard error and interval
   * @throws IllegalArgumentException if there are fewer values, clusters or replicates, or the
   *     level is not between 0 and 1
   */
  static ClusterBootstrap of(Clustered values, double level, int replicates, long seed) {
    LinearModel.require(values, 2);
    if (replicates < 2) {
      throw new IllegalArgumentException(
          "replicates [count] must lie in 2.." + Integer.MAX_VALUE + ", but was " + replicates);
    }
    double tail = (1 - Requirements.level(level)) / 2;
    SplittableRandom random = new SplittableRandom(seed);
    Decimals decimals = Decimals.of(values.values());
    List<int[]> clusters = values.indexesByCluster();
    double[] deviations =
        clusters.stream().mapToDouble(decimals::sumOfDeviations).toArray();
    double[] means = new double[replicates];
    Arrays.setAll(means, i -> decimals.mean() + resampled(deviations, clusters, random));
    return ImmutableClusterBootstrap.builder()
        .mean(decimals.mean())
        .standardError(Description.of(means).standardDeviation().getAsDouble())
        .lower(Description.quantile(means, tail))
        .upper(Description.quantile(means, 1 - tail))
        .level(level)
        .replicates(replicates)
        .seed(seed)
        .build();
  }

  /** How far the mean of the clusters that were drawn lies from that of all. */
  private static double resampled(
      double[] deviations, List<int[]> clusters, SplittableRandom random) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < deviations.length; i++) {
      int drawn = random.nextInt(deviations.length);
      sum += deviations[drawn];
      count += clusters.get(drawn).length;
    }
    return sum / count;
  }
}
