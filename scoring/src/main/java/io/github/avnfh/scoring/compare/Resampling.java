package io.github.avnfh.scoring.compare;

import io.github.avnfh.scoring.summary.SummaryStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The means and studentized means of resampled clusters. A cluster is known by its size m and by d,
 * the sum of what its values lie above the mean of all, exactly 0 where the decimals say so. The
 * mean of a resample lies above that of all by the sum of d over the sum of m.
 */
final class Resampling {
  /** A residual of no more than this, relative to its terms, is what rounding leaves of 0. */
  private static final double CANCELLED = 1e-14;

  private final double[] deviations;
  private final int[] sizes;
  private final double mean;
  private final double[] means;
  private final double[] statistics;

  private Resampling(double[] deviations, int[] sizes, double mean, int replicates) {
    this.deviations = deviations;
    this.sizes = sizes;
    this.mean = mean;
    this.means = new double[replicates];
    this.statistics = new double[replicates];
  }

  static Resampling of(ClusteredSample values, boolean studentized, int replicates, long seed) {
    List<double[]> clusters = values.byCluster();
    Resampling resampling = new Resampling(
        values.deviations(IntStream.range(0, values.size()).toArray()),
        clusters.stream().mapToInt(cluster -> cluster.length).toArray(),
        SummaryStatistics.of(values.values()).mean().getAsDouble(),
        replicates);
    resampling.draw(studentized, new SplittableRandom(seed));
    return resampling;
  }

  private void draw(boolean studentized, SplittableRandom random) {
    int[] drawn = new int[sizes.length];
    boolean mustVary = studentized && error() > 0;
    for (int replicate = 0; replicate < means.length; ) {
      Arrays.setAll(drawn, i -> random.nextInt(sizes.length));
      // mean* - mean = sum of d / sum of m over the clusters drawn
      double size = Arrays.stream(drawn).mapToLong(cluster -> sizes[cluster]).sum();
      double shift =
          Arrays.stream(drawn).mapToDouble(cluster -> deviations[cluster]).sum() / size;
      double itsError = error(drawn, shift, size);
      means[replicate] = mean + shift;
      statistics[replicate] = mustVary ? shift / itsError : 0;
      // without variation between the patients drawn there is no statistic: draw again
      replicate += mustVary && itsError == 0 ? 0 : 1;
    }
  }

  private double error(int[] drawn, double shift, double size) {
    double squares = Arrays.stream(drawn)
        .mapToDouble(cluster -> residual(cluster, shift))
        .map(residual -> residual * residual)
        .sum();
    // HC0 with G / (G - 1): G / (G - 1) sum of r^2 / n^2, r = d - m (mean* - mean)
    return Math.sqrt(drawn.length / (drawn.length - 1.0) * squares) / size;
  }

  private double residual(int cluster, double shift) {
    double expected = sizes[cluster] * shift;
    double residual = deviations[cluster] - expected;
    return Math.abs(residual) <= CANCELLED * Math.abs(expected) ? 0 : residual;
  }

  double error() {
    return error(
        IntStream.range(0, sizes.length).toArray(), 0, Arrays.stream(sizes).sum());
  }

  double mean() {
    return mean;
  }

  double[] means() {
    return means;
  }

  double[] statistics() {
    return statistics;
  }
}
