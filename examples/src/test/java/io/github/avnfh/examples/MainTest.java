package io.github.avnfh.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.cli.Run;
import io.github.avnfh.examples.cli.RunOutcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  @ParameterizedTest
  @ValueSource(strings = {"report", "survival", "score", "stage", "audit", "cohort"})
  void everyCommandExplainsItself(String command) {
    Run run = Run.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: avnfh " + command);
  }

  @Test
  void helpNamesTheColumnsAndTheirCodes() {
    assertThat(Run.of("score", "harris", "--help").out())
        .contains(
            "pain: none, slight, mild, moderate, marked, disabled\n", "flexion_deg: a number\n");
    assertThat(Run.of("stage", "--help").out())
        .contains("crescent: 1 or 0, or empty if not assessed\n", "depression_mm: a number\n")
        .contains("lesion_location: medial, central, lateral\n");
  }

  @Test
  void saysThatItIsNoMedicalDevice() {
    Run run = Run.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Not a medical device");
  }

  @Test
  void knowsItsVersion() {
    assertThat(Run.of("--version").out()).matches("avnfh \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\s+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xyzzy",
        "--force",
        "survival",
        "report --protocol mine",
        "stage --system ficat2 --input -"
      })
  void endsWithTwoOnWrongUsage(String typed) {
    Run run = typed.isEmpty() ? Run.of() : Run.of(typed.split(" "));
    assertThat(run.code()).isEqualTo(RunOutcome.WRONG_USAGE);
    assertThat(run.err()).contains("Usage: avnfh").doesNotContain("\tat ");
  }

  @Test
  void makesTheCommandThatIsTypedAloneWithTheHelpThatItHasAmongAll() {
    Map<String, CommandLine> all = Main.commandLine().getSubcommands();
    assertThat(all).hasSize(14);
    all.forEach((name, command) -> {
      Map<String, CommandLine> made = Main.commandLine(name, "--help").getSubcommands();
      assertThat(made).containsKey(name).hasSize(name.equals("help") ? all.size() : 1);
      assertThat(Objects.requireNonNull(made.get(name)).getUsageMessage())
          .isEqualTo(command.getUsageMessage());
    });
    for (String other : List.of("surviv", "--debug", "")) {
      assertThat(Main.commandLine(other, "survival").getSubcommands()).hasSameSizeAs(all);
    }
  }

  /** A run of the audit whose standard output does something else when the report is printed. */
  private static Run audit(Supplier<? extends Throwable> instead, String... first) {
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setErr(new PrintWriter(err));
    line.setOut(new PrintWriter(new Writer() {
      @Override
      public void write(char[] text, int from, int length) throws IOException {
        Throwable thrown = instead.get();
        if (thrown instanceof Error fault) {
          throw fault;
        }
        if (thrown instanceof RuntimeException fault) {
          throw fault;
        }
        throw (IOException) thrown;
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    }));
    return new Run(
        line.execute(Stream.concat(Stream.of(first), Stream.of("audit")).toArray(String[]::new)),
        "",
        err.toString());
  }

  @Test
  void endsWithOneAndWithoutATraceOnAFault() {
    Run run = audit(() -> new IllegalStateException("\u001b[31mred\nline"));
    assertThat(run.code()).isEqualTo(RunOutcome.FAULT);
    assertThat(run.err())
        .isEqualTo("avnfh: IllegalStateException: \\u001b[31mred line (--debug shows where)"
            + System.lineSeparator());
  }

  @Test
  void endsWithOneOnAFaultOfTheMachineToo() {
    Run run = audit(() -> new StackOverflowError("deep"));
    assertThat(run.code()).isEqualTo(RunOutcome.FAULT);
    assertThat(run.err()).startsWith("avnfh: StackOverflowError: deep").doesNotContain("\tat ");
  }

  @Test
  void showsTheTraceOfAFaultOnRequest() {
    Run run = audit(() -> new IllegalStateException("red"), "--debug");
    assertThat(run.code()).isEqualTo(RunOutcome.FAULT);
    assertThat(run.err()).contains("\tat ").endsWith("red" + System.lineSeparator());
  }

  @Test
  void saysThatMemoryIsShortAndHowToGiveMore() {
    for (Throwable shortage : List.of(
        new OutOfMemoryError("Java heap space"),
        new IllegalStateException(new OutOfMemoryError("Java heap space")))) {
      Run run = audit(() -> shortage);
      assertThat(run.code()).isEqualTo(RunOutcome.PROBLEMS);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err())
          .matches("avnfh: the data need more than the [0-9]+ MB of memory that Java may use;"
              + " start it with more, such as java -Xmx8g -jar avnfh.jar\\R");
    }
  }

  @Test
  void saysThatStandardOutputTookNotAll() {
    Run run = audit(() -> new IOException("No space left on device"));
    assertThat(run.code()).isEqualTo(RunOutcome.WRONG_USAGE);
    assertThat(run.err())
        .isEqualTo("avnfh: standard output cannot be written to its end; name a file by --out, or"
            + " make room" + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "survival --time t --event e --input a\0b --out out",
        "survival --time t --event e --input - --out a\0b"
      })
  void saysThatAFileNameCannotBeWrittenHere(String typed) {
    Run run = Run.of(typed.split(" "));
    assertThat(run.code()).isEqualTo(RunOutcome.WRONG_USAGE);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .contains("a file name has characters that this system cannot write; rename the file, or"
            + " set LC_ALL to a locale of UTF-8, such as C.UTF-8")
        .doesNotContain("\tat ", "\0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--\u001b[31m",
        "\u001b[31m",
        "survival --time \u001b[31m --event e --input \u001b[32m.csv --out out",
        "audit --input \u001b[32m.csv"
      })
  void showsEscapesAndDoesNotSendThem(String typed) {
    Run run = Run.of(typed.split(" "));
    assertThat(run.code()).isIn(RunOutcome.WRONG_USAGE, RunOutcome.PROBLEMS);
    assertThat(run.err()).contains("\\u001b[3").doesNotContain("\u001b");
  }

  /** Writers that hold back what they are given, as those of another program may. */
  @Test
  void whatACommandSaysHasArrivedWhenItEnds(@TempDir Path folder) throws IOException {
    Path hips = Files.writeString(folder.resolve("hips.csv"), "time,event\n5,1\n6,0\n");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(new BufferedWriter(out)));
    line.setErr(new PrintWriter(new BufferedWriter(err)));
    String typed =
        "survival --time time --event event --rmst 9 --input " + hips + " --out " + folder;
    assertThat(line.execute(typed.split(" "))).isZero();
    assertThat(out.toString()).startsWith("Survival by Kaplan-Meier (2 rows, 1 event, 1 group)");
    assertThat(err.toString()).startsWith("rmst.csv: group all was followed to 6.0 only");
  }
}
