package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.survival.interval.EventInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressionSectionTest {
  private static final String STABLE = ",combined,consensus,1,1,1,0,0,0,0,0,0,25";
  private static final String CRESCENT = ",combined,consensus,1,1,1,1,0,0,0,0,0,25";

  private static String image(String hip, String visit, int day, boolean progressed) {
    return hip + ",L," + visit + "," + day + (progressed ? CRESCENT : STABLE);
  }

  /**
   * P shows a new crescent on an unscheduled day 250, Q at 12 months, R on an unscheduled day after
   * the last planned visit; S was replaced on the day of its last images.
   */
  private static Cohort cohort() {
    List<String> images = new ArrayList<>();
    for (String hip : List.of("P", "Q", "R", "S")) {
      images.add(image(hip, "BL", 0, false));
      images.add(image(hip, "M6", 190, false));
    }
    images.add(image("P", "UNS", 250, true));
    images.add(image("Q", "M12", 370, true));
    images.add(image("R", "M12", 360, false));
    images.add(image("R", "UNS", 800, true));
    return new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years",
            List.of("P,F,40", "Q,F,40", "R,F,40", "S,F,40"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,arthroplasty_day",
            List.of("P,L,alcohol,II,", "Q,L,alcohol,II,", "R,L,alcohol,II,", "S,L,alcohol,II,190"))
        .with(
            "imaging.csv",
            "patient_id,side,visit,day,modality,reader,mri_lesion,radiograph_abnormal,"
                + "sclerosis_or_cysts,crescent,flattening,joint_space_narrowing,"
                + "acetabular_changes,joint_space_obliterated,depression_mm,lesion_percent",
            images)
        .read();
  }

  /** Images on other days than planned count for their visit, unplanned ones for the next. */
  @Test
  void takesProgressionBetweenPlannedVisits() {
    ProgressionSection section = new ProgressionSection(
        StudyReport.data(cohort(), Analysis.withoutProtocol()).responses(),
        Analysis.withoutProtocol());
    Map<String, EventInterval> intervals = new TreeMap<>();
    Map<String, Optional<EventInterval>> planned = new TreeMap<>();
    section.intervals.forEach((hip, interval) -> {
      intervals.put(hip.id().patient().value(), interval);
      planned.put(hip.id().patient().value(), section.planned(hip, interval));
    });
    assertThat(intervals)
        .isEqualTo(Map.of(
            "P", EventInterval.between(190, 250),
            "Q", EventInterval.between(190, 370),
            "R", EventInterval.between(360, 800),
            "S", EventInterval.after(190)));
    assertThat(planned)
        .isEqualTo(Map.of(
            "P", Optional.of(EventInterval.between(183, 365)),
            "Q", Optional.of(EventInterval.between(183, 365)),
            "R", Optional.empty(),
            "S", Optional.of(EventInterval.after(183))));
  }

  /** Every limit of the bundled cohort that is exact, and every row. */
  @Test
  void givesLimitsAtThePlannedVisits() {
    Section section =
        StudyReport.part(BundledCohort.read(), Analysis.study(), ReportPart.PROGRESSION);
    assertThat(section.paragraphs().get(0)).endsWith(" Every hip was judged.");
    assertThat(SixPatients.csv(section, "progression_at_visits").lines())
        .contains("I,24 months,1,0.7683642383498837,1", "II,6 months,1,0.8628148284692875,1")
        .contains("III,6 months,,,", "III,12 months,,,", "III,24 months,,,")
        .anyMatch(line -> line.startsWith("all,6 months,0.9137931034482759,"))
        .hasSize(11);
    assertThat(section.tables().get(1).counted()).isEqualTo("58 hips");
    assertThat(section.tables().get(0).footnotes().get(0))
        .endsWith(" Days of the months: 183, 365, 731.");
    assertThat(SixPatients.part(ReportPart.PROGRESSION).paragraphs().get(0))
        .endsWith(" 1 hip could not be judged and is left out.");
    assertThat(SixPatients.part(ReportPart.PROGRESSION).tables()).hasSize(1);
  }

  @Test
  void saysWhetherImagesOrJudgmentsAreMissing() {
    GivenCohort without = new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F,40"))
        .with("hips.csv", "patient_id,side,etiology,steinberg_stage", List.of("P,L,alcohol,II"));
    assertThat(without.part(ReportPart.PROGRESSION).paragraphs())
        .containsExactly("Images: not recorded.");
  }
}
