package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command prints as a template is a table that the command reads. */
class TemplateTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"audit", "score harris --rom index", "stage --system steinberg"})
  void printsATableThatItReads(String command) throws IOException {
    List<String> words = List.of(command.split(" ", -1));
    Run printed = Run.of(Stream.concat(
            words.stream().filter(word -> !word.startsWith("-")).limit(2), Stream.of("--template"))
        .filter(word -> !List.of("index", "steinberg").contains(word))
        .toArray(String[]::new));
    assertThat(printed)
        .matches(run -> run.code() == RunOutcome.DONE)
        .matches(run -> run.err().isEmpty());
    Path table = Files.writeString(folder.resolve("template.csv"), printed.out());
    Run read =
        Run.of(Stream.concat(words.stream(), Stream.of("--strict", "--input", table.toString()))
            .toArray(String[]::new));
    assertThat(read.code()).as(read.err()).isEqualTo(RunOutcome.DONE);
    assertThat(read.out()).doesNotContain("contradicts by");
  }

  /** The README of a module lists the columns and codes of its command as its help does. */
  @ParameterizedTest
  @CsvSource({"scoring, score harris", "staging, stage"})
  void theModuleListsTheColumnsOfItsCommand(String module, String command) throws IOException {
    Run help = Run.of(Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--help"))
        .toArray(String[]::new));
    String columns = help.out()
        .substring(help.out().indexOf("  patient_id"))
        .replaceAll("\\s+", " ")
        .strip();
    assertThat(Files.readString(Path.of("../" + module + "/README.md")).replaceAll("\\s+", " "))
        .contains("```text " + columns + " ```");
  }
}
