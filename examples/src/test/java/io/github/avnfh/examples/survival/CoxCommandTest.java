package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoxCommandTest {
  /** All arthroplasties are in stage III. */
  private static final String SEPARATED = """
      day,event,stage,age
      100,1,III,30
      200,1,III,
      300,1,III,50
      700,0,III,44
      700,0,I,35
      710,0,I,36
      720,0,I,52
      730,0,II,41
      740,0,II,33
      """;

  private final Path folder;
  private final CoxRuns runs;

  CoxCommandTest(@TempDir Path folder) {
    this.folder = folder;
    runs = new CoxRuns(folder);
  }

  private Run separated(String... more) throws IOException {
    return runs.table(SEPARATED, more);
  }

  /** A hazard ratio for one unit of a covariate of thousandths is beyond any double. */
  @Test
  void printsAHazardRatioBeyondAllNumbers() throws IOException {
    Path table = Files.writeString(folder.resolve("small.csv"), """
        day,event,x
        1,1,0.0010
        2,1,0.0005
        3,1,0.0009
        4,0,0.0004
        5,1,0.0002
        6,1,0.0006
        7,0,0.0001
        """);
    Run run = runs.cox(table, "--time", "day", "--event", "event", "--covariate", "x");
    assertThat(run.code()).isEqualTo(RunOutcome.DONE);
    assertThat(run.out()).contains("above 1e9");
    assertThat(CoxRuns.cell(runs.file("coefficients.csv", "term"), "x", "hazard_ratio"))
        .isEmpty();
    assertThat(Double.parseDouble(CoxRuns.cell(runs.file("coefficients.csv", "term"), "x", "coef")))
        .isGreaterThan(710);
  }

  /** Every number of every file, from {@code cox.R}. */
  @Test
  void agreesWithR() throws IOException, URISyntaxException {
    Path patients = Files.writeString(
        folder.resolve("new.csv"), "treated,age,risk,half\nno,20,8,A\nyes,45,12,B\n");
    Run run = runs.cox(
        SurvivalRuns.resource("cox.csv"),
        "--time",
        "time",
        "--event",
        "event",
        "--cluster",
        "patient",
        "--strata",
        "half",
        "--covariate",
        "treated:factor=no",
        "age",
        "risk",
        "--level",
        "0.9",
        "--predict",
        patients.toString(),
        "--at",
        "12,40");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("column age: empty in 2 rows, which were left out");
    Map<String, Map<String, Map<String, String>>> files = Map.of(
        "coefficients.csv", runs.file("coefficients.csv", "term"),
        "univariable.csv", runs.file("univariable.csv", "term"),
        "model.csv", runs.file("model.csv"),
        "proportionality.csv", runs.file("proportionality.csv", "term"),
        "residuals.csv", runs.file("residuals.csv", "row"),
        "prediction.csv", runs.file("prediction.csv", "row", "time"));
    List<String> lines = Files.readAllLines(SurvivalRuns.resource("cox_expected.csv"));
    assertThat(lines).hasSize(287);
    List<Double> baseline = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      double expected = Double.parseDouble(cells[3]);
      if (cells[0].equals("baseline.csv")) {
        baseline.add(expected);
      } else {
        String actual = CoxRuns.cell(CoxRuns.known(files, cells[0]), cells[1], cells[2]);
        assertThat(Double.parseDouble(actual))
            .as(line)
            .isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
      }
    }
    List<Double> hazards = runs.file("baseline.csv").values().stream()
        .map(row -> Double.parseDouble(CoxRuns.known(row, "hazard")))
        .toList();
    assertThat(hazards).hasSameSizeAs(baseline);
    for (int i = 0; i < hazards.size(); i++) {
      assertThat(hazards.get(i)).isCloseTo(baseline.get(i), within(1e-10));
    }
    assertThat(runs.file("coefficients.csv", "method")).containsOnlyKeys("wald");
    assertThat(Files.readString(folder.resolve("out/forest.svg")))
        .contains("treated[yes]", "Hazard ratio");
  }

  @Test
  void saysWhatIsNotEstimableAndGivesFirthsEstimate() throws IOException {
    Run run = separated("--covariate", "stage:factor");
    assertThat(run.code()).isZero();
    assertThat(runs.file("coefficients.csv", "term").get("stage[III]"))
        .containsEntry("method", "not estimable")
        .containsEntry("coef", "")
        .containsEntry("hazard_ratio", "");
    assertThat(run.err())
        .contains(
            "coefficients.csv: stage[III] is not estimable, since the likelihood rises without"
                + " bound as it grows; Firth's estimate of the hazard ratio is ")
        .contains("3 events for 2 terms are fewer than 10 a term");

    Run firth = separated("--covariate", "stage:factor=I", "--firth");
    assertThat(firth.code()).isZero();
    Map<String, String> third = CoxRuns.known(runs.file("coefficients.csv", "term"), "stage[III]");
    assertThat(third).containsEntry("method", "profile");
    assertThat(Double.parseDouble(CoxRuns.known(third, "hazard_ratio"))).isBetween(1.0, 100.0);
    assertThat(run.err().split("stage\\[III\\] is not estimable", -1)[1])
        .contains(CoxRuns.known(third, "hazard_ratio").substring(0, 4));
  }

  /** The penalized likelihood of these four rows is flat: the run ends well, without the hint. */
  @Test
  void givesNoFirthEstimateWhereThereIsNone() throws IOException {
    String table = "day,event,w,g,age\n12,1,1,I,41\n0.3,1,0.5,II,29\n36,0,2,I,60\n36,1,1,II,38\n";
    Run run =
        runs.table(table, "--weight w --level 0.9 --covariate age g:factor=II".split(" ", -1));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains(" is not estimable, since").doesNotContain("Firth");
    Run firth = runs.table(
        table, "--weight w --level 0.9 --covariate age g:factor=II --firth".split(" ", -1));
    assertThat(firth.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(firth.err())
        .containsPattern("maximum within 500 steps, but the last step still gained [0-9.E-]+\n");
  }

  @Test
  void sharesAFrailtyWithinPatients() throws URISyntaxException {
    Run run = runs.cox(
        SurvivalRuns.resource("cox.csv"),
        "--time",
        "time",
        "--event",
        "event",
        "--frailty",
        "patient",
        "--covariate",
        "treated:factor");
    assertThat(run.code()).isZero();
    Map<String, String> model = CoxRuns.known(runs.file("model.csv"), "1");
    assertThat(Double.parseDouble(CoxRuns.known(model, "frailty_variance"))).isNotNegative();
    assertThat(Double.parseDouble(CoxRuns.known(model, "frailty_p"))).isBetween(0.0, 1.0);
    assertThat(run.out()).contains("Frailty variance");
  }

  @ParameterizedTest
  @CsvSource({
    "stage,3,'column stage: ''III'' is not a number'",
    "stage:spline9,2,covariate must be COL",
    "stage:factor=V,3,'no row has the reference level V'",
    "weight,3,weight",
  })
  void refusesCovariatesInOneLine(String covariate, int code, String message) throws IOException {
    Run run = separated("--covariate", covariate);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
  }

  @Test
  void refusesOptionsThatDoNotGoTogether() throws IOException {
    assertThat(separated("--covariate", "age", "--frailty", "stage", "--firth").code())
        .isEqualTo(2);
    assertThat(separated("--covariate", "age", "--at", "5").code()).isEqualTo(2);
    assertThat(separated("--covariate", "age", "--level", "1").code()).isEqualTo(2);
  }

  @Test
  void refusesRowsToPredictForByTheirLine() throws IOException {
    Path rows = Files.writeString(folder.resolve("new.csv"), "stage\nIII\nIV\n\n\"\"\n");
    Run run = separated("--covariate", "stage:factor", "--predict", rows.toString(), "--at", "365");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("new.csv:3: column stage: ");
  }

  @Test
  void tellsAdjustedSurvivalOfAFactor() throws IOException {
    Path hips = Files.writeString(folder.resolve("adjusted.csv"), """
        day,event,stage,age
        100,1,III,30
        200,1,II,41
        300,1,III,50
        400,1,II,36
        700,0,III,44
        710,0,II,52
        """);
    String[] typed = ("cox --input " + hips
            + " --time day --event event --covariate stage:factor age --out " + folder.resolve("a"))
        .split(" ", -1);
    assertThat(Run.of(typed).code()).isZero();
    assertThat(folder.resolve("a/adjusted.csv")).doesNotExist();
    String[] more =
        Stream.concat(Stream.of(typed), Stream.of("--adjusted", "stage")).toArray(String[]::new);
    assertThat(Run.of(more).code()).isZero();
    assertThat(Files.readAllLines(folder.resolve("a/adjusted.csv")))
        .hasSize(9)
        .startsWith("level,time,survival,std_error,lower,upper")
        .anyMatch(line -> line.startsWith("III,400,"));
    assertThat(folder.resolve("a/adjusted.svg")).content().contains("Adjusted survival");
    more[more.length - 1] = "age";
    assertThat(Run.of(more).err()).startsWith("--adjusted takes a column that is a factor");
  }

  @Test
  void warnsOfFewerThanTenEventsForATerm() throws IOException {
    Run ten = runs.table(CoxRuns.TEN, "--covariate", "y");
    assertThat(ten.out()).startsWith("Hazard ratios (11 rows, 10 events, 1 row left out)\n");
    assertThat(ten.err().lines()).containsExactly("column y: empty in 1 row, which was left out");
    assertThat(runs.table(CoxRuns.TEN, "--covariate", "y", "z").err())
        .contains("coefficients.csv: 10 events for 2 terms are fewer than 10 a term; estimates are"
            + " unstable, and --firth is to be preferred");
    assertThat(runs.table(CoxRuns.TEN.replace("10,1,1", "10,0,1"), "--covariate", "y")
            .err())
        .contains("coefficients.csv: 9 events for 1 term are fewer than 10 a term;");
  }

  @Test
  void saysRatiosAndTestsInFewDigits() throws IOException {
    Run run = runs.table(CoxRuns.TEN, "--covariate", "y");
    Map<String, String> y = CoxRuns.known(runs.file("coefficients.csv", "term"), "y");
    double ratio = Double.parseDouble(CoxRuns.known(y, "hazard_ratio"));
    double p = Double.parseDouble(CoxRuns.known(y, "p"));
    assertThat(run.out())
        .containsPattern(
            String.format(Locale.ROOT, "\ny     %.3f \\(.* to .*\\)  %.3f\n", ratio, p));
    Run whole = runs.table(
        SEPARATED
            .replace("stage,age", "x,age")
            .replace("III", "1")
            .replace(",II,", ",0,")
            .replace(",I,", ",0,"),
        "--covariate",
        "x");
    assertThat(whole.out())
        .contains("(9 rows, 3 events)\n", "\nx     not estimable          none\n");
    assertThat(whole.err())
        .contains("x is not estimable, since the likelihood rises without bound as it grows;")
        .contains("\nproportionality.csv, baseline.csv and residuals.csv are empty: they need");
  }

  @Test
  void leavesOutWhatNeedsEstimatesWhereThereAreNone() throws IOException {
    Run run = separated("--covariate", "stage:factor=III", "--adjusted", "stage");
    assertThat(run.err())
        .contains("stage[I] is not estimable, since the likelihood rises without bound as it falls")
        .contains(
            "proportionality.csv, baseline.csv and residuals.csv are empty, and adjusted.csv is"
                + " left out: they need estimates, and ties by efron or breslow");
    assertThat(runs.file("coefficients.csv", "term")).containsOnlyKeys("stage[I]", "stage[II]");
    assertThat(folder.resolve("out/adjusted.csv")).doesNotExist();
    assertThat(runs.lines("residuals.csv")).containsExactly("row,martingale,deviance");
    Run exact = runs.table(CoxRuns.TEN, "--covariate", "y", "--ties", "exact");
    assertThat(exact.err()).contains("residuals.csv are empty: they need estimates, and ties by");
    assertThat(runs.lines("baseline.csv")).containsExactly("stratum,time,hazard");
  }

  @ParameterizedTest
  @CsvSource({
    "--at 5, --predict takes a table",
    "--predict new.csv, --predict takes a table",
    "--predict new.csv --at -1, --predict takes a table",
    "--predict new.csv --at Infinity, --predict takes a table",
    "--adjusted half --frailty z, --adjusted takes a column that is a factor",
    "--adjusted half --entry z, --adjusted takes a column that is a factor",
    "--adjusted half --ties exact, --adjusted takes a column that is a factor",
    "--frailty z --cluster half, '--frailty takes no --cluster, --firth or exact ties'",
    "--frailty z --firth, '--frailty takes no --cluster, --firth or exact ties'",
    "--frailty z --ties exact, '--frailty takes no --cluster, --firth or exact ties'",
  })
  void saysWhichOptionsDoNotGoTogether(String options, String said) throws IOException {
    String typed = "--covariate half:factor " + options.replace("new", folder + "/new");
    Run run = runs.table(CoxRuns.TEN, typed.split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(said);
  }
}
