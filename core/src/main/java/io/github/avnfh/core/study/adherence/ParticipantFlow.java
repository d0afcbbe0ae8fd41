package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.study.protocol.EligibilityCriterion;
import io.github.avnfh.core.study.protocol.Protocol;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Who was screened, excluded and why, enrolled, lost, and analyzed at each visit, in patients and
 * in hips.
 *
 * <p>A patient is enrolled unless the screening says otherwise, with all recorded hips. Reasons of
 * exclusion are those criteria that an excluded patient did not meet; one patient may count under
 * several. Visits count under the timepoint that they bear.
 *
 * <pre>{@code
 * ParticipantFlow flow = ParticipantFlow.of(StudyProtocol.withHalfwayWindows(), cohort);
 * flow.enrolled().text(); // 46 patients, 58 hips
 * flow.replaced().text(); // 5 patients, 6 hips
 * ParticipantFlow.VisitFlow lastVisit = flow.at(Timepoint.ofMonths(24));
 * lastVisit.count(ParticipantFlow.VisitFlow.Attendance.ANALYZED).text(); // 41 patients, 52 hips
 * }</pre>
 */
@Value.Immutable
public sealed interface ParticipantFlow permits ImmutableParticipantFlow {

  /**
   * Counts who was screened.
   *
   * @return all patients and hips of the cohort
   */
  ParticipantCount screened();

  /**
   * Counts who was screened and not enrolled.
   *
   * @return patients and hips
   */
  ParticipantCount excluded();

  /**
   * Returns why they were excluded.
   *
   * @return the criteria that an excluded patient or hip did not meet, or left unknown, in the
   *     order of the protocol
   */
  List<ExclusionReason> reasons();

  /**
   * Counts who was excluded though no criterion says why: none is known to fail, for the patient or
   * for any hip.
   *
   * @return patients and hips
   */
  ParticipantCount excludedOtherwise();

  /**
   * Counts who was enrolled.
   *
   * @return patients and hips
   */
  ParticipantCount enrolled();

  /**
   * Counts the enrolled who were lost to follow-up.
   *
   * @return patients and hips
   */
  ParticipantCount lost();

  /**
   * Counts the enrolled who are known to have died.
   *
   * @return patients and hips
   */
  ParticipantCount died();

  /**
   * Counts the enrolled hips that were replaced.
   *
   * @return the hips, and the patients in whom they lie
   */
  ParticipantCount replaced();

  /**
   * Returns what became of the enrolled hips at each planned visit.
   *
   * @return the visits in the order of time
   */
  List<VisitFlow> visits();

  /**
   * Returns the flow at one visit.
   *
   * @param timepoint the timepoint of a planned visit
   * @return the flow
   * @throws IllegalArgumentException if the protocol plans no such visit
   */
  default VisitFlow at(Timepoint timepoint) {
    return visits().stream()
        .filter(visit -> visit.timepoint().equals(timepoint))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "visit [timepoint] must be one that the protocol plans, but was " + timepoint.code()));
  }

  /**
   * Counts a cohort.
   *
   * @param protocol the protocol
   * @param cohort all patients who were screened
   * @return the flow
   */
  static ParticipantFlow of(Protocol protocol, Cohort cohort) {
    return new FlowCount(protocol, cohort).flow();
  }

  /**
   * Counts a cohort for which no protocol is named: without reasons of exclusion and visits.
   *
   * @param cohort all patients who were screened
   * @return the flow; whoever was excluded, was so for another reason
   */
  static ParticipantFlow of(Cohort cohort) {
    return FlowCount.withoutProtocol(cohort);
  }

  /**
   * Tells whether a patient was enrolled.
   *
   * @param patient the patient
   * @return false only if the screening says so
   */
  static boolean isEnrolled(Patient patient) {
    return patient.screening().enrolled().orElse(true);
  }

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
   * ParticipantFlow.ExclusionReason reason =
   *     ParticipantFlow.of(StudyProtocol.withHalfwayWindows(), screened).reasons().get(0);
   * reason.text(); // STUDY-IN-AGE: not met in 1 patient, 1 hip; unknown in 0 patients, 0 hips
   * }</pre>
   */
  @Value.Immutable
  sealed interface ExclusionReason permits ImmutableExclusionReason {

    /**
     * Returns the criterion.
     *
     * @return the criterion with its source
     */
    EligibilityCriterion criterion();

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

  /**
   * What became of the enrolled hips at one planned visit.
   *
   * <p>Every enrolled hip counts under exactly one attendance, so the hips add up to those
   * enrolled. A patient with two hips may count under two, so the patients need not.
   *
   * @see ParticipantFlow
   */
  @Value.Immutable
  sealed interface VisitFlow permits ImmutableVisitFlow {
    /** What became of a hip at a visit. */
    enum Attendance {
      /** Seen in place, with a score of the protocol. */
      ANALYZED("analyzed"),
      /** Seen in place, without any score of the protocol. */
      NOT_SCORED("seen without a score"),
      /** Seen after the hip had been replaced. */
      AFTER_ARTHROPLASTY("seen after arthroplasty"),
      /** Not seen, because the patient had died. */
      DIED("died before"),
      /** Not seen, because the patient was lost to follow-up. */
      LOST("lost to follow-up before"),
      /** Recorded as missed. */
      MISSED("missed"),
      /** Recorded as not due yet. */
      NOT_DUE("not due"),
      /** Nothing was recorded. */
      NOT_RECORDED("not recorded");

      private final String words;

      Attendance(String words) {
        this.words = words;
      }

      /**
       * Returns the attendance in words.
       *
       * @return the words, in lower case
       */
      public String words() {
        return words;
      }
    }

    /**
     * Returns the planned visit.
     *
     * @return its timepoint
     */
    Timepoint timepoint();

    /**
     * Returns the counts.
     *
     * @return patients and hips by attendance, all attendances in their order
     */
    Map<Attendance, ParticipantCount> counts();

    /**
     * Counts the hips of one attendance.
     *
     * @param attendance the attendance
     * @return the hips, and the patients in whom they lie
     */
    default ParticipantCount count(Attendance attendance) {
      return counts().getOrDefault(attendance, ParticipantCount.of(0, 0));
    }
  }
}
