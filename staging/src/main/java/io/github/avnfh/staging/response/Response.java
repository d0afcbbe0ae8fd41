package io.github.avnfh.staging.response;

import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.imaging.Presence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What became of a hip by one set of rules, with everything that went into it.
 *
 * <p>Replacement of the hip stands beside the outcome: a hip can be stable on its last images and
 * be replaced.
 *
 * @see ResponseRule
 */
@Value.Immutable
public sealed interface Response extends Explainable permits ImmutableResponse {

  /**
   * Returns the set of rules that gave the outcome.
   *
   * @return the rule set
   */
  ResponseRule rule();

  /**
   * Returns the outcome.
   *
   * @return improved, stable, progressed or not evaluable
   */
  ResponseOutcome outcome();

  /**
   * Returns what the outcome follows from.
   *
   * @return the observations that made it; for an outcome that is not evaluable those that are open
   */
  List<Reason> reasons();

  /**
   * Returns every change that was looked for, counted by the rule set or not.
   *
   * @return the observations in the order of {@link ImagingChange}; empty if nothing could be
   *     compared
   */
  List<ChangeFinding> observations();

  /**
   * Returns what stood in the way of an answer: missing findings, contradictions, too few visits.
   *
   * @return sentences and names of columns with their timepoint; empty if nothing did
   */
  List<String> obstacles();

  /**
   * Returns where readers differ, which has to be settled before the hip is evaluated.
   *
   * @return a sentence for each disagreement, empty where there is none
   */
  List<String> disagreements();

  /**
   * Returns the two occasions that were compared, the earlier first.
   *
   * @return two occasions, or none if there were fewer than two
   */
  List<ImagingVisit> compared();

  /**
   * Returns when the hip progressed, if it did.
   *
   * @return the interval from the last clear images to the first that show progression
   */
  @Value.Redacted
  Optional<ProgressionInterval> interval();

  /**
   * Returns the replacement of the hip, an event beside the outcome.
   *
   * @return the arthroplasty, if there was one
   */
  @Value.Redacted
  Optional<Arthroplasty> arthroplasty();

  /**
   * Explains the outcome.
   *
   * @return the outcome in words, what it follows from, and what stood in the way
   */
  @Override
  default Explanation explanation() {
    return Explanation.of(
        outcome().code().replace('_', ' '),
        reasons(),
        Stream.concat(obstacles().stream(), disagreements().stream()).toList());
  }

  /**
   * Tells whether readers differ so that somebody has to decide between them.
   *
   * @return true if there is a disagreement
   */
  default boolean isAdjudicationRequired() {
    return !disagreements().isEmpty();
  }

  /**
   * Returns whether a change was there.
   *
   * @param change the change
   * @return present, absent, or not assessed
   */
  default Presence presence(ImagingChange change) {
    return observations().stream()
        .filter(observation -> observation.change() == change)
        .map(ChangeFinding::presence)
        .findFirst()
        .orElse(Presence.NOT_ASSESSED);
  }

  /**
   * Starts a response; rule sets do.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds responses. */
  final class Builder extends ImmutableResponse.Builder {
    Builder() {}
  }
}
