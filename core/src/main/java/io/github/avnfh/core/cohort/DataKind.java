package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Coded;
import java.util.function.Predicate;

/**
 * A kind of data of which a cohort says either that it was recorded or that it was not.
 *
 * <p>Where adverse events were recorded, a patient without one had none; where they were not,
 * nothing is known of them. A kind that is not recorded has no count, not a count of 0.
 *
 * <pre>{@code
 * cohort.isRecorded(DataKind.ADVERSE_EVENTS);                       // true
 * Cohort.builder().build().isRecorded(DataKind.ADVERSE_EVENTS);     // false
 * Cohort.builder().addDeclaredAsRecorded(DataKind.ADVERSE_EVENTS)
 *     .build().isRecorded(DataKind.ADVERSE_EVENTS);                 // true
 * }</pre>
 *
 * @see Cohort#recorded()
 */
public enum DataKind implements Coded {
  /** Visits with their scores. */
  VISITS("visits"),

  /** Readings of images. */
  IMAGES("images"),

  /** Aspirations, preparations, injections and core decompressions. */
  TREATMENTS("treatments"),

  /** Arthroplasties, or the day on which a hip was last known to be in place. */
  ARTHROPLASTIES("arthroplasties"),

  /** Losses to follow-up. */
  LOSSES("losses"),

  /** Deaths. */
  DEATHS("deaths"),

  /** Adverse events. */
  ADVERSE_EVENTS("adverse_events"),

  /** The patients' satisfaction at the end of follow-up. */
  SATISFACTION("satisfaction");

  private final String code;

  DataKind(String code) {
    this.code = code;
  }

  /** Tells whether a cohort holds anything of this kind. */
  boolean isHeldBy(Cohort cohort) {
    return switch (this) {
      case VISITS -> anyHip(cohort, hip -> !hip.visits().isEmpty());
      case IMAGES -> anyHip(cohort, hip -> !hip.imageReadings().isEmpty());
      case TREATMENTS -> holdsTreatments(cohort);
      case ARTHROPLASTIES -> anyHip(cohort, DataKind::tellsArthroplasty);
      case LOSSES ->
        cohort.patients().stream().anyMatch(patient -> patient.lostDay().isPresent());
      case DEATHS ->
        cohort.patients().stream().anyMatch(patient -> patient.deathDay().isPresent());
      case ADVERSE_EVENTS -> !cohort.adverseEvents().isEmpty();
      case SATISFACTION -> !cohort.satisfaction().isEmpty();
    };
  }

  private static boolean anyHip(Cohort cohort, Predicate<Hip> condition) {
    return cohort.hips().stream().anyMatch(condition);
  }

  private static boolean holdsTreatments(Cohort cohort) {
    return !cohort.aspirations().isEmpty()
        || !cohort.preparations().isEmpty()
        || anyHip(
            cohort, hip -> !hip.injections().isEmpty() || !hip.decompressions().isEmpty());
  }

  private static boolean tellsArthroplasty(Hip hip) {
    return hip.arthroplasty().isPresent()
        || hip.lastSeenDay().isPresent()
        || hip.visits().stream()
            .anyMatch(visit -> visit.status() == VisitStatus.AFTER_ARTHROPLASTY);
  }

  /**
   * Reads the code that {@link #code()} writes.
   *
   * @param text a code
   * @return the kind
   * @throws IllegalArgumentException if the text is none of the codes
   */
  public static DataKind parse(String text) {
    return Coded.parse(values(), text, "a kind of data");
  }

  @Override
  public String code() {
    return code;
  }
}
