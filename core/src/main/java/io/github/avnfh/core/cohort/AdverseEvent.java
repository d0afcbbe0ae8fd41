package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.internal.OneLine;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something untoward that happened to a patient during the study, of any cause.
 *
 * <pre>{@code
 * AdverseEvent fever = AdverseEvent.builder()
 *     .patient(PatientId.of("P01"))
 *     .term("fever")
 *     .day(1)
 *     .severity(AdverseEvent.Severity.MILD)
 *     .build();
 * fever.severity(); // Optional[MILD]
 * fever.relation(); // Optional.empty
 * }</pre>
 */
@Value.Immutable
public sealed interface AdverseEvent permits ImmutableAdverseEvent {
  /** How severe an event was, on the five grades that are in common use. */
  enum Severity implements Coded {
    /** Mild: no intervention was indicated. */
    MILD("mild"),
    /** Moderate: a minor intervention was indicated, or some activities were limited. */
    MODERATE("moderate"),
    /** Severe, but not immediately life-threatening. */
    SEVERE("severe"),
    /** With consequences that threatened life. */
    LIFE_THREATENING("life_threatening"),
    /** Death. */
    FATAL("fatal");

    private final String code;

    Severity(String code) {
      this.code = code;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the category
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Severity parse(String text) {
      return Coded.parse(values(), text, "a severity");
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** How likely the treatment caused an event, as the study judged. */
  enum Relation implements Coded {
    /** Not related. */
    UNRELATED("unrelated"),
    /** Unlikely to be related. */
    UNLIKELY("unlikely"),
    /** Possibly related. */
    POSSIBLE("possible"),
    /** Probably related. */
    PROBABLE("probable"),
    /** Definitely related. */
    DEFINITE("definite");

    private final String code;

    Relation(String code) {
      this.code = code;
    }

    /**
     * Reads the code that {@link #code()} writes.
     *
     * @param text a code
     * @return the category
     * @throws IllegalArgumentException if the text is none of the codes
     */
    public static Relation parse(String text) {
      return Coded.parse(values(), text, "a relation to the treatment");
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * Returns the patient to whom it happened.
   *
   * @return the patient's identifier
   */
  @Value.Redacted
  PatientId patient();

  /**
   * Returns what happened, as a term of the study's own list.
   *
   * @return the term
   */
  String term();

  /**
   * Returns the day on which it began.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int day();

  /**
   * Returns how severe it was, if that was judged.
   *
   * @return the severity
   */
  Optional<Severity> severity();

  /**
   * Returns how likely the treatment caused it, if that was judged.
   *
   * @return the relation to the treatment
   */
  Optional<Relation> relation();

  /**
   * Refuses a term that is not one line and an impossible day.
   *
   * @throws IllegalArgumentException if the term is no such text or the day is impossible
   */
  @Value.Check
  default void check() {
    OneLine.check("adverse event term", term());
    Timepoint.DAY.check(day());
  }

  /**
   * Returns an adverse event of which neither severity nor relation was judged.
   *
   * @param patient the patient to whom it happened
   * @param term what happened: one line of visible characters, blanks only inside
   * @param day whole days from the first treatment
   * @return the event
   * @throws IllegalArgumentException if the term is no such text or the day is impossible
   */
  static AdverseEvent of(PatientId patient, String term, int day) {
    return builder().patient(patient).term(term).day(day).build();
  }

  /**
   * Starts an adverse event.
   *
   * @return a builder; patient, term and day are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds adverse events. */
  final class Builder extends ImmutableAdverseEvent.Builder {
    Builder() {}
  }
}
