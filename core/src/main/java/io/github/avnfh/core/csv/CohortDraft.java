package io.github.avnfh.core.csv;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.AdverseEvent;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is known of a cohort while its files are being read. */
final class CohortDraft {
  private final PatientRoll roll = new PatientRoll();
  private final List<Patient> patients = new ArrayList<>();
  private final Deque<HipDraft> hips = new ArrayDeque<>();
  private final Map<AdverseEvent, Long> events = new LinkedHashMap<>();
  private final Map<Map.Entry<PatientId, Integer>, Entry<MarrowAspiration>> aspirations =
      new LinkedHashMap<>();
  private final Map<Map.Entry<PatientId, Integer>, Entry<CellPreparation>> preparations =
      new LinkedHashMap<>();
  private final Map<PatientId, Entry<Satisfaction>> satisfaction = new LinkedHashMap<>();
  private final Function<String, Side> sides = new Remembered<>(Side::parse);
  private final Function<String, Timepoint> timepoints = new Remembered<>(Timepoint::parse);
  private final Function<String, VisitStatus> statuses = new Remembered<>(VisitStatus::parse);
  private final Function<String, DataOrigin> origins = new Remembered<>(DataOrigin::parse);
  private final Set<DataKind> recorded = EnumSet.noneOf(DataKind.class);
  private Optional<DataOrigin> origin = Optional.empty();

  /** A value and the line on which it was given. */
  record Entry<T>(T value, long line) {}

  /** Notes an identifier, whether or not the rest of its row can be read. */
  PatientDraft note(PatientId id) {
    return roll.note(id);
  }

  boolean isIdentifier(String text) {
    return roll.holds(text);
  }

  void add(PatientDraft known, Patient patient, CsvRow row) {
    Optional<Patient> earlier = known.give(patient, row.line());
    if (earlier.isEmpty()) {
      patients.add(patient);
    } else if (!row.mayRepeat()) {
      reportTwice(known.line(), row, "patient");
    } else if (!earlier.get().equals(patient)) {
      row.report(
          Sheet.PATIENT,
          "contradicts line " + known.line()
              + " about the same patient; rows that agree were expected");
    }
  }

  void add(HipDraft hip, CsvRow row) {
    Optional<HipDraft> earlier = hip.patient().give(hip);
    if (earlier.isPresent()) {
      reportTwice(earlier.get().line(), row, "hip");
    } else {
      hips.add(hip);
    }
  }

  void add(AdverseEvent event, CsvRow row) {
    Long earlier = events.putIfAbsent(event, row.line());
    if (earlier != null) {
      row.report(
          Sheet.PATIENT,
          "and all other cells repeat the adverse event of line " + earlier
              + "; each event once was expected");
    }
  }

  void add(MarrowAspiration done, CsvRow row) {
    addOnce(aspirations, Map.entry(done.patient(), done.day()), done, row, "patient and day");
  }

  void add(CellPreparation done, CsvRow row) {
    addOnce(preparations, Map.entry(done.patient(), done.day()), done, row, "patient and day");
  }

  void add(PatientId patient, Satisfaction level, CsvRow row) {
    addOnce(satisfaction, patient, level, row, "patient");
  }

  private static <K, V> void addOnce(
      Map<K, Entry<V>> known, K key, V value, CsvRow row, String what) {
    Entry<V> earlier = known.putIfAbsent(key, new Entry<>(value, row.line()));
    if (earlier != null) {
      reportTwice(earlier.line(), row, what);
    }
  }

  private static void reportTwice(long earlier, CsvRow row, String what) {
    row.report(
        Sheet.PATIENT,
        "names a " + what + " that line " + earlier + " gave already; one row each was expected");
  }

  /** Reads whom the row is about, who must be in the file of patients. */
  Optional<PatientDraft> patient(CsvRow row) {
    Optional<PatientDraft> named = roll.named(row);
    if (named.isPresent() && !named.get().isGiven()) {
      row.report(
          Sheet.PATIENT,
          "names a patient without a valid row in patients.csv; a patient of that file was expected");
      return Optional.empty();
    }
    return named;
  }

  /** Reads which hip the row is about, which must be in the file of hips. */
  Optional<HipDraft> hip(CsvRow row) {
    Optional<PatientDraft> patient = roll.named(row);
    Optional<Side> side = row.required(Sheet.SIDE, sides);
    if (patient.isEmpty() || side.isEmpty()) {
      return Optional.empty();
    }
    Optional<HipDraft> hip = patient.get().hip(side.get());
    if (hip.isEmpty()) {
      row.report(
          Sheet.PATIENT,
          "and side name a hip without a valid row in hips.csv; a hip of that file was expected");
    }
    return hip;
  }

  /** Reads on which side of the body the hip of the row lies. */
  Optional<Side> side(CsvRow row) {
    return row.required(Sheet.SIDE, sides);
  }

  /** Reads the planned moment of the row. */
  Optional<Timepoint> timepoint(CsvRow row) {
    return row.required(Sheet.VISIT, timepoints);
  }

  /** Reads what became of a visit, if the row says so. */
  Optional<VisitStatus> status(CsvRow row) {
    return row.optional(Sheet.STATUS, statuses);
  }

  /** Notes where the row says that its data come from; all rows of a cohort must agree. */
  void origin(CsvRow row) {
    Optional<DataOrigin> stated = row.optional(Sheet.ORIGIN, origins);
    if (origin.isEmpty()) {
      origin = stated;
    } else if (stated.isPresent() && origin.get() != stated.get()) {
      row.report(
          Sheet.ORIGIN, "differs from the rows before; one origin for all rows was expected");
    }
  }

  /** Notes a kind of data that has a file or a column, filled or not. */
  void record(DataKind kind) {
    recorded.add(kind);
  }

  /** Builds the cohort and lets go of what it is built of, hip by hip. */
  Cohort finish() {
    roll.clear();
    Cohort.Builder cohort = Cohort.builder();
    cohort.origin(origin.orElse(DataOrigin.UNDECLARED));
    cohort.addAllDeclaredAsRecorded(recorded).addAllPatients(patients);
    while (!hips.isEmpty()) {
      cohort.addHips(hips.removeFirst().finish());
    }
    aspirations.values().forEach(done -> cohort.addAspirations(done.value()));
    preparations.values().forEach(done -> cohort.addPreparations(done.value()));
    satisfaction.forEach((patient, level) -> cohort.putSatisfaction(patient, level.value()));
    return cohort.addAllAdverseEvents(events.keySet()).build();
  }
}
