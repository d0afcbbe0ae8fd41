package io.github.avnfh.core;

import io.github.avnfh.core.internal.Notation;
import org.immutables.value.Value;

/**
 * The study's identifier of a patient: a pseudonym, never a name or a hospital number.
 *
 * <p>It tells patients apart without printing them: its text form does not show it, and no message
 * holds it.
 *
 * @see HipId
 */
@Value.Immutable
public sealed interface PatientId extends Comparable<PatientId> permits ImmutablePatientId {
  /** The longest identifier that is accepted, in characters. */
  int LONGEST = 64;

  /**
   * Returns the identifier itself.
   *
   * @return the identifier as the study writes it
   */
  @Value.Redacted
  String value();

  /**
   * Returns an identifier.
   *
   * @param value 1 to 64 visible characters, blanks only inside
   * @return the identifier
   * @throws IllegalArgumentException if the value is empty, too long, or holds other characters
   */
  static PatientId of(String value) {
    if (!Notation.isPatientId(value)) {
      throw new IllegalArgumentException("patient id [text] must have 1.." + LONGEST
          + " visible characters with blanks only inside, but was a text of " + value.length()
          + " characters");
    }
    return ImmutablePatientId.builder().value(value).build();
  }

  @Override
  default int compareTo(PatientId other) {
    return value().compareTo(other.value());
  }
}
