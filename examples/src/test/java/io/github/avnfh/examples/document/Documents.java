package io.github.avnfh.examples.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The documents of the project, and what stands in them as code. */
final class Documents {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCED =
      Pattern.compile("^```([a-z]*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern COMMAND =
      Pattern.compile("(?:[A-Z_]+=\\S+ )?(?:mvn|java|jshell|sh|\\.ci/\\w[\\w-]*)(?: .*)?");

  private Documents() {}

  /** Every file of the project with that ending, outside what a build leaves, by its path. */
  static Map<String, String> files(String ending) {
    Map<String, String> texts = new TreeMap<>();
    try {
      Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          boolean left = folder.endsWith("target") || folder.endsWith(".git");
          return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          if (file.toString().endsWith(ending)) {
            String path = ROOT.relativize(file).toString().replace('\\', '/');
            texts.put(path, Files.readString(file).replace("\r\n", "\n"));
          }
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The text of a file of the project. */
  static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents themselves; what changed once may name what is gone. */
  static Map<String, String> all() {
    Map<String, String> documents = files(".md");
    documents.remove("CHANGELOG.md");
    return documents;
  }

  /** What a document says on a line of its own or between backticks, and a shell would take. */
  static List<String> commands(String document) {
    List<String> commands = new ArrayList<>();
    for (MatchResult block : FENCED.matcher(document).results().toList()) {
      if (block.group(1).isEmpty()) {
        commands.addAll(block.group(2).replaceAll("\\\\\n\\s*", "").lines().toList());
      }
    }
    commands.addAll(inline(document));
    return commands.stream()
        .flatMap(line -> Arrays.stream(line.split(" && ", -1)))
        .filter(line -> COMMAND.matcher(line).matches())
        .toList();
  }

  /** What a document says between backticks to the program itself, such as {@code stage --help}. */
  static List<String> commandLines(String document) {
    return inline(document).stream()
        .filter(code -> code.matches("[a-z]+ \\[?--.*"))
        .toList();
  }

  /** What stands between backticks. */
  static List<String> inline(String document) {
    return INLINE
        .matcher(FENCED.matcher(document).replaceAll(""))
        .results()
        .map(code -> code.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  /** The files that a document links to, relative to it. */
  static List<String> links(String document) {
    return LINK.matcher(FENCED.matcher(document).replaceAll(""))
        .results()
        .map(link -> link.group(1))
        .toList();
  }
}
