package io.github.avnfh.examples.validity;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A method under trial: an interval, which ought to hold the truth in 95 of 100 cohorts, or a test,
 * which ought to reject in 5 of 100 where there is nothing to find.
 *
 * @param <C> what it is tried on
 * @param quantity what it estimates or tests
 * @param name its name in the page
 * @param kind interval or test
 * @param trial what came of it in one cohort
 */
record Method<C>(String quantity, String name, Kind kind, Trial<C> trial) {
  /** The size of a test. */
  private static final double SIZE = 0.05;

  /** What is counted. */
  enum Kind {
    INTERVAL,
    TEST
  }

  /** What came of a method. */
  enum Outcome {
    /** The interval holds the truth, or the test rejects. */
    YES,
    NO,
    /** No interval or no test possible. */
    NO_ANSWER
  }

  /** A trial in one cohort; the truth is that of the quantity in its design. */
  @FunctionalInterface
  interface Trial<C> {
    Outcome of(C cohort, double truth);
  }

  /** Limits of a quantity. */
  record Range(double lower, double upper) {
    static Optional<Range> of(OptionalDouble lower, OptionalDouble upper) {
      return lower.isPresent() && upper.isPresent()
          ? Optional.of(new Range(lower.getAsDouble(), upper.getAsDouble()))
          : Optional.empty();
    }

    /** Estimate plus and minus 1.96 standard errors. */
    static Optional<Range> wald(double estimate, OptionalDouble error) {
      return error.isPresent()
          ? Optional.of(new Range(
              estimate - 1.96 * error.getAsDouble(), estimate + 1.96 * error.getAsDouble()))
          : Optional.empty();
    }
  }

  static <C> Method<C> interval(
      String quantity, String name, Function<C, Optional<Range>> interval) {
    return new Method<>(
        quantity,
        name,
        Kind.INTERVAL,
        (cohort, truth) -> interval
            .apply(cohort)
            .map(range -> range.lower() <= truth && truth <= range.upper())
            .map(holds -> holds ? Outcome.YES : Outcome.NO)
            .orElse(Outcome.NO_ANSWER));
  }

  static <C> Method<C> test(String quantity, String name, Function<C, OptionalDouble> pValue) {
    return new Method<>(quantity, name, Kind.TEST, (cohort, truth) -> {
      OptionalDouble p = pValue.apply(cohort);
      if (p.isEmpty()) {
        return Outcome.NO_ANSWER;
      }
      return p.getAsDouble() <= SIZE ? Outcome.YES : Outcome.NO;
    });
  }

  /** What the library refuses, such as a cohort with all hips in one group, is no answer. */
  Outcome in(C cohort, double truth) {
    try {
      return trial.of(cohort, truth);
    } catch (IllegalArgumentException refused) {
      return Outcome.NO_ANSWER;
    }
  }
}
