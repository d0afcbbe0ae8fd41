package io.github.avnfh.scoring.change;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.evidence.Rule;
import java.util.Optional;

/**
 * A published way of telling responders from others: an {@link ImprovementThreshold} looks at the
 * change, an {@link AcceptableState} at the later score.
 *
 * <p>A threshold holds for the population in which it was found. None is a default.
 */
public sealed interface ResponderRule permits ImprovementThreshold, AcceptableState {

  /**
   * Returns the rule with its source.
   *
   * @return the rule
   */
  Rule rule();

  /**
   * Returns the instrument for which the rule holds.
   *
   * @return the instrument
   */
  Instrument instrument();

  /**
   * Returns the population in which the threshold was found.
   *
   * @return the population in words
   */
  String population();

  /**
   * Tells whether a change makes a responder.
   *
   * @param change two scores of one hip
   * @return true for a responder; nothing where the rule cannot judge, as with a percentage of 0
   */
  Optional<Boolean> isMetBy(Change change);
}
