package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A place that holds no file, named where a command reads one. */
class UnreadableInputTest {
  /** The last ones: no name of a file, and a file of Linux that opens and then cannot be read. */
  private static final List<String> PLACES =
      List.of("", " ", ".", "/dev", "nowhere.csv", "nowhere/file.csv", "a\0b", "/proc/self/mem");

  @TempDir
  private Path folder;

  @BeforeEach
  void writesTheOtherFiles() throws IOException {
    Files.createDirectories(folder.resolve("cohort"));
    for (String file : CommandFiles.ofCohort()) {
      Files.writeString(folder.resolve("cohort").resolve(file), CommandFiles.textOfCohort(file));
    }
  }

  static Stream<String> commands() {
    return CommandOptions.commands().stream()
        .filter(
            command -> CommandOptions.lines(command).stream().anyMatch(line -> line.contains("#")));
  }

  /** The words of an option with the first alternative that names a file, or the first one. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String part : line.replaceFirst("^[?] ", "").split(" ", -1)) {
      List<String> alternatives = List.of(part.split("\\|", -1));
      words.add(alternatives.stream()
          .filter(word -> word.startsWith("#"))
          .findFirst()
          .orElse(alternatives.get(0)));
    }
    return words;
  }

  /** What must be typed, and the line with the file, each file by its name behind #. */
  private static List<String> typed(String command, String line) {
    List<String> typed = new ArrayList<>(List.of(command.split(" ", -1)));
    for (String other : CommandOptions.lines(command)) {
      boolean isReplaced = other.contains("--cohort") && line.contains("--data");
      if (other.equals(line) || !(other.startsWith("?") || isReplaced)) {
        typed.addAll(words(other));
      }
    }
    return typed;
  }

  private String written(String word) throws IOException {
    String name = word.substring(1);
    return name.equals("cohort")
        ? folder.resolve(name).toString()
        : Files.writeString(folder.resolve(name), CommandFiles.text(name)).toString();
  }

  /** Runs the command with a place instead of the file that stands at an index of what is typed. */
  private Run run(List<String> typed, int at, String place) throws IOException {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      String word = typed.get(i);
      words.add(i == at ? place : word.startsWith("#") ? written(word) : word);
    }
    words.addAll(List.of("--out", folder.resolve("out").toString()));
    return Run.of(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isToldAsOne(String command) throws IOException {
    for (String line : CommandOptions.lines(command)) {
      List<String> typed = typed(command, line);
      for (int at = 0; at < typed.size() && line.contains("#"); at++) {
        for (String place : typed.get(at).startsWith("#") ? PLACES : List.<String>of()) {
          Run run = run(typed, at, place);
          String what = typed + " with '" + place + "' at " + at + ": " + run.err();
          assertThat(run.code()).as(what).isIn(RunOutcome.WRONG_USAGE, RunOutcome.PROBLEMS);
          assertThat(run.err()).as(what).isNotBlank().doesNotContain("Exception");
          assertThat(folder.resolve("out")).as(what).doesNotExist();
        }
      }
    }
  }

  /** Otherwise the commands would be refused for other reasons. */
  @ParameterizedTest
  @CsvSource({
    "survival",
    "cox",
    "interval",
    "longitudinal",
    "competing",
    "stage",
    "report",
    "inspect"
  })
  void isAllThatIsWrong(String command) throws IOException {
    for (String line : CommandOptions.lines(command)) {
      if (line.contains("#")) {
        List<String> typed = typed(command, line);
        assertThat(run(typed, -1, "").code()).as(typed.toString()).isEqualTo(RunOutcome.DONE);
      }
    }
  }
}
