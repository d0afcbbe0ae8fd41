package io.github.avnfh.core.csv;

import io.github.avnfh.core.PatientId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everybody whom the rows of patients name, in order and, once it matters, by identifier.
 *
 * <p>Most files of patients are sorted, and the other files mostly name the same patients in the
 * same order. So a row is first compared with the patient of the row before and with the next one.
 */
final class PatientRoll {
  private final List<PatientDraft> inOrder = new ArrayList<>();
  private final Function<String, PatientId> ids = new Remembered<>(PatientId::of);
  private Optional<Map<String, PatientDraft>> byId = Optional.empty();
  private int last;
  private Optional<PatientDraft> atLast = Optional.empty();

  /** Notes an identifier, whether or not the rest of its row can be read. */
  PatientDraft note(PatientId id) {
    PatientDraft fresh = new PatientDraft(id, inOrder.size());
    if (byId.isPresent() || !isLast(id)) {
      PatientDraft earlier = byId().putIfAbsent(id.value(), fresh);
      if (earlier != null) {
        return earlier;
      }
    }
    inOrder.add(fresh);
    return fresh;
  }

  /** What comes after everybody else in order has not come before. */
  private boolean isLast(PatientId id) {
    return inOrder.isEmpty() || inOrder.get(inOrder.size() - 1).id().compareTo(id) < 0;
  }

  private Map<String, PatientDraft> byId() {
    if (byId.isEmpty()) {
      Map<String, PatientDraft> all = new HashMap<>();
      inOrder.forEach(known -> all.put(known.id().value(), known));
      byId = Optional.of(all);
    }
    return byId.get();
  }

  boolean holds(String text) {
    return byId().containsKey(text);
  }

  /** Reads whom the row names: a patient whom no row gave if it is somebody unknown. */
  Optional<PatientDraft> named(CsvRow row) {
    if (atLast.isPresent() && isNamed(atLast.get(), row)) {
      return atLast;
    }
    int next = last + 1 < inOrder.size() ? last + 1 : 0;
    if (next < inOrder.size() && isNamed(inOrder.get(next), row)) {
      return found(inOrder.get(next));
    }
    return row.required(Sheet.PATIENT, ids)
        .flatMap(id -> found(byId().getOrDefault(id.value(), new PatientDraft(id, last))));
  }

  private static boolean isNamed(PatientDraft patient, CsvRow row) {
    return row.holds(Sheet.PATIENT, patient.id().value());
  }

  private Optional<PatientDraft> found(PatientDraft patient) {
    last = patient.place();
    atLast = Optional.of(patient);
    return atLast;
  }

  void clear() {
    inOrder.clear();
    byId = Optional.empty();
    atLast = Optional.empty();
  }
}
