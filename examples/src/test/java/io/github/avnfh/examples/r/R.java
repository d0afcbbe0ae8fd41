package io.github.avnfh.examples.r;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** R, where it is installed. */
final class R {
  private static final Path PROGRAM = Path.of("Rscript");

  private R() {}

  /** What a script printed, and its exit status. */
  record Ended(String said, int status) {}

  /** Runs a script; the test is skipped where R is not installed. */
  static Ended run(Path script) throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "R is not installed");
    Process process = new ProcessBuilder(PROGRAM.toString(), script.toString())
        .redirectErrorStream(true)
        .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(said, process.waitFor());
  }

  private static boolean isInstalled() {
    String places = System.getenv().getOrDefault("PATH", "");
    return Stream.of(places.split(Pattern.quote(File.pathSeparator), -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(PROGRAM)));
  }
}
