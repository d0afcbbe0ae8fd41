package io.github.avnfh.staging.agreement;

import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A coefficient of agreement with everything that is needed to report it.
 *
 * @see KappaMethod
 */
@Value.Immutable
public sealed interface Coefficient permits ImmutableCoefficient {

  /**
   * Returns the name of the coefficient.
   *
   * @return the name that papers use
   */
  String name();

  /**
   * Returns the coefficient.
   *
   * @return 1 for full agreement, 0 for what chance gives; nothing where it is not defined
   */
  OptionalDouble estimate();

  /**
   * Returns the standard error, where the convention of the interval has one.
   *
   * @return the standard error; nothing where it has none, or all that is known rests on one
   *     patient
   */
  OptionalDouble standardError();

  /**
   * Returns the confidence interval.
   *
   * @return the interval, within the range of the coefficient unless subjects are taken for
   *     independent; nothing where the estimate has no spread, or there is only one patient
   */
  Optional<Limits> interval();

  /**
   * Returns how the interval was made.
   *
   * @return the convention in words, with its source
   */
  String convention();

  /**
   * Returns the number of subjects that were used.
   *
   * @return the count
   */
  int subjects();

  /**
   * Returns the number of patients of the subjects that were used.
   *
   * @return the count; that of the subjects unless their patients were given
   */
  int patients();

  /**
   * Returns the number of subjects that were left out because readings are missing.
   *
   * @return the count
   */
  int leftOut();

  /**
   * Returns the agreement that was observed, weighted where the coefficient is.
   *
   * @return the proportion, 0 to 1, for coefficients that correct for chance
   */
  OptionalDouble observed();

  /**
   * Returns the agreement that is expected by chance, weighted where the coefficient is.
   *
   * @return the proportion, 0 to 1, for coefficients that correct for chance
   */
  OptionalDouble expected();

  /**
   * Starts a coefficient; the methods do.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds coefficients. */
  final class Builder extends ImmutableCoefficient.Builder {
    Builder() {}
  }
}
