package io.github.avnfh.examples.validity;

import java.util.Random;

/**
 * What makes the two hips of a patient alike: a factor Z of mean 1 on the hazard of both.
 *
 * @param kind its distribution
 * @param variance the variance of Z, above 0 unless there is none
 */
public record Frailty(Kind kind, double variance) {
  /** Points of the quadrature over the normal variate of a log-normal factor. */
  private static final int POINTS = 400;

  private static final double REACH = 9;

  /** The distribution of the factor. */
  public enum Kind {
    /** Hips are independent. */
    NONE,
    /** Gamma with shape 1 / variance. */
    GAMMA,
    /** The exponential of a normal variate with variance {@code ln(1 + variance)}. */
    LOG_NORMAL
  }

  /**
   * Returns no dependence.
   *
   * @return the factor 1
   */
  public static Frailty none() {
    return new Frailty(Kind.NONE, 0);
  }

  /**
   * Returns a gamma factor.
   *
   * @param variance above 0
   * @return the factor
   */
  public static Frailty gamma(double variance) {
    return new Frailty(Kind.GAMMA, variance);
  }

  /**
   * Returns a log-normal factor.
   *
   * @param variance of the factor itself, above 0
   * @return the factor
   */
  public static Frailty logNormal(double variance) {
    return new Frailty(Kind.LOG_NORMAL, variance);
  }

  /**
   * Returns the survival of a hip whose patient is not known, {@code E exp(-Z h)}: in closed form,
   * and by quadrature for the log-normal factor.
   *
   * @param hazard the cumulative hazard h at Z = 1
   * @return the survival, 0 to 1
   */
  public double survival(double hazard) {
    return switch (kind) {
      case NONE -> Math.exp(-hazard);
      case GAMMA -> Math.pow(1 + variance * hazard, -1 / variance);
      case LOG_NORMAL -> logNormalSurvival(hazard);
    };
  }

  private double logNormalSurvival(double hazard) {
    double spread = Math.sqrt(Math.log1p(variance));
    double sum = 0;
    double weights = 0;
    for (int point = 0; point <= POINTS; point++) {
      double x = REACH * (2.0 * point / POINTS - 1);
      double weight = Math.exp(-x * x / 2);
      weights += weight;
      sum += weight * Math.exp(-hazard * Math.exp(spread * x - spread * spread / 2));
    }
    return sum / weights;
  }

  /**
   * Returns the cumulative hazard at which the survival is a given one.
   *
   * @param survival above 0 and at most 1
   * @return the hazard, by halving
   */
  public double hazard(double survival) {
    double low = 0;
    double high = 1;
    while (survival(high) > survival) {
      high *= 2;
    }
    for (int halving = 0; halving < 60; halving++) {
      double middle = (low + high) / 2;
      if (survival(middle) > survival) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  double draw(Random random) {
    return switch (kind) {
      case NONE -> 1;
      case GAMMA -> variance * gamma(1 / variance, random);
      case LOG_NORMAL -> {
        double spread = Math.sqrt(Math.log1p(variance));
        yield Math.exp(spread * random.nextGaussian() - spread * spread / 2);
      }
    };
  }

  /**
   * Marsaglia G, Tsang WW. ACM Trans Math Softw 2000;26:363-372; below shape 1 by a power of a
   * uniform.
   */
  private static double gamma(double shape, Random random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
