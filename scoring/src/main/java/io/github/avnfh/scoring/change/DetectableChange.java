package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.evidence.Rule;
import org.immutables.value.Value;

/**
 * The smallest change that lies beyond the error of measurement (MDC). It says that something
 * changed, not that it matters, and so it is no {@link ResponderRule}.
 */
@Value.Immutable
public sealed interface DetectableChange permits ImmutableDetectableChange {

  /**
   * Returns the rule with its source.
   *
   * @return the rule
   */
  Rule rule();

  /**
   * Returns the instrument.
   *
   * @return the instrument
   */
  Instrument instrument();

  /**
   * Returns the population in which the error was measured.
   *
   * @return the population in words
   */
  String population();

  /**
   * Returns the smallest detectable change.
   *
   * @return points, positive
   */
  double points();

  /**
   * Tells whether a change lies beyond the error of measurement, in whichever direction.
   *
   * @param change two scores of one hip
   * @return true if the change is larger than the smallest detectable one; on it is not enough
   * @throws IllegalArgumentException if the scores come from another instrument
   */
  default boolean isExceededBy(Change change) {
    if (!change.after().instrument().equals(instrument())) {
      throw new IllegalArgumentException("instrument of a detectable change [code] must be "
          + instrument().code() + ", but was " + change.after().instrument().code());
    }
    return Math.abs(change.difference()) > points();
  }

  /**
   * Starts a detectable change.
   *
   * @return a builder; everything is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds detectable changes. */
  final class Builder extends ImmutableDetectableChange.Builder {
    Builder() {}
  }
}
