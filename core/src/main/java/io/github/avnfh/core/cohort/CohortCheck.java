package io.github.avnfh.core.cohort;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that every part of a cohort belongs to one of its patients, and that none comes twice.
 *
 * <p>Most cohorts are sorted and name their patients in the same order everywhere; no set is made
 * of them then.
 */
final class CohortCheck {
  private final List<Patient> patients;
  private Optional<Set<PatientId>> ids = Optional.empty();
  private int last;

  private CohortCheck(List<Patient> patients) {
    this.patients = patients;
  }

  static void of(Cohort cohort) {
    distinct(cohort.patients(), Patient::id, "patients of a cohort [distinct ids]");
    distinct(cohort.hips(), Hip::id, "hips of a cohort [distinct ids]");
    CohortCheck check = new CohortCheck(cohort.patients());
    check.belongs(cohort.hips().stream().map(hip -> hip.id().patient()), "hip");
    check.belongs(cohort.adverseEvents().stream().map(AdverseEvent::patient), "adverse event");
    check.belongs(cohort.satisfaction().keySet().stream(), "answer on satisfaction");
    check.belongs(cohort.aspirations().stream().map(MarrowAspiration::patient), "aspiration");
    distinctDays(
        cohort.aspirations().stream().map(done -> Map.entry(done.patient(), done.day())),
        "aspirations");
    check.belongs(cohort.preparations().stream().map(CellPreparation::patient), "preparation");
    distinctDays(
        cohort.preparations().stream().map(done -> Map.entry(done.patient(), done.day())),
        "preparations");
  }

  private static void distinctDays(Stream<Map.Entry<PatientId, Integer>> days, String what) {
    List<Map.Entry<PatientId, Integer>> all = days.toList();
    refuseTwice(
        all.size(), Set.copyOf(all).size(), what + " of a cohort [distinct patients and days]");
  }

  private static <T, I extends Comparable<I>> void distinct(
      List<T> things, Function<T, I> id, String what) {
    if (!isAscending(things, id)) {
      long distinct = things.stream().map(id).distinct().count();
      refuseTwice(things.size(), distinct, what);
    }
  }

  private static <T, I extends Comparable<I>> boolean isAscending(
      List<T> things, Function<T, I> id) {
    for (int i = 1; i < things.size(); i++) {
      if (id.apply(things.get(i - 1)).compareTo(id.apply(things.get(i))) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void refuseTwice(int all, long distinct, String what) {
    if (distinct < all) {
      throw new IllegalArgumentException(what + " must be " + all + ", but were " + distinct);
    }
  }

  private void belongs(Stream<PatientId> named, String what) {
    if (!named.allMatch(this::isKnown)) {
      throw new IllegalArgumentException(
          "every " + what + " must belong to a patient of the cohort, but one does not");
    }
  }

  private boolean isKnown(PatientId id) {
    if (isAt(last, id)) {
      return true;
    }
    last = last + 1 < patients.size() ? last + 1 : 0;
    return isAt(last, id) || ids().contains(id);
  }

  private boolean isAt(int place, PatientId id) {
    return place < patients.size() && patients.get(place).id().equals(id);
  }

  private Set<PatientId> ids() {
    if (ids.isEmpty()) {
      ids = Optional.of(patients.stream().map(Patient::id).collect(Collectors.toSet()));
    }
    return ids.get();
  }
}
