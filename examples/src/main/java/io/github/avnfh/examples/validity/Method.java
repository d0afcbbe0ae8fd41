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
 * @param isDefault whether it is what the library does unless told otherwise
 * @param reason why it may lie outside the bounds of its kind; empty where it should not
 * @param trial what came of it in one cohort
 */
record Method<C>(
    String quantity,
    String name,
    Kind kind,
    boolean isDefault,
    Optional<String> reason,
    Trial<C> trial) {
  /** The size of a test. */
  private static final double SIZE = 0.05;

  /** What is counted, and the bounds within which a default ought to lie. */
  enum Kind {
    INTERVAL(0.935, 0.98),
    TEST(0.03, 0.065);

    private final double least;
    private final double most;

    Kind(double least, double most) {
      this.least = least;
      this.most = most;
    }

    boolean isBelow(double proportion) {
      return proportion < least;
    }

    boolean isAbove(double proportion) {
      return proportion > most;
    }

    /** Whether it errs on the side that promises too much. */
    boolean isHarmful(double proportion) {
      return this == INTERVAL ? isBelow(proportion) : isAbove(proportion);
    }

    /** How far outside the bounds, 0 within them. */
    double excess(double proportion) {
      return Math.max(0, Math.max(least - proportion, proportion - most));
    }
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
  }

  static <C> Method<C> interval(
      String quantity, String name, Function<C, Optional<Range>> interval) {
    return new Method<>(
        quantity,
        name,
        Kind.INTERVAL,
        false,
        Optional.empty(),
        (cohort, truth) -> interval
            .apply(cohort)
            .map(range -> range.lower() <= truth && truth <= range.upper())
            .map(holds -> holds ? Outcome.YES : Outcome.NO)
            .orElse(Outcome.NO_ANSWER));
  }

  static <C> Method<C> test(String quantity, String name, Function<C, OptionalDouble> pValue) {
    return new Method<>(quantity, name, Kind.TEST, false, Optional.empty(), (cohort, truth) -> {
      OptionalDouble p = pValue.apply(cohort);
      if (p.isEmpty()) {
        return Outcome.NO_ANSWER;
      }
      return p.getAsDouble() <= SIZE ? Outcome.YES : Outcome.NO;
    });
  }

  /** This method as what the library does unless told otherwise. */
  Method<C> asDefault() {
    return new Method<>(quantity, name, kind, true, reason, trial);
  }

  /** This method as the default, with what its exceptions are due to. */
  Method<C> asDefault(String exceptions) {
    return new Method<>(quantity, name, kind, true, Optional.of(exceptions), trial);
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
