package io.github.avnfh.core.statistics;

/**
 * The regularized incomplete beta function I(x; a, b), from x and y = 1 - x, each with all its
 * digits.
 *
 * <p>It is a kernel x^a y^b / B(a, b) times a continued fraction; the kernel is that of a binomial
 * density, taken about its maximum, so that no large logarithms cancel.
 *
 * @see <a href="https://dlmf.nist.gov/8.17">NIST Digital Library of Mathematical Functions 8.17</a>
 */
final class IncompleteBeta {
  private static final int LONGEST = 100_000_000;

  private IncompleteBeta() {}

  static double of(double a, double b, double x, double y) {
    if (x <= 0) {
      return 0;
    }
    // the fraction converges fast below about the mean; above it I(x; a, b) = 1 - I(y; b, a)
    if (x > (a + 1) / (a + b + 2)) {
      return 1 - small(b, a, y, x);
    }
    return small(a, b, x, y);
  }

  private static double small(double a, double b, double x, double y) {
    double kernel = kernel(a, b, x, y);
    return kernel == 0 ? 0 : kernel / fraction(a, b, x, y);
  }

  /** The logarithm of I where it underflows. */
  static double logOf(double a, double b, double x, double y) {
    return logKernel(a, b, x, y) - Math.log(fraction(a, b, x, y));
  }

  /**
   * x^a y^b / B(a, b) = sqrt(a b / (2 pi n)) exp(r(n) - r(a) - r(b)) (n x / a)^a (n y / b)^b with n
   * = a + b and r the remainder of Stirling's formula. As n x - a = b - n y, it is taken from the
   * smaller of x and y, and in the middle the two first-order terms cancel without being formed.
   */
  static double kernel(double a, double b, double x, double y) {
    double n = a + b;
    double excess = excess(a, b, x, y);
    // (n x / a)^a (n y / b)^b = (1 + e)^a (1 + f)^b with a e + b f = 0
    double e = excess / a;
    double f = -excess / b;
    double scale = scale(a, b);
    if (StirlingSeries.isNear(e) && StirlingSeries.isNear(f)) {
      return scale
          * Math.exp(a * StirlingSeries.logMinusLinear(e) + b * StirlingSeries.logMinusLinear(f));
    }
    double powerOfX = StirlingSeries.logPower(e, n * x / a, a);
    double powerOfY = StirlingSeries.logPower(f, n * y / b, b);
    return StirlingSeries.areModerate(powerOfX, powerOfY)
        ? scale * StirlingSeries.power(e, n * x / a, a) * StirlingSeries.power(f, n * y / b, b)
        : scale * Math.exp(powerOfX + powerOfY);
  }

  private static double excess(double a, double b, double x, double y) {
    double n = a + b;
    // n x - a with one rounding: the product is not rounded before a is taken off
    return x < y ? Math.fma(n, x, -a) : -Math.fma(n, y, -b);
  }

  private static double scale(double a, double b) {
    double n = a + b;
    return Math.sqrt(a / n * b / (2 * Math.PI))
        * Math.exp(StirlingSeries.remainder(n)
            - StirlingSeries.remainder(a)
            - StirlingSeries.remainder(b));
  }

  private static double logKernel(double a, double b, double x, double y) {
    double n = a + b;
    double excess = excess(a, b, x, y);
    return Math.log(scale(a, b))
        + StirlingSeries.logPower(excess / a, n * x / a, a)
        + StirlingSeries.logPower(-excess / b, n * y / b, b);
  }

  /**
   * kernel / I = beta(1) + alpha(2)/(beta(2) + alpha(3)/(beta(3) + ...)), where with l = a - n x:
   * alpha(m + 1) = (a + m - 1) (a + b + m - 1) m (b - m) x^2 / (a + 2m - 1)^2, and beta(m + 1) = m
   * + m (b - m) x / (a + 2m - 1) + (a + m) (l + 1 + m (1 + y)) / (a + 2m + 1).
   *
   * <p>It takes l and y, never 1 - x, so that x may lie close to 1.
   *
   * @see <a href="https://doi.org/10.1145/131766.131776">DiDonato AR, Morris AH. Algorithm 708:
   *     significant digit computation of the incomplete beta function ratios. ACM Trans Math Softw
   *     1992;18:360-373</a>
   */
  private static double fraction(double a, double b, double x, double y) {
    double less = -excess(a, b, x, y);
    // beta(1) = a (l + 1) / (a + 1)
    double c = a * ((less + 1) / (a + 1));
    double d = 0;
    double result = c;
    for (int m = 1; m < LONGEST; m++) {
      double q = m * ((b - m) / (a + 2.0 * m - 1)) * x;
      double alpha = (a + m - 1) * ((a + b + m - 1) / (a + 2.0 * m - 1)) * q * x;
      double beta = m + q + (a + m) / (a + 2.0 * m + 1) * (less + 1 + m * (1 + y));
      // Lentz: the fraction as a product of ratios c d of its numerators and denominators
      d = 1 / IncompleteGamma.notZero(beta + alpha * d);
      c = IncompleteGamma.notZero(beta + alpha / c);
      double factor = c * d;
      result *= factor;
      if (Math.abs(factor - 1) <= Math.ulp(1.0)) {
        break;
      }
    }
    return result;
  }
}
