package io.github.avnfh.survival.internal;

/**
 * When two times that are not whole days count as one.
 *
 * <p>Two neighbors among the sorted distinct times are tied if they differ by no more than
 * 2<sup>-26</sup> (about 1.49e-8), or by no more than that share of the mean time. Ties chain, and
 * a chain is represented by its smallest member.
 *
 * @see <a href="https://cran.r-project.org/package=survival">Therneau TM. A package for survival
 *     analysis in R, manual page of aeqSurv and vignette on tied times</a>
 */
final class TieRule {
  static final double TOLERANCE = 0x1.0p-26;

  /** More than what a sum of two thousand million times may lose to rounding. */
  private static final double DOUBT = 1e-6;

  private final double surely;
  private final double atMost;
  private final double mean;

  /** The rule for distinct times of that mean. */
  TieRule(double mean) {
    this.surely = Math.max(TOLERANCE, TOLERANCE * mean * (1 - DOUBT));
    this.atMost = Math.max(TOLERANCE, TOLERANCE * mean * (1 + DOUBT));
    this.mean = mean;
  }

  /** Tells whether two neighbors among the distinct times may be tied. */
  boolean mayTie(double earlier, double later) {
    return later - earlier <= atMost;
  }

  /** Tells whether two that may be tied depend on every digit of the mean. */
  boolean isDoubtful(double earlier, double later) {
    return later - earlier > surely;
  }

  /** Tells whether two neighbors among the distinct times count as one. */
  boolean ties(double earlier, double later) {
    double step = later - earlier;
    return step <= TOLERANCE || (step <= atMost && step / mean <= TOLERANCE);
  }

  /** For each of the distinct times the index of the smallest that it is tied to, or its own. */
  static int[] smallest(double[] distinct) {
    TieRule rule = new TieRule(mean(distinct));
    int[] smallest = new int[distinct.length];
    for (int i = 1; i < distinct.length; i++) {
      smallest[i] = rule.ties(distinct[i - 1], distinct[i]) ? smallest[i - 1] : i;
    }
    return smallest;
  }

  /** The mean of distinct times, summed in their order. */
  static double mean(double[] distinct) {
    double mean = 0;
    for (double value : distinct) {
      // each share on its own, since the sum of very long times may overflow
      mean += value / distinct.length;
    }
    return mean;
  }
}
