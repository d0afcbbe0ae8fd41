package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.RecordParts.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The patients that several tables, forms and rows name, in order and by identifier. */
final class JoinedParts {
  private final PatientParts.Layouts layouts;
  private final Problems problems;
  private final Map<String, PatientParts> patients = new HashMap<>();
  private final List<PatientParts> inOrder = new ArrayList<>();
  private int last = -1;

  JoinedParts(PatientParts.Layouts layouts, Problems problems) {
    this.layouts = layouts;
    this.problems = problems;
  }

  /** Returns the patient of an identifier, a new one where it was not met before. */
  PatientParts patient(Part key) {
    return patients.computeIfAbsent(key.text(), id -> {
      PatientParts fresh = new PatientParts(key, layouts, problems);
      inOrder.add(fresh);
      return fresh;
    });
  }

  /** Returns the patient of an identifier, if a row has named it; most come in the same order. */
  Optional<PatientParts> known(String patient) {
    int next = last + 1 < inOrder.size() ? last + 1 : 0;
    if (next < inOrder.size() && inOrder.get(next).key().text().equals(patient)) {
      last = next;
      return Optional.of(inOrder.get(next));
    }
    return Optional.ofNullable(patients.get(patient));
  }

  /** Tells whether a row has named the patient. */
  boolean knows(String patient) {
    return patients.containsKey(patient);
  }

  /** Tells whether a patient is left out for what was reported of the patient. */
  boolean isRefused(String patient) {
    PatientParts known = patients.get(patient);
    return known != null && known.isRefused();
  }

  /** Tells whether a hip is left out for what was reported of it or of its patient. */
  boolean isRefused(String patient, Side side) {
    PatientParts known = patients.get(patient);
    return known != null && known.isRefused(side);
  }

  List<PatientParts> patients() {
    return inOrder;
  }
}
