package io.github.avnfh.examples.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A source file of a published module, with what its comments say. */
record LibrarySource(Path file, String text) {
  private static final List<String> MODULES = List.of("core", "scoring", "staging", "survival");
  private static final Pattern PUBLIC_TYPE = Pattern.compile(
      "^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|interface|@interface|enum|record) ",
      Pattern.MULTILINE);
  private static final Pattern PACKAGE = Pattern.compile("^package ([a-z.]+);", Pattern.MULTILINE);
  private static final Pattern BLOCK =
      Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* *}</pre>", Pattern.DOTALL);
  private static final Pattern PRE = Pattern.compile("<pre");
  private static final Pattern IMPORT =
      Pattern.compile("^import ([a-z.]+)\\.(\\w+);", Pattern.MULTILINE);
  private static final Pattern LINK =
      Pattern.compile("(?:\\{@link(?:plain)?|@see)\\s+(?:\\*\\s+)?([\\w.]*\\w)");

  /** All of them, module by module. */
  static List<LibrarySource> all() {
    return MODULES.stream().flatMap(LibrarySource::ofModule).toList();
  }

  private static Stream<LibrarySource> ofModule(String module) {
    Path root = Path.of("..", module, "src/main/java");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .sorted()
          .map(file -> read(root, file))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LibrarySource read(Path root, Path file) {
    try {
      return new LibrarySource(root.relativize(file), Files.readString(file).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String simpleName() {
    return file.getFileName().toString().replace(".java", "");
  }

  String packageName() {
    return PACKAGE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  String typeName() {
    return packageName() + "." + simpleName();
  }

  /** The part of the name that says which module this is. */
  String module() {
    return packageName().split("\\.", -1)[3];
  }

  /** Whether users see it: a public type of a package that others may read. */
  boolean isPublicType() {
    return !packageName().endsWith(".internal") && PUBLIC_TYPE.matcher(text).find();
  }

  /** The comment of the type itself, or of the package. */
  String comment() {
    Pattern declaration = simpleName().equals("package-info") ? PACKAGE : PUBLIC_TYPE;
    MatchResult declared = declaration.matcher(text).results().findFirst().orElseThrow();
    int start = ("\n" + text).lastIndexOf("\n/**", declared.start());
    return start < 0 ? "" : text.substring(start, declared.start());
  }

  /** Blocks of code in any of its comments, without the stars at the margin. */
  List<String> blocks() {
    return BLOCK.matcher(text).results().map(block -> unstarred(block.group(1))).toList();
  }

  private static String unstarred(String block) {
    return block.replaceAll("(?m)^ *\\* ?", "");
  }

  /** How many preformatted parts the file has, blocks of code or not. */
  long preformatted() {
    return PRE.matcher(text).results().count();
  }

  /** The packages whose type of this name the file imports: at most one. */
  List<String> importsOf(String simpleName) {
    return IMPORT
        .matcher(text)
        .results()
        .filter(found -> found.group(2).equals(simpleName))
        .map(found -> found.group(1) + "." + simpleName)
        .toList();
  }

  /** The types that the comment of the type links to, as they are written there. */
  List<String> links() {
    return LINK.matcher(comment())
        .results()
        .map(link -> link.group(1))
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return typeName();
  }
}
