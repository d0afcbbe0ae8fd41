package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.Timepoint;
import java.util.Map;
import org.immutables.value.Value;

/**
 * What became of the enrolled hips at one planned visit.
 *
 * <p>Every enrolled hip counts under exactly one attendance, so the hips add up to those enrolled.
 * A patient with two hips may count under two, so the patients need not.
 *
 * @see ParticipantFlow
 */
@Value.Immutable
public sealed interface VisitFlow permits ImmutableVisitFlow {
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
