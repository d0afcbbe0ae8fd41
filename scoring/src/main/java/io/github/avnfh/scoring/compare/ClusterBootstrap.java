package io.github.avnfh.scoring.compare;

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
    List<double[]> clusters = values.byCluster();
    double[] means = new double[replicates];
    Arrays.setAll(means, i -> resampledMean(clusters, random));
    return ImmutableClusterBootstrap.builder()
        .mean(Description.of(values.values()).mean().getAsDouble())
        .standardError(Description.of(means).standardDeviation().getAsDouble())
        .lower(Description.quantile(means, tail))
        .upper(Description.quantile(means, 1 - tail))
        .level(level)
        .replicates(replicates)
        .seed(seed)
        .build();
  }

  private static double resampledMean(List<double[]> clusters, SplittableRandom random) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < clusters.size(); i++) {
      double[] cluster = clusters.get(random.nextInt(clusters.size()));
      for (double value : cluster) {
        sum += value;
      }
      count += cluster.length;
    }
    return sum / count;
  }
}
