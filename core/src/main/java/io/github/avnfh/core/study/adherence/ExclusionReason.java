package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.study.protocol.Criterion;
import org.immutables.value.Value;

/**
 * How many of those who were screened and not enrolled failed one criterion.
 *
 * <pre>{@code
 * Patient tooOld = Patient.builder()
 *     .id(PatientId.of("S1"))
 *     .sex(Sex.MALE)
 *     .ageYears(63)
 *     .screening(Screening.builder().enrolled(false).build())
 *     .build();
 * Hip hip = Hip.builder()
 *     .id(HipId.of(tooOld.id(), Side.LEFT))
 *     .etiology(Etiology.ALCOHOL)
 *     .baselineStage(SteinbergStage.STAGE_II)
 *     .build();
 * Cohort screened = Cohort.builder().addPatients(tooOld).addHips(hip).build();
 * ExclusionReason reason =
 *     ParticipantFlow.of(StudyProtocol.withHalfwayWindows(), screened).reasons().get(0);
 * reason.text(); // STUDY-IN-AGE: not met in 1 patient, 1 hip; unknown in 0 patients, 0 hips
 * }</pre>
 */
@Value.Immutable
public sealed interface ExclusionReason permits ImmutableExclusionReason {

  /**
   * Returns the criterion.
   *
   * @return the criterion with its source
   */
  Criterion criterion();

  /**
   * Counts who did not meet it.
   *
   * @return patients and hips
   */
  ParticipantCount notMet();

  /**
   * Counts for whom it is unknown, which is not met either.
   *
   * @return patients and hips
   */
  ParticipantCount unknown();

  /**
   * Returns the reason as one line.
   *
   * @return the identifier of the rule and the counts with their units
   */
  default String text() {
    return criterion().rule().id() + ": not met in " + notMet().text() + "; unknown in "
        + unknown().text();
  }
}
