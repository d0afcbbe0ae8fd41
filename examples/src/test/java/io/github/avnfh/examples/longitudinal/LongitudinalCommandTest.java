package io.github.avnfh.examples.longitudinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file of the command, by numbers that R or arithmetic gives. */
class LongitudinalCommandTest {
  private final Path folder;

  LongitudinalCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Five hips of four patients in two stages; one score is missing, and age in one row. */
  private static final String HIPS = """
      hip,patient,month,hhs,stage,age
      a,1,0,50,III,40
      a,1,6,62,III,40
      b,1,0,54,I,40
      b,1,6,70,I,40
      c,2,0,60,I,35
      c,2,6,71,I,35
      d,3,0,45,III,51
      d,3,6,,III,51
      e,4,0,58,I,29
      e,4,6,75,I,
      """;

  private Path hips() throws IOException {
    return Files.writeString(folder.resolve("hips.csv"), HIPS);
  }

  private static Path threeVisits() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(LongitudinalCommandTest.class.getResource("three_visits.csv"))
            .toURI());
  }

  private Run run(Path input, String... more) {
    List<String> typed = new ArrayList<>(List.of(
        "longitudinal",
        "--input",
        input.toString(),
        "--out",
        folder.resolve("out").toString()));
    typed.addAll(List.of(more));
    return Run.of(typed.toArray(String[]::new));
  }

  private Run threeVisits(String... more) throws URISyntaxException {
    List<String> typed =
        new ArrayList<>(List.of("--subject", "id", "--visit", "v", "--score", "y"));
    typed.addAll(List.of(more));
    return run(threeVisits(), typed.toArray(String[]::new));
  }

  private Run byStage(String... more) throws IOException {
    List<String> typed = new ArrayList<>(
        List.of("--subject", "hip", "--cluster", "patient", "--visit", "month", "--score", "hhs"));
    typed.addAll(List.of("--group", "stage"));
    typed.addAll(List.of(more));
    return run(hips(), typed.toArray(String[]::new));
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(folder.resolve("out").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a file by their first cells. */
  private Map<String, Map<String, String>> rows(String name, int keys) {
    List<String> lines = lines(name);
    String[] header = lines.get(0).split(",", -1);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.put(String.join(" ", List.of(cells).subList(0, keys)), row);
    }
    return rows;
  }

  private static double number(Map<String, Map<String, String>> rows, String key, String column) {
    return Double.parseDouble(
        Objects.requireNonNull(Objects.requireNonNull(rows.get(key), key).get(column), column));
  }

  @ParameterizedTest
  @CsvSource({
    // method, df, estimate, error, degrees of freedom, -2 log-likelihood, what model.csv says
    "random-intercept,,23.27368028,1.244515855,81.0676,865.47342033,satterthwaite",
    "random-intercept,kenward-roger,23.27368028,1.245277286,79.829068,865.47342033,kenward-roger",
    "random-intercept,between,23.27368028,1.244515855,78,865.47342033,between",
    "unstructured,,23.33525072,1.276057291,43.40966674,849.17663345,satterthwaite",
    "unstructured,kenward-roger,23.33525072,1.279239350,43.40966674,849.17663345,kenward-roger-linear",
  })
  void writesWhatRFinds(
      String method,
      String df,
      double estimate,
      double error,
      double degrees,
      double deviance,
      String said)
      throws URISyntaxException {
    Run run =
        df == null ? threeVisits("--method", method) : threeVisits("--method", method, "--df", df);
    assertThat(run.code()).isZero();
    Map<String, Map<String, String>> contrasts = rows("contrasts.csv", 1);
    assertThat(contrasts).containsOnlyKeys("6 - 0", "24 - 0");
    assertThat(number(contrasts, "24 - 0", "estimate")).isCloseTo(estimate, within(5e-6));
    assertThat(number(contrasts, "24 - 0", "std_error")).isCloseTo(error, within(2e-6));
    assertThat(number(contrasts, "24 - 0", "df")).isCloseTo(degrees, within(5e-4));
    assertThat(number(rows("coefficients.csv", 1), "v[24]", "estimate"))
        .isEqualTo(number(contrasts, "24 - 0", "estimate"));
    Map<String, String> model =
        Objects.requireNonNull(rows("model.csv", 1).values().iterator().next());
    assertThat(Double.parseDouble(Objects.requireNonNull(model.get("minus_two_loglik"))))
        .isCloseTo(deviance, within(1e-7));
    assertThat(model)
        .containsEntry("hips", "46")
        .containsEntry("patients", "46")
        .containsEntry("observations", "126")
        .containsEntry("left_out", "12")
        .containsEntry("method", method)
        .containsEntry("df_method", said)
        .containsEntry("singular", "false");
    assertThat(run.err()).contains("column y: empty in 12 rows, which were left out");
  }

  @Test
  void writesEveryFileOfThreeVisits() throws URISyntaxException {
    Run run = threeVisits("--method", "random-intercept");
    Map<String, Map<String, String>> variance = rows("variance.csv", 1);
    assertThat(variance).containsOnlyKeys("hip", "residual");
    assertThat(number(variance, "hip", "estimate")).isCloseTo(54.2030599454, within(1e-5));
    assertThat(number(variance, "residual", "estimate")).isCloseTo(32.7217997329, within(1e-5));
    assertThat(lines("patterns.csv"))
        .containsExactly("visits,hips", "0;6;24,36", "0;24,5", "6;24,3", "0,1", "24,1");
    Map<String, Map<String, String>> means = rows("means.csv", 2);
    assertThat(means).containsOnlyKeys("all 0", "all 6", "all 24");
    assertThat(number(means, "all 6", "hips")).isEqualTo(39);
    assertThat(number(means, "all 24", "mean") - number(means, "all 0", "mean"))
        .isCloseTo(number(rows("contrasts.csv", 1), "24 - 0", "estimate"), within(1e-10));
    assertThat(lines("differences.csv")).hasSize(1);
    // complete hips: the mean change of 36 hips, by hand from the table
    assertThat(number(rows("complete.csv", 1), "24 - 0", "estimate"))
        .isCloseTo(23.24444444, within(1e-8));
    assertThat(lines("residuals.csv")).hasSize(127);
    assertThat(lines("residuals.csv").get(1)).startsWith("2,");
    assertThat(lines("figure.svg").get(0)).startsWith("<svg");
    assertThat(run.out())
        .contains("126 scores, 46 hips, 46 patients, 12 rows left out", "24 - 0")
        .contains("Scores are taken as missing at random;")
        .contains("23.27 (20.80 to 25.75)", "Correlation of two scores of one hip: 0.624.");
  }

  /** A contrast's test, limits and adjustment follow from its estimate, error and df. */
  @Test
  void writesLimitsTestsAndHolm() throws IOException {
    byStage("--method", "random-intercept", "--level", "0.9");
    Map<String, Map<String, String>> contrasts = rows("contrasts.csv", 1);
    assertThat(contrasts).containsOnlyKeys("I: 6 - 0", "III: 6 - 0", "(III - I): 6 - 0");
    assertThat(lines("contrasts.csv").get(0))
        .isEqualTo("contrast,estimate,std_error,df,statistic,p,p_adjusted,lower,upper");
    double smallest = 1;
    for (String name : contrasts.keySet()) {
      double estimate = number(contrasts, name, "estimate");
      double error = number(contrasts, name, "std_error");
      Distribution t = Distribution.studentT(number(contrasts, name, "df"));
      double p = 2 * t.upperTail(Math.abs(estimate / error));
      smallest = Math.min(smallest, p);
      assertThat(number(contrasts, name, "statistic")).isCloseTo(estimate / error, within(1e-12));
      assertThat(number(contrasts, name, "p")).isCloseTo(p, within(1e-12));
      assertThat(number(contrasts, name, "lower"))
          .isCloseTo(estimate - t.upperQuantile(0.05) * error, within(1e-9));
      assertThat(number(contrasts, name, "upper"))
          .isCloseTo(estimate + t.upperQuantile(0.05) * error, within(1e-9));
    }
    assertThat(number(contrasts, "I: 6 - 0", "p")).isEqualTo(smallest);
    assertThat(number(contrasts, "I: 6 - 0", "p_adjusted")).isCloseTo(3 * smallest, within(1e-12));
    assertThat(rows("differences.csv", 1)).containsOnlyKeys("0: III - I", "6: III - I");
    assertThat(rows("variance.csv", 1)).containsOnlyKeys("patient", "hip", "residual");
    assertThat(number(rows("means.csv", 2), "III 6", "hips")).isEqualTo(1);
    assertThat(number(rows("means.csv", 2), "I 0", "patients")).isEqualTo(3);
    assertThat(rows("coefficients.csv", 1))
        .containsOnlyKeys("(intercept)", "month[6]", "stage[III]", "month[6]:stage[III]");
  }

  @Test
  void leavesOutRowsWithoutACovariateAndSaysSo() throws IOException {
    Run run = byStage("--method", "random-intercept", "--covariate", "age");
    assertThat(run.err())
        .contains("column hhs: empty in 1 row, which was left out")
        .contains("column age: empty in 1 row, which was left out");
    assertThat(lines("model.csv").get(1)).contains(",5,4,8,2,random-intercept,satterthwaite,");
  }

  /** 2 of 3 hips in stage I and 1 of 2 in stage III responded, by scores of 0 and 1. */
  @Test
  void writesRatiosOfResponders() throws IOException {
    Path table = Files.writeString(folder.resolve("responders.csv"), """
        hip,month,responded,stage
        a,6,1,I
        b,6,1,I
        c,6,0,I
        d,6,1,III
        e,6,0,III
        """);
    String[] columns = {"--subject", "hip", "--visit", "month", "--score", "responded"};
    List<String> typed = new ArrayList<>(List.of(columns));
    typed.addAll(List.of("--group", "stage", "--method", "gee", "--link", "log"));
    Run run = run(table, typed.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(number(rows("ratios.csv", 1), "6: III - I", "ratio"))
        .isCloseTo(0.5 / (2.0 / 3), within(1e-12));
    assertThat(number(rows("differences.csv", 1), "6: III - I", "estimate"))
        .isCloseTo(Math.log(0.75), within(1e-12));
    assertThat(number(rows("differences.csv", 1), "6: III - I", "std_error"))
        .isCloseTo(Math.sqrt(1.0 / 2 - 1.0 / 3 + 1 - 1.0 / 2), within(1e-10));
    assertThat(lines("model.csv").get(1)).isEqualTo(",5,5,5,0,gee,between (sandwich),false");
    assertThat(run.err()).contains("--sandwich mancl-derouen is to be preferred");
    assertThat(run.out()).contains("Scores are taken as missing completely at random;");
    assertThat(number(rows("means.csv", 2), "I 6", "mean")).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void listsContradictingRowsByLine() throws IOException {
    Path table = Files.writeString(folder.resolve("bad.csv"), """
        hip,patient,month,hhs,stage
        a,1,0,50,I
        a,1,6,60,II
        b,1,0,x,I
        b,1,0,44,I
        b,2,6,51,I
        b,1,0,44,I
        """);
    String[] columns = {
      "--subject", "hip", "--cluster", "patient", "--visit", "month", "--score", "hhs"
    };
    List<String> typed = new ArrayList<>(List.of(columns));
    typed.addAll(List.of("--group", "stage", "--method", "random-intercept"));
    Run run = run(table, typed.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines())
        .containsExactly(
            "bad.csv:3: column stage: groups of one hip [count] must be 1, but line 2 names another"
                + " group",
            "bad.csv:4: column hhs: 'x' is not a number; digits 0 to 9 with '.' as decimal sign were"
                + " expected, or nothing where it is missing",
            "bad.csv:6: column patient: patients of one hip [count] must be 1, but line 5 names"
                + " another patient",
            "bad.csv:7: column month: rows of a hip at one visit [count] must be 1, but line 5 is of"
                + " the same visit");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void namesAGroupWithoutAVisit() throws IOException {
    Path table = Files.writeString(folder.resolve("lacking.csv"), """
        hip,patient,month,hhs,stage
        a,1,0,50,I
        a,1,6,60,I
        b,2,0,44,II
        c,3,0,47,II
        """);
    Run run = run(
        table,
        "--subject",
        "hip",
        "--visit",
        "month",
        "--score",
        "hhs",
        "--group",
        "stage",
        "--method",
        "random-intercept");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("scores of group II at visit 6 [count] must be 1 or more, but were 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--method random-intercept --link logit;--link does not apply to --method random-intercept",
        "--method gee --df satterthwaite;gee has t on patients less coefficients",
        "--method gee --time slope;--time does not apply to --method gee",
        "--method gee --ml;gee has t on patients less coefficients (--df between), and no likelihood",
        "--method unstructured --working independence;--working does not apply to --method unstructured",
        "--method unstructured --sandwich sandwich;--sandwich does not apply to --method unstructured",
        "--method unstructured --time week;is not an effect of time",
        "--method gee --working ar1;is not a working correlation",
        "--method gee --sandwich hc3;is not a sandwich variance",
        "--method anova;is not a method",
        "--method unstructured --df normal;is not a method of degrees of freedom",
        "--method unstructured --adjust sidak;--adjust must be holm, hochberg",
        "--method unstructured --level 95;confidence level [probability] must lie in",
      })
  void refusesOptionsThatDoNotGoTogether(String typed, String said) throws URISyntaxException {
    Run run = threeVisits(typed.split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(said);
  }

  @Test
  void warnsWhereTwoHipsCountAsIndependent() throws IOException {
    Run robust = byStage("--method", "compound-symmetric");
    assertThat(lines("model.csv").get(1)).contains(",compound-symmetric,cr2,");
    assertThat(robust.err()).doesNotContain("count as independent");
    Run model = byStage("--method", "compound-symmetric", "--df", "satterthwaite");
    assertThat(model.err()).contains("two hips of one patient count as independent");
  }
}
