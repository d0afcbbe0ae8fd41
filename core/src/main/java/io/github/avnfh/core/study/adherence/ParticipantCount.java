package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.table.Count;
import java.util.Collection;
import org.immutables.value.Value;

/**
 * A number of patients and the number of their hips that are meant: two counts, two units.
 *
 * <pre>{@code
 * ParticipantCount men = ParticipantCount.of(32, 42);
 * men.text();                                  // 32 patients, 42 hips
 * men.hipsOf(ParticipantCount.of(46, 58)).percent(1); // 72.4
 * }</pre>
 */
@Value.Immutable
public sealed interface ParticipantCount permits ImmutableParticipantCount {

  /**
   * Returns how many patients are meant.
   *
   * @return a count of patients
   */
  int patients();

  /**
   * Returns how many hips are meant.
   *
   * @return a count of hips
   */
  int hips();

  /**
   * Returns a number of patients and hips.
   *
   * @param patients a count of patients, 0 or more
   * @param hips a count of hips, 0 or more
   * @return the two counts
   * @throws IllegalArgumentException if a count is negative
   */
  static ParticipantCount of(int patients, int hips) {
    return ImmutableParticipantCount.builder()
        .patients(Count.of(patients, Math.max(patients, 0)).count())
        .hips(Count.of(hips, Math.max(hips, 0)).count())
        .build();
  }

  /**
   * Counts hips and the patients in whom they lie.
   *
   * @param hips the hips, each once
   * @return the two counts
   */
  static ParticipantCount ofHips(Collection<HipId> hips) {
    return of((int) hips.stream().map(HipId::patient).distinct().count(), hips.size());
  }

  /**
   * Counts patients of whom no hip is meant.
   *
   * @param patients the patients, each once
   * @return the two counts, 0 hips
   */
  static ParticipantCount ofPatients(Collection<PatientId> patients) {
    return of(patients.size(), 0);
  }

  /**
   * Returns the patients out of those of another headcount.
   *
   * @param all the patients and hips that hold these
   * @return a count of patients with its denominator
   * @throws IllegalArgumentException if there are more patients here than there
   */
  default Count patientsOf(ParticipantCount all) {
    return Count.of(patients(), all.patients());
  }

  /**
   * Returns the hips out of those of another headcount.
   *
   * @param all the patients and hips that hold these
   * @return a count of hips with its denominator
   * @throws IllegalArgumentException if there are more hips here than there
   */
  default Count hipsOf(ParticipantCount all) {
    return Count.of(hips(), all.hips());
  }

  /**
   * Returns both counts with their units.
   *
   * @return the text, such as {@code 46 patients, 58 hips}
   */
  default String text() {
    return patients()
        + (patients() == 1 ? " patient, " : " patients, ")
        + hips()
        + (hips() == 1 ? " hip" : " hips");
  }
}
