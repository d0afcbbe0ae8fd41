package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportScriptTest {
  @TempDir
  private Path folder;

  @Test
  void holdsTheBundledCohortByNumber() throws IOException {
    Cohort cohort = BundledCohort.read();
    ReportPart.Data data = StudyReport.data(cohort, Analysis.study());
    ReportScript.of(data).files(new OutputFolder()).write(folder);
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    assertThat(names)
        .containsExactly(
            "data_attendance.csv",
            "data_criteria.csv",
            "data_deviations.csv",
            "data_edema.csv",
            "data_events.csv",
            "data_hips.csv",
            "data_intervals.csv",
            "data_lesions.csv",
            "data_patients.csv",
            "data_readings.csv",
            "data_scores.csv",
            "data_screened.csv",
            "report.R");
    assertThat(Files.readAllLines(folder.resolve("data_hips.csv")))
        .hasSize(59)
        .contains("1,1,II,idiopathic,below 30 %,1,733,0,,improved");
    String identifier = cohort.patients().get(0).id().value();
    for (String file : names) {
      assertThat(Files.readString(folder.resolve(file))).doesNotContain(identifier);
    }
  }
}
