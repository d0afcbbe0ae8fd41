package io.github.avnfh.examples.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles and runs every block of code in the Javadoc of the published modules. A comment behind a
 * statement, and the lines of comment below it, are its answer: what it prints, else its value in
 * words, else the exception that refuses it. An answer that ends in {@code …} goes on. The name
 * {@code cohort}, where a block does not give it a meaning, is the SYNTHETIC cohort.
 */
class JavadocExamplesTest {
  private static final List<LibrarySource> SOURCES = LibrarySource.all();
  private static final LibraryNames NAMES = new LibraryNames(SOURCES);
  private static final List<JavadocExample> EXAMPLES =
      SOURCES.stream().flatMap(JavadocExamplesTest::examples).toList();
  private static final Map<String, List<String>> SAID = new LinkedHashMap<>();

  @TempDir
  private static Path folder;

  private static Stream<JavadocExample> examples(LibrarySource source) {
    List<String> blocks = source.blocks();
    return IntStream.range(0, blocks.size())
        .mapToObj(at -> ExampleParser.parse(source, NAMES, at + 1, blocks.get(at)));
  }

  @BeforeAll
  static void runEverything() throws IOException, InterruptedException {
    List<Path> programs = new ArrayList<>();
    for (JavadocExample example : EXAMPLES) {
      programs.add(Files.writeString(folder.resolve(example.name() + ".java"), example.program()));
    }
    String said = JavaProgram.compiled(folder, programs)
        .printed(Shown.class.getName(), examples().toList());
    for (String one : said.split(Shown.EXAMPLE, -1)) {
      List<String> parts = List.of(one.split(Shown.ANSWER + "|(?=" + Shown.FAILURE + ")", -1));
      SAID.put(parts.get(0).strip(), parts.subList(1, parts.size()));
    }
  }

  static Stream<String> examples() {
    return EXAMPLES.stream().map(JavadocExample::name);
  }

  private static String upTo(String answer, String said) {
    String lines = said.stripTrailing().replaceAll("(?m)[ \t]+$", "");
    boolean goesOn = answer.endsWith("…")
        && lines.startsWith(answer.substring(0, answer.length() - 1).stripTrailing());
    return goesOn ? answer : lines;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void answersWhatItsCommentsSay(String name) {
    JavadocExample example =
        EXAMPLES.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    List<String> expected =
        example.answered().stream().map(JavadocExample.Statement::expected).toList();
    List<String> said = SAID.getOrDefault(name, List.of());
    List<String> compared = IntStream.range(0, said.size())
        .mapToObj(at -> upTo(at < expected.size() ? expected.get(at) : "", said.get(at)))
        .toList();
    assertThat(compared).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void everyCommentIsAnAnswer() {
    assertThat(EXAMPLES)
        .allSatisfy(example -> assertThat(example.answered().stream()
                .mapToLong(statement -> statement.answer().size())
                .sum())
            .as(example.name())
            .isEqualTo(ExampleParser.comments(example.code())));
  }

  @Test
  void nothingPreformattedIsLeftOut() {
    assertThat(SOURCES)
        .allSatisfy(source ->
            assertThat(source.blocks()).as(source.typeName()).hasSize((int) source.preformatted()));
  }

  private static boolean shows(String shower, String type) {
    return EXAMPLES.stream()
        .anyMatch(example -> example.source().typeName().equals(shower) && example.names(type));
  }

  private static boolean isShown(LibrarySource source) {
    Stream<String> links =
        source.links().stream().flatMap(link -> NAMES.linked(link, source).stream());
    return Stream.concat(Stream.of(source.typeName()), links)
        .anyMatch(shower -> shows(shower, source.typeName()));
  }

  /**
   * A type's own comments hold the block that names it, or the comment of the type links to another
   * whose block does.
   */
  @Test
  void everyPublicTypeIsShownAtWork() {
    assertThat(SOURCES.stream()
            .filter(LibrarySource::isPublicType)
            .filter(source -> !isShown(source))
            .map(LibrarySource::typeName)
            .sorted())
        .isEmpty();
  }
}
