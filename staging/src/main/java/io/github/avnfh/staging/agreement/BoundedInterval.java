package io.github.avnfh.staging.agreement;

import io.github.avnfh.core.statistics.Distribution;

/** The t interval of a coefficient on Fisher's z, stretched from its range to the whole line. */
final class BoundedInterval {
  static final String CONVENTION = "t interval on Fisher's z with patients - 1 degrees of freedom,"
      + " standard error by the jackknife over patients";

  private BoundedInterval() {}

  /**
   * With {@code u = (estimate - lowest) / (1 - lowest)} Fisher's z is {@code ln(u / (1 - u)) / 2},
   * and its standard error that of u over {@code 2 u (1 - u)}.
   */
  static Limits of(double estimate, double lowest, double error, int patients, double level) {
    double width = 1 - lowest;
    double position = (estimate - lowest) / width;
    // on logit u = 2 z, whose standard error is se(u) / (u (1 - u)), with se(u) = error / width
    double reach = Distribution.studentT(patients - 1.0).upperQuantile((1 - level) / 2)
        * error
        / (width * position * (1 - position));
    // an estimate at an end of its range, or one that rests on one patient
    if (!Double.isFinite(reach)) {
      return Limits.of(lowest, 1, level);
    }
    double center = Math.log(position / (1 - position));
    return Limits.of(
        lowest + width * inverseLogit(center - reach),
        lowest + width * inverseLogit(center + reach),
        level);
  }

  private static double inverseLogit(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
