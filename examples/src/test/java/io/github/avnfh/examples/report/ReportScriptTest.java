package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The data with which R computes a report again. Of the six patients, the enrolled have the numbers
 * 1 to 6 and the hips 1 to 8 (A left and right, B, C, D, F, G left and right); E, who was screened
 * only, comes after them.
 */
class ReportScriptTest {
  @TempDir
  private Path folder;

  private Map<String, List<String>> written(Cohort cohort, Analysis analysis) throws IOException {
    ReportScript.of(StudyReport.data(cohort, analysis))
        .files(new OutputFolder())
        .write(folder);
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(
          Collectors.toMap(file -> file.getFileName().toString(), ReportScriptTest::lines));
    }
  }

  private static List<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Map<String, List<String>> files, String name) {
    return files.getOrDefault(name, List.of());
  }

  private static List<String> starting(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).toList();
  }

  @Test
  void holdsTheBundledCohortByNumber() throws IOException {
    Cohort cohort = BundledCohort.read();
    Map<String, List<String>> files = written(cohort, Analysis.study());
    assertThat(files)
        .containsOnlyKeys(
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
    assertThat(lines(files, "data_hips.csv"))
        .hasSize(59)
        .contains("1,1,II,idiopathic,below 30 %,1,733,0,,improved");
    String identifier = cohort.patients().get(0).id().value();
    for (List<String> lines : files.values()) {
      assertThat(lines).noneMatch(line -> line.contains(identifier));
    }
  }

  @Test
  void tellsRHowTheCohortIsAnalyzed() throws IOException {
    assertThat(lines(written(SixPatients.cohort(), Analysis.study()), "report.R"))
        .contains(
            "stages <- c(\"I\", \"II\", \"III\")",
            "stage_name <- \"stage\"",
            "stage_title <- \"Steinberg stage\"",
            "causes <- c(\"corticosteroid\", \"alcohol\", \"idiopathic\", \"sickle cell\","
                + " \"not recorded\")",
            "sizes <- c(\"below 30 %\", \"30 to 50 %\", \"above 50 %\", \"not assessed\")",
            "size_name <- \"lesion at baseline\"",
            "horizon_months <- 24",
            "horizon_day <- 731",
            "months <- c(6, 12, 24)",
            "days_of_months <- c(183, 365, 731)",
            "instruments <- c(\"vas\", \"vas_mm\", \"hhs\")",
            "measures <- c(\"pain on the visual analog scale [cm]\","
                + " \"pain on the visual analog scale [mm]\", \"Harris Hip Score [points]\")",
            "locations <- c(\"medial\", \"central\", \"lateral\")",
            "arthroplasties_recorded <- TRUE",
            "after_arthroplasty_counts <- TRUE",
            "screening_recorded <- TRUE",
            "losses_recorded <- TRUE",
            "deaths_recorded <- TRUE",
            "judged_kinds <- 7")
        .anyMatch(line -> line.startsWith(
            "criterion_names <- c(\"STUDY-IN-AGE\", \"STUDY-IN-MRI\", \"STUDY-IN-STAGE\", "));
  }

  @Test
  void givesRPatientsAndHipsByNumber() throws IOException {
    Map<String, List<String>> files = written(SixPatients.cohort(), Analysis.study());
    assertThat(lines(files, "data_patients.csv"))
        .containsExactly(
            "patient,sex,age,satisfaction",
            "1,F,40,very satisfied",
            "2,M,50,satisfied",
            "3,M,30,",
            "4,F,60,",
            "5,,35,",
            "6,F,28,neutral");
    assertThat(lines(files, "data_hips.csv"))
        .containsExactly(
            "hip,patient,stage,cause,size,followed,day,event,death_day,response",
            "1,1,II,corticosteroid,below 30 %,1,740,0,,improved",
            "2,1,III,corticosteroid,30 to 50 %,1,300,1,,stable",
            "3,2,I,alcohol,below 30 %,1,740,0,,progressed",
            "4,3,II,sickle cell,30 to 50 %,1,200,0,,stable",
            "5,4,III,idiopathic,30 to 50 %,1,500,0,500,progressed",
            "6,5,II,not recorded,not assessed,1,740,0,,not_evaluable",
            "7,6,I,sickle cell,30 to 50 %,1,1000,0,,improved",
            "8,6,II,sickle cell,above 50 %,1,900,1,,stable");
    assertThat(lines(files, "data_events.csv"))
        .containsExactly("patient,event", "1,fever", "1,fever", "2,fever", "3,wound infection");
    assertThat(lines(files, "data_screened.csv"))
        .containsExactly(
            "patient,hip,enrolled,lost,died,replaced",
            "1,1,1,0,0,0",
            "1,2,1,0,0,1",
            "2,3,1,1,0,0",
            "3,4,1,1,0,0",
            "4,5,1,0,1,0",
            "7,9,0,0,0,0",
            "5,6,1,0,0,0",
            "6,7,1,0,0,0",
            "6,8,1,0,0,1");
  }

  /**
   * The right hip of A was replaced on day 300: no score at 12 months, one of a prosthesis at 24.
   */
  @Test
  void givesRTheScoresOfEveryHipAndVisit() throws IOException {
    List<String> scores = lines(written(SixPatients.cohort(), Analysis.study()), "data_scores.csv");
    assertThat(scores).hasSize(1 + 3 * 8 * 4);
    assertThat(starting(scores, "2,1,"))
        .containsExactly(
            "2,1,vas,BL,0,8,0",
            "2,1,vas,M6,6,6,0",
            "2,1,vas,M12,12,,1",
            "2,1,vas,M24,24,1,1",
            "2,1,vas_mm,BL,0,,0",
            "2,1,vas_mm,M6,6,,0",
            "2,1,vas_mm,M12,12,,1",
            "2,1,vas_mm,M24,24,,1",
            "2,1,hhs,BL,0,45,0",
            "2,1,hhs,M6,6,50,0",
            "2,1,hhs,M12,12,,1",
            "2,1,hhs,M24,24,90,1");
  }

  @Test
  void givesRWhatWasReadOnImages() throws IOException {
    Map<String, List<String>> files = written(SixPatients.cohort(), Analysis.study());
    assertThat(lines(files, "data_edema.csv"))
        .containsExactly(
            "hip,patient,months,gone",
            "2,1,6,0",
            "4,3,6,1",
            "1,1,12,1",
            "3,2,12,1",
            "1,1,24,1",
            "3,2,24,1");
    assertThat(lines(files, "data_lesions.csv"))
        .containsExactly(
            "hip,patient,months,percent",
            "1,1,0,25",
            "1,1,12,20",
            "1,1,24,18",
            "2,1,0,40",
            "2,1,6,40",
            "3,2,0,12",
            "3,2,12,12",
            "3,2,24,12",
            "4,3,0,35",
            "4,3,6,35",
            "5,4,0,50",
            "5,4,12,50",
            "7,6,0,30",
            "7,6,24,26",
            "8,6,0,55",
            "8,6,24,56");
    assertThat(lines(files, "data_intervals.csv"))
        .containsExactly(
            "hip,patient,after,until,planned,planned_after,planned_until",
            "3,2,365,735,1,365,731",
            "7,6,735,,1,731,",
            "1,1,735,,1,731,",
            "4,3,183,,1,183,",
            "8,6,735,,1,731,",
            "2,1,183,,1,183,",
            "5,4,0,365,1,0,365");
    List<String> readings = lines(files, "data_readings.csv");
    assertThat(readings).hasSize(1 + 4 * 6);
    assertThat(starting(readings, "1,"))
        .containsExactly(
            "1,1,lesion on MRI,,",
            "1,1,edema,1,1",
            "1,1,crescent,,",
            "1,1,flattening,,",
            "1,1,lesion location,,",
            "1,1,lesion extent,25,26");
    assertThat(readings).contains("2,2,edema,1,0", "3,3,lesion extent,35,37", "4,6,edema,0,0");
  }

  @Test
  void givesRTheAnswersToEveryCriterion() throws IOException {
    List<String> criteria =
        lines(written(SixPatients.cohort(), Analysis.study()), "data_criteria.csv");
    assertThat(criteria).hasSize(1 + 7 * 9 + 9 * 15);
    assertThat(starting(criteria, "STUDY-IN-ATTENDANCE,"))
        .contains(
            "STUDY-IN-ATTENDANCE,patients,1,,met",
            "STUDY-IN-ATTENDANCE,patients,1,2,met",
            "STUDY-IN-ATTENDANCE,patients,3,,not met",
            "STUDY-IN-ATTENDANCE,patients,7,,unknown",
            "STUDY-IN-ATTENDANCE,patients,7,9,unknown")
        .hasSize(16);
    assertThat(starting(criteria, "STUDY-IN-STAGE,"))
        .contains("STUDY-IN-STAGE,hips,7,9,not met", "STUDY-IN-STAGE,hips,6,8,met")
        .hasSize(9);
  }

  /** B was lost on day 740, C on day 200; D died on day 500. */
  @Test
  void givesRWhoCameToEveryPlannedVisit() throws IOException {
    Map<String, List<String>> files = written(SixPatients.cohort(), Analysis.study());
    List<String> attendance = lines(files, "data_attendance.csv");
    assertThat(attendance).hasSize(1 + 7 * 8);
    assertThat(starting(attendance, "6 months,"))
        .containsExactly(
            "6 months,1,1,done,1,0,0",
            "6 months,2,1,done,1,0,0",
            "6 months,3,2,done,1,0,0",
            "6 months,4,3,done,1,0,1",
            "6 months,5,4,done,1,0,0",
            "6 months,6,5,missed,0,0,0",
            "6 months,7,6,done,1,0,0",
            "6 months,8,6,done,1,0,0");
    assertThat(starting(attendance, "24 months,"))
        .containsExactly(
            "24 months,1,1,done,1,0,0",
            "24 months,2,1,after_arthroplasty,1,0,0",
            "24 months,3,2,done,1,0,1",
            "24 months,4,3,,0,0,1",
            "24 months,5,4,,0,1,0",
            "24 months,6,5,done,1,0,0",
            "24 months,7,6,done,1,0,0",
            "24 months,8,6,done,1,0,0");
    List<String> deviations = lines(files, "data_deviations.csv");
    assertThat(deviations)
        .startsWith(
            "deviation,patient,hip",
            "enrolled though a criterion is not met,3,",
            "enrolled though a criterion is not met,4,")
        .contains("a planned visit was missed,5,6")
        .hasSize(1 + 37)
        .last()
        .isEqualTo("planned images are not recorded,6,8");
  }

  /** The window of the visit at 6 months ends half-way between days 183 and 365, on day 274. */
  @Test
  void countsThoseGoneOnTheLastDayOfAWindow() throws IOException {
    Cohort cohort = new GivenCohort()
        .with(
            "patients.csv",
            "patient_id,sex,age_years,lost_day,death_day",
            List.of("A,F,40,274,", "B,F,40,275,", "C,F,40,,274", "D,F,40,,275", "X,F,40,,"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage,last_seen_day",
            List.of(
                "A,L,alcohol,I,274", "B,L,alcohol,I,275", "C,L,alcohol,I,274", "D,L,alcohol,I,275"))
        .read();
    Map<String, List<String>> files = written(cohort, Analysis.study());
    assertThat(starting(lines(files, "data_attendance.csv"), "6 months,"))
        .containsExactly(
            "6 months,1,1,,0,0,1",
            "6 months,2,2,,0,0,0",
            "6 months,3,3,,0,1,0",
            "6 months,4,4,,0,0,0");
    assertThat(lines(files, "data_screened.csv")).contains("5,,1,0,0,0").hasSize(6);
    assertThat(lines(files, "report.R"))
        .contains("screening_recorded <- FALSE", "judged_kinds <- 1");
    assertThat(lines(files, "data_readings.csv")).hasSize(1);
  }

  @Test
  void holdsAPlanAgainstNoCohortWithoutAProtocol() throws IOException {
    Map<String, List<String>> files =
        written(SixPatients.cohort(), Analysis.withoutProtocol().withHorizon(12));
    assertThat(lines(files, "report.R"))
        .contains(
            "criterion_names <- character()",
            "judged_kinds <- numeric()",
            "sizes <- character()",
            "size_name <- character()",
            "months <- c(6, 12)",
            "horizon_day <- 365",
            "after_arthroplasty_counts <- FALSE");
    for (String file : List.of("data_attendance.csv", "data_criteria.csv", "data_deviations.csv")) {
      assertThat(lines(files, file)).hasSize(1);
    }
  }
}
