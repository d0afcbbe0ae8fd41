package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every number of every file, for six hips worked out by hand: in A events at 2 and 4 and a hip
 * censored at 6, in B an event at 1 and hips censored at 3 and 5.
 */
class SurvivalFilesTest {
  private static final String HIPS = "time,event,g\n2,1,A\n4,1,A\n6,0,A\n1,1,B\n3,0,B\n5,0,B\n";

  /** Greenwood: S sqrt(1/6) after one event of three, S sqrt(1/6 + 1/2) after one more of two. */
  private static final double ERROR = Math.sqrt(2.0 / 27);

  private final SurvivalRuns runs;

  SurvivalFilesTest(@TempDir Path folder) {
    runs = new SurvivalRuns(folder);
  }

  private Run run(String... more) throws IOException {
    List<String> typed = new ArrayList<>(List.of("--group", "g"));
    typed.addAll(List.of(more));
    Run run = runs.table(HIPS, typed.toArray(String[]::new));
    assertThat(run.code()).isZero();
    return run;
  }

  /** Compares a file with rows of texts and numbers, an empty text where nothing is expected. */
  private void holds(String file, List<String> columns, Object[]... expected) {
    List<List<Optional<String>>> rows = SurvivalRuns.rows(runs.out().resolve(file), columns);
    assertThat(rows).as(file).hasSize(expected.length);
    for (int row = 0; row < expected.length; row++) {
      assertThat(expected[row]).hasSize(columns.size());
      for (int column = 0; column < columns.size(); column++) {
        String what = file + " row " + row + " " + columns.get(column);
        String actual = rows.get(row).get(column).orElse("");
        if (expected[row][column] instanceof Double number) {
          assertThat(Double.parseDouble(actual))
              .as(what)
              .isCloseTo(number, within(1e-13 * Math.abs(number)));
        } else {
          assertThat(actual).as(what).isEqualTo(expected[row][column]);
        }
      }
    }
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  /** The limit exp(-exp(log(-log S) +/- 1.96 SE / (S log S))). */
  private static double limit(double survival, int sign) {
    double scale = 1.959963984540054 * ERROR / (survival * Math.abs(Math.log(survival)));
    return Math.exp(-Math.exp(Math.log(-Math.log(survival)) - sign * scale));
  }

  @Test
  void holdsTheCurves() throws IOException {
    run();
    Double two = 2.0 / 3;
    Double one = 1.0 / 3;
    double low = limit(two, -1);
    double high = limit(two, 1);
    double lower = limit(one, -1);
    double higher = limit(one, 1);
    assertThat(low).isCloseTo(0.054073426786516755, within(1e-14)); // R: survfit
    assertThat(higher).isCloseTo(0.7741486503608326, within(1e-14));
    holds(
        "curve.csv",
        List.of(
            "group",
            "time",
            "at_risk",
            "events",
            "censored",
            "survival",
            "std_error",
            "naive_std_error",
            "lower",
            "upper"),
        row("A", "2", "3", "1", "0", two, ERROR, ERROR, low, high),
        row("A", "4", "2", "1", "0", one, ERROR, ERROR, lower, higher),
        row("A", "6", "1", "0", "1", one, ERROR, ERROR, lower, higher),
        row("B", "1", "3", "1", "0", two, ERROR, ERROR, low, high),
        row("B", "3", "2", "0", "1", two, ERROR, ERROR, low, high),
        row("B", "5", "1", "0", "1", two, ERROR, ERROR, low, high));
  }

  @Test
  void holdsTheQuantiles() throws IOException {
    run();
    holds(
        "quantile.csv",
        List.of("group", "probability", "time", "lower", "upper"),
        row("A", "0.25", "2", "2", ""),
        row("A", "0.5", "4", "2", ""),
        row("A", "0.75", "", "2", ""),
        row("B", "0.25", "1", "1", ""),
        row("B", "0.5", "", "1", ""),
        row("B", "0.75", "", "1", ""));
  }

  @Test
  void holdsTheSurvivalAtTimes() throws IOException {
    run("--at", "4.5,2");
    Double two = 2.0 / 3;
    Double one = 1.0 / 3;
    holds(
        "at.csv",
        List.of("group", "time", "at_risk", "survival", "std_error", "lower", "upper"),
        row("A", "4.5", "1", one, ERROR, limit(one, -1), limit(one, 1)),
        row("A", "2", "3", two, ERROR, limit(two, -1), limit(two, 1)),
        row("B", "4.5", "1", two, ERROR, limit(two, -1), limit(two, 1)),
        row("B", "2", "2", two, ERROR, limit(two, -1), limit(two, 1)));
  }

  /** Areas by hand: A 2 + 2 * 2/3 + 1/3 up to 5; what is left after each event makes the error. */
  @Test
  void holdsTheRestrictedMeans() throws IOException {
    Run run = run("--rmst", "5,7");
    List<String> columns = List.of("group", "tau", "rmst", "std_error");
    holds(
        "rmst.csv",
        columns,
        row("A", "5", 11.0 / 3, Math.sqrt(25.0 / 54 + 1.0 / 18)),
        row("A", "7", 13.0 / 3, Math.sqrt(49.0 / 54 + 1.0 / 2)),
        row("B", "5", 11.0 / 3, Math.sqrt(64.0 / 54)),
        row("B", "7", 5.0, Math.sqrt(36.0 * 4 / 54)));
    assertThat(run.err().lines())
        .containsExactly(
            "rmst.csv: group A was followed to 6.0 only; its curve is carried on flat to 7.0",
            "rmst.csv: group B was followed to 5.0 only; its curve is carried on flat to 7.0");
  }

  @Test
  void warnsOfNothingWithinTheFollowUp() throws IOException {
    assertThat(run("--rmst", "5").err()).isEmpty();
  }

  /** Observed 2, expected 1/2 + 3/5 + 2/3 in A; variance 1/4 + 6/25 + 2/9. */
  @Test
  void holdsTheTest() throws IOException {
    run();
    double chiSquare = Math.pow(7.0 / 30, 2) / (641.0 / 900);
    holds(
        "test.csv",
        List.of("test", "stratified", "chi_square", "df", "p"),
        row("logrank", "false", chiSquare, "1", 0.782176825525589)); // R: survdiff
    assertThat(chiSquare).isCloseTo(0.07644305772230894, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"logrank, gehan, log-rank test: p = 0.782", "gehan, logrank, Gehan-Breslow test: p = "
  })
  void drawsTheFirstTestIntoTheFigure(String first, String second, String words)
      throws IOException {
    run("--test", first, second);
    String figure = Files.readString(runs.out().resolve("figure.svg"));
    assertThat(figure.split(words, -1)).hasSize(3);
    assertThat(figure.split(" test: p ", -1)).hasSize(3);
  }

  @Test
  void saysOnTheScreenWhatComesFirst() throws IOException {
    assertThat(run().out()).isEqualTo("""
        Survival by Kaplan-Meier (6 rows, 3 events, 2 groups)

        Group  Rows  Events  Median       95 % interval
        -----  ----  ------  -----------  ------------------------
        A         3  2       4            2 to not reached
        B         3  1       not reached  1 to not reached

        log-rank test: chi-square 0.0764431, df 1, p = 0.782
        """.replace("------------------------", "-".repeat(16)));
  }

  /** Weighted and not, robust by patient and not; the file was made by command.R beside it. */
  @ParameterizedTest
  @CsvFileSource(resources = "command_expected.csv", useHeadersInDisplayName = true)
  void passesWeightsAndClustersOn(
      boolean weighted,
      boolean robust,
      double atRisk,
      double survival,
      double error,
      double mean,
      double errorOfMean)
      throws URISyntaxException {
    List<String> typed = new ArrayList<>(List.of("--at", "6", "--rmst", "9"));
    typed.addAll(List.of("--time", "time", "--event", "event"));
    typed.addAll(weighted ? List.of("--weight", "weight") : List.of());
    typed.addAll(robust ? List.of("--cluster", "patient") : List.of());
    Run run = runs.survival(SurvivalRuns.resource("command.csv"), typed.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Survival by Kaplan-Meier (10 rows, ");
    assertThat(run.out().contains(", 6 clusters)")).isEqualTo(robust);
    assertThat(numbers("at.csv", "at_risk", "survival", "std_error"))
        .usingComparatorWithPrecision(1e-13)
        .containsExactly(atRisk, survival, error);
    assertThat(numbers("rmst.csv", "rmst", "std_error"))
        .usingComparatorWithPrecision(1e-13)
        .containsExactly(mean, errorOfMean);
  }

  @Test
  void readsEveryRowOfTheExpectedFile() throws IOException, URISyntaxException {
    assertThat(Files.readAllLines(SurvivalRuns.resource("command_expected.csv")))
        .hasSize(6);
  }

  private double[] numbers(String file, String... columns) {
    return SurvivalRuns.rows(runs.out().resolve(file), Arrays.asList(columns)).get(0).stream()
        .mapToDouble(cell -> Double.parseDouble(cell.orElseThrow()))
        .toArray();
  }

  private String figure(String... options) throws IOException {
    run(options);
    return Files.readString(runs.out().resolve("figure.svg"));
  }

  @Test
  void theFigureNamesTheColumnsAndTellsThePointerEveryStep() throws IOException {
    assertThat(figure())
        .contains(">g:</text>", ">time</text>", "log-rank test: p = ")
        .contains("<title>A at 2: survival 0.667 (0.054 to 0.945), 3 at risk</title>")
        .contains("No bands: they are drawn while 5 or more are at risk.");
  }

  @Test
  void theFigureIsDrawnAsAsked() throws IOException {
    assertThat(figure("--figure-least-at-risk", "2"))
        .contains("fill-opacity", "while 2 or more are at risk", "width=\"480\"");
    assertThat(figure("--figure-no-bands", "--figure-width", "700"))
        .contains("width=\"700\"")
        .doesNotContain("fill-opacity", "ands:");
    assertThat(figure("--figure-palette", "gray")).doesNotContain("#0072b2");
    assertThat(figure("--figure-facets", "--figure-medians"))
        .contains(">g: A</text>", ">g: B</text>", "stroke-dasharray=\"1 3\"");
    assertThat(figure("--figure-events", "--figure-months"))
        .contains(">1 - survival</text>", ">time [months]</text>", "A at 0.06571: 1 - survival");
  }

  @ParameterizedTest
  @CsvSource({
    "--figure-width, 319, 'width of a figure [pixels] must lie in 320..2000, but was 319'",
    "--figure-palette, rainbow, --figure-palette takes okabe-ito or gray",
    "--figure-least-at-risk, -1, 'least number at risk of a band [count] must be 0 or more'"
  })
  void refusesAFigureThatIsNone(String option, String value, String why) throws IOException {
    Run run = runs.table(HIPS, option, value);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(why);
  }
}
