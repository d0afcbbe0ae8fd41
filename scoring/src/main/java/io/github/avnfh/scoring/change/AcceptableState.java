package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instrument.Direction;
import io.github.avnfh.core.evidence.Rule;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A patient acceptable symptom state (PASS): a score at which patients call their state acceptable,
 * however they got there.
 */
@Value.Immutable
public sealed interface AcceptableState extends ResponderRule permits ImmutableAcceptableState {

  @Override
  Rule rule();

  @Override
  Instrument instrument();

  @Override
  String population();

  /**
   * Returns the score from which the state is acceptable.
   *
   * @return points of the instrument
   */
  double points();

  /**
   * Returns what a score on the threshold gets.
   *
   * @return strict or inclusive
   */
  Cut cut();

  /**
   * Tells whether the later score is acceptable.
   *
   * @param change two scores of one hip, of which only the later one matters
   * @return true if the later score lies on the good side of the threshold
   */
  @Override
  default Optional<Boolean> isMetBy(Change change) {
    double reached = change.after().points();
    boolean higherIsBetter = instrument().direction() == Direction.HIGHER_IS_BETTER;
    return Optional.of(
        higherIsBetter ? cut().isPassed(reached, points()) : cut().isPassed(points(), reached));
  }

  /**
   * Starts an acceptable state.
   *
   * @return a builder; everything is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds acceptable states. */
  final class Builder extends ImmutableAcceptableState.Builder {
    Builder() {}
  }
}
