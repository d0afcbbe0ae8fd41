package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineSectionTest {
  private static Section section(List<String> hips, List<String> visits) {
    return new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years",
            List.of("P,F,40", "Q,F,41", "R,M,42", "S,M,43"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day,arthroplasty_day",
            hips)
        .with("visits.csv", "patient_id,side,visit,day,hhs", visits)
        .part(ReportPart.BASELINE);
  }

  /** The score at 6 months of Q is none at baseline; nothing is known of stage II later. */
  @Test
  void countsWhatIsNotKnownOfAStage() {
    Section section = section(
        List.of("P,L,alcohol,I,400,", "Q,L,alcohol,I,731,", "R,L,alcohol,II,,", "S,L,alcohol,II,,"),
        List.of("P,L,BL,0,50", "Q,L,M6,183,77"));
    assertThat(SixPatients.csv(section, "baseline_measures").lines())
        .contains(
            "Harris Hip Score [points],I,hips,1,1,50,,50,50,50",
            "Harris Hip Score [points],II,hips,0,2,,,,,",
            "Harris Hip Score [points],all,hips,1,3,50,,50,50,50");
    assertThat(SixPatients.csv(section, "follow_up").lines())
        .contains("II,0,2,0,0,,,")
        .anyMatch(line -> line.startsWith("I,2,0,0," + 1131 / 365.25 + ","))
        .anyMatch(line -> line.startsWith("all,2,2,0," + 1131 / 365.25 + ","));
  }

  /** Every hip was replaced: by reverse Kaplan-Meier the follow-up of none came to its end. */
  @Test
  void claimsNoMedianFollowUpWhereEveryHipWasReplaced() {
    Section section =
        section(List.of("P,L,alcohol,I,400,200", "Q,L,alcohol,II,731,300"), List.of("P,L,BL,0,50"));
    assertThat(section.keyResults())
        .containsExactly("4 patients with 2 hips, both hips of 0, median follow-up not reached"
            + " (reverse Kaplan-Meier).");
    assertThat(MarkdownPage.section(section))
        .contains("| all | 2 | 0 | 2 | 1.4 | not reached | not reached | not reached |");
  }
}
