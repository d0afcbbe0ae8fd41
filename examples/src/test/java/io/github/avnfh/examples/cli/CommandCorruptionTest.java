package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Runs each command with its options drawn at random, with corrupted files, and now and then with
 * corrupted options, a few times, or as often as the system property {@code avnfh.corruptions}
 * says: the run is done, tells what is wrong with the input, or tells what is wrong with the
 * options where these were corrupted. It is never a fault of the program, and no number that it
 * writes is infinite or none.
 */
@Timeout(360_000)
class CommandCorruptionTest {
  private static final int CORRUPTIONS = Integer.getInteger("avnfh.corruptions", 0);

  private static final List<String> ODD_WORDS = List.of(
      "",
      " ",
      "-1",
      "0",
      "1",
      "-0.0",
      "NaN",
      "Infinity",
      "1e308",
      "1e-308",
      "2147483648",
      "time",
      "patient",
      "nothing",
      "a,b",
      ",",
      "0.5,,",
      "fh:1e308,0",
      "fh:NaN,0",
      "fh:0,900",
      "age:factor=nothing",
      "age:spline7",
      "group",
      "\u001B[31m",
      "a\0b",
      "/dev/null",
      "--",
      "--nothing");

  @TempDir
  Path folder;

  /** What was typed, and whether the options or the files hold what they should not. */
  private static final class Case {
    private final List<String> typed = new ArrayList<>();
    private boolean hasOddOptions;
    private boolean namesNoNumber;

    /** In any character set, and with characters between that do not show. */
    void note(byte[] file) {
      namesNoNumber |= new String(file, StandardCharsets.ISO_8859_1)
          .replaceAll("[^A-Za-z]", "")
          .matches(".*(NaN|Infinity).*");
    }
  }

  /** The times of an ordinary run keep the suite short: a report takes a second. */
  @ParameterizedTest
  @CsvSource({
    "survival, 80",
    "cox, 60",
    "competing, 60",
    "reconstruct, 40",
    "score harris, 80",
    "stage, 60",
    "audit, 80",
    "cohort, 10",
    "report, 8",
    "inspect, 40",
    "interval, 30",
    "longitudinal, 20",
    "validity, 5",
    "help, 20",
  })
  void endsDoneOrTellsWhatIsWrong(String command, int times) throws IOException {
    int cases = Math.max(times, CORRUPTIONS);
    int refused = 0;
    for (int seed = 0; seed < cases; seed++) {
      refused += run(command, seed) == RunOutcome.DONE ? 0 : 1;
    }
    assertThat(refused).as("runs of " + command + " that told what is wrong").isPositive();
  }

  /** Runs one case and returns its exit code. */
  private int run(String command, int seed) throws IOException {
    Case drawn = drawn(command, new Random(seed));
    Run run = Run.of(drawn.typed.toArray(String[]::new));
    String what = command + " with seed " + seed + ", " + drawn.typed + ": " + run.err();
    assertThat(run.code())
        .as(what)
        .isIn(
            RunOutcome.DONE,
            RunOutcome.PROBLEMS,
            drawn.hasOddOptions ? RunOutcome.WRONG_USAGE : RunOutcome.DONE);
    // where a trace was asked for, one of what is told may be shown
    if (!drawn.typed.contains("--debug")) {
      assertThat(run.err()).as(what).doesNotContain("Exception");
    }
    if (run.code() == RunOutcome.PROBLEMS) {
      assertThat(run.err()).as(what).containsPattern(": column |^avnfh: ");
    }
    if (run.code() != RunOutcome.DONE) {
      assertThat(run.err()).as(what).isNotBlank();
    }
    assertThat(run.code() == RunOutcome.DONE || !Files.exists(folder.resolve("out")))
        .as(what)
        .isTrue();
    removeOutput(drawn.namesNoNumber ? "" : what);
    return run.code();
  }

  /** Removes what was written, in which no number is infinite or none. */
  private void removeOutput(String what) throws IOException {
    Path out = folder.resolve("out");
    if (Files.isDirectory(out)) {
      try (Stream<Path> files = Files.list(out)) {
        for (Path file : files.toList()) {
          if (!what.isEmpty() && file.toString().endsWith(".csv")) {
            assertThat(Files.readString(file))
                .as(what + file.getFileName())
                .doesNotContain("NaN", "Infinity");
          }
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(out);
    Files.deleteIfExists(folder.resolve("rejected.csv"));
  }

  @Test
  void drawsEveryOptionOfEveryCommand() {
    assertThat(options("", Main.commandLine()))
        .isEqualTo(CommandOptions.commands().stream()
            .flatMap(command -> CommandOptions.lines(command).stream()
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .filter(word -> word.startsWith("--"))
                .filter(option -> !option.equals("--debug"))
                .map(option -> command + " " + option))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The options of a command and of those below it, but for the ones that all have. */
  private static Set<String> options(String name, CommandLine line) {
    Set<String> options = new TreeSet<>();
    for (Map.Entry<String, CommandLine> below : line.getSubcommands().entrySet()) {
      options.addAll(options((name + " " + below.getKey()).strip(), below.getValue()));
    }
    line.getCommandSpec().options().stream()
        .map(CommandLine.Model.OptionSpec::longestName)
        .filter(
            option -> !List.of("--help", "--version", "--debug", "--out", "--r").contains(option))
        .forEach(option -> options.add(name + " " + option));
    return options;
  }

  private Case drawn(String command, Random random) throws IOException {
    Case drawn = new Case();
    List<List<String>> lines = new ArrayList<>();
    for (String line : CommandOptions.lines(command)) {
      boolean rare = line.matches(". --(strict|decimal-comma|debug)");
      if (!line.startsWith("? ") || random.nextInt(rare ? 8 : 2) == 0) {
        lines.add(words(line.replaceFirst("^[?!] ", ""), random));
      }
    }
    if (lines.stream().anyMatch(line -> line.contains("--frailty"))) {
      lines.removeIf(line -> line.get(0).matches("--(cluster|firth)") || line.contains("exact"));
    }
    if (lines.stream().noneMatch(line -> line.toString().contains("group:factor"))
        || lines.stream()
            .anyMatch(line -> line.toString().matches(".*(--frailty|exact|--entry).*"))) {
      lines.removeIf(line -> line.contains("--adjusted"));
    }
    if (command.equals("longitudinal")) {
      boolean hasLikelihood = lines.stream().noneMatch(line -> line.contains("gee"));
      lines.removeIf(line ->
          line.get(0).matches(hasLikelihood ? "--(link|working|sandwich)" : "--(df|time|ml)"));
    }
    if (lines.stream().anyMatch(line -> line.contains("--data"))) {
      lines.removeIf(line -> line.contains("--cohort"));
    }
    boolean isWrong = CommandOptions.areWrong(command);
    drawn.hasOddOptions = isWrong || random.nextInt(command.equals("help") ? 1 : 4) == 0;
    if (drawn.hasOddOptions && !isWrong) {
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        corruptOnce(lines, random);
      }
    }
    drawn.typed.addAll(List.of(command.split(" ", -1)));
    for (String word : lines.stream().flatMap(List::stream).toList()) {
      drawn.namesNoNumber |= word.matches(".*(NaN|Infinity).*");
      drawn.typed.add(word.startsWith("#") ? written(word.substring(1), random, drawn) : word);
    }
    if (!command.equals("help")) {
      drawn.typed.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    if (command.matches("survival|report|cox|competing|interval") && random.nextInt(4) == 0) {
      drawn.typed.addAll(List.of("--r", folder.resolve("out").toString()));
    }
    return drawn;
  }

  private static List<String> words(String line, Random random) {
    List<String> words = new ArrayList<>();
    String[] parts = line.split(" ", 2);
    words.add(CorruptedFile.any(random, List.of(parts[0].split("\\|", -1))));
    if (parts.length > 1) {
      words.addAll(
          List.of(CorruptedFile.any(random, List.of(parts[1].split("\\|", -1))).split(" ", -1)));
    }
    return words;
  }

  /** Loses, repeats, adds or changes an option or one of its words. */
  private static void corruptOnce(List<List<String>> lines, Random random) {
    if (lines.isEmpty()) {
      lines.add(new ArrayList<>(List.of(CorruptedFile.any(random, ODD_WORDS))));
      return;
    }
    int at = random.nextInt(lines.size());
    List<String> line = lines.get(at);
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(new ArrayList<>(line));
      case 2 -> line.remove(random.nextInt(line.size()));
      case 3 -> lines.add(at, new ArrayList<>(List.of(CorruptedFile.any(random, ODD_WORDS))));
      case 4 -> line.add(CorruptedFile.any(random, ODD_WORDS));
      default -> {
        if (!line.isEmpty()) {
          line.set(line.size() - 1, CorruptedFile.any(random, ODD_WORDS));
        }
      }
    }
    lines.removeIf(List::isEmpty);
  }

  /** Writes a file, or the files of a cohort one of which is bad, and returns its place. */
  private String written(String name, Random random, Case drawn) throws IOException {
    if (!name.equals("cohort")) {
      return write(folder.resolve(name), CorruptedFile.of(CommandFiles.text(name), random), drawn);
    }
    Path files = Files.createDirectories(folder.resolve(name));
    String bad = CorruptedFile.any(random, List.copyOf(CommandFiles.ofCohort()));
    boolean isLost = random.nextInt(16) == 0;
    for (String file : CommandFiles.ofCohort()) {
      String text = CommandFiles.textOfCohort(file);
      if (!file.equals(bad)) {
        write(files.resolve(file), text.getBytes(StandardCharsets.UTF_8), drawn);
      } else if (isLost) {
        Files.deleteIfExists(files.resolve(file));
      } else {
        write(files.resolve(file), CorruptedFile.of(text, random), drawn);
      }
    }
    return files.toString();
  }

  private static String write(Path file, byte[] bytes, Case drawn) throws IOException {
    drawn.note(bytes);
    Files.write(file, bytes);
    return file.toString();
  }
}
