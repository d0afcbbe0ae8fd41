package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reconstruct command writes, says and refuses. */
class ReconstructCommandTest {
  /** The placebo arm of Freireich's trial, each step clicked at its end, out of order. */
  private static final String CLICKS = """
      survival;time
      1;0.546
      0.906;2.05
      1;1.05
      0.815;2.98
      0.766;4.05
      0.67;5.03
      0.05;23
      0.574;8.01
      0.383;11
      0.286;12
      0.191;15
      0.144;17
      0.096;22
      """;

  private static final String AT_RISK = "time,at_risk\n0,21\n4,16\n8,12\n12,6\n16,3\n20,2\n";

  private final Path folder;
  private final StringWriter err = new StringWriter();
  private final StringWriter screen = new StringWriter();

  ReconstructCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int run(String clicks, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(
        "reconstruct",
        "--curve",
        Files.writeString(folder.resolve("clicks.csv"), clicks).toString(),
        "--out",
        folder.resolve("out").toString()));
    arguments.addAll(Arrays.asList(options));
    return Main.commandLine()
        .setOut(new PrintWriter(screen))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  private String atRisk(String table) throws IOException {
    return Files.writeString(folder.resolve("at_risk.csv"), table).toString();
  }

  private List<String> file(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  @Test
  void writesTheHipsAndTheirFit() throws IOException {
    assertThat(run(CLICKS, "--at-risk", atRisk(AT_RISK))).as(err.toString()).isZero();
    assertThat(String.join(" ", file("hips.csv")))
        .isEqualTo("time,event 1,1 1,1 2,1 2,1 3,1 4,1 4,1 5,1 5,1 8,1 8,1"
            + " 8,1 8,1 11,1 11,1 12,1 12,1 15,1 17,1 22,1 23,1");
    assertThat(file("fit.csv"))
        .hasSize(1 + 13 + 5)
        .startsWith(
            "time,clicked,reconstructed,at_risk_printed,at_risk_reconstructed",
            "0,,1,21,21",
            "0.546,1,1,,21")
        .contains("12,0.286,0.2857142857142857,6,6", "20,,0.09523809523809523,2,2");
    assertThat(screen.toString())
        .contains("21, events found 21, largest misfit 0.005", "Median 8\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void readsPercentagesAndTheNumberOfPatientsAlone() throws IOException {
    int code = run("time,survival\n6,90\n12,80\n18,80\n", "--patients", "10");
    assertThat(code).as(err.toString()).isZero();
    assertThat(file("hips.csv")).startsWith("time,event", "6,1", "12,1", "18,0").hasSize(11);
  }

  @Test
  void tellsWhatCannotComeFromItsOwnNumbersAtRisk() throws IOException {
    int code = run(
        "time,survival\n6,90\n18,50\n30,40\n",
        "--at-risk",
        atRisk("time,at_risk\n0,10\n12,9\n24,8\n"));
    assertThat(code).isZero();
    assertThat(err.toString())
        .contains("from 12.0 to 24.0 the curve falls to 0.500, but with 9 and then 8 at risk not"
            + " below 0.800");
  }

  @Test
  void refusesByLineAndWritesNothing() throws IOException {
    int code = run("time,survival\n6,190\nx,0.4\n", "--at-risk", atRisk("time,at_risk\n0,1.5\n"));
    assertThat(code).isEqualTo(3);
    assertThat(err.toString())
        .contains("clicks.csv:2: column survival: clicked survival [%] must lie in")
        .contains("clicks.csv:3: column time: ")
        .contains("at_risk.csv:2: column at_risk: ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Each file has one fault that no row shows alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6 0.9,12 1.02|0 10,12 8|clicks.csv:3: column survival: clicked survival [proportion] must lie"
            + " in -0.01..1.01, but was 1.02",
        "6 95,12 101.5|0 10,12 8|clicks.csv:3: column survival: clicked survival [%] must lie in"
            + " -1.0..101.0, but was 101.5",
        "6 0.9,12 1.2|0 10,12 8|clicks.csv:3: column survival: clicked survival [proportion] must lie"
            + " in -0.01..1.01, but was 1.2",
        "24 0.8,6 0.9,12 0.7|0 10,12 8|clicks.csv:2: column survival: clicked survival [proportion]"
            + " must not rise by more than the reading error of two clicks, but was 0.7 at 12.0 and"
            + " 0.8 at 24.0",
        "3 95,6 9,12 85,18 80|0 10,12 8|clicks.csv:3: column survival: clicked survival [%] must not"
            + " rise by more than the reading error of two clicks, but was 9.0 at 6.0 and 85.0 at"
            + " 12.0",
        "6 0.9|0 10,12 8,24 9|at_risk.csv:4: column at_risk: number at risk [hips] must not rise, but"
            + " rose from 8 to 9 at 24.0",
        "6 0.9|0 10,12 8,12 8|at_risk.csv:4: column at_risk: times of numbers at risk [unit of the"
            + " figure] must differ, but 12.0 came twice",
        "6 0.9|12 16,4 20|at_risk.csv:3: column at_risk: number at the start [hips] must be known from"
            + " the number at risk at time 0 or from the number of patients, but neither was given",
      })
  void namesTheLineOfWhatNoRowShowsAlone(String clicks, String counts, String message)
      throws IOException {
    String atRisk = atRisk("time,at_risk\n" + rows(counts));
    assertThat(run("time,survival\n" + rows(clicks), "--at-risk", atRisk)).isEqualTo(3);
    assertThat(err.toString().strip()).isEqualTo(message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private static String rows(String cells) {
    return cells.replace(',', '\n').replace(' ', ',') + "\n";
  }

  @Test
  void leavesOutImpossibleClicksOnRequest() throws IOException {
    int code = run(
        "time,survival\n6,90\n9,102\n12,80\n15,99\n18,80\n", "--patients", "10", "--skip-bad-rows");
    assertThat(code).as(err.toString()).isZero();
    assertThat(file("hips.csv")).startsWith("time,event", "6,1", "12,1", "18,0").hasSize(11);
    assertThat(file("rejected.csv")).hasSize(3).anyMatch(line -> line.startsWith("clicks.csv,3,"));
  }

  @Test
  void takesNumbersTypedThatDoNotAgreeForWrongUsage() throws IOException {
    assertThat(run(CLICKS, "--patients", "21", "--events", "22")).isEqualTo(2);
    assertThat(run(CLICKS, "--at-risk", atRisk(AT_RISK), "--patients", "20")).isEqualTo(3);
    assertThat(err.toString())
        .contains(
            "at_risk.csv:2: column at_risk: number of patients [hips] must be the number at risk"
                + " at time 0, 21, but was 20");
  }

  @Test
  void asksForTheNumberAtTheStart() throws IOException {
    assertThat(run(CLICKS)).isEqualTo(2);
    assertThat(run(CLICKS, "--patients", "0")).isEqualTo(2);
    assertThat(run(CLICKS, "--at-risk", atRisk("time,at_risk\n4,16\n"))).isEqualTo(3);
    assertThat(err.toString())
        .contains("at_risk.csv:2: column at_risk: number at the start [hips] must be known");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Two of ten had the event, of which no other reading of the clicks can tell more. */
  @Test
  void saysTheRoomThatThePrintLeaves() throws IOException {
    assertThat(run("time,survival\n6,90\n12,80\n18,80\n", "--patients", "10")).isZero();
    assertThat(screen.toString()).isEqualTo("""
        Hips of a printed curve: 10, events found 2, largest misfit 0.000
        Median not reached
        Room that the print leaves, over 9 reconstructions: 2 to 2 events, median not reached to\
         not reached
        """);
  }

  @Test
  void saysThatTheCurveAllowsFewerEventsThanArePrinted() throws IOException {
    String clicks = "time,survival\n6,90\n12,80\n18,80\n";
    assertThat(run(clicks, "--patients", "10", "--events", "5")).isZero();
    assertThat(err.toString().strip()).isEqualTo("5 events are printed, but the curve allows 2");
  }

  @Test
  void refusesTimesBeyondAnyFigureAndTablesWithoutARow() throws IOException {
    String clicks = "time,survival\n6,90\n1000000,80\n1000000.5,80\n";
    assertThat(run(clicks, "--patients", "10")).isEqualTo(3);
    assertThat(run("time,survival\n", "--patients", "10")).isEqualTo(3);
    assertThat(run(CLICKS, "--at-risk", atRisk("time,at_risk\n"))).isEqualTo(3);
    assertThat(err.toString().lines())
        .containsExactly(
            "clicks.csv:4: column time: time [unit of the figure] must lie in 0.0..1000000.0, but was"
                + " 1000000.5",
            "clicks.csv:2: column time: no row follows the header; at least one was expected",
            "at_risk.csv:2: column time: no row follows the header; at least one was expected");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void tellsTheRowOfTheEarliestTimeWhereTheNumberAtTheStartDisagrees() throws IOException {
    String counts = atRisk("time,at_risk\n12,8\n0,21\n");
    assertThat(run(CLICKS, "--at-risk", counts, "--patients", "20")).isEqualTo(3);
    assertThat(err.toString()).startsWith("at_risk.csv:3: column at_risk: number of patients");
  }
}
