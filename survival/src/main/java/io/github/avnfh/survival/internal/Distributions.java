package io.github.avnfh.survival.internal;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** The distributions that limits and tests need; relative errors are below 1e-13. */
public final class Distributions {
  private static final double LARGEST_LOG_ODDS = 700;
  private static final int LONGEST_FRACTION = 1_000;
  private static final double SMALLEST = 1e-300;

  private Distributions() {}

  /**
   * Returns the standard normal quantile that leaves equal tails outside a central interval.
   *
   * @param level the probability inside the interval, between 0 and 1
   * @return the quantile, 1.959963984540054 for a level of 0.95
   */
  public static double normalQuantile(double level) {
    return Math.sqrt(2) * Erf.erfInv(level);
  }

  /**
   * Returns the standard normal quantile of an upper tail.
   *
   * @param tail the probability above the quantile, above 0 and at most 0.5
   * @return the quantile, 0 or more
   */
  public static double normalUpperQuantile(double tail) {
    return solve(x -> Erf.erfc(x / Math.sqrt(2)) / 2, tail);
  }

  /**
   * Returns a quantile of Student's t distribution.
   *
   * @param tail the probability above the quantile, above 0 and at most 0.5
   * @param degreesOfFreedom the degrees of freedom, positive
   * @return the quantile, 0 or more
   */
  public static double tUpperQuantile(double tail, double degreesOfFreedom) {
    return solve(t -> tTail(t, degreesOfFreedom), tail);
  }

  private static double tTail(double t, double df) {
    return t * t < df
        ? 0.5 - Beta.regularizedBeta(t * t / (df + t * t), 0.5, df / 2) / 2
        : Beta.regularizedBeta(df / (df + t * t), df / 2, 0.5) / 2;
  }

  private static double solve(DoubleUnaryOperator tailOf, double tail) {
    double low = 0;
    double high = 1;
    while (tailOf.applyAsDouble(high) > tail && high < 1e300) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < 60 && high - low > Math.ulp(low); i++) {
      double middle = low + (high - low) / 2;
      if (tailOf.applyAsDouble(middle) > tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (high - low) / 2;
  }

  /**
   * Returns a quantile of the beta distribution.
   *
   * @param probability the probability below the quantile
   * @param alpha the first shape, positive
   * @param beta the second shape, positive
   * @return the quantile
   */
  public static double betaQuantile(double probability, double alpha, double beta) {
    // halving the logarithm of the odds finds quantiles near 0 and near 1 alike
    double low = -LARGEST_LOG_ODDS;
    double high = LARGEST_LOG_ODDS;
    for (int i = 0; i < LONGEST_FRACTION && high - low > Math.ulp(low); i++) {
      double middle = low + (high - low) / 2;
      if (isAbove(probability, Math.exp(middle), alpha, beta)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    double odds = Math.exp(low + (high - low) / 2);
    return odds / (1 + odds);
  }

  /** Whether the quantile lies below those odds; the smaller tail is the better known one. */
  private static boolean isAbove(double probability, double odds, double alpha, double beta) {
    double x = odds / (1 + odds);
    return probability <= 0.5
        ? Beta.regularizedBeta(x, alpha, beta) > probability
        : Beta.regularizedBeta(1 / (1 + odds), beta, alpha) < 1 - probability;
  }

  /**
   * Returns the probability that a chi-square variable exceeds a value.
   *
   * @param value the value, at least 0
   * @param degreesOfFreedom the degrees of freedom, at least 1
   * @return the upper tail; 0 where it is below the smallest double, but then
   *     {@link #logChiSquareTail} is not
   */
  public static double chiSquareTail(double value, int degreesOfFreedom) {
    return Math.exp(logChiSquareTail(value, degreesOfFreedom));
  }

  /**
   * Returns the natural logarithm of the probability that a chi-square variable exceeds a value.
   *
   * @param value the value, at least 0
   * @param degreesOfFreedom the degrees of freedom, at least 1
   * @return the logarithm of the upper tail, which does not underflow
   */
  public static double logChiSquareTail(double value, int degreesOfFreedom) {
    double a = degreesOfFreedom / 2.0;
    double x = value / 2;
    return x < a + 1
        ? Math.log1p(-Gamma.regularizedGammaP(a, x))
        : a * Math.log(x) - x - Gamma.logGamma(a) + Math.log(fraction(a, x));
  }

  /** The continued fraction of the incomplete gamma function, by Lentz's method. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / SMALLEST;
    double d = 1 / b;
    double result = d;
    for (int i = 1; i <= LONGEST_FRACTION; i++) {
      double term = -i * (i - a);
      b += 2;
      d = 1 / notZero(term * d + b);
      c = notZero(b + term / c);
      double factor = d * c;
      result *= factor;
      if (Math.abs(factor - 1) < Math.ulp(1.0)) {
        break;
      }
    }
    return result;
  }

  private static double notZero(double value) {
    return Math.abs(value) < SMALLEST ? SMALLEST : value;
  }
}
