package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small cohorts on which a report is easily wrong, with answers worked out by hand. */
class ReportCasesTest {
  /** Gains of exactly 20.0 points, most of which doubles make larger or smaller. */
  private static final double[] BEFORE = {55.9, 50.1, 44.4, 60.3, 47.7, 52.2, 49.3, 56.6, 41.7};

  private static final double[] PAIN = {7.8, 6.4, 5.3, 8.1, 4.4, 9.3};

  private static GivenCohort cohort(int patients, boolean isBilateral) {
    List<String> hips = IntStream.range(0, patients)
        .boxed()
        .flatMap(i -> isBilateral
            ? Stream.of("P" + i + ",L,idiopathic,IV,731", "P" + i + ",R,idiopathic,II,731")
            : Stream.of("P" + i + ",L,idiopathic,II,731"))
        .toList();
    return new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years",
            IntStream.range(0, patients).mapToObj(i -> "P" + i + ",F,40").toList())
        .with("hips.csv", "patient_id,side,etiology,steinberg_stage,last_seen_day", hips);
  }

  private static String points(double before, int tenths) {
    return Double.toString(Math.round(10 * before + tenths) / 10.0);
  }

  @Test
  void takesAGainOfExactlyTwentyPointsForNone() {
    List<String> visits = new ArrayList<>();
    for (int i = 0; i < BEFORE.length; i++) {
      visits.add("P" + i + ",L,BL,0," + BEFORE[i]);
      visits.add("P" + i + ",L,M24,731," + points(BEFORE[i], 200));
      visits.add("P" + i + ",R,BL,0,60");
      visits.add("P" + i + ",R,M24,731,70");
    }
    StudyReport report = cohort(9, true)
        .with("visits.csv", "patient_id,side,visit,day,hhs", visits)
        .report();
    assertThat(GivenCohort.row(report, "responders", "HHS-GAIN-OVER-20").subList(0, 4))
        .containsExactly("0", "18", "0", "0");
    assertThat(GivenCohort.row(report, "sensitivity", "HHS-GAIN-OVER-20,include,hips")
            .subList(0, 2))
        .containsExactly("0", "18");
    assertThat(GivenCohort.row(report, "hhs_change", "24 months").get(2)).isEqualTo("15");
    // none of nine patients: Wilson's upper limit t^2 / (n + t^2), t = 2.306004135 on 8 degrees
    double t = 2.30600413520417;
    assertThat(Double.parseDouble(
            GivenCohort.row(report, "responders", "HHS-GAIN-OVER-20").get(5)))
        .isCloseTo(100 * t * t / (9 + t * t), within(1e-9));
  }

  @Test
  void findsNoSpreadInEqualChanges() {
    List<String> visits = new ArrayList<>();
    for (int i = 0; i < PAIN.length; i++) {
      visits.add("P" + i + ",L,BL,0," + PAIN[i] + "," + BEFORE[i]);
      visits.add("P" + i + ",L,M24,731," + points(PAIN[i], -23) + "," + points(BEFORE[i], 200));
    }
    StudyReport report = cohort(6, false)
        .with("visits.csv", "patient_id,side,visit,day,vas,hhs", visits)
        .report();
    assertThat(GivenCohort.row(report, "hhs_by_visit", "24 months").subList(4, 7))
        .containsExactly("6", "20", "0");
    assertThat(GivenCohort.row(report, "vas_by_visit", "24 months").subList(4, 7))
        .containsExactly("6", "-2.3", "0");
    for (String table : List.of("hhs_change", "vas_change")) {
      List<String> cells = GivenCohort.row(report, table, "24 months");
      assertThat(cells.subList(5, 7)).containsExactly("", "");
      assertThat(cells.get(10)).isEmpty();
      assertThat(cells.get(11)).isEmpty();
    }
  }

  /** 57 hips seen to day 30, one to day 1000: at 24 months one hip is at risk, 0.025^(1/1). */
  @Test
  void restsALimitOnThoseAtRiskAtThatTime() {
    List<String> hips = new ArrayList<>(List.of("P0,L,idiopathic,II,1000,"));
    IntStream.range(1, 58).forEach(i -> hips.add("P" + i + ",L,idiopathic,II,30,"));
    StudyReport report = cohort(58, false)
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day,arthroplasty_day",
            hips)
        .report();
    List<String> cells = GivenCohort.row(report, "survival_by_stage", "all");
    assertThat(cells.subList(0, 4)).containsExactly("58", "58", "0", "1");
    assertThat(Double.parseDouble(cells.get(5))).isCloseTo(0.025, within(1e-12));
    assertThat(Double.parseDouble(cells.get(9))).isCloseTo(0.025, within(1e-12));
  }

  /** All hips were replaced before their score: a policy that leaves them out says so. */
  @Test
  void saysThatAPolicyLeavesNoHipToJudge() {
    StudyReport report = cohort(2, false)
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,arthroplasty_day",
            List.of("P0,L,idiopathic,II,100", "P1,L,idiopathic,II,100"))
        .with(
            "visits.csv",
            "patient_id,side,visit,day,hhs",
            List.of("P0,L,BL,0,50", "P0,L,M24,731,90", "P1,L,BL,0,50", "P1,L,M24,731,60"))
        .report();
    assertThat(GivenCohort.row(report, "sensitivity", "HHS-GAIN-OVER-20,include,hips")
            .subList(0, 2))
        .containsExactly("1", "2");
    assertThat(GivenCohort.row(report, "sensitivity", "HHS-GAIN-OVER-20,exclude_after,hips"))
        .containsOnly("");
    assertThat(MarkdownPage.of(report))
        .contains("| scores are left out | hips | no hip is left to judge | not estimable |")
        .doesNotContain("| 0 | not estimable |");
  }

  /** The readers give sizes, but no protocol names bands, and no hip has a grade. */
  @Test
  void drawsSubgroupsWithoutTheBandsOfAnotherStudy() {
    StudyReport report = cohort(3, false)
        .with(
            "imaging.csv",
            "patient_id,side,visit,day,modality,reader,lesion_percent",
            List.of("P0,L,BL,0,mri,one,20", "P1,L,BL,0,mri,one,40"))
        .with(
            "visits.csv",
            "patient_id,side,visit,day,hhs",
            List.of("P0,L,BL,0,50", "P0,L,M24,731,90", "P1,L,BL,0,50", "P1,L,M24,731,60"))
        .report();
    String svg = report.sections().stream()
        .flatMap(section -> section.figures().stream())
        .filter(figure -> figure.name().equals("hhs_gain_by_subgroup"))
        .findFirst()
        .orElseThrow()
        .svg();
    assertThat(svg).contains("Stage II: 2 hips").doesNotContain("Lesion");
  }

  @Test
  void listsNoComplicationThatNoProtocolLookedFor() {
    Section safety = cohort(2, false)
        .with("events.csv", "patient_id,term,day", List.of("P0,fever,1"))
        .part(ReportPart.SAFETY);
    assertThat(SixPatients.csv(safety, "safety").lines().skip(1))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactly("fever", "any");
    assertThat(safety.paragraphs()).hasSize(1);
    assertThat(SixPatients.part(ReportPart.SAFETY).paragraphs().get(1))
        .startsWith("The rows without an event are the complications that the study looked for;");
  }

  @Test
  void saysThatNoPatientGaveAnAnswer() {
    Section satisfaction = cohort(2, false)
        .with("satisfaction.csv", "patient_id,satisfaction", List.of())
        .part(ReportPart.SATISFACTION);
    assertThat(satisfaction.paragraphs()).containsExactly("No patient gave an answer.");
  }

  @Test
  void saysWhichImagesCountOnlyWhereSomeDo() {
    assertThat(SixPatients.part(ReportPart.IMAGES).paragraphs())
        .singleElement()
        .asString()
        .startsWith("Images after an arthroplasty do not count. ");
    Section images = cohort(2, false)
        .with(
            "imaging.csv",
            "patient_id,side,visit,day,modality,reader,lesion_percent,edema",
            List.of("P0,L,BL,0,mri,one,20,1", "P1,L,M12,365,mri,one,15,0"))
        .part(ReportPart.IMAGES);
    assertThat(images.paragraphs())
        .containsExactly(
            "Edema at baseline and later: not recorded.",
            "Lesion size at baseline and later: not recorded.");
  }

  @Test
  void groupsHipsByGradeWhereNoProtocolNamesBands() {
    Section subgroups = new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F,40", "Q,F,41", "R,M,42"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,steinberg_grade,last_seen_day",
            List.of("P,L,alcohol,II,A,400", "Q,L,alcohol,II,C,400", "R,L,alcohol,II,,400"))
        .part(ReportPart.SUBGROUPS);
    assertThat(SixPatients.csv(subgroups, "subgroups").lines())
        .contains(
            "grade,A,1,1,0,1", "grade,C,1,1,0,1", "grade,not recorded,1,1,0,1", "stage,II,3,3,0,3");
  }
}
