package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import java.util.Optional;

/**
 * Whether the follow-up of a hip had ended by a day, counted from the first treatment of the hip.
 */
final class EndOfFollowUp {
  private EndOfFollowUp() {}

  static boolean hasDiedBy(Cohort cohort, Hip hip, int day) {
    return hasCome(cohort.deathDayOf(hip), day);
  }

  static boolean isLostBy(Cohort cohort, Hip hip, int day) {
    return hasCome(cohort.lostDayOf(hip), day);
  }

  /** By death, loss to follow-up or arthroplasty on this day or before. */
  static boolean hasEndedBy(Cohort cohort, Hip hip, int day) {
    return hasDiedBy(cohort, hip, day)
        || isLostBy(cohort, hip, day)
        || hasCome(hip.arthroplasty().map(Arthroplasty::day), day);
  }

  private static boolean hasCome(Optional<Integer> event, int day) {
    return event.isPresent() && event.get() <= day;
  }
}
