package io.github.avnfh.staging.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What all coefficients that correct for chance have in common, and their interval by patient. */
final class ChanceCorrected {
  private static final String FULL =
      "all readings agree: exact lower limit of the observed agreement,"
          + " n = patients, at the chance agreement of the sample";

  /** Sums of proportions that are 1 but for rounding. */
  private static final double ROUNDING = 1e-13;

  private static final double NO_SPREAD = 1e-12;

  private final double observed;
  private final double expected;
  private final double lowest;

  ChanceCorrected(double observed, double expected, double lowest) {
    this.observed = observed;
    this.expected = expected;
    this.lowest = lowest;
  }

  /** Not a number where chance alone gives full agreement. */
  static double coefficient(double observed, double expected) {
    return isWhole(expected) ? Double.NaN : (observed - expected) / (1 - expected);
  }

  private double noLessByRounding(double coefficient) {
    return coefficient > lowest - ROUNDING ? Math.max(lowest, coefficient) : coefficient;
  }

  static boolean isWhole(double proportion) {
    return proportion > 1 - ROUNDING;
  }

  /** A standard error that is a sum of rounding errors stands for none. */
  static double unlessRounding(double error) {
    return error < NO_SPREAD ? 0 : error;
  }

  static double sum(double[] terms) {
    return Arrays.stream(terms).sum();
  }

  /** By Fisher's z. */
  Coefficient byPatient(
      Coefficient.Builder result,
      PatientJackknife jackknife,
      double[][] contributions,
      ToDoubleFunction<double[]> statistic,
      double level) {
    return byPatient(
        result,
        jackknife,
        contributions,
        statistic,
        level,
        BoundedInterval.CONVENTION,
        (at, by) -> {
          return by > 0
              ? Optional.of(BoundedInterval.of(at, least(at), by, jackknife.patients(), level))
              : Optional.empty();
        });
  }

  /** By the inverted test of a model. */
  Coefficient byPatient(
      Coefficient.Builder result,
      PatientJackknife jackknife,
      double[][] contributions,
      ToDoubleFunction<double[]> statistic,
      double level,
      ScoreInterval interval) {
    return byPatient(
        result, jackknife, contributions, statistic, level, ScoreInterval.CONVENTION, (at, by) -> {
          return interval.designEffect(at, by) > 0
              ? Optional.of(interval.of(at, least(at), by, jackknife.patients(), level))
              : Optional.empty();
        });
  }

  /** Limits from an estimate and its standard error, 0 or more and perhaps infinite. */
  @FunctionalInterface
  private interface FromError {
    Optional<Limits> limits(double estimate, double error);
  }

  private double least(double coefficient) {
    return Math.min(lowest, coefficient);
  }

  private Coefficient byPatient(
      Coefficient.Builder result,
      PatientJackknife jackknife,
      double[][] contributions,
      ToDoubleFunction<double[]> statistic,
      double level,
      String convention,
      FromError interval) {
    result.convention(isWhole(observed) ? FULL : convention);
    if (isWhole(expected)) {
      return result.build();
    }
    double coefficient = noLessByRounding(coefficient(observed, expected));
    result.estimate(coefficient);
    if (jackknife.patients() < 2) {
      return result.build();
    }
    if (isWhole(observed)) {
      // Clopper and Pearson's lower limit of G agreements in G patients: p^G = alpha / 2
      double exact = Math.pow((1 - level) / 2, 1.0 / jackknife.patients());
      double lower = Math.max(least(coefficient), coefficient(exact, expected));
      return result.standardError(0).interval(Limits.of(lower, 1, level)).build();
    }
    double error = unlessRounding(jackknife.standardError(contributions, statistic));
    interval.limits(coefficient, error).ifPresent(result::interval);
    return result
        .standardError(Double.isFinite(error) ? OptionalDouble.of(error) : OptionalDouble.empty())
        .build();
  }
}
