package io.github.avnfh.staging.naturalhistory;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.table.Count;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * One published figure: of how many hips of a class something happened to how many.
 *
 * @see PublishedOutcomes
 */
@Value.Immutable
public sealed interface PublishedOutcome permits ImmutablePublishedOutcome {

  /**
   * Returns what happened.
   *
   * @return the event, with its time where the source gives one
   */
  String event();

  /**
   * Returns which hips the figure describes, and how they were treated.
   *
   * @return the population in words
   */
  String population();

  /**
   * Returns the number of hips of the class, where the source prints it.
   *
   * @return the count
   */
  OptionalInt hips();

  /**
   * Returns the number of hips of the class to which it happened, where the source prints it.
   *
   * @return the count, not more than the hips
   */
  OptionalInt events();

  /**
   * Returns the percentage where the source prints one; it may be estimated with censoring and need
   * not be a plain proportion.
   *
   * @return percent as printed
   */
  OptionalDouble percent();

  /**
   * Returns where the figure was published.
   *
   * @return the source
   */
  Citation citation();

  /**
   * Refuses a figure without a number, and more events than hips.
   *
   * @throws IllegalArgumentException if the figure contradicts itself
   */
  @Value.Check
  default void check() {
    if (percent().isEmpty() && (hips().isEmpty() || events().isEmpty())) {
      throw new IllegalArgumentException(
          "figure of a published course must hold a percentage, or events and hips");
    }
    if (events().orElse(0) > hips().orElse(Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("events of a published course [hips] must lie in 0.."
          + hips().getAsInt() + ", but was " + events().orElse(0));
    }
  }

  /**
   * Returns the hips to which it happened among all of the class, where the source prints both.
   *
   * @return the count, from which a percentage can be printed at any number of places
   */
  default Optional<Count> proportion() {
    return hips().isPresent() && events().isPresent()
        ? Optional.of(Count.of(events().getAsInt(), hips().getAsInt()))
        : Optional.empty();
  }

  /**
   * Starts a figure.
   *
   * @return a builder; event, population and citation are required, and a number
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds figures. */
  final class Builder extends ImmutablePublishedOutcome.Builder {
    Builder() {}
  }
}
