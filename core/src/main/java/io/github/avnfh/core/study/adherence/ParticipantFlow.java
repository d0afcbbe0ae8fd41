package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.study.protocol.Protocol;
import java.util.List;
import org.immutables.value.Value;

/**
 * Who was screened, excluded and why, enrolled, lost, and analyzed at each visit, in patients and
 * in hips.
 *
 * <p>A patient is enrolled unless the screening says otherwise, with all recorded hips. Reasons of
 * exclusion are those criteria that somebody excluded did not meet; one patient may count under
 * several. Visits count under the timepoint that they bear.
 *
 * <pre>{@code
 * ParticipantFlow flow = ParticipantFlow.of(StudyProtocol.withHalfwayWindows(), cohort);
 * flow.enrolled().text(); // 46 patients, 58 hips
 * flow.replaced().text(); // 5 patients, 6 hips
 * VisitFlow lastVisit = flow.at(Timepoint.ofMonths(24));
 * lastVisit.count(VisitFlow.Attendance.ANALYZED).text(); // 41 patients, 52 hips
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
   * @param cohort everybody who was screened
   * @return the flow
   */
  static ParticipantFlow of(Protocol protocol, Cohort cohort) {
    return new FlowCount(protocol, cohort).flow();
  }

  /**
   * Counts a cohort for which no protocol is named: without reasons of exclusion and visits.
   *
   * @param cohort everybody who was screened
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
}
