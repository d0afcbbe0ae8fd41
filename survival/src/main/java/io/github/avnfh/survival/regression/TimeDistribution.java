package io.github.avnfh.survival.regression;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.statistics.Distribution;

/**
 * The distribution of times in a parametric model, by that of the standardized log time z = (log T
 * - x'b) / scale.
 *
 * @see ParametricRegression
 * @see <a href="https://doi.org/10.1002/9781118032985">Kalbfleisch JD, Prentice RL. The Statistical
 *     Analysis of Failure Time Data. 2nd ed. Wiley; 2002, sections 2.2 and 3.2</a>
 */
public enum TimeDistribution implements Coded {
  /** A constant hazard: Weibull's distribution with a scale of 1. R: {@code exponential}. */
  EXPONENTIAL("exponential", LogTime.EXTREME_VALUE),

  /**
   * A hazard that rises or falls as a power of time, proportional between hips: S(t) =
   * exp(-exp(z)). R: {@code weibull}.
   */
  WEIBULL("weibull", LogTime.EXTREME_VALUE),

  /** A log time of normal distribution. R: {@code lognormal}. */
  LOG_NORMAL("lognormal", LogTime.NORMAL),

  /** A log time of logistic distribution: S(t) = 1 / (1 + exp(z)). R: {@code loglogistic}. */
  LOG_LOGISTIC("loglogistic", LogTime.LOGISTIC);

  private final String code;
  private final LogTime logTime;

  TimeDistribution(String code, LogTime logTime) {
    this.code = code;
    this.logTime = logTime;
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the distribution
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static TimeDistribution parse(String text) {
    return Coded.parse(values(), text, "a distribution of times");
  }

  @Override
  public String code() {
    return code;
  }

  boolean hasFreeScale() {
    return this != EXPONENTIAL;
  }

  LogTime logTime() {
    return logTime;
  }

  /**
   * The standardized log time: its density f, survival S and probability F = 1 - S, as logarithms.
   */
  enum LogTime {
    EXTREME_VALUE {
      @Override
      double logDensity(double z) {
        // log f = z - e^z and S = exp(-e^z)
        return z - Math.exp(z);
      }

      @Override
      double slope(double z) {
        // 1 - e^z, with its digits near 0
        return -Math.expm1(z);
      }

      @Override
      double curvature(double z) {
        return -Math.exp(z);
      }

      @Override
      double logSurvival(double z) {
        return -Math.exp(z);
      }

      @Override
      double logProbability(double z) {
        // F = 1 - exp(-e^z)
        return Math.log(-Math.expm1(-Math.exp(z)));
      }

      @Override
      double quantile(double probability) {
        // z = log(-log(1 - p))
        return Math.log(-Math.log1p(-probability));
      }
    },

    NORMAL {
      @Override
      double logDensity(double z) {
        return -z * z / 2 - Math.log(2 * Math.PI) / 2;
      }

      @Override
      double slope(double z) {
        return -z;
      }

      @Override
      double curvature(double z) {
        return -1;
      }

      @Override
      double logSurvival(double z) {
        return Distribution.normal().logUpperTail(z);
      }

      @Override
      double logProbability(double z) {
        return logSurvival(-z);
      }

      @Override
      double quantile(double probability) {
        return Distribution.normal().quantile(probability);
      }
    },

    LOGISTIC {
      @Override
      double logDensity(double z) {
        // f = e^z / (1 + e^z)^2 = e^z S^2
        return z + 2 * logSurvival(z);
      }

      @Override
      double slope(double z) {
        // 1 - 2 F = (1 - e^z) / (1 + e^z)
        return -Math.tanh(z / 2);
      }

      @Override
      double curvature(double z) {
        // d(1 - 2 F)/dz = -2 f
        return -2 * Math.exp(logDensity(z));
      }

      @Override
      double logSurvival(double z) {
        // -log(1 + e^z), which does not overflow
        return z > 0 ? -z - Math.log1p(Math.exp(-z)) : -Math.log1p(Math.exp(z));
      }

      @Override
      double logProbability(double z) {
        return logSurvival(-z);
      }

      @Override
      double quantile(double probability) {
        return Math.log(probability) - Math.log1p(-probability);
      }
    };

    abstract double logDensity(double z);

    /** The first derivative of the logarithm of the density. */
    abstract double slope(double z);

    /** The second derivative of the logarithm of the density. */
    abstract double curvature(double z);

    abstract double logSurvival(double z);

    abstract double logProbability(double z);

    abstract double quantile(double probability);
  }
}
