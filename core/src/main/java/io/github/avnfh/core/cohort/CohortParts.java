package io.github.avnfh.core.cohort;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Parts of a cohort, and two cohorts as one. Every field of Cohort must be handled here. */
final class CohortParts {
  private CohortParts() {}

  static Cohort ofHips(Cohort whole, Predicate<? super Hip> condition) {
    List<Hip> hips = whole.hipsWhere(condition);
    Set<PatientId> patients = patients(hips);
    return of(whole, hips, patient -> patients.contains(patient.id()));
  }

  static Cohort ofPatients(Cohort whole, Predicate<? super Patient> condition) {
    List<Patient> patients = whole.patients().stream().filter(condition).toList();
    Set<PatientId> ids = patients.stream().map(Patient::id).collect(Collectors.toSet());
    List<Hip> hips = whole.hipsWhere(hip -> ids.contains(hip.id().patient()));
    return of(whole, hips, patient -> ids.contains(patient.id()));
  }

  private static Set<PatientId> patients(List<Hip> hips) {
    return hips.stream().map(Hip::id).map(HipId::patient).collect(Collectors.toSet());
  }

  private static Cohort of(Cohort whole, List<Hip> hips, Predicate<Patient> kept) {
    List<Patient> patients = whole.patients().stream().filter(kept).toList();
    Set<PatientId> ids = patients.stream().map(Patient::id).collect(Collectors.toSet());
    Cohort.Builder part = Cohort.builder();
    part.origin(whole.origin())
        .addAllDeclaredAsRecorded(whole.recorded())
        .addAllPatients(patients)
        .addAllHips(hips);
    addEvents(part, whole, ids);
    return part.build();
  }

  /** Adds what belongs to the patients and is neither patient nor hip. */
  private static void addEvents(Cohort.Builder to, Cohort from, Set<PatientId> patients) {
    from.adverseEvents().stream()
        .filter(event -> patients.contains(event.patient()))
        .forEach(to::addAdverseEvents);
    from.aspirations().stream()
        .filter(aspiration -> patients.contains(aspiration.patient()))
        .forEach(to::addAspirations);
    from.preparations().stream()
        .filter(preparation -> patients.contains(preparation.patient()))
        .forEach(to::addPreparations);
    from.satisfaction().forEach((patient, level) -> {
      if (patients.contains(patient)) {
        to.putSatisfaction(patient, level);
      }
    });
  }

  static Cohort merged(Cohort one, Cohort other) {
    if (one.origin() != other.origin()) {
      throw new IllegalArgumentException("data origin of a cohort to merge with [code] must be "
          + one.origin().code() + ", but was " + other.origin().code());
    }
    long shared = other.patients().stream()
        .map(Patient::id)
        .filter(one.patientsById()::containsKey)
        .count();
    if (shared > 0) {
      throw new IllegalArgumentException(
          "patients in both cohorts to merge [shared ids] must be 0, but were " + shared);
    }
    Cohort.Builder both = Cohort.builder();
    both.origin(one.origin());
    one.recorded().stream().filter(other::isRecorded).forEach(both::addDeclaredAsRecorded);
    for (Cohort cohort : List.of(one, other)) {
      both.addAllPatients(cohort.patients()).addAllHips(cohort.hips());
      addEvents(both, cohort, cohort.patientsById().keySet());
    }
    return both.build();
  }

  static <K> Map<K, Cohort> byHip(Cohort whole, Function<? super Hip, ? extends K> key) {
    Map<K, Cohort> groups = new LinkedHashMap<>();
    members(whole.hips(), key).forEach((group, hips) -> {
      Set<PatientId> patients = patients(hips);
      groups.put(group, of(whole, hips, patient -> patients.contains(patient.id())));
    });
    return Collections.unmodifiableMap(groups);
  }

  static <K> Map<K, Cohort> byPatient(Cohort whole, Function<? super Patient, ? extends K> key) {
    Map<K, Cohort> groups = new LinkedHashMap<>();
    members(whole.patients(), key).forEach((group, patients) -> {
      Set<Patient> members = Set.copyOf(patients);
      groups.put(group, ofPatients(whole, members::contains));
    });
    return Collections.unmodifiableMap(groups);
  }

  private static <T, K> Map<K, List<T>> members(List<T> all, Function<? super T, ? extends K> key) {
    return all.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
