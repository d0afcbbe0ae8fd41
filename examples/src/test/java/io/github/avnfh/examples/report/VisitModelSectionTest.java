package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.synthetic.BundledCohort;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitModelSectionTest {
  /** A's left hip and B came always; A's right hip leaves with its arthroplasty on day 300. */
  @Test
  void countsHipsByTheVisitsThatTheyHave() {
    Section section = SixPatients.part(ReportPart.VISIT_MODEL);
    assertThat(SixPatients.csv(section, "hhs_patterns")).isEqualTo("""
        visits,missed,hips
        "BL, M6, M12, M24",none,2
        "BL, M6, M24",M12,2
        "BL, M6","M12, M24",2
        "BL, M6, M12",M24,1
        "BL, M12, M24",M6,1
        """);
    assertThat(SixPatients.csv(section, "hhs_model").lines().skip(1))
        .extracting(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1)))
        .containsExactly("baseline,8", "6 months,7", "12 months,4", "24 months,5");
    assertThat(section.tables().get(0).footnotes())
        .anyMatch(note -> note.matches("Adjusted by Holm over the visits of this table\\."
            + " Correlation of two scores of one patient 0\\.\\d\\d, of one hip 0\\.\\d\\d\\."))
        .contains(
            "Hips with every visit: the same model on 2 hips.",
            "Planned visits after an arthroplasty are left out in 1 hip.");
    assertThat(section.paragraphs())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("No comparison of stages by the model of Harris Hip Score: ");
    assertThat(section.figures()).hasSize(2);
  }

  @Test
  void testsWhetherTheStagesChangeAlike() {
    Section section =
        StudyReport.part(BundledCohort.read(), Analysis.study(), ReportPart.VISIT_MODEL);
    assertThat(section.tables().get(2).name()).isEqualTo("vas_model_by_stage");
    assertThat(section.tables().get(2).footnotes().get(1))
        .matches("Test of each effect: .* F\\(\\d+, [\\d.]+\\) = [\\d.]+, p (< 0\\.001|= 0\\.\\d+)"
            + "; .*, p = 0\\.\\d+\\.")
        .contains(", p < 0.001;");
    assertThat(section.tables()).hasSize(6);
  }

  /** Two hips with two visits each, of which none has all three. */
  @Test
  void saysWhereNoHipHasEveryVisit() {
    Section section = new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years",
            List.of("P,F,40", "Q,F,40", "R,F,40", "S,F,40"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage",
            List.of("P,L,alcohol,I", "Q,L,alcohol,I", "R,L,alcohol,I", "S,L,alcohol,I"))
        .with(
            "visits.csv",
            "patient_id,side,visit,day,hhs",
            List.of(
                "P,L,BL,0,50",
                "P,L,M6,183,61",
                "Q,L,BL,0,55",
                "Q,L,M6,183,63",
                "R,L,BL,0,57",
                "R,L,M12,365,70",
                "S,L,BL,0,52",
                "S,L,M12,365,61"))
        .part(ReportPart.VISIT_MODEL);
    assertThat(section.tables()).hasSize(2);
    assertThat(section.tables().get(0).footnotes().get(1))
        .isEqualTo("Hips with every visit: the same model on too few hips, which have no answer.");
    assertThat(section.paragraphs()).hasSize(1);
  }

  @Test
  void needsScoresOfTwoVisits() {
    GivenCohort cohort = new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F,40", "Q,F,40"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage",
            List.of("P,L,alcohol,I", "Q,L,alcohol,I"))
        .with("visits.csv", "patient_id,side,visit,day,hhs", List.of("P,L,BL,0,50", "Q,L,BL,0,60"));
    assertThat(cohort.part(ReportPart.VISIT_MODEL).paragraphs())
        .containsExactly("Scores of two visits: not recorded.");
  }
}
