package io.github.avnfh.core;

import org.immutables.value.Value;

/**
 * One hip of one patient: the unit in which radiology and arthroplasty are counted.
 *
 * <p>Two hips of one patient are not two independent hips, so a hip always knows its patient. The
 * patient does not print.
 *
 * <pre>{@code
 * PatientId patient = PatientId.of("P01");
 * HipId left = HipId.of(patient, Side.LEFT);
 * HipId right = HipId.of(patient, left.side().opposite());
 * left.patient().equals(right.patient()); // true
 * left.equals(right);                     // false
 * }</pre>
 */
@Value.Immutable
public sealed interface HipId extends Comparable<HipId> permits ImmutableHipId {

  /**
   * Returns the patient in whom the hip lies.
   *
   * @return the patient's identifier
   */
  @Value.Redacted
  PatientId patient();

  /**
   * Returns the side on which the hip lies.
   *
   * @return left or right
   */
  Side side();

  /**
   * Returns the identifier of a hip.
   *
   * @param patient the patient in whom the hip lies
   * @param side the side on which it lies
   * @return the identifier
   */
  static HipId of(PatientId patient, Side side) {
    return ImmutableHipId.builder().patient(patient).side(side).build();
  }

  @Override
  default int compareTo(HipId other) {
    int byPatient = patient().compareTo(other.patient());
    return byPatient == 0 ? side().compareTo(other.side()) : byPatient;
  }
}
