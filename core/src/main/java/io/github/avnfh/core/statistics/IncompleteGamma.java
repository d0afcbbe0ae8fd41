package io.github.avnfh.core.statistics;

/**
 * The incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x).
 *
 * <p>Both are a kernel x^a exp(-x) / Gamma(a) times a series or a continued fraction; the kernel is
 * taken about its maximum, so that no large logarithms cancel.
 *
 * @see <a href="https://dlmf.nist.gov/8.9">NIST Digital Library of Mathematical Functions 8.7, 8.9
 *     </a>
 */
final class IncompleteGamma {
  private static final int LONGEST = 100_000_000;
  private static final double SMALLEST = 1e-300;

  private IncompleteGamma() {}

  static double lower(double a, double x) {
    // the series converges fast below a + 1, the fraction above
    return x < a + 1 ? kernel(a, x) * series(a, x) : 1 - upper(a, x);
  }

  static double upper(double a, double x) {
    if (Double.isInfinite(x)) {
      return 0;
    }
    if (x < a + 1) {
      return 1 - lower(a, x);
    }
    double kernel = kernel(a, x);
    return kernel == 0 ? 0 : kernel * fraction(a, x);
  }

  /** The logarithm of Q where Q underflows. */
  static double logUpper(double a, double x) {
    return logKernel(a, x) + Math.log(fraction(a, x));
  }

  /** x^a exp(-x) / Gamma(a) = sqrt(a / (2 pi)) exp(-remainder(a)) (x / a)^a exp(a - x). */
  static double kernel(double a, double x) {
    // (x / a)^a exp(a - x) = exp(a (log(1 + e) - e)) with x = a (1 + e)
    double e = (x - a) / a;
    double scale = Math.sqrt(a / (2 * Math.PI)) * Math.exp(-StirlingSeries.remainder(a));
    if (StirlingSeries.isNear(e)) {
      return scale * Math.exp(a * StirlingSeries.logMinusLinear(e));
    }
    double power = StirlingSeries.logPower(e, x / a, a);
    return StirlingSeries.areModerate(power, a - x)
        ? scale * StirlingSeries.power(e, x / a, a) * Math.exp(a - x)
        : scale * Math.exp(power + (a - x));
  }

  private static double logKernel(double a, double x) {
    return 0.5 * Math.log(a / (2 * Math.PI))
        - StirlingSeries.remainder(a)
        + StirlingSeries.logPower((x - a) / a, x / a, a)
        + (a - x);
  }

  /** P / kernel = 1/a + x/(a (a + 1)) + x^2/(a (a + 1) (a + 2)) + ... */
  private static double series(double a, double x) {
    CompensatedSum sum = new CompensatedSum();
    double term = 1 / a;
    // terms fall by x / (a + i) < 1, so that those left out are of the size of the last one
    for (int i = 1; term > sum.value() * Math.ulp(1.0) / 8 && i < LONGEST; i++) {
      sum.add(term);
      term *= x / (a + i);
    }
    return sum.value();
  }

  /** Q / kernel = 1/(x + 1 - a - 1 (1 - a)/(x + 3 - a - 2 (2 - a)/(x + 5 - a - ...))), by Lentz. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / SMALLEST;
    double d = 1 / b;
    double result = d;
    for (int i = 1; i < LONGEST; i++) {
      // partial numerators -i (i - a), partial denominators x + 2 i + 1 - a
      double term = -i * (i - a);
      b += 2;
      d = 1 / notZero(term * d + b);
      c = notZero(b + term / c);
      double factor = d * c;
      result *= factor;
      if (Math.abs(factor - 1) <= Math.ulp(1.0)) {
        break;
      }
    }
    return result;
  }

  static double notZero(double value) {
    return Math.abs(value) < SMALLEST ? SMALLEST : value;
  }
}
