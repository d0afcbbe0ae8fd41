package io.github.avnfh.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.document.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> IMPORTS = List.of(
      "java.nio.file.*",
      "java.util.*",
      "io.github.avnfh.core.*",
      "io.github.avnfh.core.imaging.*",
      "io.github.avnfh.scoring.harris.*",
      "io.github.avnfh.scoring.harris.HarrisAnswer.*",
      "io.github.avnfh.scoring.harris.HarrisItem.*",
      "io.github.avnfh.staging.steinberg.*",
      "io.github.avnfh.survival.*",
      "io.github.avnfh.survival.figure.*");

  @TempDir
  private Path folder;

  private static String block(String language) throws IOException {
    Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private String run(String lines) throws IOException, InterruptedException {
    StringBuilder program = new StringBuilder();
    IMPORTS.forEach(name -> program.append("import ").append(name).append(";\n"));
    program.append("class Lines { public static void main(String[] none) throws Exception {\n");
    Path source = Files.writeString(folder.resolve("Lines.java"), program + lines + "}}\n");
    return JavaProgram.compiled(folder, List.of(source)).printed("Lines", List.of());
  }

  @Test
  void printsWhatTheReadmeSaysAndDrawsTheCurve() throws IOException, InterruptedException {
    String lines = block("java");
    String printed = run(lines).strip();
    assertThat(lines.lines()).hasSizeLessThanOrEqualTo(15);
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("It prints `" + printed + "`");
    assertThat(Files.readString(folder.resolve("curve.svg"))).contains("<svg");
  }

  @Test
  void namesTheTestCommandThatIsRunOnEveryCommit() throws IOException {
    String script = Files.readString(ROOT.resolve(".ci/run"));
    String command =
        script.lines().filter(line -> line.startsWith("mvn ")).findFirst().orElseThrow();
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("```\n" + command + "\n```");
    assertThat(script).contains("\n" + command + "\n.ci/jars\n.ci/commands\n");
  }

  @Test
  void fitsOnAPage() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeBetween(60, 120);
  }
}
