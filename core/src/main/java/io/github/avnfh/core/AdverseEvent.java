package io.github.avnfh.core;

import io.github.avnfh.core.internal.OneLine;
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
   * @param term what happened: one line of visible characters, blanks only inside
   * @param day whole days from the first treatment
   * @return the event
   * @throws IllegalArgumentException if the term is no such text or the day is impossible
   */
  static AdverseEvent of(PatientId patient, String term, int day) {
    OneLine.check("adverse event term", term);
    Visit.DAY.check(day);
    return ImmutableAdverseEvent.builder().patient(patient).term(term).day(day).build();
  }
}
