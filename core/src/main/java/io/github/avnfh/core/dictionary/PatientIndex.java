package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.csv.CsvRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The patients of a cohort that is being read, in order and, where needed, by identifier.
 *
 * <p>Most files of patients are sorted, and the other files mostly name the same patients in the
 * same order. So a row is first compared with the patient of the row before and with the next one.
 */
final class PatientIndex {
  private static final int CACHED = 1 << 8;

  private final boolean distinct;
  private final List<Entry> inOrder = new ArrayList<>();
  private final Function<String, PatientId> ids = CsvRow.caching(CACHED, PatientId::of);
  private Optional<Map<String, Entry>> byId = Optional.empty();
  private int last = -1;
  private Optional<Entry> atLast = Optional.empty();

  /**
   * Starts without a patient.
   *
   * @param distinct whether each identifier is noted once, which need not be checked then
   */
  PatientIndex(boolean distinct) {
    this.distinct = distinct;
  }

  /** Notes an identifier, whether or not the rest of its row can be read. */
  Entry note(PatientId id) {
    Entry fresh = new Entry(id, inOrder.size());
    if (byId.isPresent() || !(distinct || isLast(id))) {
      Entry earlier = byId().putIfAbsent(id.value(), fresh);
      if (earlier != null) {
        return earlier;
      }
    }
    inOrder.add(fresh);
    if (distinct) {
      found(fresh); // the rows of a joined patient follow at once
    }
    return fresh;
  }

  /** An identifier after the last one in order is new. */
  private boolean isLast(PatientId id) {
    return inOrder.isEmpty() || inOrder.get(inOrder.size() - 1).id().compareTo(id) < 0;
  }

  private Map<String, Entry> byId() {
    if (byId.isEmpty()) {
      Map<String, Entry> all = new HashMap<>();
      inOrder.forEach(known -> all.put(known.id().value(), known));
      byId = Optional.of(all);
    }
    return byId.get();
  }

  boolean holds(String text) {
    return byId().containsKey(text);
  }

  /** Reads the patient that a row names; an identifier that is not known gets an empty entry. */
  Optional<Entry> named(CsvRow row) {
    if (atLast.isPresent() && isNamed(atLast.get(), row)) {
      return atLast;
    }
    int next = last + 1 < inOrder.size() ? last + 1 : 0;
    if (next < inOrder.size() && isNamed(inOrder.get(next), row)) {
      return found(inOrder.get(next));
    }
    return row.required(CohortFile.PATIENT, ids)
        .flatMap(id -> found(byId().getOrDefault(id.value(), new Entry(id, last))));
  }

  /** Finds a patient by the identifier. */
  Optional<Entry> named(String id) {
    if (atLast.isPresent() && atLast.get().id().value().equals(id)) {
      return atLast;
    }
    int next = last + 1 < inOrder.size() ? last + 1 : 0;
    if (next < inOrder.size() && inOrder.get(next).id().value().equals(id)) {
      return found(inOrder.get(next));
    }
    return Optional.ofNullable(byId().get(id)).flatMap(this::found);
  }

  private static boolean isNamed(Entry patient, CsvRow row) {
    return row.holds(CohortFile.PATIENT, patient.id().value());
  }

  private Optional<Entry> found(Entry patient) {
    last = patient.place();
    atLast = Optional.of(patient);
    return atLast;
  }

  void clear() {
    inOrder.clear();
    byId = Optional.empty();
    atLast = Optional.empty();
  }

  /** A patient that is being read: identifier, row, and hips. */
  static final class Entry {
    private final PatientId id;
    private final int place;
    private @Nullable Patient patient;
    private long line;
    private Optional<CohortAssembler.HipEntry> left = Optional.empty();
    private Optional<CohortAssembler.HipEntry> right = Optional.empty();

    /** Starts the entry of a patient at a place of the index. */
    Entry(PatientId id, int place) {
      this.id = id;
      this.place = place;
    }

    PatientId id() {
      return id;
    }

    int place() {
      return place;
    }

    /** Tells whether a valid row gave the patient. */
    boolean isGiven() {
      return patient != null;
    }

    /** Returns the line that gave the patient. */
    long line() {
      return line;
    }

    boolean isDeadBefore(int day) {
      if (patient == null) {
        return false;
      }
      Optional<Integer> death = patient.deathDay();
      return death.isPresent() && death.get() < day;
    }

    /** Takes the patient, or returns the one that an earlier row gave. */
    Optional<Patient> give(Patient given, long at) {
      if (patient != null) {
        return Optional.of(patient);
      }
      patient = given;
      line = at;
      return Optional.empty();
    }

    /** Takes a hip of the patient, or returns the one that an earlier row gave. */
    Optional<CohortAssembler.HipEntry> give(CohortAssembler.HipEntry hip) {
      Optional<CohortAssembler.HipEntry> earlier = hip(hip.id().side());
      if (earlier.isEmpty() && hip.id().side() == Side.LEFT) {
        left = Optional.of(hip);
      } else if (earlier.isEmpty()) {
        right = Optional.of(hip);
      }
      return earlier;
    }

    /** Returns the hip of a side, if a valid row gave it. */
    Optional<CohortAssembler.HipEntry> hip(Side side) {
      return side == Side.LEFT ? left : right;
    }
  }
}
