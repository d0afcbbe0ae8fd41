package io.github.avnfh.scoring.compare;

import io.github.avnfh.core.statistics.Distribution;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The ranks of the sizes of differences, and the distribution of their signed sum. */
final class SignedRanks {
  private final int count;
  private final double positive;
  private final double tieSum;

  private SignedRanks(int count, double positive, double tieSum) {
    this.count = count;
    this.positive = positive;
    this.tieSum = tieSum;
  }

  static SignedRanks of(double[] differences) {
    int[] order = IntStream.range(0, differences.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> Math.abs(differences[i])))
        .mapToInt(Integer::intValue)
        .toArray();
    double positive = 0;
    double tieSum = 0;
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length
          && Math.abs(differences[order[to]]) == Math.abs(differences[order[from]])) {
        to++;
      }
      double size = (double) to - from;
      tieSum += size * size * size - size;
      for (int i = from; i < to; i++) {
        positive += differences[order[i]] > 0 ? (from + 1 + to) / 2.0 : 0;
      }
    }
    return new SignedRanks(differences.length, positive, tieSum);
  }

  int count() {
    return count;
  }

  double positive() {
    return positive;
  }

  boolean hasTies() {
    return tieSum > 0;
  }

  /** Twice the smaller tail of V over all assignments of signs, at most 1. */
  double exact() {
    int all = count * (count + 1) / 2;
    double[] ways = new double[all + 1];
    ways[0] = 1;
    for (int rank = 1; rank <= count; rank++) {
      for (int sum = all; sum >= rank; sum--) {
        ways[sum] += ways[sum - rank];
      }
    }
    double smaller = Math.min(positive, all - positive);
    double tail = 0;
    for (int sum = 0; sum <= smaller; sum++) {
      tail += ways[sum];
    }
    return Math.min(1, 2 * Math.scalb(tail, -count));
  }

  OptionalDouble normal() {
    double n = count;
    double variance = n * (n + 1) * (2 * n + 1) / 24 - tieSum / 48;
    if (!(variance > 0)) {
      return OptionalDouble.empty();
    }
    double distance = positive - n * (n + 1) / 4;
    double z = (distance - Math.signum(distance) * 0.5) / Math.sqrt(variance);
    return OptionalDouble.of(2 * Distribution.normal().upperTail(Math.abs(z)));
  }
}
