package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final List<String> FILES = List.of(
      "patients.csv",
      "hips.csv",
      "visits.csv",
      "imaging.csv",
      "procedures.csv",
      "events.csv",
      "satisfaction.csv");

  /** The bundled report, written once for all tests that only read it. */
  @TempDir
  private static Path bundled;

  @TempDir
  private Path folder;

  @BeforeAll
  static void writeBundledReport() {
    write(bundled);
  }

  private static void write(Path folder) {
    Run run = Run.of("report", "--out", folder.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path layBundled() throws IOException {
    Path cohort = Files.createDirectories(folder.resolve("cohort"));
    for (String file : FILES) {
      try (InputStream bundled = BundledCohort.file(file).orElseThrow()) {
        Files.copy(bundled, cohort.resolve(file));
      }
    }
    return cohort;
  }

  private static String bundledReport(String file) throws IOException {
    return Files.readString(bundled.resolve(file));
  }

  @Test
  void writesEveryTableAndFigure() throws IOException {
    try (Stream<Path> files = Files.list(bundled)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "report.md",
              "report.html",
              "participant_flow.csv",
              "visit_flow.csv",
              "eligibility.csv",
              "deviations.csv",
              "baseline.csv",
              "baseline_measures.csv",
              "follow_up.csv",
              "vas_by_visit.csv",
              "vas_change.csv",
              "hhs_by_visit.csv",
              "hhs_change.csv",
              "vas_model.csv",
              "vas_patterns.csv",
              "vas_model_by_stage.csv",
              "hhs_model.csv",
              "hhs_patterns.csv",
              "hhs_model_by_stage.csv",
              "responders.csv",
              "sensitivity.csv",
              "response_by_stage.csv",
              "response_by_cause.csv",
              "progression_by_stage.csv",
              "progression_at_visits.csv",
              "edema_by_visit.csv",
              "lesion_by_stage.csv",
              "survival_by_stage.csv",
              "survival_tests.csv",
              "survival_differences.csv",
              "hazard_ratios.csv",
              "hazard_ratios_progression.csv",
              "subgroups.csv",
              "subgroup_proportions.csv",
              "strobe.csv",
              "mibo.csv",
              "safety.csv",
              "satisfaction.csv",
              "agreement.csv",
              "rules.csv",
              "hazard_ratios.svg",
              "hazard_ratios.png",
              "hazard_ratios_progression.svg",
              "hazard_ratios_progression.png",
              "survival_by_stage.svg",
              "survival_by_stage.png",
              "vas_model.svg",
              "vas_model.png",
              "hhs_model.svg",
              "hhs_model.png",
              "hhs_over_time.svg",
              "hhs_over_time.png",
              "vas_over_time.svg",
              "vas_over_time.png",
              "hhs_gain_by_hip.svg",
              "hhs_gain_by_hip.png",
              "hhs_gain_by_subgroup.svg",
              "hhs_gain_by_subgroup.png",
              "response_by_stage.svg",
              "response_by_stage.png",
              "course_of_each_hip.svg",
              "course_of_each_hip.png",
              "satisfaction.svg",
              "satisfaction.png");
    }
  }

  /**
   * R: {@code lmer(hhs ~ visit + (1 | patient/hip))} and {@code lmer(hhs ~ visit * stage + ...)}
   * with pbkrtest give 28.6679 (26.9526 to 30.3833) on 329.67 degrees of freedom and -3.2198
   * (-8.3121 to 1.8725), emmeans 83.7 (81.5 to 85.9).
   */
  @Test
  void printsTheModelOfAllVisits() throws IOException {
    assertThat(bundledReport("report.md"))
        .contains("| 24 months | 52 | 83.7 (81.5 to 85.9) | 28.7 (27.0 to 30.4) | 329.7 |"
            + " \\< 0.001 | 29.0 (27.2 to 30.7) |")
        .contains("| (III - I): M24 - BL | -3.2 (-8.3 to 1.9) | 0.214 | 1.000 |")
        .contains("Planned visits after an arthroplasty are left out in 6 hips.")
        .contains("| BL, M1, M3, M6, M12, M18 | M24 | 2 |")
        .contains("| LONGITUDINAL-KENWARD-ROGER |");
  }

  /** The cells of the bundled cohort as its files have them; what they do not hold is said. */
  @Test
  void answersWhatGuidelinesAsk() throws IOException {
    assertThat(bundledReport("report.md"))
        .contains("| site of harvest | posterior iliac crest: 138 of 138 |")
        .contains(
            "| spins: speed and time | 1200 rpm for 10 min and 3000 rpm for 7 min: 138 of 138 |")
        .contains("| passage | none, since cells were not cultured |")
        .contains("| nucleated cells | not recorded |")
        .contains("| 12d | loss to follow-up | Table 1, Table 7 |")
        .contains("p (by patient, adjusted, naive)")
        .contains("Firth's penalty");
    assertThat(bundledReport("survival_by_stage.svg"))
        .contains("Permutation of the log-rank test, by patient: p &lt; 0.001", "Steinberg stage:");
  }

  /**
   * By hand: of 25 and 14 patients without progression the lower limits are 0.025^(1/25) and
   * 0.025^(1/14); of all, 5 and 12 of 58 hips; 13 patients are fewer than 5 for each of 3 visits.
   */
  @Test
  void printsProgressionAtPlannedVisits() throws IOException {
    assertThat(bundledReport("progression_at_visits.csv").lines())
        .contains("I,24 months,1,0.7683642383498837,1")
        .contains("II,6 months,1,0.8628148284692875,1")
        .contains("III,6 months,,,")
        .anyMatch(line -> line.startsWith("all,6 months,0.9137931034482759,"))
        .anyMatch(line -> line.startsWith("all,12 months,0.7931034482758621,"));
  }

  /**
   * R: the greatest {@code coxph(..., iter.max = 0)$loglik} plus half the log determinant of the
   * information, and where its profile loses half the chi-square quantile: 2.862882 (1.223731 to
   * 8.305632), p 0.01363; adjusted 21.516227, and 0.418114 (0.130758 to 1.112843), p 0.08158.
   */
  @Test
  void printsWhatPredictsArthroplasty() throws IOException {
    assertThat(bundledReport("report.md"))
        .contains("| lesion per 10 % |  | 58 | 6 | 2.86 (1.22 to 8.31) | 0.014 |")
        .contains("| Steinberg stage | I | 14 | 0 | reference |  | reference |")
        .contains("| cause | corticosteroid | 21 | 5 | reference |  |  |  |")
        .containsPattern("\\| Steinberg stage \\| III \\| 15 \\| 6 \\|.* \\| 21\\.52 \\(")
        .containsPattern(
            "\\| age per 10 years \\|  \\| 58 \\| 6 \\|.* \\| 0\\.42 \\(0\\.13 to 1\\.11\\) \\| 0\\.082 \\|")
        .contains("Caution: 6 events for 3 coefficients.")
        .contains("Not adjusted for lesion per 10 %, cause, sex: events are too few.")
        .contains("| COX-FIRTH |");
  }

  /** Table 1 of the study. */
  @Test
  void printsTheStudysBaseline() throws IOException {
    assertThat(bundledReport("report.md"))
        .containsPattern("\\| sex \\| male \\|.* 32 \\(69.6 %\\) \\|\\n")
        .containsPattern("\\| sex \\| female \\|.* 14 \\(30.4 %\\) \\|\\n")
        .containsPattern("\\| both hips \\|.* 12 \\(26.1 %\\) \\|\\n")
        .contains("| all | patients | 46 | 0 | 38.7 ± 7.9 | 39.0 | 22.0 | 55.0 |")
        .containsPattern("\\| corticosteroid \\|.* 21 \\(36.2 %\\) \\|\\n")
        .containsPattern("\\| alcohol \\|.* 7 \\(12.1 %\\) \\|\\n")
        .containsPattern("\\| idiopathic \\|.* 19 \\(32.8 %\\) \\|\\n")
        .containsPattern("\\| sickle cell \\|.* 11 \\(19.0 %\\) \\|\\n")
        .contains("| hips |  | hips | 14 (24.1 %) | 29 (50.0 %) | 15 (25.9 %) | 58 (100.0 %) |");
  }

  /** Table 2 of the study, and its changes of -5.7 and +29.6. */
  @Test
  void printsTheStudysScores() throws IOException {
    assertThat(bundledReport("report.md"))
        .contains("| baseline | 58 | 0 | 7.8 ± 1.1 |", "| 3 months | 58 | 0 | 4.3 ± 1.4 |")
        .contains("| 6 months | 58 | 0 | 3.1 ± 1.2 |", "| 12 months | 58 | 3 | 2.4 ± 1.0 |")
        .containsPattern("\\| 24 months \\| 58 \\| 6 \\| 2\\.1 ± 1\\.2 \\| 58 \\| -5\\.7 ±")
        .contains("| baseline | 58 | 0 | 54.6 ± 6.8 |", "| 6 months | 58 | 0 | 72.8 ± 7.9 |")
        .contains("| 12 months | 58 | 3 | 80.4 ± 8.3 |")
        .containsPattern("\\| 24 months \\| 58 \\| 6 \\| 84\\.2 ± 9\\.1 \\| 58 \\| 29\\.6 ±")
        .contains("| HHS-GAIN-OVER-20 | 48 (82.8 %) | 0 | 82.8 (");
  }

  /** Table 3 of the study. */
  @Test
  void findsTheStudysRadiologicalOutcome() throws IOException {
    assertThat(bundledReport("response_by_stage.csv")
            .lines()
            .map(line -> line.replaceAll("^((?:[^,]*,){11}[^,]*),.*", "$1")))
        .containsExactly(
            "stage,hips,improved_n,improved_of,stable_n,stable_of,progressed_n,progressed_of,"
                + "not_evaluable_n,not_evaluable_of,arthroplasty_n,arthroplasty_of",
            "I,14,10,14,4,14,0,14,0,14,0,14",
            "II,29,16,29,7,29,6,29,0,29,0,29",
            "III,15,3,15,6,15,6,15,0,15,6,15",
            "all,58,29,58,17,58,12,58,0,58,6,58");
  }

  /** What can be computed from the study's counts: no hip was censored before 24 months. */
  @Test
  void findsTheSurvivalThatFollowsFromTheStudysCounts() throws IOException {
    assertThat(bundledReport("report.md"))
        .containsPattern(
            "\\| I \\| 14 \\| \\d+ \\| 0 \\| 14 \\|.*\\| 1\\.000 \\(0\\.768 to 1\\.000\\) \\| not estimable \\|")
        .containsPattern(
            "\\| II \\| 29 \\| \\d+ \\| 0 \\| 29 \\|.*\\| 1\\.000 \\(0\\.881 to 1\\.000\\) \\| not estimable \\|")
        .containsPattern(
            "\\| III \\| 15 \\| \\d+ \\| 6 \\| 9 \\|.*\\| 0\\.600 \\(0\\.318 to 0\\.797\\) \\| 0\\.1265 \\|")
        .containsPattern(
            "\\| all \\| 58 \\| 46 \\| 6 \\| 52 \\|.*\\| 0\\.897 \\(0\\.784 to 0\\.952\\) \\| 0\\.0400 \\|");
  }

  @Test
  void saysThatTheDataAreSyntheticAndThatItIsNoMedicalDevice() throws IOException {
    for (String file : List.of("report.md", "report.html")) {
      assertThat(bundledReport(file)).contains("SYNTHETIC DATA").contains("Not a medical device");
    }
  }

  @Test
  void writesOnePageThatNeedsNothingElse() throws Exception {
    String html = bundledReport("report.html");
    assertThat(html).doesNotContain("<script", "href=\"http", "url(http", "src=", "@import", "NaN");
    assertThat(html).contains("<svg").contains("<meta charset=\"utf-8\">");
    String svg = bundledReport("survival_by_stage.svg");
    assertThat(DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(
                svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .getDocumentElement()
            .getNodeName())
        .isEqualTo("svg");
  }

  @Test
  void writesTheSameBytesAgainInAnotherLocale() throws IOException {
    String first = bundledReport("report.html");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("ar", "IQ"));
      write(out());
      assertThat(Files.readString(out().resolve("report.html"))).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesNothingForACohortWithProblems() throws IOException {
    Path cohort = layBundled();
    Files.writeString(
        cohort.resolve("visits.csv"),
        Files.readString(cohort.resolve("visits.csv")) + "S01,X,BL,0,done,78,,SYNTHETIC\n");
    Run run = Run.of("report", "--cohort", cohort.toString(), "--out", out().toString());
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("visits.csv:408: column "));
    assertThat(out()).doesNotExist();
  }

  @Test
  void leavesOutBadRowsOnRequestAndSaysWhich() throws IOException {
    Path cohort = layBundled();
    Files.writeString(
        cohort.resolve("visits.csv"),
        Files.readString(cohort.resolve("visits.csv")) + "S99,L,BL,0,done,5,,SYNTHETIC\n");
    Run run = Run.of(
        "report",
        "--skip-bad-rows",
        "--cohort",
        cohort.toString(),
        "--out",
        out().toString());
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .endsWith("1 row was left out; rejected.csv gives the reasons" + System.lineSeparator());
    assertThat(Files.readString(out().resolve("rejected.csv"))).isEqualTo("""
        file,line,column,reason
        visits.csv,408,patient_id,and side name a hip without a valid row in hips.csv; a hip of that file was expected
        """);
    assertThat(Files.readString(out().resolve("vas_by_visit.csv"))).contains("24 months,52,6,");
  }

  /** Rows of a patient who is left out are left out too, also where they only repeat cells. */
  @Test
  void countsEveryRowOfATableThatIsLeftOutWithItsPatient() throws IOException {
    Path table = Files.writeString(folder.resolve("hips.csv"), """
        Nr,Age,Side,Stage
        1,40,L,II
        2,400,L,II
        2,400,L,II
        2,,R,III
        3,50,L,III
        """);
    Path dictionary = Files.writeString(folder.resolve("dictionary.csv"), """
        source,column,means
        hips.csv,Nr,patient
        hips.csv,Age,age_years
        hips.csv,Side,side
        hips.csv,Stage,steinberg_stage
        """);
    Run run = Run.of(
        "report",
        "--skip-bad-rows",
        "--data",
        table.toString(),
        "--dictionary",
        dictionary.toString(),
        "--out",
        out().toString());
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .endsWith("3 rows were left out; rejected.csv gives the reasons" + System.lineSeparator());
    assertThat(Files.readString(out().resolve("rejected.csv")).lines().skip(1))
        .extracting(line -> line.substring(0, line.indexOf(',', "hips.csv,".length())))
        .containsExactlyInAnyOrder("hips.csv,3", "hips.csv,4", "hips.csv,5");
  }

  @Test
  void refusesAFolderThatHoldsNoCohort() {
    Run run = Run.of(
        "report",
        "--cohort",
        folder.resolve("nothing").toString(),
        "--out",
        out().toString());
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err()).contains("nothing:1: column patient_id: the folder is not there");
    assertThat(out()).doesNotExist();
  }

  @Test
  void copesWithACohortOfOneHipWithoutVisitsOrImages() throws IOException {
    Path cohort = Files.createDirectories(folder.resolve("cohort"));
    Files.writeString(cohort.resolve("patients.csv"), "patient_id,sex,age_years\nA,U,40\n");
    Files.writeString(
        cohort.resolve("hips.csv"),
        "patient_id,side,etiology,steinberg_stage,last_seen_day\nA,L,unknown,II,400\n");
    Files.writeString(cohort.resolve("visits.csv"), "patient_id,side,visit,day\n");
    Files.writeString(cohort.resolve("imaging.csv"), "patient_id,side,visit,day,modality,reader\n");
    Path script = folder.resolve("r");
    Run run = Run.of(
        "report", "--cohort", cohort.toString(), "--out", out().toString(), "--r", "" + script);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out().strip()).isEqualTo("report: " + out().resolve("report.html"));
    assertThat(script.resolve("report.R")).isNotEmptyFile();
    assertThat(Files.readString(out().resolve("report.md")))
        .doesNotContain("NaN", "SYNTHETIC", "null")
        .contains("1 patient, 1 hip")
        .contains("allow a judgment: not recorded.", "| hip replaced | 0 | 0 |")
        .contains("Adverse events: not recorded.", "Satisfaction: not recorded.")
        .doesNotContain("Progressed", "rotocol", "the study", "announced", "hematoma");
  }

  @Test
  void judgesACohortOfOnesOwnByTheStudysProtocolOnlyOnRequest() throws IOException {
    Path cohort = layBundled();
    String[] plain = {"report", "--cohort", cohort.toString(), "--out", out().toString()};
    assertThat(Run.of(plain).code()).isZero();
    assertThat(Files.readString(out().resolve("report.md")))
        .contains("## Participants\n")
        .doesNotContain("announced", "the study prints", "eligib", "eviations from", "30 to 50 %");
    assertThat(Files.readString(out().resolve("hhs_gain_by_subgroup.svg")))
        .contains("Grade A: 9 hips", "Stage I: 14 hips")
        .doesNotContain("Lesion");
    String[] judged =
        Stream.concat(Stream.of(plain), Stream.of("--protocol", "study")).toArray(String[]::new);
    assertThat(Run.of(judged).code()).isZero();
    assertThat(Files.readString(out().resolve("report.md"))).isEqualTo(bundledReport("report.md"));
  }

  @Test
  void refusesAnUnknownProtocolAndAnImpossibleHorizon() {
    assertThat(Run.of("report", "--protocol", "mine", "--out", out().toString()))
        .matches(run -> run.code() == RunOutcome.WRONG_USAGE)
        .matches(
            run -> run.err().contains("--protocol must be study, none, or a file of a protocol"));
    assertThat(Run.of("report", "--horizon", "0", "--out", out().toString()))
        .matches(run -> run.code() == RunOutcome.WRONG_USAGE)
        .matches(run -> run.err().contains("horizon [months] must lie in 1..1200, but was 0"));
    assertThat(out()).doesNotExist();
  }

  @Test
  void judgesACohortOfOnesOwnByAProtocolOfOnesOwn() throws IOException {
    Path cohort = layBundled();
    Path protocol = folder.resolve("protocol.csv");
    Files.writeString(protocol, """
        item,name,from,to
        protocol,mine,,
        include,age_years,18,30
        visit,BL,,
        visit,M12,,
        horizon,12,,
        """);
    String[] typed = {
      "report",
      "--cohort",
      cohort.toString(),
      "--protocol",
      protocol.toString(),
      "--out",
      out().toString()
    };
    assertThat(Run.of(typed)).matches(run -> run.code() == RunOutcome.DONE);
    assertThat(Files.readString(out().resolve("report.md")))
        .contains("## Participants and protocol", "Age at enrollment \\[years\\] lies in 18 to 30")
        .contains("at 12 months (365 days)")
        .doesNotContain("announced", "the study prints", "hematoma");
    Files.writeString(protocol, "item,name\nprotocol,mine\ninclude,shoe_size\n");
    assertThat(Run.of(typed))
        .matches(run -> run.code() == RunOutcome.PROBLEMS)
        .matches(run -> run.err().startsWith("protocol.csv:3: column name: "));
  }
}
