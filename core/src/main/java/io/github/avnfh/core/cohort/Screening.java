package io.github.avnfh.core.cohort;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * What was asked of a patient before enrollment, and whether the patient was enrolled.
 *
 * <p>Nothing is assumed: an unanswered question is empty. What concerns one hip is kept with the
 * hip. Nothing of it prints.
 *
 * <pre>{@code
 * Screening screening = Screening.builder().willing(true).pregnant(false).build();
 * screening.pregnant();          // Optional[false]
 * screening.systemicInfection(); // Optional.empty
 * }</pre>
 */
@Value.Immutable
public sealed interface Screening permits ImmutableScreening {

  /**
   * Returns whether the patient was enrolled, if that was recorded.
   *
   * @return false if the patient was screened and not enrolled
   */
  @Value.Redacted
  Optional<Boolean> enrolled();

  /**
   * Returns whether the patient was able to attend the visits of the study, if that was asked.
   *
   * @return true if able
   */
  @Value.Redacted
  Optional<Boolean> ableToAttend();

  /**
   * Returns whether the patient was willing to undergo the treatment, if that was asked.
   *
   * @return true if willing
   */
  @Value.Redacted
  Optional<Boolean> willing();

  /**
   * Returns whether there was a systemic infection, if that was looked for.
   *
   * @return true with an infection
   */
  @Value.Redacted
  Optional<Boolean> systemicInfection();

  /**
   * Returns whether there was a severe coagulopathy, if that was looked for.
   *
   * @return true with a coagulopathy
   */
  @Value.Redacted
  Optional<Boolean> severeCoagulopathy();

  /**
   * Returns whether there was an active malignancy, if that was looked for.
   *
   * @return true with a malignancy
   */
  @Value.Redacted
  Optional<Boolean> activeMalignancy();

  /**
   * Returns whether the patient was pregnant, if that was asked.
   *
   * @return true in pregnancy
   */
  @Value.Redacted
  Optional<Boolean> pregnant();

  /**
   * Returns a screening of which nothing was recorded.
   *
   * @return the empty screening
   */
  static Screening notRecorded() {
    return builder().build();
  }

  /**
   * Starts a screening.
   *
   * @return a builder; nothing is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds screenings. */
  final class Builder extends ImmutableScreening.Builder {
    Builder() {}
  }
}
