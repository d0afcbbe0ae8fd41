package io.github.avnfh.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Hip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the lessons and the lines of the README in one process of JShell, on the class path of the
 * tests. What a lesson printed is kept under {@code target/lessons}.
 */
class LessonsTest {
  private static final Path LESSONS = Path.of("lessons").toAbsolutePath();
  private static final Path STARTUP = Path.of("avnfh.jsh").toAbsolutePath();
  private static final Path README = Path.of("../README.md");
  private static final Pattern DECLARED =
      Pattern.compile("^(?:var|[A-Z]\\w*(?:<.*>)?|int|double) (\\w+) =", Pattern.MULTILINE);

  @TempDir
  private static Path folder;

  private static JShellSession session;

  @BeforeAll
  static void playEverything() throws IOException, InterruptedException {
    session = new JShellSession(folder, STARTUP, lessons(), readmeLines());
    Path kept = Files.createDirectories(Path.of("target/lessons"));
    for (Path lesson : lessons()) {
      Files.writeString(kept.resolve(expected(lesson).getFileName()), printed(lesson));
    }
  }

  static List<Path> lessons() throws IOException {
    try (Stream<Path> files = Files.list(LESSONS)) {
      return files.filter(file -> file.toString().endsWith(".jsh")).sorted().toList();
    }
  }

  private static String readmeLines() throws IOException {
    Matcher block =
        Pattern.compile("```jshell\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static Path expected(Path lesson) {
    return LESSONS.resolve(lesson.getFileName().toString().replace(".jsh", ".txt"));
  }

  private static String printed(Path lesson) {
    return session.played().getOrDefault(lesson.getFileName().toString(), "not played");
  }

  private static String code(Path lesson) throws IOException {
    return Files.readAllLines(lesson).stream()
        .filter(line -> !line.startsWith("//"))
        .map(line -> line.replaceAll("\"[^\"]*\"", "\"\""))
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> declared(Path lesson) throws IOException {
    return DECLARED
        .matcher(code(lesson))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void thereAreThirteen() throws IOException {
    assertThat(lessons()).hasSize(13);
    assertThat(session.played()).hasSize(13);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void printsWhatStandsBesideTheLesson(Path lesson) throws IOException {
    assertThat(printed(lesson)).isEqualTo(Files.readString(expected(lesson)));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void asksAndAnswers(Path lesson) throws IOException {
    String text = Files.readString(lesson);
    assertThat(text).startsWith("// Lesson ").contains("\n// Exercises\n", "\n// Answers\n");
    assertThat(text.substring(0, text.indexOf("// Answers"))).contains("// 1. ", "// 2. ");
    assertThat(text.substring(text.indexOf("// Answers"))).contains("// 1. ", "// 2. ");
  }

  /** They share a process here, and would hide from each other that one needs another. */
  @ParameterizedTest
  @MethodSource("lessons")
  void leansOnNoOtherLesson(Path lesson) throws IOException {
    String code = code(lesson);
    for (Path other : lessons()) {
      if (!other.equals(lesson)) {
        assertThat(declared(other))
            .as(other.getFileName() + " in " + lesson.getFileName())
            .noneMatch(name -> Pattern.compile("(?<![\\w.])" + name + "\\b(?!\\()")
                .matcher(code)
                .find());
      }
    }
  }

  @Test
  void nothingFails() {
    assertThat(session.complaints()).isEmpty();
    assertThat(session.typed()).doesNotContain("|  Error", "|  Exception");
  }

  @Test
  void theLinesOfTheReadmeAreEchoedUncut() {
    assertThat(session.typed())
        .contains("cohort ==> Cohort{SYNTHETIC, 46 patients, 58 hips}")
        .contains("==> " + ShellCommands.score(ShellCommands.demo()))
        .contains("==> "
            + ShellCommands.compare(ShellCommands.km(ShellCommands.demo(), Hip::baselineStage)))
        .contains("curves ==> " + ShellCommands.km(ShellCommands.demo(), Hip::baselineStage) + "\n")
        .doesNotContain(" ... ")
        .contains("==> curve.png");
    assertThat(folder.resolve("curve.png")).isNotEmptyFile();
  }

  @Test
  void theReadmeStartsJShellWithTheStartupOfTheLessons() throws IOException {
    assertThat(Files.readString(README))
        .contains("```\njshell --class-path examples/target/avnfh.jar --startup DEFAULT --startup"
            + " examples/avnfh.jsh\n```");
    assertThat(Path.of("..").toAbsolutePath().normalize().resolve("examples/avnfh.jsh"))
        .isRegularFile();
  }
}
