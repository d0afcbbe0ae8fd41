package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.cohort.AdverseEvent;
import java.util.List;
import java.util.Map;

/** What margins must agree on before any cohort can be made to meet them. */
final class MarginsCheck {
  /** Each arthroplasty gets a separate day, away from all visits of its patient. */
  private static final int MOST_REPLACED = 300;

  private MarginsCheck() {}

  static void check(StudyMargins margins) {
    checkSums(margins);
    checkPatients(margins);
    checkHips(margins);
    Schedule.PRINTED_PAIN.forEach(margins::pain);
    Schedule.PRINTED_HARRIS.forEach(margins::harrisHipScore);
  }

  private static void checkSums(StudyMargins margins) {
    List<StageMargin> stages = margins.stages();
    List<CauseMargin> causes = margins.causes();
    Counts.agree(
        "hips of all stages", stages.stream().mapToInt(StageMargin::hips).sum(), margins.hips());
    Counts.agree(
        "hips of all causes", causes.stream().mapToInt(CauseMargin::hips).sum(), margins.hips());
    Counts.agree(
        "hips progressed by cause",
        causes.stream().mapToInt(CauseMargin::progressed).sum(),
        stages.stream().mapToInt(StageMargin::progressed).sum());
    Counts.agree(
        "patients asked for satisfaction",
        margins.patientsBySatisfaction().values().stream()
            .mapToInt(Integer::intValue)
            .sum(),
        margins.patients());
  }

  private static void checkPatients(StudyMargins margins) {
    if (margins.patients() < 1) {
      throw new IllegalArgumentException(
          "patients [count] must be 1 or more, but was " + margins.patients());
    }
    Counts.within("patients who are male", margins.men(), margins.patients());
    int pairs = margins.causes().stream().mapToInt(cause -> cause.hips() / 2).sum();
    Counts.within("patients with both hips of one cause", margins.bilateralPatients(), pairs);
    Counts.within("age of the youngest patient, years", margins.youngest(), margins.oldest());
    for (Map.Entry<String, Integer> event : margins.adverseEvents()) {
      Counts.within("patients with an adverse event", event.getValue(), margins.patients());
      // the cohort refuses a term that is not one line of visible characters
      AdverseEvent.of(PatientId.of("S01"), event.getKey(), 0);
    }
  }

  private static void checkHips(StudyMargins margins) {
    int replaced = margins.stages().stream().mapToInt(StageMargin::replaced).sum();
    int gained = margins.gainedOverTwenty();
    int most = margins.hips() - Math.min(1, replaced);
    Counts.within("hips that gained more than 20 points", gained, most);
    Counts.within("hips replaced", replaced, MOST_REPLACED);
    Counts.within("hips replaced, of which all but one gain", replaced, gained + 1);
    Schedule.PRINTED_EDEMA.forEach(visit ->
        Counts.within("hips with less edema", margins.edemaDecreased(visit), margins.hips()));
  }
}
