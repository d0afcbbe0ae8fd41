package io.github.avnfh.core.study.adherence;

import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.study.protocol.PlannedVisit;
import java.util.Optional;

/** Whether a patient or a hip had left the study before something could take place. */
final class Discontinuation {
  private Discontinuation() {}

  /** A visit whose window had not closed when the patient died is no longer due. */
  static boolean hasDied(Patient patient, PlannedVisit planned) {
    return hasCome(patient.deathDay(), planned.window().lastDay());
  }

  static boolean isLost(Patient patient, PlannedVisit planned) {
    return hasCome(patient.lostDay(), planned.window().lastDay());
  }

  /** Tells whether nothing is expected any more that could wait until a day. */
  static boolean ends(Patient patient, Hip hip, int day) {
    return hasCome(patient.deathDay(), day + hip.indexDay())
        || hasCome(patient.lostDay(), day + hip.indexDay())
        || hasCome(hip.arthroplasty().map(Arthroplasty::day), day);
  }

  private static boolean hasCome(Optional<Integer> event, int day) {
    return event.isPresent() && event.get() <= day;
  }
}
