package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.study.adherence.Deviation.Kind;
import io.github.avnfh.core.study.protocol.Protocol;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What was done otherwise than a protocol plans, among those who were enrolled.
 *
 * <p>A reading that was not taken is no deviation; a planned visit, image or treatment that is not
 * recorded is one. Nothing is expected of a patient any more who was lost or died before the window
 * closed, nor of a hip that was replaced, nor at a visit that is recorded as not due. What the
 * cohort does not record at all (visits, a score, images, treatments) is not judged, and
 * {@link #notJudged()} says so. Visits and images are compared with the window of the timepoint
 * that they bear; both ends of a window belong to it.
 *
 * <p>What the windows rest on stands in {@code VisitSchedule.windowsFrom()}; the study itself
 * printed none.
 *
 * <pre>{@code
 * Patient patient =
 *     Patient.builder().id(PatientId.of("P01")).sex(Sex.FEMALE).ageYears(41).build();
 * Hip hip = Hip.builder()
 *     .id(HipId.of(patient.id(), Side.LEFT))
 *     .etiology(Etiology.CORTICOSTEROID)
 *     .baselineStage(SteinbergStage.STAGE_II)
 *     .addInjections(Injection.builder().number(1).day(0).build())
 *     .addInjections(Injection.builder().number(2).day(150).build())
 *     .build();
 * Cohort one = Cohort.builder().addPatients(patient).addHips(hip).build();
 * Deviations deviations = Deviations.of(StudyProtocol.withHalfwayWindows(), one);
 * Deviation late = deviations.of(Deviation.Kind.INJECTION_LATE).get(0);
 * late.text();                                                 // M3: an injection came after its window
 * deviations.concerned(Deviation.Kind.INJECTION_LATE).text();  // 1 patient, 1 hip
 * deviations.concerned(Deviation.Kind.INJECTION_EARLY).text(); // 0 patients, 0 hips
 * }</pre>
 */
@Value.Immutable
public sealed interface Deviations permits ImmutableDeviations {

  /**
   * Returns among whom deviations were looked for.
   *
   * @return the enrolled patients and hips
   */
  ParticipantCount enrolled();

  /**
   * Returns the deviations.
   *
   * @return the deviations, patient by patient in declared order
   */
  List<Deviation> findings();

  /**
   * Returns the kinds that could not be judged, since the cohort records nothing of them.
   *
   * @return the kinds in their order
   */
  List<Kind> notJudged();

  /**
   * Returns where the windows come from on which findings of time rest.
   *
   * @return the words of the schedule
   */
  String windowsFrom();

  /**
   * Compares a cohort with a protocol.
   *
   * @param protocol the protocol
   * @param cohort the patients and hips
   * @return the deviations
   */
  static Deviations of(Protocol protocol, Cohort cohort) {
    return new DeviationSearch(protocol, cohort).deviations();
  }

  /**
   * Returns the deviations of one kind.
   *
   * @param kind the kind
   * @return the deviations, patient by patient in declared order
   */
  default List<Deviation> of(Kind kind) {
    return findings().stream().filter(deviation -> deviation.kind() == kind).toList();
  }

  /**
   * Counts whom deviations of one kind concern, each patient and each hip once.
   *
   * @param kind the kind
   * @return the patients, and the hips that are named; 0 hips where a kind is about patients
   */
  default ParticipantCount concerned(Kind kind) {
    List<PatientId> patients =
        of(kind).stream().map(Deviation::patient).distinct().toList();
    List<HipId> hips = of(kind).stream()
        .map(Deviation::hip)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
    return ParticipantCount.of(patients.size(), hips.size());
  }
}
