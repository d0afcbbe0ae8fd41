package io.github.avnfh.core.cohort;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * The patients of a study with their hips, in declared order.
 *
 * <p>A cohort counts in two units, and every count says which: patients, or hips. It prints its
 * counts only.
 *
 * <pre>{@code
 * Map<SteinbergStage, Cohort> byStage = cohort.groupHips(Hip::baselineStage);
 * byStage.get(SteinbergStage.STAGE_III).hips().size();         // 15
 * cohort.keepPatients(patient -> patient.sex() == Sex.FEMALE); // Cohort{SYNTHETIC, 14 patients, 16 hips}
 * cohort.groupHips(hip -> cohort.patientOf(hip).sex()).size(); // 2
 * }</pre>
 */
@Value.Immutable
public abstract sealed class Cohort permits ImmutableCohort {
  Cohort() {}

  /**
   * Returns where the data come from.
   *
   * @return observed, synthetic or undeclared
   */
  @Value.Default
  public DataOrigin origin() {
    return DataOrigin.UNDECLARED;
  }

  /**
   * Returns the patients in declared order.
   *
   * @return the patients
   */
  public abstract List<Patient> patients();

  /**
   * Returns the hips in declared order.
   *
   * @return the hips
   */
  public abstract List<Hip> hips();

  /**
   * Returns the adverse events in declared order.
   *
   * @return the events
   */
  public abstract List<AdverseEvent> adverseEvents();

  /**
   * Returns the aspirations of bone marrow in declared order.
   *
   * @return the aspirations, at most one for a patient and day
   */
  public abstract List<MarrowAspiration> aspirations();

  /**
   * Returns the preparations of cells in declared order.
   *
   * @return the preparations, at most one for a patient and day
   */
  public abstract List<CellPreparation> preparations();

  /**
   * Returns how satisfied each patient was at the end of follow-up, for those who were asked.
   *
   * @return the level by patient, in declared order
   */
  public abstract Map<PatientId, Satisfaction> satisfaction();

  /** What was recorded though the cohort may hold nothing of it. */
  @Value.Auxiliary
  abstract Set<DataKind> declaredAsRecorded();

  /**
   * Returns the kinds of data that were recorded: those of which the cohort holds something, and
   * those that were declared by {@code addDeclaredAsRecorded(...)} of the builder, as a reader does
   * for a file or a column that is there and holds nothing.
   *
   * <p>A part of a cohort records what the whole does.
   *
   * @return the kinds in their order
   */
  @Value.Derived
  public Set<DataKind> recorded() {
    Set<DataKind> kinds = EnumSet.noneOf(DataKind.class);
    Arrays.stream(DataKind.values())
        .filter(kind -> declaredAsRecorded().contains(kind) || kind.isHeldBy(this))
        .forEach(kinds::add);
    return Collections.unmodifiableSet(kinds);
  }

  /**
   * Tells whether a kind of data was recorded, so that what the cohort does not hold of it did not
   * happen.
   *
   * @param kind a kind of data
   * @return false if nothing is known of it
   */
  public boolean isRecorded(DataKind kind) {
    return recorded().contains(kind);
  }

  @Value.Lazy
  Map<PatientId, Patient> patientsById() {
    return patients().stream()
        .collect(Collectors.toUnmodifiableMap(Patient::id, Function.identity()));
  }

  @Value.Lazy
  Map<PatientId, List<MarrowAspiration>> aspirationsByPatient() {
    return aspirations().stream()
        .collect(Collectors.groupingBy(MarrowAspiration::patient, Collectors.toUnmodifiableList()));
  }

  @Value.Lazy
  Map<PatientId, List<CellPreparation>> preparationsByPatient() {
    return preparations().stream()
        .collect(Collectors.groupingBy(CellPreparation::patient, Collectors.toUnmodifiableList()));
  }

  @Value.Lazy
  Map<PatientId, List<Hip>> hipsByPatient() {
    return hips().stream()
        .collect(Collectors.groupingBy(hip -> hip.id().patient(), Collectors.toUnmodifiableList()));
  }

  /**
   * Returns the aspirations from a patient in declared order.
   *
   * @param patient a patient
   * @return the aspirations, none if the patient has none in this cohort
   */
  public List<MarrowAspiration> aspirationsOf(Patient patient) {
    return aspirationsByPatient().getOrDefault(patient.id(), List.of());
  }

  /**
   * Returns the preparations from a patient's marrow in declared order.
   *
   * @param patient a patient
   * @return the preparations, none if the patient has none in this cohort
   */
  public List<CellPreparation> preparationsOf(Patient patient) {
    return preparationsByPatient().getOrDefault(patient.id(), List.of());
  }

  /**
   * Returns the patient in whom a hip lies.
   *
   * @param hip a hip of this cohort
   * @return its patient
   * @throws IllegalArgumentException if the hip's patient does not belong to the cohort
   */
  public Patient patientOf(Hip hip) {
    return Optional.ofNullable(patientsById().get(hip.id().patient()))
        .orElseThrow(() -> new IllegalArgumentException(
            "a hip must lie in a patient of its cohort, but does not"));
  }

  /**
   * Returns the day of the death of a hip's patient, counted from the first treatment of the hip.
   *
   * @param hip a hip of this cohort
   * @return whole days, negative if the patient died before a later treatment; nothing if the
   *     patient is not known to have died
   * @throws IllegalArgumentException if the hip's patient does not belong to the cohort
   */
  public Optional<Integer> deathDayOf(Hip hip) {
    Objects.requireNonNull(hip, "hip");
    return patientOf(hip).deathDay().map(day -> day - hip.indexDay());
  }

  /**
   * Returns the day on which a hip's patient was lost, counted from the first treatment of the hip.
   *
   * @param hip a hip of this cohort
   * @return whole days; nothing if the patient was not lost to follow-up
   * @throws IllegalArgumentException if the hip's patient does not belong to the cohort
   */
  public Optional<Integer> lostDayOf(Hip hip) {
    Objects.requireNonNull(hip, "hip");
    return patientOf(hip).lostDay().map(day -> day - hip.indexDay());
  }

  /**
   * Counts the patients with both hips in the cohort.
   *
   * @return the number of bilateral patients
   */
  public int bilateralPatients() {
    return (int) hipsByPatient().values().stream().filter(own -> own.size() > 1).count();
  }

  /**
   * Returns the hips that meet a condition, in declared order.
   *
   * @param condition the condition
   * @return the hips
   */
  public List<Hip> hipsWhere(Predicate<? super Hip> condition) {
    return hips().stream().filter(condition).toList();
  }

  /**
   * Returns the hips of a patient, in declared order.
   *
   * @param patient a patient
   * @return one hip or two; none if the patient has none in this cohort
   */
  public List<Hip> hipsOf(Patient patient) {
    return hipsByPatient().getOrDefault(patient.id(), List.of());
  }

  /**
   * Returns the part of the cohort with the hips that meet a condition, and with the patients in
   * whom they lie.
   *
   * @param condition the condition
   * @return the hips that meet it and their patients, with what belongs to these, in declared order
   */
  public Cohort keepHips(Predicate<? super Hip> condition) {
    return CohortParts.ofHips(this, condition);
  }

  /**
   * Returns the part of the cohort with the patients who meet a condition, and with all their hips.
   *
   * @param condition the condition
   * @return the patients who meet it, with what belongs to them, in declared order
   */
  public Cohort keepPatients(Predicate<? super Patient> condition) {
    return CohortParts.ofPatients(this, condition);
  }

  /**
   * Groups the hips by anything: stage, cause, a band of lesion extent, the patient's sex.
   *
   * <p>A patient whose hips fall into two groups is in both, so patients of the groups do not add
   * up to those of the cohort; hips do.
   *
   * @param <K> the kind of group
   * @param group the group of a hip
   * @return a cohort for each group, in the order in which the groups first appear
   */
  public <K> Map<K, Cohort> groupHips(Function<? super Hip, ? extends K> group) {
    return CohortParts.byHip(this, group);
  }

  /**
   * Groups the patients by anything: sex, a band of age. Both hips of a patient are in one group.
   *
   * @param <K> the kind of group
   * @param group the group of a patient
   * @return a cohort for each group, in the order in which the groups first appear
   */
  public <K> Map<K, Cohort> groupPatients(Function<? super Patient, ? extends K> group) {
    return CohortParts.byPatient(this, group);
  }

  /**
   * Returns this cohort and another one as one, this one first.
   *
   * <p>What only one of them records counts as recorded in both if that one holds any of it, and
   * otherwise as not recorded.
   *
   * @param other a cohort of the same origin without a patient of this one
   * @return both
   * @throws IllegalArgumentException if a patient's identifier is in both, or if the data come from
   *     different origins
   */
  public Cohort merge(Cohort other) {
    return CohortParts.merged(this, other);
  }

  /**
   * Refuses two patients or two hips of one name, two aspirations or two preparations of one
   * patient and day, and hips, events, aspirations, preparations or answers of a patient who is not
   * in the cohort.
   *
   * @throws IllegalArgumentException if the cohort contradicts itself
   */
  @Value.Check
  void check() {
    CohortCheck.of(this);
  }

  @Override
  public final String toString() {
    return "Cohort{" + origin() + ", " + counted(patients(), "patient") + ", "
        + counted(hips(), "hip") + "}";
  }

  private static String counted(Collection<?> things, String unit) {
    return things.size() + " " + unit + (things.size() == 1 ? "" : "s");
  }

  /**
   * Starts a cohort.
   *
   * @return a builder; nothing is required
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds cohorts. */
  public static final class Builder extends ImmutableCohort.Builder {
    Builder() {}
  }
}
