package io.github.avnfh.examples.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a developer writes for a task, counted in the project of a user that the build runs. */
class UserTasksTest {
  private static final Path TASKS = Path.of("src/it/users/tasks/src/main/java/user");
  private static final Set<String> NO_TASKS = Set.of("Tasks.java", "RegistryHip.java", "Json.java");
  private static final Pattern ANSWER =
      Pattern.compile("\\n  static [^{]*\\banswer\\([^{]*\\{\\n(.*?)\\n  }\\n", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("import io\\.github\\.avnfh\\..*;");
  private static final Pattern ROW = Pattern.compile(
      "^\\| .*\\[`(\\w+)`\\]\\(src/it/users/tasks/[^)]*\\) \\| (\\d+) \\| (\\d+) \\|$",
      Pattern.MULTILINE);

  private static String counted(Path file) {
    try {
      String text = Files.readString(file);
      String body = ANSWER.matcher(text).results().findFirst().orElseThrow().group(1);
      return file.getFileName().toString().replace(".java", "") + " "
          + body.lines().count() + " " + TYPE.matcher(text).results().count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String asTold(MatchResult row) {
    return row.group(1) + " " + row.group(2) + " " + row.group(3);
  }

  @Test
  void theTableTellsTheirLinesAndTypes() throws IOException {
    List<String> counted;
    try (Stream<Path> files = Files.list(TASKS)) {
      counted = files
          .filter(file -> !NO_TASKS.contains(String.valueOf(file.getFileName())))
          .map(UserTasksTest::counted)
          .toList();
    }
    assertThat(counted).hasSize(12);
    List<String> told = ROW.matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(UserTasksTest::asTold)
        .toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(counted);
  }
}
