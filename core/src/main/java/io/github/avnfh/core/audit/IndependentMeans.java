package io.github.avnfh.core.audit;

import io.github.avnfh.core.statistics.Distribution;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a test between independent groups can have given, from their means, standard deviations and
 * numbers: the bounds over all numbers that print so.
 *
 * <p>The analysis of variance has {@code F = sum(ni (mi - m)^2) / (k - 1) / (sum((ni - 1) si^2) /
 * (N - k))} with k - 1 and N - k degrees of freedom; with two groups it is Student's test, {@code F
 * = t^2}. Welch's test of two groups has {@code t^2 = (m1 - m2)^2 / (a1 + a2)} with {@code ai =
 * si^2 / ni} and {@code (a1 + a2)^2 / (a1^2 / (n1 - 1) + a2^2 / (n2 - 1))} degrees of freedom.
 */
final class IndependentMeans {
  private static final int MOST_CORNERS = 12;
  private static final int HALVINGS = 200;

  private final int groups;
  private final double[] numbers;
  private final double[][] means;
  private final double[][] variances;

  IndependentMeans(List<Claim> claims, boolean byAnyRounding) {
    this.groups = claims.size();
    this.numbers = claims.stream().mapToDouble(claim -> claim.of().get(0)).toArray();
    this.means = claims.stream()
        .map(claim -> ends(claim.number().orElseThrow(), byAnyRounding))
        .toArray(double[][]::new);
    this.variances = claims.stream()
        .map(claim -> ends(claim.standardDeviation().orElseThrow(), byAnyRounding))
        .map(deviation -> new double[] {square(Math.max(0, deviation[0])), square(deviation[1])})
        .toArray(double[][]::new);
  }

  /** Whether all print a mean, a standard deviation and one number of two or more values. */
  static boolean areTestable(List<Claim> claims) {
    return claims.stream()
        .allMatch(claim -> claim.number().isPresent()
            && claim.standardDeviation().isPresent()
            && claim.of().size() == 1
            && claim.of().get(0) > 1);
  }

  private static double[] ends(PrintedNumber printed, boolean byAnyRounding) {
    Range range = Range.before(printed, byAnyRounding);
    return new double[] {range.low.value(), range.high.value()};
  }

  private static double square(double number) {
    return number * number;
  }

  /** The p values of the analysis of variance, and so of Student's test of two groups. */
  Comparison.Bounds pooled() {
    double freedom = DoubleStream.of(numbers).sum() - groups;
    double[] within = {0, 0};
    for (int group = 0; group < groups; group++) {
      within[0] += (numbers[group] - 1) * variances[group][0];
      within[1] += (numbers[group] - 1) * variances[group][1];
    }
    Distribution f = Distribution.f(groups - 1.0, freedom);
    // F = (between / (k - 1)) / (within / (N - k))
    double scale = freedom / (groups - 1.0);
    return new Comparison.Bounds(
        tail(f, greatestBetween() * scale, within[0]), tail(f, leastBetween() * scale, within[1]));
  }

  private static double tail(Distribution f, double squares, double error) {
    if (error == 0) {
      return squares == 0 ? 1 : 0;
    }
    return f.upperTail(squares / error);
  }

  /**
   * The least sum of squares between groups: that about the center from which all means are least
   * far, each as near to it as its print allows. The sum of their distances rises with the center.
   */
  private double leastBetween() {
    double low = DoubleStream.of(means[0]).min().orElseThrow();
    double high = low;
    for (double[] mean : means) {
      low = Math.min(low, mean[0]);
      high = Math.max(high, mean[1]);
    }
    for (int halving = 0; halving < HALVINGS; halving++) {
      double center = (low + high) / 2;
      // the derivative of sum of n (c - nearest)^2 is 2 sum of n (c - nearest), which rises with c
      double off = 0;
      for (int group = 0; group < groups; group++) {
        off += numbers[group] * (center - nearest(group, center));
      }
      low = off < 0 ? center : low;
      high = off < 0 ? high : center;
    }
    double squares = 0;
    for (int group = 0; group < groups; group++) {
      squares += numbers[group] * square(high - nearest(group, high));
    }
    return squares;
  }

  private double nearest(int group, double center) {
    return Math.max(means[group][0], Math.min(means[group][1], center));
  }

  /**
   * The greatest sum of squares between groups, which has every mean at an end of its range; of
   * many groups a bound on it, each mean as far from the others as its print allows.
   */
  private double greatestBetween() {
    double greatest = 0;
    for (int corner = 0; groups <= MOST_CORNERS && corner < 1 << groups; corner++) {
      // a convex function of the means is greatest at a corner; bit g says which end of group g
      greatest = Math.max(greatest, between(corner));
    }
    return groups <= MOST_CORNERS ? greatest : between(0) * 2 + widths() * 2;
  }

  /** With m = l + d the square about the mean is at most twice those of l and of d. */
  private double widths() {
    double squares = 0;
    for (int group = 0; group < groups; group++) {
      squares += numbers[group] * square(means[group][1] - means[group][0]);
    }
    return squares;
  }

  private double between(int corner) {
    double all = DoubleStream.of(numbers).sum();
    double sum = 0;
    for (int group = 0; group < groups; group++) {
      sum += numbers[group] * means[group][corner >> group & 1];
    }
    double squares = 0;
    for (int group = 0; group < groups; group++) {
      squares += numbers[group] * square(means[group][corner >> group & 1] - sum / all);
    }
    return squares;
  }

  /** The p values of Welch's test of two groups. */
  Comparison.Bounds separate() {
    // the least and the greatest |m1 - m2| of the two ranges
    double gap = Math.max(0, Math.max(means[0][0] - means[1][1], means[1][0] - means[0][1]));
    double width = Math.max(means[0][1] - means[1][0], means[1][1] - means[0][0]);
    double[] one = {variances[0][0] / numbers[0], variances[0][1] / numbers[0]};
    double[] other = {variances[1][0] / numbers[1], variances[1][1] / numbers[1]};
    if (one[0] + other[0] == 0) {
      return new Comparison.Bounds(0, 1);
    }
    // the degrees of freedom are greatest where a1 / (n1 - 1) = a2 / (n2 - 1), and fall on both
    // sides
    double[] ends = {freedom(one[0], other[1]), freedom(one[1], other[0])};
    double all = numbers[0] + numbers[1] - 2;
    // whether some a1 / a2 in reach equals (n1 - 1) / (n2 - 1), where all N - 2 are left
    boolean isCrossed = one[0] * (numbers[1] - 1) <= other[1] * (numbers[0] - 1)
        && one[1] * (numbers[1] - 1) >= other[0] * (numbers[0] - 1);
    double most = isCrossed ? all : Math.max(ends[0], ends[1]);
    double fewest = Math.min(ends[0], ends[1]);
    return new Comparison.Bounds(
        Distribution.f(1, most).upperTail(square(width) / (one[0] + other[0])),
        Distribution.f(1, fewest).upperTail(square(gap) / (one[1] + other[1])));
  }

  private double freedom(double one, double other) {
    return square(one + other)
        / (square(one) / (numbers[0] - 1) + square(other) / (numbers[1] - 1));
  }
}
