package io.github.avnfh.examples.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A package says what its words mean, and where to begin. */
class PackageEssaysTest {
  private static final List<LibrarySource> SOURCES = LibrarySource.all();

  static List<LibrarySource> packages() {
    return SOURCES.stream()
        .filter(source -> source.simpleName().equals("package-info"))
        .filter(source -> !source.packageName().endsWith(".internal"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void isAnEssayOfAFewParagraphs(LibrarySource source) {
    String comment = source.comment();
    assertThat(comment.split("<p>", -1)).hasSizeBetween(2, 5);
    assertThat(comment.replaceAll("[\\s*]+", " ").split(" ", -1)).hasSizeBetween(55, 350);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void linksHalfOfItsTypesOrMore(LibrarySource source) {
    List<String> types = SOURCES.stream()
        .filter(type -> type.packageName().equals(source.packageName()) && type.isPublicType())
        .map(LibrarySource::typeName)
        .toList();
    assertThat(source.links().stream().filter(types::contains).distinct().count())
        .isGreaterThanOrEqualTo((types.size() + 1) / 2);
  }
}
