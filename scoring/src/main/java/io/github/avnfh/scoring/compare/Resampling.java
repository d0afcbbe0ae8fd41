package io.github.avnfh.scoring.compare;

import io.github.avnfh.scoring.summary.Description;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The means and studentized means of resampled clusters, each known by its sum and its size. */
final class Resampling {
  private final double[] sums;
  private final int[] sizes;
  private final double mean;
  private final double[] means;
  private final double[] statistics;

  private Resampling(double[] sums, int[] sizes, double mean, int replicates) {
    this.sums = sums;
    this.sizes = sizes;
    this.mean = mean;
    this.means = new double[replicates];
    this.statistics = new double[replicates];
  }

  static Resampling of(Clustered values, boolean studentized, int replicates, long seed) {
    List<double[]> clusters = values.byCluster();
    Resampling resampling = new Resampling(
        clusters.stream().mapToDouble(cluster -> Arrays.stream(cluster).sum()).toArray(),
        clusters.stream().mapToInt(cluster -> cluster.length).toArray(),
        Description.of(values.values()).mean().getAsDouble(),
        replicates);
    resampling.draw(studentized, new SplittableRandom(seed));
    return resampling;
  }

  private void draw(boolean studentized, SplittableRandom random) {
    int[] drawn = new int[sums.length];
    boolean mustVary = studentized && error() > 0;
    for (int replicate = 0; replicate < means.length; ) {
      Arrays.setAll(drawn, i -> random.nextInt(sums.length));
      double size = Arrays.stream(drawn).mapToLong(cluster -> sizes[cluster]).sum();
      double resampled =
          Arrays.stream(drawn).mapToDouble(cluster -> sums[cluster]).sum() / size;
      double itsError = error(drawn, resampled, size);
      means[replicate] = resampled;
      statistics[replicate] = mustVary ? (resampled - mean) / itsError : 0;
      // without variation between the patients drawn there is no statistic: draw again
      replicate += mustVary && itsError == 0 ? 0 : 1;
    }
  }

  private double error(int[] drawn, double center, double size) {
    double squares = Arrays.stream(drawn)
        .mapToDouble(cluster -> sums[cluster] - sizes[cluster] * center)
        .map(residual -> residual * residual)
        .sum();
    return Math.sqrt(drawn.length / (drawn.length - 1.0) * squares) / size;
  }

  double error() {
    return error(
        IntStream.range(0, sums.length).toArray(), mean, Arrays.stream(sizes).sum());
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
