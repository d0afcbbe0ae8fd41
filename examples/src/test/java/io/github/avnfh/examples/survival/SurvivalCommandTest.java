package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.cli.Ending;
import io.github.avnfh.examples.cli.Run;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalCommandTest {
  /**
   * Both programs compute in doubles; their last digits differ by the order of a few
   * multiplications.
   */
  private static final double RELATIVE = 1e-12;

  private static final List<String> KEYS = List.of("group", "test");

  @TempDir
  private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private static Path resource(String name) throws URISyntaxException {
    URL url = SurvivalCommandTest.class.getResource(name);
    return Path.of(Objects.requireNonNull(url, name).toURI());
  }

  private Run survival(Path table, String... more) {
    List<String> typed = new ArrayList<>(
        List.of("survival", "--input", table.toString(), "--out", out().toString()));
    typed.addAll(List.of(more));
    return Run.of(typed.toArray(String[]::new));
  }

  private Run table(String text, String... more) throws IOException {
    List<String> typed = new ArrayList<>(List.of("--time", "time", "--event", "event"));
    typed.addAll(List.of(more));
    return survival(
        Files.writeString(folder.resolve("hips.csv"), text), typed.toArray(String[]::new));
  }

  private static List<List<Optional<String>>> rows(Path file, List<String> columns) {
    Problems problems = new Problems();
    List<List<Optional<String>>> rows = new ArrayList<>();
    CsvInput.of(file, CsvFormat.withDefaults())
        .withRequired(columns)
        .forEachRow(problems, row -> rows.add(columns.stream().map(row::text).toList()));
    assertThat(problems.list()).isEmpty();
    return rows;
  }

  private void agrees(String file, Path golden, String type, int rows, List<String> columns) {
    List<String> typed = new ArrayList<>(columns);
    typed.add("type");
    List<List<Optional<String>>> expected = rows(golden, typed).stream()
        .filter(row -> row.get(columns.size()).orElseThrow().equals(type))
        .toList();
    List<List<Optional<String>>> actual = rows(out().resolve(file), columns);
    assertThat(expected).hasSize(rows);
    assertThat(actual).hasSize(rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns.size(); column++) {
        Optional<String> value = expected.get(row).get(column);
        if (value.isPresent()) {
          agrees(columns.get(column), actual.get(row).get(column).orElseThrow(), value.get());
        }
      }
    }
  }

  private static void agrees(String column, String actual, String expected) {
    if (KEYS.contains(column)) {
      assertThat(actual).isEqualTo(expected);
    } else {
      double value = Double.parseDouble(expected);
      assertThat(Double.parseDouble(actual))
          .as(column)
          .isCloseTo(value, within(Math.abs(value) * RELATIVE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"log-log", "log", "plain", "logit", "arcsin"})
  void agreesWithTheGoldenFilesOnLeukemiaMaintenance(String type) throws URISyntaxException {
    Run run = survival(
        resource("aml.csv"),
        "--time",
        "time",
        "--event",
        "status",
        "--group",
        "group",
        "--conf-type",
        type,
        "--at",
        "0,5,12,24,45");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    agreesOnEveryTable("aml", type, 20, 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log-log", "log", "plain", "logit", "arcsin"})
  void agreesWithTheGoldenFilesOnRemissionOfLeukemia(String type) throws URISyntaxException {
    Run run = survival(
        resource("gehan.csv"),
        "--time",
        "time",
        "--event",
        "relapse",
        "--group",
        "treatment",
        "--conf-type",
        type,
        "--at",
        "0,5,10,20");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    agreesOnEveryTable("gehan", type, 28, 8);
  }

  private void agreesOnEveryTable(String data, String type, int times, int at)
      throws URISyntaxException {
    agrees(
        "curve.csv",
        resource(data + "_curve.csv"),
        type,
        times,
        List.of(
            "group",
            "time",
            "at_risk",
            "events",
            "censored",
            "survival",
            "std_error",
            "lower",
            "upper"));
    agrees(
        "quantile.csv",
        resource(data + "_quantile.csv"),
        type,
        6,
        List.of("group", "probability", "time", "lower", "upper"));
    agrees(
        "at.csv",
        resource(data + "_at.csv"),
        type,
        at,
        List.of("group", "time", "at_risk", "survival", "std_error", "lower", "upper"));
  }

  @ParameterizedTest
  @CsvSource({"aml, status, group", "gehan, relapse, treatment"})
  void agreesWithTheGoldenTests(String data, String event, String group) throws URISyntaxException {
    survival(
        resource(data + ".csv"),
        "--time",
        "time",
        "--event",
        event,
        "--group",
        group,
        "--test",
        "logrank",
        "fh:1,0");
    List<String> columns = List.of("chi_square", "df", "p");
    List<List<Optional<String>>> expected = rows(resource(data + "_test.csv"), columns);
    List<List<Optional<String>>> actual = rows(out().resolve("test.csv"), columns);
    assertThat(actual).hasSize(2);
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < columns.size(); column++) {
        agrees(
            columns.get(column),
            actual.get(row).get(column).orElseThrow(),
            expected.get(row).get(column).orElseThrow());
      }
    }
  }

  @Test
  void answersAGroupWithoutEventsByAnExactLimit() throws IOException {
    Run run = table("time,event\n731,0\n731,0\n731,0\n");
    assertThat(run.code()).isZero();
    double exact = Math.pow(0.025, 1.0 / 3);
    List<Optional<String>> row = rows(
            out().resolve("curve.csv"),
            List.of("group", "survival", "std_error", "naive_std_error", "lower", "upper"))
        .get(0);
    assertThat(row.subList(0, 4))
        .containsExactly(Optional.of("all"), Optional.of("1"), Optional.empty(), Optional.empty());
    assertThat(Double.parseDouble(row.get(4).orElseThrow())).isCloseTo(exact, within(1e-12));
    assertThat(row.get(5)).contains("1");
    assertThat(Files.readString(out().resolve("test.csv")))
        .isEqualTo("test,stratified,chi_square,df,p\nlogrank,false,,,\n");
  }

  @Test
  void ordersStagesAsStagesAndOtherGroupsAsTheyCome() throws IOException {
    table("time,event,g\n5,1,IV\n6,0,0\n7,1,II\n", "--group", "g");
    assertThat(rows(out().resolve("curve.csv"), List.of("group")))
        .containsExactly(
            List.of(Optional.of("0")), List.of(Optional.of("II")), List.of(Optional.of("IV")));
    table("time,event,g\n5,1,b\n6,0,a\n7,1,c\n", "--group", "g");
    assertThat(rows(out().resolve("curve.csv"), List.of("group")))
        .containsExactly(
            List.of(Optional.of("b")), List.of(Optional.of("a")), List.of(Optional.of("c")));
  }

  @Test
  void readsTheCodesOfTheCaller() throws IOException {
    Run run = table(
        "time,event\n5,THA\n6,lost\n7,2\n", "--event-code", "THA", "2", "--censor-code", "lost");
    assertThat(run.code()).isZero();
    assertThat(rows(out().resolve("curve.csv"), List.of("events")))
        .containsExactly(
            List.of(Optional.of("1")), List.of(Optional.of("0")), List.of(Optional.of("1")));
  }

  /** Pairs across the groups, as two hips of one patient; R: {@code survfit(cluster = patient)}. */
  @Test
  void putsTheNaiveErrorBesideTheRobustOne() throws IOException, URISyntaxException {
    List<String> lines = Files.readAllLines(resource("aml.csv"));
    StringBuilder pairs = new StringBuilder(lines.get(0) + ",patient\n");
    for (int row = 1; row < lines.size(); row++) {
      pairs.append(lines.get(row)).append(',').append(row > 11 ? row - 11 : row).append('\n');
    }
    Run run = survival(
        Files.writeString(folder.resolve("pairs.csv"), pairs),
        "--time",
        "time",
        "--event",
        "status",
        "--cluster",
        "patient");
    assertThat(run.err()).isEmpty();
    List<Optional<String>> at23 =
        rows(out().resolve("curve.csv"), List.of("time", "std_error", "naive_std_error")).stream()
            .filter(row -> row.get(0).orElseThrow().equals("23"))
            .findFirst()
            .orElseThrow();
    agrees("std_error", at23.get(1).orElseThrow(), "0.1369870983397853");
    agrees("naive_std_error", at23.get(2).orElseThrow(), "0.1072506417401223");
  }

  @Test
  void countsDelayedEntryAfterTheEntryAndUpToTheTime() throws IOException {
    Run run = table("time,event,entry\n5,1,0\n8,1,5\n9,0,2\n", "--entry", "entry");
    assertThat(run.err()).isEmpty();
    assertThat(rows(out().resolve("curve.csv"), List.of("time", "at_risk")))
        .containsExactly(
            List.of(Optional.of("5"), Optional.of("2")),
            List.of(Optional.of("8"), Optional.of("2")),
            List.of(Optional.of("9"), Optional.of("1")));
  }

  @Test
  void namesEveryProblemAndWritesNothing() throws IOException {
    Run run = table(
        "time,event,weight,entry\n-1,1,1,0\nx,2,1,0\n5,1,0,0\n5,,1,7\n٥,1,1,0\n",
        "--weight",
        "weight",
        "--entry",
        "entry");
    assertThat(run.code()).isEqualTo(Ending.PROBLEMS);
    assertThat(run.err().lines())
        .containsExactly(
            "hips.csv:2: column time: time [unit of the table] must be finite and 0.0 or more, but was -1.0",
            "hips.csv:3: column time: 'x' is not a number; digits 0 to 9 with '.' as decimal sign were expected,"
                + " or nothing where it is missing",
            "hips.csv:3: column event: is neither an event code nor a censor code; one of 1 (event) and 0 (censored)"
                + " was expected",
            "hips.csv:4: column weight: weight [rows] must be finite and above 0.0, but was 0.0",
            "hips.csv:5: column event: is empty; a value was expected",
            "hips.csv:5: column entry: entry [unit of the table] must lie before the time 5.0, but was 7.0",
            "hips.csv:6: column time: '٥' is not a number; digits 0 to 9 with '.' as decimal sign were expected,"
                + " or nothing where it is missing");
    assertThat(out()).doesNotExist();
  }

  @Test
  void leavesOutBadRowsOnRequest() throws IOException {
    Run run = table("time,event\n5,1\n6,9\n7,0\n", "--skip-bad-rows");
    assertThat(run.code()).isZero();
    assertThat(rows(out().resolve("curve.csv"), List.of("time"))).hasSize(2);
    assertThat(Files.readString(out().resolve("rejected.csv")))
        .startsWith("file,line,column,reason\nhips.csv,3,event,");
  }

  @Test
  void readsSemicolonsAndDecimalCommas() throws IOException {
    Run run = table("\uFEFFtime;event\r\n5,5;1\r\n6;0\r\n", "--decimal-comma");
    assertThat(run.err()).isEmpty();
    assertThat(rows(out().resolve("curve.csv"), List.of("time")))
        .containsExactly(List.of(Optional.of("5.5")), List.of(Optional.of("6")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', hips.csv:1: column time: the file is empty; a header line was expected",
    "'time,event\n', hips.csv:2: column time: no row follows the header; at least one was expected",
    "'time,status\n1,0\n', hips.csv:1: column event: is missing from the header; it is required"
  })
  void refusesTablesWithoutRowsOrColumns(String text, String problem) throws IOException {
    Run run = table(text);
    assertThat(run.code()).isEqualTo(Ending.PROBLEMS);
    assertThat(run.err().strip()).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--level 1",
        "--level 0",
        "--level x",
        "--conf-type wald",
        "--test cox",
        "--test fh:1",
        "--quantile 1",
        "--rmst 0",
        "--at -1",
        "--event-code 0"
      })
  void refusesWrongUsage(String option) throws IOException {
    Run run = table("time,event\n5,1\n", option.split(" "));
    assertThat(run.code()).isEqualTo(Ending.WRONG_USAGE);
    assertThat(out()).doesNotExist();
  }

  @Test
  void writesTheSameBytesForTheSameTable() throws IOException {
    table("time,event,g\n5,1,b\n6,0,a\n7,1,c\n", "--group", "g");
    byte[] first = Files.readAllBytes(out().resolve("figure.svg"));
    table("time,event,g\n5,1,b\n6,0,a\n7,1,c\n", "--group", "g");
    assertThat(Files.readAllBytes(out().resolve("figure.svg"))).isEqualTo(first);
    assertThat(new String(first, StandardCharsets.UTF_8)).contains("<svg", "<title", "<desc");
  }
}
