package io.github.avnfh.survival.compare;

import io.github.avnfh.core.statistics.Distribution;
import java.util.Optional;
import java.util.OptionalDouble;

/** Normal intervals and tests of contrasts. */
final class Wald {
  private Wald() {}

  /** A difference with a normal interval. */
  static Contrast difference(double value, OptionalDouble variance, double level) {
    ImmutableContrast.Builder contrast =
        ImmutableContrast.builder().estimate(value).method(ContrastMethod.WALD);
    variance.ifPresent(known -> {
      double reach = Distribution.normal().upperQuantile((1 - level) / 2) * Math.sqrt(known);
      contrast
          .standardError(Math.sqrt(known))
          .lower(value - reach)
          .upper(value + reach)
          .chiSquare(test(value, known));
    });
    return contrast.build();
  }

  /** A ratio with an interval that is normal on the scale of the logarithm. */
  static Contrast ratio(double value, OptionalDouble variance, double level) {
    ImmutableContrast.Builder contrast =
        ImmutableContrast.builder().estimate(value).method(ContrastMethod.WALD);
    variance.ifPresent(known -> {
      double factor =
          Math.exp(Distribution.normal().upperQuantile((1 - level) / 2) * Math.sqrt(known));
      contrast
          .standardError(Math.sqrt(known))
          .lower(value / factor)
          .upper(value * factor)
          .chiSquare(test(Math.log(value), known));
    });
    return contrast.build();
  }

  private static Optional<ChiSquare> test(double value, double variance) {
    return variance > 0 ? Optional.of(ChiSquare.of(value * value / variance, 1)) : Optional.empty();
  }
}
