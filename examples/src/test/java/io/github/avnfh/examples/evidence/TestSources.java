package io.github.avnfh.examples.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The test classes of all modules as text, without their comments. */
final class TestSources {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES =
      List.of("core", "scoring", "staging", "survival", "examples");
  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);

  private final Map<String, String> texts = new TreeMap<>();

  private TestSources() {}

  static TestSources read() {
    TestSources sources = new TestSources();
    MODULES.forEach(sources::add);
    return sources;
  }

  private void add(String module) {
    Path folder = ROOT.resolve(module).resolve("src/test/java");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith("Test.java") || name.endsWith("Properties.java")) {
          String type = module + " " + name.substring(0, name.length() - ".java".length());
          texts.put(type, COMMENT.matcher(Files.readString(file)).replaceAll(""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The test classes that expect the rule by its identifier. */
  List<String> naming(String rule) {
    Pattern word = Pattern.compile("(?<![A-Za-z0-9-])" + Pattern.quote(rule) + "(?![A-Za-z0-9-])");
    List<String> naming = new ArrayList<>();
    texts.forEach((type, text) -> {
      // few texts hold it at all, which is quickly seen
      if (text.contains(rule) && word.matcher(text).find()) {
        naming.add(type);
      }
    });
    return naming;
  }
}
