package io.github.avnfh.core.evidence;

import io.github.avnfh.core.internal.OneLine;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A published source, in full; none of its parts is empty.
 *
 * <pre>{@code
 * Citation harris = Citation.of(
 *     "Harris WH", "Traumatic arthritis of the hip", "J Bone Joint Surg Am 1969;51-A(4):737-55");
 * harris.text();
 * // Harris WH. Traumatic arthritis of the hip. J Bone Joint Surg Am 1969;51-A(4):737-55.
 * }</pre>
 */
@Value.Immutable
public sealed interface Citation permits ImmutableCitation {

  /**
   * Returns the authors.
   *
   * @return family names with initials, separated by commas
   */
  String authors();

  /**
   * Returns the title.
   *
   * @return the title of the paper
   */
  String title();

  /**
   * Returns where it was published.
   *
   * @return journal, year, volume and pages as {@code J Bone Joint Surg Br 1995;77-B:34-41}
   */
  String source();

  /**
   * Returns the digital object identifier, where one is known.
   *
   * @return the DOI without a resolver's address
   */
  Optional<String> doi();

  /**
   * Refuses a source with an empty part.
   *
   * @throws IllegalArgumentException if a part is empty, has blanks around it or line breaks
   */
  @Value.Check
  default void check() {
    OneLine.check("authors of a source", authors());
    OneLine.check("title of a source", title());
    OneLine.check("place of a source", source());
    doi().ifPresent(doi -> OneLine.check("digital object identifier", doi));
  }

  /**
   * Returns a citation.
   *
   * @param authors family names with initials, separated by commas
   * @param title the title of the paper
   * @param source journal, year, volume and pages
   * @return the citation, without a DOI
   * @throws IllegalArgumentException if a part is empty
   */
  static Citation of(String authors, String title, String source) {
    return ImmutableCitation.builder()
        .authors(authors)
        .title(title)
        .source(source)
        .build();
  }

  /**
   * Returns a citation with a digital object identifier.
   *
   * @param authors family names with initials, separated by commas
   * @param title the title of the paper
   * @param source journal, year, volume and pages
   * @param doi the DOI without a resolver's address
   * @return the citation
   * @throws IllegalArgumentException if a part is empty
   */
  static Citation of(String authors, String title, String source, String doi) {
    return ImmutableCitation.builder()
        .authors(authors)
        .title(title)
        .source(source)
        .doi(doi)
        .build();
  }

  /**
   * Returns the citation as one line of a reference list.
   *
   * @return authors, title, source and DOI
   */
  default String text() {
    return authors() + ". " + title() + ". " + source() + "."
        + doi().map(doi -> " doi:" + doi).orElse("");
  }
}
