package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivalCommandTest {
  private final SurvivalRuns runs;

  SurvivalCommandTest(@TempDir Path folder) {
    runs = new SurvivalRuns(folder);
  }

  @Test
  void answersAGroupWithoutEventsByAnExactLimit() throws IOException {
    Run run = runs.table("time,event\n731,0\n731,0\n731,0\n");
    assertThat(run.code()).isZero();
    double exact = Math.pow(0.025, 1.0 / 3);
    List<Optional<String>> row = SurvivalRuns.rows(
            runs.out().resolve("curve.csv"),
            List.of("group", "survival", "std_error", "naive_std_error", "lower", "upper"))
        .get(0);
    assertThat(row.subList(0, 4))
        .containsExactly(Optional.of("all"), Optional.of("1"), Optional.empty(), Optional.empty());
    assertThat(Double.parseDouble(row.get(4).orElseThrow())).isCloseTo(exact, within(1e-12));
    assertThat(row.get(5)).contains("1");
    assertThat(Files.readString(runs.out().resolve("test.csv")))
        .isEqualTo("test,stratified,variance,chi_square,df,p\nlogrank,false,independent,,,\n");
  }

  @Test
  void ordersStagesAsStagesAndOtherGroupsAsTheyCome() throws IOException {
    runs.table("time,event,g\n5,1,IV\n6,0,0\n7,1,II\n", "--group", "g");
    assertThat(SurvivalRuns.rows(runs.out().resolve("curve.csv"), List.of("group")))
        .containsExactly(
            List.of(Optional.of("0")), List.of(Optional.of("II")), List.of(Optional.of("IV")));
    runs.table("time,event,g\n5,1,b\n6,0,a\n7,1,c\n", "--group", "g");
    assertThat(SurvivalRuns.rows(runs.out().resolve("curve.csv"), List.of("group")))
        .containsExactly(
            List.of(Optional.of("b")), List.of(Optional.of("a")), List.of(Optional.of("c")));
  }

  @Test
  void readsTheCodesOfTheCaller() throws IOException {
    Run run = runs.table(
        "time,event\n5,THA\n6,lost\n7,2\n", "--event-code", "THA", "2", "--censor-code", "lost");
    assertThat(run.code()).isZero();
    assertThat(SurvivalRuns.rows(runs.out().resolve("curve.csv"), List.of("events")))
        .containsExactly(
            List.of(Optional.of("1")), List.of(Optional.of("0")), List.of(Optional.of("1")));
  }

  /** Pairs across the groups, as two hips of one patient; R: {@code survfit(cluster = patient)}. */
  @Test
  void putsTheNaiveErrorBesideTheRobustOne() throws IOException, URISyntaxException {
    List<String> lines = Files.readAllLines(SurvivalRuns.resource("aml.csv"));
    StringBuilder pairs = new StringBuilder(lines.get(0) + ",patient\n");
    for (int row = 1; row < lines.size(); row++) {
      pairs.append(lines.get(row)).append(',').append(row > 11 ? row - 11 : row).append('\n');
    }
    Run run = runs.survival(
        Files.writeString(runs.folder().resolve("pairs.csv"), pairs),
        "--time",
        "time",
        "--event",
        "status",
        "--cluster",
        "patient");
    assertThat(run.err()).isEmpty();
    List<Optional<String>> at23 = SurvivalRuns.rows(
            runs.out().resolve("curve.csv"), List.of("time", "std_error", "naive_std_error"))
        .stream()
        .filter(row -> row.get(0).orElseThrow().equals("23"))
        .findFirst()
        .orElseThrow();
    SurvivalRuns.agrees("std_error", at23.get(1).orElseThrow(), "0.1369870983397853");
    SurvivalRuns.agrees("naive_std_error", at23.get(2).orElseThrow(), "0.1072506417401223");
  }

  @Test
  void countsDelayedEntryAfterTheEntryAndUpToTheTime() throws IOException {
    Run run = runs.table("time,event,entry\n5,1,0\n8,1,5\n9,0,2\n", "--entry", "entry");
    assertThat(run.err()).isEmpty();
    assertThat(SurvivalRuns.rows(runs.out().resolve("curve.csv"), List.of("time", "at_risk")))
        .containsExactly(
            List.of(Optional.of("5"), Optional.of("2")),
            List.of(Optional.of("8"), Optional.of("2")),
            List.of(Optional.of("9"), Optional.of("1")));
  }

  @Test
  void namesEveryProblemAndWritesNothing() throws IOException {
    Run run = runs.table(
        "time,event,weight,entry\n-1,1,1,0\nx,2,1,0\n5,1,0,0\n5,,1,7\n٥,1,1,0\n",
        "--weight",
        "weight",
        "--entry",
        "entry");
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(run.err().lines())
        .containsExactly(
            "hips.csv:2: column time: time [unit of the table] must be finite and 0.0 or more, but was -1.0",
            "hips.csv:3: column time: 'x' is not a number; digits 0 to 9 with '.' as decimal sign were expected,"
                + " or nothing where it is missing",
            "hips.csv:3: column event: '2' is neither an event code nor a censor code; one of 1 (event)"
                + " and 0 (censored) was expected, or another one named by --event-code or --censor-code",
            "hips.csv:4: column weight: weight [rows] must be finite and above 0.0, but was 0.0",
            "hips.csv:5: column event: is empty; a value was expected",
            "hips.csv:5: column entry: entry [unit of the table] must lie before the time 5.0, but was 7.0",
            "hips.csv:6: column time: '٥' is not a number; digits 0 to 9 with '.' as decimal sign were expected,"
                + " or nothing where it is missing");
    assertThat(runs.out()).doesNotExist();
  }

  @Test
  void leavesOutBadRowsOnRequest() throws IOException {
    Run run = runs.table("time,event\n5,1\n6,9\n7,0\n", "--skip-bad-rows");
    assertThat(run.code()).isZero();
    assertThat(SurvivalRuns.rows(runs.out().resolve("curve.csv"), List.of("time")))
        .hasSize(2);
    assertThat(Files.readString(runs.out().resolve("rejected.csv")))
        .startsWith("file,line,column,reason\nhips.csv,3,event,");
  }

  @Test
  void readsSemicolonsAndDecimalCommas() throws IOException {
    Run run = runs.table("\uFEFFtime;event\r\n5,5;1\r\n6;0\r\n", "--decimal-comma");
    assertThat(run.err()).isEmpty();
    assertThat(SurvivalRuns.rows(runs.out().resolve("curve.csv"), List.of("time")))
        .containsExactly(List.of(Optional.of("5.5")), List.of(Optional.of("6")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', hips.csv:1: column time: the file is empty; a header line was expected",
    "'time,event\n', hips.csv:2: column time: no row follows the header; at least one was expected",
    "'time,status\n1,0\n', hips.csv:1: column event: is missing from the header; it is required"
  })
  void refusesTablesWithoutRowsOrColumns(String text, String problem) throws IOException {
    Run run = runs.table(text);
    assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
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
        "--quantile 0",
        "--at Infinity",
        "--rmst Infinity",
        "--rmst 0",
        "--at -1",
        "--event-code 0"
      })
  void refusesWrongUsage(String option) throws IOException {
    Run run = runs.table("time,event\n5,1\n", option.split(" "));
    assertThat(run.code()).isEqualTo(RunOutcome.WRONG_USAGE);
    assertThat(runs.out()).doesNotExist();
  }

  @Test
  void writesTheSameBytesForTheSameTable() throws IOException {
    runs.table("time,event,g\n5,1,b\n6,0,a\n7,1,c\n", "--group", "g");
    byte[] first = Files.readAllBytes(runs.out().resolve("figure.svg"));
    runs.table("time,event,g\n5,1,b\n6,0,a\n7,1,c\n", "--group", "g");
    assertThat(Files.readAllBytes(runs.out().resolve("figure.svg"))).isEqualTo(first);
    assertThat(new String(first, StandardCharsets.UTF_8)).contains("<svg", "<title", "<desc");
  }

  /** R gets the rows of the table, of which two are alike. */
  @Test
  void writesAScriptThatReadsEveryRow() throws IOException {
    Path script = runs.folder().resolve("r");
    Run run = runs.table("time,event\n5,1\n5,1\n7,0\n", "--r", script.toString());
    assertThat(run.code()).isZero();
    assertThat(script.resolve("survival.R")).isNotEmptyFile();
    assertThat(script.resolve("data_follow_up.csv"))
        .content()
        .contains("\n5,1,,1,1,1,1\n5,1,,1,1,1,2\n7,0,,1,1,1,3\n");
  }

  @Test
  void numbersGroupsStrataAndClustersForTheScript() throws IOException {
    Path script = runs.folder().resolve("r");
    String[] typed = ("--group g --strata s --cluster c --at 6 --r " + script).split(" ", -1);
    runs.table("time,event,g,s,c\n5,1,b,x,q\n5,0,b,y,q\n7,0,a,x,r\n", typed);
    assertThat(script.resolve("data_follow_up.csv"))
        .content()
        .contains("\n5,1,,1,1,1,1\n5,0,,1,1,2,1\n7,0,,1,2,1,2\n");
    assertThat(script.resolve("survival.R")).content().contains("\ntimes <- 6\n");
  }
}
