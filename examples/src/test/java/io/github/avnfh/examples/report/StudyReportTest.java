package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyReportTest {
  @TempDir
  private Path folder;

  @Test
  void warnsOfSyntheticDataOnEveryPage() {
    StudyReport report = StudyReport.of(BundledCohort.read(), Analysis.study());
    assertThat(report.title())
        .isEqualTo(
            "SYNTHETIC cohort: avascular necrosis of the femoral head, 46 patients, 58 hips");
    assertThat(report.notices()).hasSize(2);
    assertThat(MarkdownPage.of(report))
        .contains("> **SYNTHETIC DATA. ", ">\n> **Not a medical device. ")
        .contains("Kenward-Roger degrees of freedom; missed visits");
    assertThat(HtmlPage.of(report))
        .contains(
            "<p class=\"notice\">SYNTHETIC DATA. ", "<p class=\"notice\">Not a medical device. ")
        .contains("<li><a href=\"#s0\">Participants and protocol</a></li>")
        .contains("<li>46 patients with 58 hips, both hips of 12, ")
        .contains("p &lt; 0.001 by the permutation of the log-rank test among patients, which is");
  }

  @Test
  void saysNothingOfSyntheticDataOfARealCohort() {
    StudyReport report = SixPatients.report();
    assertThat(report.title())
        .isEqualTo("Avascular necrosis of the femoral head, 6 patients, 8 hips");
    assertThat(report.notices()).singleElement().asString().startsWith("Not a medical device.");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static StudyReport small() {
    return new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F,40", "Q,F,41"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day",
            List.of("P,L,alcohol,I,400", "Q,L,alcohol,I,500"))
        .report();
  }

  @Test
  void writesPagesTablesAndPictures() throws IOException {
    small().files().write(folder);
    assertThat(names())
        .containsExactlyInAnyOrder(
            "report.md",
            "report.html",
            "participant_flow.csv",
            "baseline.csv",
            "baseline_measures.csv",
            "follow_up.csv",
            "survival_by_stage.csv",
            "survival_tests.csv",
            "subgroups.csv",
            "subgroup_proportions.csv",
            "rules.csv",
            "strobe.csv",
            "survival_by_stage.svg",
            "survival_by_stage.png",
            "course_of_each_hip.svg",
            "course_of_each_hip.png");
    assertThat(folder.resolve("course_of_each_hip.svg")).content().startsWith("<svg");
  }

  @Test
  void writesTheScriptThatComputesItsTablesAgain() throws IOException {
    StudyReport report = small();
    report.script().files(new OutputFolder()).write(folder);
    assertThat(names()).contains("report.R", "data_hips.csv", "data_patients.csv");
  }
}
