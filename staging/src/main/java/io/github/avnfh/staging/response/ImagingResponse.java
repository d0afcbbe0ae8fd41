package io.github.avnfh.staging.response;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Timepoint;
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
 * The outcome of a hip on images under one rule set, with the findings it rests on.
 *
 * <p>Replacement of the hip is reported apart from the outcome: a hip can be stable on its last
 * images and be replaced.
 *
 * @see ResponseRule
 */
@Value.Immutable
public sealed interface ImagingResponse extends Explainable permits ImmutableImagingResponse {

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
  Outcome outcome();

  /**
   * Returns what the outcome follows from.
   *
   * @return the observations that made it; for one that is not evaluable those that are missing
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
   * Returns why the hip is not evaluable: missing findings, contradictions, too few visits.
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
   * Returns the two visits that were compared, the earlier first.
   *
   * @return two visits, or none if there were fewer than two
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
   * Returns the replacement of the hip, an event apart from the outcome.
   *
   * @return the arthroplasty, if there was one
   */
  @Value.Redacted
  Optional<Arthroplasty> arthroplasty();

  /**
   * Explains the outcome.
   *
   * @return the outcome in words, what it follows from, and why it is not evaluable, if so
   */
  @Override
  default Explanation explanation() {
    return Explanation.of(
        outcome().words(),
        reasons(),
        Stream.concat(obstacles().stream(), disagreements().stream()).toList());
  }

  /**
   * Tells whether readers differ, so that an adjudicator has to decide between them.
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
   * Starts a response, as a {@link ResponseRule} does.
   *
   * @return a builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds responses. */
  final class Builder extends ImmutableImagingResponse.Builder {
    Builder() {}
  }

  /** The outcome of a hip on images, from the best to the worst, or not evaluable. */
  enum Outcome implements Coded {
    /** The lesion became smaller and nothing progressed. */
    IMPROVED("improved"),

    /** Nothing progressed and the lesion did not become smaller. */
    STABLE("stable"),

    /** A sign of progression is there. */
    PROGRESSED("progressed"),

    /** Too little was assessed, findings contradict each other, or readers differ. */
    NOT_EVALUABLE("not_evaluable");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the outcome
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Outcome parse(String text) {
      return Coded.parse(values(), text, "an outcome");
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * A visit at which images of a hip were read, by one reader or several.
   *
   * <pre>{@code
   * ImagingResponse response = ResponseRule.study(5).assess(cohort.hips().get(0));
   * for (ImagingResponse.ImagingVisit visit : response.compared()) {
   *   System.out.println(visit.timepoint().code() + ", day " + visit.day() + ", "
   *       + String.join(", ", visit.readers()));
   * }
   * // BL, day -11, consensus
   * // M24, day 733, consensus
   * }</pre>
   */
  @Value.Immutable
  sealed interface ImagingVisit permits ImmutableImagingVisit {

    /**
     * Returns the planned moment.
     *
     * @return the timepoint
     */
    Timepoint timepoint();

    /**
     * Returns the day of the first images of the visit.
     *
     * @return whole days from the first treatment
     */
    @Value.Redacted
    int day();

    /**
     * Returns the codes of those whose readings count, in alphabetical order.
     *
     * @return the readers; only the adjudicator where there is a reading of the adjudicator
     */
    List<String> readers();

    /**
     * Returns a visit.
     *
     * @param timepoint the planned moment
     * @param day the day of the first images
     * @param readers the codes of those whose readings count
     * @return the visit
     */
    static ImagingVisit of(Timepoint timepoint, int day, List<String> readers) {
      return ImmutableImagingVisit.builder()
          .timepoint(timepoint)
          .day(day)
          .addAllReaders(readers)
          .build();
    }
  }

  /**
   * When a hip progressed: after the last images without progression, up to and including the first
   * images that show it.
   *
   * <pre>{@code
   * Hip worse = cohort.hipsWhere(
   *         hip -> ResponseRule.study(5).assess(hip).outcome() == ImagingResponse.Outcome.PROGRESSED)
   *     .get(0);
   * ImagingResponse.ProgressionInterval interval =
   *     ResponseRule.study(5).assess(worse).interval().orElseThrow();
   * interval.after(); // -7
   * interval.until(); // 175
   * }</pre>
   */
  @Value.Immutable
  sealed interface ProgressionInterval permits ImmutableProgressionInterval {

    /**
     * Returns the day of the last images that were clear, which progression lies after.
     *
     * @return whole days from the first treatment
     */
    @Value.Redacted
    int after();

    /**
     * Returns the day of the first images that show progression.
     *
     * @return whole days from the first treatment
     */
    @Value.Redacted
    int until();

    /**
     * Returns an interval.
     *
     * @param after the day of the last images that were clear
     * @param until the day of the first images that show progression
     * @return the interval
     * @throws IllegalArgumentException if the first day does not lie before the second
     */
    static ProgressionInterval of(int after, int until) {
      if (after >= until) {
        throw new IllegalArgumentException("progression [days from the first treatment] must lie"
            + " after the last clear day, but was given " + after + " and " + until);
      }
      return ImmutableProgressionInterval.builder().after(after).until(until).build();
    }
  }
}
