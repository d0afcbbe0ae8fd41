package io.github.avnfh.examples.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** Lines of a document as a program: compiled in a folder of its own, and run there. */
public final class JavaProgram {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Path folder;

  private JavaProgram(Path folder) {
    this.folder = folder;
  }

  /** Compiles the sources in one run of the compiler; the folder takes the classes. */
  public static JavaProgram compiled(Path folder, List<Path> sources) {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-encoding", "UTF-8"));
    arguments.addAll(List.of("-cp", CLASS_PATH, "-d", folder.toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int compiled = ToolProvider.getSystemJavaCompiler()
        .run(null, said, said, arguments.toArray(String[]::new));
    assertThat(compiled).as(said.toString(StandardCharsets.UTF_8)).isZero();
    return new JavaProgram(folder);
  }

  /** What the program prints when it runs in its folder, in the language of the test. */
  public String printed(String main, List<String> arguments)
      throws IOException, InterruptedException {
    ProcessBuilder java = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Duser.language=" + System.getProperty("user.language"),
        "-Duser.country=" + System.getProperty("user.country"),
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-cp",
        folder + File.pathSeparator + CLASS_PATH,
        main);
    java.command().addAll(arguments);
    Process program = java.directory(folder.toFile()).redirectErrorStream(true).start();
    String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return printed.replace(System.lineSeparator(), "\n");
  }
}
