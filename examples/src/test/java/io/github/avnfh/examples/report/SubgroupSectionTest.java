package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubgroupSectionTest {
  private static List<String> percent(List<Boolean> answers, String... patients) {
    return ClusteredOutcomes.of(answers, List.of(patients))
        .proportion()
        .percent(1)
        .parts();
  }

  private static List<String> joined(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  /** Stage I: B gained 20 and progressed, G gained 24.5. Stage II: A, F and G with both scores. */
  @Test
  void givesProportionsOfSubgroupsWithLimitsByPatient() {
    List<String> first = SixPatients.row(ReportPart.SUBGROUPS, "subgroup_proportions", "stage,I");
    assertThat(first.subList(0, 2)).containsExactly("2", "2");
    assertThat(first.subList(2, 11))
        .isEqualTo(joined(List.of(
            percent(List.of(false, true), "B", "G"),
            percent(List.of(true, false), "B", "G"),
            percent(List.of(false, false), "B", "G"))));
    assertThat(SixPatients.row(ReportPart.SUBGROUPS, "subgroup_proportions", "stage,II")
            .subList(2, 11))
        .isEqualTo(joined(List.of(
            percent(List.of(true, false, false), "A", "F", "G"),
            percent(List.of(false, false, false), "A", "C", "G"),
            percent(List.of(false, false, false, true), "A", "C", "F", "G"))));
    assertThat(MarkdownPage.section(SixPatients.part(ReportPart.SUBGROUPS)))
        .contains("| cause | idiopathic | 1 | 1 | not estimable | not estimable | not estimable |")
        .contains("by patient (p = 0.410); naively 9.8 (-39.3 to 58.8) (p = 0.483).");
  }

  @Test
  void drawsTheGainByStageAndLesion() {
    String svg = StudyReport.part(BundledCohort.read(), Analysis.study(), ReportPart.SUBGROUPS)
        .figures()
        .get(0)
        .svg();
    assertThat(svg)
        .contains("Stage I: 14 hips", "Stage III: 15 hips")
        .contains("Lesion below 30 %: 33 hips", "Lesion 30 to 50 %: 25 hips")
        .doesNotContain("Stage not recorded");
  }

  private static GivenCohort given(String seen) {
    List<String> patients = new ArrayList<>();
    List<String> hips = new ArrayList<>();
    for (String patient : List.of("P", "Q")) {
      patients.add(patient + ",F,40");
      hips.add(patient + ",L,alcohol,I," + seen);
    }
    return new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", patients)
        .with("hips.csv", "patient_id,side,etiology,steinberg_stage,last_seen_day", hips);
  }

  private static Section scored(String header, String... rows) {
    return given("")
        .with(
            "visits.csv",
            "patient_id,side,visit,day," + header,
            Stream.of("P", "Q")
                .flatMap(patient -> Stream.of(rows).map(row -> patient + row))
                .toList())
        .part(ReportPart.SUBGROUPS);
  }

  private static String head(Section section) {
    return section.tables().get(0).title();
  }

  private static List<String> columns(Section section) {
    Table table = section.tables().get(0);
    return table.columns().stream().skip(4).map(column -> column.name()).toList();
  }

  @Test
  void tellsWhatIsRecordedOfSubgroupsAndAtWhichVisit() {
    Section both = scored("hhs,vas", ",L,BL,0,50,7", ",L,M12,365,60,", ",L,M24,731,,3");
    assertThat(head(both))
        .isEqualTo("Outcome by subgroup (Harris Hip Score at 12 months, VAS at 24 months)");
    Section pain = scored("vas", ",L,BL,0,7", ",L,M24,731,3");
    assertThat(head(pain)).isEqualTo("Outcome by subgroup at 24 months");
    assertThat(columns(pain)).containsExactly("vas_hips", "vas");
    assertThat(pain.tables()).hasSize(1);
    Section millimeters = scored("vas_mm", ",L,BL,0,70", ",L,M12,365,30");
    assertThat(head(millimeters)).isEqualTo("Outcome by subgroup at 12 months");
    assertThat(columns(millimeters)).containsExactly("vas_mm_hips", "vas_mm");
    Section function = scored("hhs", ",L,BL,0,50", ",L,M12,365,60");
    assertThat(columns(function)).containsExactly("hhs_hips", "hhs", "responders");
    Section followed = given("400").part(ReportPart.SUBGROUPS);
    assertThat(head(followed)).isEqualTo("Outcome by subgroup");
    assertThat(columns(followed)).containsExactly("arthroplasty");
    assertThat(followed.figures()).isEmpty();
  }

  @Test
  void saysThatNothingIsRecordedOfSubgroups() {
    assertThat(given("").part(ReportPart.SUBGROUPS).paragraphs())
        .containsExactly("Changes of scores, outcomes on images, arthroplasties: not recorded.");
  }
}
