package io.github.avnfh.examples.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.examples.synthetic.StudyMargins;
import io.github.avnfh.examples.synthetic.SyntheticCohort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortCommandTest {
  @TempDir
  private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private static String bundled() throws IOException {
    try (InputStream stream = Objects.requireNonNull(
        StudyMargins.class.getResourceAsStream("margins.csv"), "margins.csv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Run run(String margins, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("own.csv"), margins);
    return Run.of(Stream.concat(
            Stream.of(
                "cohort",
                "--margins",
                file.toString(),
                "--seed",
                "7",
                "--out",
                out().toString()),
            Stream.of(more))
        .toArray(String[]::new));
  }

  @Test
  void makesTheBundledCohortAgain() throws IOException {
    Run run =
        Run.of("cohort", "--prefer", "table3", "--seed", "4658", "--out", out().toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(RunOutcome.DONE);
    assertThat(run.out()).startsWith("SYNTHETIC cohort of seed 4658");
    for (String name : List.of("patients.csv", "hips.csv", "visits.csv", "imaging.csv")) {
      try (InputStream file = BundledCohort.file(name).orElseThrow()) {
        assertThat(Files.readAllBytes(out().resolve(name))).isEqualTo(file.readAllBytes());
      }
    }
  }

  @Test
  void followsTheTextOnRequest() throws IOException {
    assertThat(run(bundled(), "--prefer", "text").code()).isEqualTo(RunOutcome.DONE);
    for (Map.Entry<String, String> file :
        SyntheticCohort.generate(StudyMargins.text(), 7).files().entrySet()) {
      assertThat(Files.readString(out().resolve(file.getKey()))).isEqualTo(file.getValue());
    }
  }

  @Test
  void refusesTheStudyUntilToldWhichReadingToFollow() {
    Run run = Run.of("cohort", "--seed", "1", "--out", out().toString());
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err().lines())
        .hasSize(6)
        .contains(
            "margins.csv:11: column value: improved of I is 10 on line 8 and 12 here, a contradiction;"
                + " one value or a preferred source (table3, text) was expected");
    assertThat(out()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "patients,,,46, ~ patients,,,47, ~ own.csv:1: column value: hips of all stages [count] must be 59, but was 58; margins that one cohort can meet were expected",
        "progressed_of_cause,idiopathic,filled_in,1, ~ progressed_of_cause,idiopathic,filled_in,2, ~ own.csv:1: column value: hips progressed by cause [count] must be 12, but was 13; margins that one cohort can meet were expected",
        "adverse_event,swelling at injection site,,6, ~ adverse_event,swelling at injec\u0001tion site,,6, ~ own.csv:1: column value: adverse event term [text] must have visible characters with blanks only inside, but was a text of 27 characters; margins that one cohort can meet were expected",
        "male,,,32, ~ male,,,47, ~ own.csv:1: column value: patients who are male [count] must lie in 0..46, but was 47; margins that one cohort can meet were expected",
        "both_hips,,,12, ~ ~ own.csv:1: column value: margins [rows] must have both_hips, but have none; margins that one cohort can meet were expected",
        "hhs,M6,,72.8,7.9 ~ ~ own.csv:1: column value: timepoint [printed] must have a mean in the study, but was M6; margins that one cohort can meet were expected",
        "male,,,32, ~ men,,,32, ~ own.csv:3: column margin: a text of 3 characters is not a margin; one of patients, male, both_hips, age, youngest, oldest, improved, stable, progressed, replaced, lesion_reduction, hips_of_cause, progressed_of_cause, vas, hhs, gained_over_20, edema_decreased, adverse_event, satisfaction was expected",
        "male,,,32, ~ male,I,,32, ~ own.csv:3: column level: does not belong to this margin; nothing was expected",
        "male,,,32, ~ male,,,32.5, ~ own.csv:3: column value: is no count; a whole number of 0 or more was expected",
        "age,,,38.7,7.9 ~ age,,,38.7, ~ own.csv:5: column sd: is empty; a standard deviation was expected",
        "vas,M3,,4.3,1.4 ~ vas,,,4.3,1.4 ~ own.csv:37: column level: is empty; a visit such as M6 was expected",
        "male,,,32, ~ patients,,,46, ~ own.csv:3: column margin: was given above for this level and source already; one row was expected",
        "hhs,M24,,84.2,9.1 ~ hhs,M24,,99.9,9.1 ~ own.csv:1: column value: no numbers within their bounds were found that print as 99.9 +/- 9.1; margins that one cohort can meet were expected"
      })
  void namesWhatNoCohortCanMeet(String row, String instead, String problem) throws IOException {
    String margins = bundled()
        .replace("\n" + row.strip() + "\n", instead == null ? "\n" : "\n" + instead.strip() + "\n");
    assertThat(margins).isNotEqualTo(bundled());
    Run run = run(margins, "--prefer", "table3");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err().strip()).isEqualTo(problem.strip());
    assertThat(out()).doesNotExist();
  }

  @Test
  void wantsAPatient() throws IOException {
    Run run = run(bundled().replaceAll(",[0-9.]+,", ",0,"), "--prefer", "table3");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err()).contains("patients [count] must be 1 or more, but was 0; margins that");
  }

  @Test
  void wantsAPreferredSourceThatIsThere() throws IOException {
    Run run = run(bundled(), "--prefer", "table4");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err())
        .contains(
            "column source: the preferred source is not there; one of filled_in, table3, text");
  }

  @Test
  void tellsWhatTheMarginsSettleAndWhatTheyDoNot() throws IOException {
    Run run = run(bundled(), "--prefer", "table3", "--repeat", "5");
    assertThat(run.code()).isEqualTo(RunOutcome.DONE);
    List<String> range = Files.readAllLines(out().resolve("range.csv"));
    assertThat(range.get(0)).isEqualTo("result,cohorts,min,median,max");
    assertThat(range).contains("\"THA-free survival at 24 months, stage I\",5,1,1,1");
    double[] survival = row(range, "\"THA-free survival at 24 months, stage III\"");
    assertThat(survival[0]).isCloseTo(9.0 / 15, within(1e-12));
    assertThat(survival[2]).isEqualTo(survival[0]);
    double[] gain = row(range, "mean gain of HHS points in hips that gained more than 20");
    assertThat(gain[0]).isBetween(20.0, 50.0).isLessThan(gain[2]);
    assertThat(gain[1]).isBetween(gain[0], gain[2]);
    double[] byPatient = row(range, "\"p of the log-rank test by stage, by patient\"");
    assertThat(byPatient[0]).isLessThan(byPatient[2]);
    double[] naive = row(range, "\"p of the log-rank test by stage, naive\"");
    // the margins settle the naive test; which hips belong to one patient they do not
    assertThat(naive[2]).isCloseTo(naive[0], within(1e-12)).isBetween(byPatient[0], byPatient[2]);
    // no hip was censored before 24 months: the error is that of a proportion, 9 of 15
    double[] error = row(range, "\"naive SE of THA-free survival at 24 months, stage III\"");
    assertThat(error[0]).isCloseTo(Math.sqrt(0.6 * 0.4 / 15), within(1e-12)).isEqualTo(error[2]);
    double[] pairs = row(range, "\"SE by patient of THA-free survival at 24 months, stage III\"");
    assertThat(pairs[0]).isLessThan(pairs[2]);
    assertThat(range).contains("\"naive SE of THA-free survival at 24 months, stage I\",0,,,");
    assertThat(run.out())
        .contains("(5 cohorts, seeds from 7)")
        .contains("| THA-free survival at 24 months, stage III | 5 | 0.6000 | 0.6000 | 0.6000 |")
        .containsPattern("\\| p of the log-rank test by stage, naive \\| 5 \\| 0\\.\\d{6} \\|")
        .startsWith(Files.readString(out().resolve("range.md")));
  }

  /** The least, the median and the greatest of a result over five cohorts. */
  private static double[] row(List<String> range, String result) {
    String line = range.stream()
        .filter(candidate -> candidate.startsWith(result + ",5,"))
        .findFirst()
        .orElseThrow();
    return Stream.of(line.substring(result.length() + 3).split(","))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void wantsAtLeastOneCohort() {
    Run run = Run.of("cohort", "--seed", "1", "--repeat", "0", "--out", out().toString());
    assertThat(run.code()).isEqualTo(RunOutcome.WRONG_USAGE);
  }

  /** Seeds 7 and 8, whose cohorts alone are the least and the greatest; the median lies between. */
  @Test
  void takesTheSeedsThatFollow() throws IOException {
    CohortRange range = new CohortRange(StudyMargins.table3());
    range.add(SyntheticCohort.generate(StudyMargins.table3(), 8));
    range.add(SyntheticCohort.generate(StudyMargins.table3(), 7));
    assertThat(run(bundled(), "--prefer", "table3", "--repeat", "2").code()).isZero();
    String written = Files.readString(out().resolve("range.csv"));
    assertThat(written).isEqualTo(range.table(7).csv());
    String[] gain = written
        .lines()
        .filter(line -> line.startsWith("mean gain"))
        .findFirst()
        .orElseThrow()
        .split(",", -1);
    double least = Double.parseDouble(gain[2]);
    double greatest = Double.parseDouble(gain[4]);
    assertThat(least).isLessThan(greatest);
    assertThat(Double.parseDouble(gain[3])).isCloseTo((least + greatest) / 2, within(1e-12));
  }
}
