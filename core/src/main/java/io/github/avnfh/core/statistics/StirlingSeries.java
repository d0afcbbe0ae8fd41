package io.github.avnfh.core.statistics;

/**
 * What Stirling's formula leaves of a factorial, and powers near and far from 1, so that densities
 * keep their digits where factorials are large.
 *
 * @see <a href="https://dlmf.nist.gov/5.11">NIST Digital Library of Mathematical Functions 5.11</a>
 */
final class StirlingSeries {
  /** From here on five terms of the series leave less than 1e-16. */
  private static final double ASYMPTOTIC = 16;

  /** Where the series of log(1 + e) - e takes over from the logarithm. */
  private static final double NEAR = 0.1;

  private static final double NEGLIGIBLE = 1e-18;
  private static final double LARGEST_EXPONENT = 690;

  private StirlingSeries() {}

  /**
   * log Gamma(z + 1) - ((z + 1/2) log z - z + log(2 pi) / 2), for z above 0; below 16 by the steps
   * from z to z + 1, each (z + 1/2) log(1 + 1/z) - 1.
   */
  static double remainder(double z) {
    double steps = 0;
    double from = z;
    // remainder(z) - remainder(z + 1) = (z + 1/2) log(1 + 1/z) - 1
    while (from < ASYMPTOTIC) {
      steps += (from + 0.5) * Math.log1p(1 / from) - 1;
      from++;
    }
    double q = 1 / (from * from);
    // 1/(12 z) - 1/(360 z^3) + 1/(1260 z^5) - 1/(1680 z^7) + 1/(1188 z^9)
    double series = 1.0 / 12 - q * (1.0 / 360 - q * (1.0 / 1260 - q * (1.0 / 1680 - q / 1188)));
    return steps + series / from;
  }

  /**
   * log(1 + e) - e for e {@link #isNear near} 0, with r = e / (2 + e): -e r + 2 r^3 (1/3 + ...).
   */
  static double logMinusLinear(double e) {
    // log(1 + e) = 2 artanh r = 2 (r + r^3/3 + r^5/5 + ...), and 2 r - e = -e r
    double r = e / (2 + e);
    double square = r * r;
    double sum = 0;
    double power = 1;
    for (int odd = 3; power > NEGLIGIBLE; odd += 2) {
      sum += power / odd;
      power *= square;
    }
    return 2 * r * square * sum - e * r;
  }

  static boolean isNear(double e) {
    return Math.abs(e) <= NEAR;
  }

  /** The logarithm of (1 + e)^n with 1 + e = ratio, from whichever of both has the digits. */
  static double logPower(double e, double ratio, double n) {
    return n * (e > -0.5 && e < 1 ? Math.log1p(e) : Math.log(ratio));
  }

  /** (1 + e)^n with 1 + e = ratio. */
  static double power(double e, double ratio, double n) {
    return e > -0.5 && e < 1 ? Math.exp(n * Math.log1p(e)) : Math.pow(ratio, n);
  }

  /** Whether exponents can be taken one by one without leaving the range of doubles. */
  static boolean areModerate(double one, double other) {
    return Math.abs(one) < LARGEST_EXPONENT && Math.abs(other) < LARGEST_EXPONENT;
  }
}
