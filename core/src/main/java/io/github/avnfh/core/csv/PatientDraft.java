package io.github.avnfh.core.csv;

import io.github.avnfh.core.Patient;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.csv.CohortDraft.Entry;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a patient while the files are being read. */
final class PatientDraft {
  private final PatientId id;
  private Optional<Entry<HipDraft>> left = Optional.empty();
  private Optional<Entry<HipDraft>> right = Optional.empty();
  private Optional<Entry<Patient>> patient = Optional.empty();

  PatientDraft(PatientId id) {
    this.id = id;
  }

  PatientId id() {
    return id;
  }

  /** Tells whether a row gave the patient rightly. */
  boolean isGiven() {
    return patient.isPresent();
  }

  Optional<Integer> deathDay() {
    return patient.flatMap(given -> given.value().deathDay());
  }

  /** Takes the patient, or returns what a row gave already. */
  Optional<Entry<Patient>> give(Patient given, long at) {
    Optional<Entry<Patient>> earlier = patient;
    patient = earlier.or(() -> Optional.of(new Entry<>(given, at)));
    return earlier;
  }

  /** Takes a hip of the patient, or returns the line that gave it already. */
  OptionalLong give(HipDraft hip, long at) {
    Optional<Entry<HipDraft>> earlier = given(hip.id().side());
    if (earlier.isPresent()) {
      return OptionalLong.of(earlier.get().line());
    }
    if (hip.id().side() == Side.LEFT) {
      left = Optional.of(new Entry<>(hip, at));
    } else {
      right = Optional.of(new Entry<>(hip, at));
    }
    return OptionalLong.empty();
  }

  private Optional<Entry<HipDraft>> given(Side side) {
    return side == Side.LEFT ? left : right;
  }

  Optional<HipDraft> hip(Side side) {
    return given(side).map(Entry::value);
  }
}
