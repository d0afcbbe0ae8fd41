package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.examples.Main;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How runs end, asked of the endings themselves. */
class RunOutcomeTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine line = Main.commandLine();

  @TempDir
  private Path folder;

  RunOutcomeTest() {
    line.setOut(new PrintWriter(new BufferedWriter(out)));
    line.setErr(new PrintWriter(new BufferedWriter(err)));
  }

  private static InputOptions options(String... typed) {
    InputOptions options = new InputOptions();
    new CommandLine(options).parseArgs(typed);
    return options;
  }

  /** One problem of one row. */
  private static Problems problems() {
    Problems problems = new Problems();
    byte[] table = "vas\n3\nx\n".getBytes(StandardCharsets.UTF_8);
    CsvInput.of("t.csv", new ByteArrayInputStream(table), CsvFormat.withDefaults())
        .withRequired(List.of("vas"))
        .forEachRow(problems, row -> row.requiredNumber("vas"));
    return problems;
  }

  @Test
  void tellsAtOnceWithControlCharactersShown() {
    RunOutcome.tell(line, "a\u001b[31m");
    assertThat(err.toString().strip()).isEqualTo("a\\u001b[31m");
  }

  @Test
  void endsWithAProblemWhereRowsAreRefusedTogether() {
    int code = RunOutcome.refusedTogether(line, new IllegalArgumentException("no two groups"));
    assertThat(code).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(err.toString().strip()).isEqualTo("avnfh: no two groups");
  }

  @Test
  void writesNoFolderWhereRowsWithProblemsAreNotLeftOut() {
    OutputFolder files = new OutputFolder();
    files.add("one.txt", "one");
    Path place = folder.resolve("out");
    RunOutcome strict = RunOutcome.of(line, options());
    assertThat(strict.write(files, place, problems())).isEqualTo(RunOutcome.PROBLEMS);
    assertThat(place).doesNotExist();
    assertThat(err.toString()).startsWith("t.csv:3: column vas: 'x' is not a number");
    RunOutcome skipping = RunOutcome.of(line, options("--skip-bad-rows"));
    assertThat(skipping.write(files, place, problems())).isEqualTo(RunOutcome.DONE);
    assertThat(place.resolve("rejected.csv"))
        .content()
        .startsWith("file,line,column,reason\nt.csv,3,vas,");
    assertThat(err.toString()).endsWith("1 row was left out; rejected.csv gives the reasons\n");
  }

  @Test
  void saysWhatWasLeftOutOfATableOnStandardOutput() {
    RunOutcome skipping = RunOutcome.of(line, options("--skip-bad-rows"));
    assertThat(skipping.write("vas\n3\n", "-", problems())).isEqualTo(RunOutcome.DONE);
    assertThat(out).hasToString("vas\n3\n");
    assertThat(err.toString()).endsWith("1 row was left out for the reasons above\n");
    assertThat(RunOutcome.of(line, options()).write("vas\n", "-", problems()))
        .isEqualTo(RunOutcome.PROBLEMS);
    assertThat(out).hasToString("vas\n3\n");
  }

  @Test
  void saysWhatWasLeftOutOfATableOnADevice() {
    assumeTrue(Files.exists(Path.of("/dev/null")));
    RunOutcome skipping = RunOutcome.of(line, options("--skip-bad-rows"));
    assertThat(skipping.write("vas\n3\n", "/dev/null", problems())).isEqualTo(RunOutcome.DONE);
    assertThat(err.toString()).endsWith("1 row was left out for the reasons above\n");
  }

  @Test
  void knowsEveryFileThatIsRead() throws IOException {
    InputOptions options = options();
    Path workbook = folder.resolve("hips.xlsx");
    Path table = folder.resolve("hips.csv");
    options.table(workbook + "#Hips");
    options.table(table.toString());
    for (Path file : List.of(workbook, table)) {
      assertThat(options.files().contains(file)).isFalse();
      Files.createFile(file);
      assertThat(options.files().contains(file)).isTrue();
    }
  }

  @Test
  void writesReasonsBesideATable() throws IOException {
    Path table = folder.resolve("scores.csv");
    RunOutcome skipping = RunOutcome.of(line, options("--skip-bad-rows"));
    assertThat(skipping.write("vas\n3\n", table.toString(), problems())).isEqualTo(RunOutcome.DONE);
    assertThat(Files.readString(table)).isEqualTo("vas\n3\n");
    assertThat(folder.resolve("rejected.csv")).isNotEmptyFile();
    assertThat(err.toString()).endsWith("1 row was left out; rejected.csv gives the reasons\n");
  }

  @Test
  void takesARefusalOfWhatWasTypedForWrongUsage() {
    assertThatThrownBy(() -> RunOutcome.typed(line, () -> {
          throw new IllegalArgumentException("level must lie in 0..1");
        }))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessage("level must lie in 0..1");
    assertThat(RunOutcome.typed(line, () -> 5)).isEqualTo(5);
  }

  @Test
  void countsHipsInWords() {
    assertThat(Counted.hips(Cohort.builder().build())).isEqualTo("0 hips");
    assertThat(Counted.hips(1, OptionalInt.empty())).isEqualTo("1 hip");
    assertThat(Counted.hips(58, OptionalInt.of(46))).isEqualTo("58 hips of 46 patients");
    assertThat(Counted.hips(2, OptionalInt.of(1))).isEqualTo("2 hips of 1 patient");
  }
}
