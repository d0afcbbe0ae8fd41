package io.github.avnfh.scoring.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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
      products += sums[cluster] * sums[cluster] - squares[cluster];
      pairs += sizes[cluster] * (sizes[cluster] - 1.0);
      ranks += sizes[cluster];
    }
    if (pairs == 0) {
      return OptionalDouble.empty();
    }
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
    int assignments = 1 << (weighted.length - 1);
    int extreme = 0;
    for (int next = 1; next <= assignments; next++) {
      extreme += Math.abs(sum) >= least ? 1 : 0;
      int turned = Integer.numberOfTrailingZeros(next);
      sum -= 2 * signed[turned];
      signed[turned] = -signed[turned];
    }
    return (double) extreme / assignments;
  }
}
