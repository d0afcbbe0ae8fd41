package io.github.avnfh.core.csv;

import io.github.avnfh.core.AdverseEvent;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Patient;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.study.Cohort;
import io.github.avnfh.core.study.DataOrigin;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of a cohort while its files are being read. */
final class CohortDraft {
  private final Map<PatientId, Entry<Patient>> patients = new LinkedHashMap<>();
  private final Map<HipId, Entry<HipDraft>> hips = new LinkedHashMap<>();
  private final List<AdverseEvent> events = new ArrayList<>();
  private final Map<Map.Entry<PatientId, Integer>, Entry<MarrowAspiration>> aspirations =
      new LinkedHashMap<>();
  private final Map<Map.Entry<PatientId, Integer>, Entry<CellPreparation>> preparations =
      new LinkedHashMap<>();
  private final Map<PatientId, Entry<Satisfaction>> satisfaction = new LinkedHashMap<>();
  private final Set<String> identifiers = new HashSet<>();
  private Optional<DataOrigin> origin = Optional.empty();

  /** A value and the line on which it was given. */
  record Entry<T>(T value, long line) {}

  /** Notes an identifier, whether or not the rest of its row can be read. */
  void note(PatientId id) {
    identifiers.add(id.value());
  }

  boolean isIdentifier(String text) {
    return identifiers.contains(text);
  }

  void add(Patient patient, CsvRow row) {
    addOnce(patients, patient.id(), patient, row, "patient");
  }

  void add(HipDraft hip, CsvRow row) {
    addOnce(hips, hip.id(), hip, row, "hip");
  }

  void add(AdverseEvent event) {
    events.add(event);
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
      row.report(
          Sheet.PATIENT,
          "names a " + what + " that line " + earlier.line()
              + " gave already; one row each was expected");
    }
  }

  /** Reads whom the row is about, who must be in the file of patients. */
  Optional<PatientId> patient(CsvRow row) {
    Optional<PatientId> id = row.required(Sheet.PATIENT, PatientId::of);
    if (id.isPresent() && !patients.containsKey(id.get())) {
      row.report(
          Sheet.PATIENT,
          "names nobody whom patients.csv gives rightly; a patient of that file was expected");
    }
    return id;
  }

  /** Reads which hip the row is about, which must be in the file of hips. */
  Optional<HipDraft> hip(CsvRow row) {
    Optional<PatientId> patient = row.required(Sheet.PATIENT, PatientId::of);
    Optional<Side> side = row.required("side", Side::parse);
    if (patient.isEmpty() || side.isEmpty()) {
      return Optional.empty();
    }
    Entry<HipDraft> hip = hips.get(HipId.of(patient.get(), side.get()));
    if (hip == null) {
      row.report(
          Sheet.PATIENT,
          "and side name no hip that hips.csv gives rightly; a hip of that file was expected");
      return Optional.empty();
    }
    return Optional.of(hip.value());
  }

  /** Notes where the row says that its data come from; all rows of a cohort must agree. */
  void origin(CsvRow row) {
    row.optional(Sheet.ORIGIN, DataOrigin::parse).ifPresent(stated -> {
      if (origin.isPresent() && origin.get() != stated) {
        row.report(
            Sheet.ORIGIN, "differs from the rows before; one origin for all rows was expected");
      }
      origin = Optional.of(origin.orElse(stated));
    });
  }

  Cohort finish() {
    Cohort.Builder cohort = Cohort.builder().origin(origin.orElse(DataOrigin.UNDECLARED));
    patients.values().forEach(patient -> cohort.addPatients(patient.value()));
    hips.values().forEach(hip -> cohort.addHips(hip.value().finish()));
    aspirations.values().forEach(done -> cohort.addAspirations(done.value()));
    preparations.values().forEach(done -> cohort.addPreparations(done.value()));
    satisfaction.forEach((patient, level) -> cohort.putSatisfaction(patient, level.value()));
    return cohort.addAllAdverseEvents(events).build();
  }
}
