package io.github.avnfh.core.csv;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.cohort.Patient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a patient while the files are being read. */
final class PatientDraft {
  private final PatientId id;
  private final int place;
  private @Nullable Patient patient;
  private long line;
  private Optional<HipDraft> left = Optional.empty();
  private Optional<HipDraft> right = Optional.empty();

  /** Starts the draft of the patient at a place of the roll. */
  PatientDraft(PatientId id, int place) {
    this.id = id;
    this.place = place;
  }

  PatientId id() {
    return id;
  }

  int place() {
    return place;
  }

  /** Tells whether a row gave the patient rightly. */
  boolean isGiven() {
    return patient != null;
  }

  /** Returns the line that gave the patient. */
  long line() {
    return line;
  }

  boolean isDeadBefore(int day) {
    return patient != null && patient.deathDay().filter(death -> death < day).isPresent();
  }

  /** Takes the patient, or returns whom a row gave already. */
  Optional<Patient> give(Patient given, long at) {
    if (patient != null) {
      return Optional.of(patient);
    }
    patient = given;
    line = at;
    return Optional.empty();
  }

  /** Takes a hip of the patient, or returns the one that a row gave already. */
  Optional<HipDraft> give(HipDraft hip) {
    Optional<HipDraft> earlier = hip(hip.id().side());
    if (earlier.isEmpty() && hip.id().side() == Side.LEFT) {
      left = Optional.of(hip);
    } else if (earlier.isEmpty()) {
      right = Optional.of(hip);
    }
    return earlier;
  }

  /** Returns the hip of a side, if a row gave it rightly. */
  Optional<HipDraft> hip(Side side) {
    return side == Side.LEFT ? left : right;
  }
}
