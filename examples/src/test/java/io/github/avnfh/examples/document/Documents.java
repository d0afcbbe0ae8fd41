package io.github.avnfh.examples.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents of the project, and what stands in them as code. */
final class Documents {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCED =
      Pattern.compile("^```([a-z]*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern COMMAND = Pattern.compile(
      "(?:[A-Z_]+=\\S+ )?(?:(?:mvn|java|jshell|sh|Rscript) .*|\\.ci/\\w[\\w-]*(?: .*)?)");

  private static final Pattern COMMENTED =
      Pattern.compile("^ *(?:\\*|//) *((?:mvn|java|jshell|sh|\\.ci/\\w+) -.*)$", Pattern.MULTILINE);

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

  /** The languages of the blocks of a document; a block of commands has none. */
  static List<String> languages(String document) {
    return FENCED.matcher(document).results().map(block -> block.group(1)).toList();
  }

  /** The lines of the blocks of a document that have no language. */
  static List<String> shellLines(String document) {
    return FENCED
        .matcher(document)
        .results()
        .filter(block -> block.group(1).isEmpty())
        .flatMap(block -> block.group(2).replaceAll("\\\\\n\\s*", "").lines())
        .toList();
  }

  /** What a document says on a line of its own or between backticks, and a shell would take. */
  static List<String> typed(String document) {
    return Stream.concat(shellLines(document).stream(), inline(document).stream())
        .filter(line -> COMMAND.matcher(line).matches())
        .toList();
  }

  /** The same, one by one where several stand in a line. */
  static List<String> commands(String document) {
    return typed(document).stream()
        .flatMap(line -> Arrays.stream(line.split(" && ", -1)))
        .filter(line -> COMMAND.matcher(line).matches())
        .toList();
  }

  /** What the comments of a source give as a command, on a line of its own. */
  static List<String> commandsOfComments(String source) {
    return COMMENTED
        .matcher(source.replaceAll("\\\\\n\\s*\\*\\s*", ""))
        .results()
        .map(line -> line.group(1))
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
