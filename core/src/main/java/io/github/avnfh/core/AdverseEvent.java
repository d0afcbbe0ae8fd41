package io.github.avnfh.core;

import org.immutables.value.Value;

/** Something untoward that happened to a patient during the study, whatever its cause. */
@Value.Immutable
public sealed interface AdverseEvent permits ImmutableAdverseEvent {

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
   * Returns an adverse event.
   *
   * @param patient the patient to whom it happened
   * @param term what happened, not blank
   * @param day whole days from the first treatment
   * @return the event
   * @throws IllegalArgumentException if the term is blank or the day is impossible
   */
  static AdverseEvent of(PatientId patient, String term, int day) {
    if (term.isBlank()) {
      throw new IllegalArgumentException("adverse event term [text] must not be blank");
    }
    Visit.DAY.check(day);
    return ImmutableAdverseEvent.builder().patient(patient).term(term).day(day).build();
  }
}
