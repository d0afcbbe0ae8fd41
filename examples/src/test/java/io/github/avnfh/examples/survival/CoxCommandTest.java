package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  CoxCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Run cox(Path input, String... more) {
    List<String> typed = new ArrayList<>(List.of(
        "cox", "--input", input.toString(), "--out", folder.resolve("out").toString()));
    typed.addAll(List.of(more));
    return Run.of(typed.toArray(String[]::new));
  }

  private Run separated(String... more) throws IOException {
    Path table = Files.writeString(folder.resolve("hips.csv"), SEPARATED);
    return cox(
        table,
        Stream.concat(Stream.of("--time", "day", "--event", "event"), Stream.of(more))
            .toArray(String[]::new));
  }

  /** The cells of a file by the key of the row: some of its columns, or else its number. */
  private Map<String, Map<String, String>> file(String name, String... keys) {
    List<String> columns = header(folder.resolve("out").resolve(name));
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    Problems problems = new Problems();
    CsvInput.of(folder.resolve("out").resolve(name), CsvFormat.withDefaults())
        .forEachRow(problems, row -> {
          Map<String, String> cells = new LinkedHashMap<>();
          columns.forEach(column -> cells.put(column, row.text(column).orElse("")));
          List<String> key =
              Stream.of(keys).map(each -> cells.getOrDefault(each, "")).toList();
          rows.put(keys.length == 0 ? "" + (rows.size() + 1) : String.join(" ", key), cells);
        });
    assertThat(problems.list()).isEmpty();
    return rows;
  }

  private static <T> T known(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static String cell(Map<String, Map<String, String>> rows, String row, String column) {
    return known(known(rows, row), column);
  }

  private static List<String> header(Path file) {
    try {
      return List.of(Files.readAllLines(file).get(0).split(",", -1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
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
    Run run = cox(table, "--time", "day", "--event", "event", "--covariate", "x");
    assertThat(run.code()).isEqualTo(RunOutcome.DONE);
    assertThat(run.out()).contains("above 1e9");
    assertThat(cell(file("coefficients.csv", "term"), "x", "hazard_ratio")).isEmpty();
    assertThat(Double.parseDouble(cell(file("coefficients.csv", "term"), "x", "coef")))
        .isGreaterThan(710);
  }

  /** Every number of every file, from {@code cox.R}. */
  @Test
  void agreesWithR() throws IOException, URISyntaxException {
    Path patients = Files.writeString(
        folder.resolve("new.csv"), "treated,age,risk,half\nno,20,8,A\nyes,45,12,B\n");
    Run run = cox(
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
        "coefficients.csv", file("coefficients.csv", "term"),
        "univariable.csv", file("univariable.csv", "term"),
        "model.csv", file("model.csv"),
        "proportionality.csv", file("proportionality.csv", "term"),
        "residuals.csv", file("residuals.csv", "row"),
        "prediction.csv", file("prediction.csv", "row", "time"));
    List<String> lines = Files.readAllLines(SurvivalRuns.resource("cox_expected.csv"));
    assertThat(lines).hasSize(287);
    List<Double> baseline = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      double expected = Double.parseDouble(cells[3]);
      if (cells[0].equals("baseline.csv")) {
        baseline.add(expected);
      } else {
        String actual = cell(known(files, cells[0]), cells[1], cells[2]);
        assertThat(Double.parseDouble(actual))
            .as(line)
            .isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
      }
    }
    List<Double> hazards = file("baseline.csv").values().stream()
        .map(row -> Double.parseDouble(known(row, "hazard")))
        .toList();
    assertThat(hazards).hasSameSizeAs(baseline);
    for (int i = 0; i < hazards.size(); i++) {
      assertThat(hazards.get(i)).isCloseTo(baseline.get(i), within(1e-10));
    }
    assertThat(file("coefficients.csv", "method")).containsOnlyKeys("wald");
    assertThat(Files.readString(folder.resolve("out/forest.svg")))
        .contains("treated[yes]", "Hazard ratio");
  }

  @Test
  void saysWhatIsNotEstimableAndGivesFirthsEstimate() throws IOException {
    Run run = separated("--covariate", "stage:factor");
    assertThat(run.code()).isZero();
    assertThat(file("coefficients.csv", "term").get("stage[III]"))
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
    Map<String, String> third = known(file("coefficients.csv", "term"), "stage[III]");
    assertThat(third).containsEntry("method", "profile");
    assertThat(Double.parseDouble(known(third, "hazard_ratio"))).isBetween(1.0, 100.0);
    assertThat(run.err().split("stage\\[III\\] is not estimable", -1)[1])
        .contains(known(third, "hazard_ratio").substring(0, 4));
  }

  @Test
  void sharesAFrailtyWithinPatients() throws URISyntaxException {
    Run run = cox(
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
    Map<String, String> model = known(file("model.csv"), "1");
    assertThat(Double.parseDouble(known(model, "frailty_variance"))).isNotNegative();
    assertThat(Double.parseDouble(known(model, "frailty_p"))).isBetween(0.0, 1.0);
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

  private Run table(String rows, String... more) throws IOException {
    Path table = Files.writeString(folder.resolve("hips.csv"), rows);
    return cox(
        table,
        Stream.concat(Stream.of("--time", "day", "--event", "event"), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  /** Ten events, one row without a covariate, and no relation to speak of. */
  private static final String TEN = """
      day,event,y,z,half
      1,1,0,1,A
      2,1,1,2,A
      3,1,0,5,A
      4,1,1,3,A
      5,1,0,4,A
      6,1,1,1,B
      7,1,0,5,B
      8,1,1,2,B
      9,1,0,4,B
      10,1,1,3,B
      11,0,0,2,B
      12,0,,,B
      """;

  @Test
  void warnsOfFewerThanTenEventsForATerm() throws IOException {
    Run ten = table(TEN, "--covariate", "y");
    assertThat(ten.out()).startsWith("Hazard ratios (11 rows, 10 events, 1 row left out)\n");
    assertThat(ten.err().lines()).containsExactly("column y: empty in 1 row, which was left out");
    assertThat(table(TEN, "--covariate", "y", "z").err())
        .contains("coefficients.csv: 10 events for 2 terms are fewer than 10 a term; estimates are"
            + " unstable, and --firth is to be preferred");
    assertThat(table(TEN.replace("10,1,1", "10,0,1"), "--covariate", "y").err())
        .contains("coefficients.csv: 9 events for 1 term are fewer than 10 a term;");
  }

  @Test
  void saysRatiosAndTestsInFewDigits() throws IOException {
    Run run = table(TEN, "--covariate", "y");
    Map<String, String> y = known(file("coefficients.csv", "term"), "y");
    double ratio = Double.parseDouble(known(y, "hazard_ratio"));
    double p = Double.parseDouble(known(y, "p"));
    assertThat(run.out())
        .containsPattern(
            String.format(Locale.ROOT, "\ny     %.3f \\(.* to .*\\)  %.3f\n", ratio, p));
    Run whole = table(
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
    assertThat(file("coefficients.csv", "term")).containsOnlyKeys("stage[I]", "stage[II]");
    assertThat(folder.resolve("out/adjusted.csv")).doesNotExist();
    assertThat(lines("residuals.csv")).containsExactly("row,martingale,deviance");
    Run exact = table(TEN, "--covariate", "y", "--ties", "exact");
    assertThat(exact.err()).contains("residuals.csv are empty: they need estimates, and ties by");
    assertThat(lines("baseline.csv")).containsExactly("stratum,time,hazard");
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
    Run run = table(TEN, typed.split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(said);
  }
}
