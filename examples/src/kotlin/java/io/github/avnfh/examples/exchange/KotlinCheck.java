package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user's Kotlin against this library: it compiles without a warning and answers, and null in the
 * place of an argument is an error of its compiler; run by the profile {@code kotlin} only.
 */
class KotlinCheck {
  private static final Path SOURCES = Path.of("src/kotlin/user");
  private static final Pattern ERROR = Pattern.compile("Nulls\\.kt:(\\d+):\\d+: error: .*");

  @TempDir
  private Path classes;

  private ExitCode compile(String source, ByteArrayOutputStream said) {
    return new K2JVMCompiler()
        .exec(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            "-jvm-target",
            "17",
            "-no-stdlib",
            "-no-reflect",
            "-Werror",
            SOURCES.resolve(source).toString());
  }

  @Test
  void aRegistryInKotlinGetsItsAnswers() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    assertThat(compile("Registry.kt", said))
        .as(() -> said.toString(StandardCharsets.UTF_8))
        .isEqualTo(ExitCode.OK);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      Object answers = loader.loadClass("user.RegistryKt").getMethod("answers").invoke(null);
      assertThat(answers)
          .isEqualTo(Map.of(
              "missing",
              15,
              "stage",
              "III",
              "later",
              Map.of("crescent", "1", "crescent_percent", "40"),
              "rows",
              List.of(0.5, 0.5, 0.5, 0.5),
              "null",
              "codes"));
    }
  }

  @Test
  void nullDoesNotCompile() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    assertThat(compile("Nulls.kt", said)).isEqualTo(ExitCode.COMPILATION_ERROR);
    List<String> lines = Files.readAllLines(SOURCES.resolve("Nulls.kt"));
    Set<Integer> errors = ERROR
        .matcher(said.toString(StandardCharsets.UTF_8))
        .results()
        .map(error -> Integer.valueOf(error.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<Integer> marked = IntStream.rangeClosed(1, lines.size())
        .filter(line -> lines.get(line - 1).endsWith("// refused"))
        .boxed()
        .collect(Collectors.toSet());
    assertThat(errors)
        .as(() -> said.toString(StandardCharsets.UTF_8))
        .hasSize(10)
        .isEqualTo(marked);
  }
}
