package io.github.avnfh.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of the JDK's own {@code jshell}, started as the README says: it plays files, then takes
 * lines as if they were typed.
 */
final class JShellSession {
  private static final String MARK = "=== end of ";

  private final Map<String, String> played = new LinkedHashMap<>();
  private final String typed;
  private final String complaints;

  /** Plays the files and types the lines in a folder of its own, under the locale of Iraq. */
  JShellSession(Path folder, Path startup, List<Path> files, String lines)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "jshell").toString(),
        // most of the time goes into the compiler, which ends before optimized code would pay
        "-J-XX:TieredStopAtLevel=1",
        "-R-XX:TieredStopAtLevel=1",
        "-R-Duser.language=ar",
        "-R-Duser.country=IQ",
        "-R-Dfile.encoding=UTF-8",
        "-J-Dfile.encoding=UTF-8",
        "-J-Dstdout.encoding=UTF-8",
        "-J-Djava.util.prefs.userRoot=" + folder,
        "--class-path",
        System.getProperty("java.class.path"),
        "--startup",
        "DEFAULT",
        "--startup",
        startup.toString()));
    Files.createDirectories(folder.resolve(".java/.userPrefs"));
    for (Path file : files) {
      command.add(file.toString());
      command.add(mark(folder, file.getFileName().toString()).toString());
    }
    Path said = folder.resolve("said");
    Path errors = folder.resolve("errors");
    Process jshell = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectInput(
            Files.writeString(folder.resolve("typed"), lines + "/exit\n").toFile())
        .redirectOutput(said.toFile())
        .redirectError(errors.toFile())
        .start();
    assertThat(jshell.waitFor(9, TimeUnit.MINUTES)).isTrue();
    complaints = Files.readString(errors);
    typed = takePlayed(Files.readString(said));
  }

  private static Path mark(Path folder, String name) {
    try {
      return Files.writeString(
          folder.resolve(name + ".mark"), "System.out.println(\"" + MARK + name + "\")\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String takePlayed(String said) {
    String rest = said;
    for (int mark = rest.indexOf(MARK); mark >= 0; mark = rest.indexOf(MARK)) {
      int end = rest.indexOf('\n', mark);
      played.put(rest.substring(mark + MARK.length(), end).strip(), rest.substring(0, mark));
      rest = rest.substring(end + 1);
    }
    return rest;
  }

  /** What each file printed, by the name of the file. */
  Map<String, String> played() {
    return played;
  }

  /** What was echoed of the lines that were typed. */
  String typed() {
    return typed;
  }

  /** What came over standard error. */
  String complaints() {
    return complaints;
  }
}
