package io.github.avnfh.survival.interval;

import java.util.Arrays;

/**
 * The masses of the innermost intervals with the greatest likelihood.
 *
 * <p>Steps of expectation and maximization take turns with steps of the iterative convex minorant,
 * which fits cumulative masses by isotonic regression and so sets masses to 0. They end when no
 * interval's gradient exceeds the number of rows by more than the fraction 1e-10: by the condition
 * of Karush, Kuhn and Tucker the likelihood of n rows is then within n times that fraction of its
 * greatest logarithm.
 */
final class NpmleFit {
  static final double TOLERANCE = 1e-10;
  private static final int MOST_STEPS = 20_000;
  private static final int MOST_HALVINGS = 40;

  private final InnermostIntervals intervals;
  private final double rows;
  private double[] masses;
  private double[] held;
  private double[] gradient;
  private double gap;

  NpmleFit(InnermostIntervals intervals) {
    this.intervals = intervals;
    double sum = 0;
    for (int kind = 0; kind < intervals.distinct(); kind++) {
      sum += intervals.count(kind);
    }
    rows = sum;
    masses = new double[intervals.size()];
    Arrays.fill(masses, 1.0 / masses.length);
    held = held(masses);
    gradient = gradient(held);
    gap = gap();
    for (int step = 0; step < MOST_STEPS && gap > TOLERANCE; step++) {
      move(expected());
      convexMinorant();
      gap = gap();
    }
  }

  double[] masses() {
    return masses;
  }

  /** By what fraction the largest gradient exceeds the number of rows. */
  double optimalityGap() {
    return gap;
  }

  private void move(double[] to) {
    masses = to;
    held = held(to);
    gradient = gradient(held);
  }

  /** The probability that each kind of rows holds. */
  private double[] held(double[] p) {
    double[] cumulative = new double[p.length + 1];
    for (int i = 0; i < p.length; i++) {
      cumulative[i + 1] = cumulative[i] + p[i];
    }
    double[] sums = new double[intervals.distinct()];
    for (int kind = 0; kind < sums.length; kind++) {
      // intervals of a row are neighbors: its probability is a difference of cumulative masses
      sums[kind] = cumulative[intervals.last(kind) + 1] - cumulative[intervals.first(kind)];
    }
    return sums;
  }

  /** The derivative of the logarithm of the likelihood by each mass, divided by the rows. */
  private double[] gradient(double[] sums) {
    double[] change = new double[intervals.size() + 1];
    for (int kind = 0; kind < sums.length; kind++) {
      // d log L / d p_j = sum over rows that hold j of 1 / (probability held), over n
      double slope = intervals.count(kind) / sums[kind] / rows;
      change[intervals.first(kind)] += slope;
      change[intervals.last(kind) + 1] -= slope;
    }
    double[] slopes = new double[intervals.size()];
    double slope = 0;
    for (int i = 0; i < slopes.length; i++) {
      slope += change[i];
      slopes[i] = slope;
    }
    return slopes;
  }

  private double gap() {
    // Karush, Kuhn and Tucker: at the maximum all gradients over n are at most 1, and 1 where p > 0
    return Arrays.stream(gradient).max().orElse(1) - 1;
  }

  private double logLikelihood(double[] sums) {
    double sum = 0;
    for (int kind = 0; kind < sums.length; kind++) {
      sum += intervals.count(kind) * Math.log(sums[kind]);
    }
    return sum;
  }

  double logLikelihood() {
    return logLikelihood(held);
  }

  private double[] expected() {
    double[] p = new double[masses.length];
    double total = 0;
    for (int i = 0; i < p.length; i++) {
      // expectation and maximization: p_j is the mean probability of j given each row's interval
      p[i] = masses[i] * gradient[i];
      total += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= total;
    }
    return p;
  }

  private void convexMinorant() {
    double[] target = target();
    double before = logLikelihood(held);
    double fraction = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double[] p = between(target, fraction);
      if (logLikelihood(held(p)) > before) {
        move(p);
        return;
      }
      fraction /= 2;
    }
  }

  private double[] between(double[] target, double fraction) {
    double[] p = new double[masses.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = (1 - fraction) * masses[i] + fraction * target[i];
    }
    return p;
  }

  /** The masses whose sums are the isotonic regression of a Newton step in each sum alone. */
  private double[] target() {
    int inner = masses.length - 1;
    double[] curvature = curvature();
    double[] sums = new double[inner];
    double cumulative = 0;
    for (int i = 0; i < inner; i++) {
      cumulative += masses[i];
      // d log L / dF_i = g_i - g_(i+1): F_i ends interval i and begins the next
      sums[i] = cumulative + (gradient[i] - gradient[i + 1]) / curvature[i];
    }
    double[] fitted = PoolAdjacentViolators.fit(sums, curvature);
    double[] p = new double[masses.length];
    double before = 0;
    for (int i = 0; i < inner; i++) {
      p[i] = fitted[i] - before;
      before = fitted[i];
    }
    p[inner] = 1 - before;
    return p;
  }

  private double[] curvature() {
    double[] curvature = new double[masses.length];
    for (int kind = 0; kind < held.length; kind++) {
      // the diagonal of minus the second derivatives: a row depends on the two F at its ends only
      double bend = intervals.count(kind) / (held[kind] * held[kind]) / rows;
      curvature[intervals.last(kind)] += bend;
      if (intervals.first(kind) > 0) {
        curvature[intervals.first(kind) - 1] += bend;
      }
    }
    return curvature;
  }
}
