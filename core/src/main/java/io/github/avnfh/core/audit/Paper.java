package io.github.avnfh.core.audit;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Sources;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The claims of a paper, in the order of printing.
 *
 * <pre>{@code
 * Paper paper = Paper.study();
 * paper.claims().size();                                // 137
 * Audit.of(paper).findings(Verdict.CONTRADICTS).size(); // 11
 * }</pre>
 */
@Value.Immutable
public sealed interface Paper permits ImmutablePaper {

  /**
   * Returns the paper.
   *
   * @return the citation, if it is known
   */
  Optional<Citation> citation();

  /**
   * Returns what the paper prints.
   *
   * @return the claims
   */
  List<Claim> claims();

  /**
   * Returns a paper.
   *
   * @param claims what it prints, in the order of printing
   * @return the paper, without a citation
   * @throws IllegalArgumentException if two claims have the same identifier, or one refers to a
   *     claim that is not there or is of another kind than it needs
   */
  static Paper of(List<Claim> claims) {
    return ImmutablePaper.builder().addAllClaims(claims).build();
  }

  /**
   * Returns the printed numbers of the study from which this library grew.
   *
   * @return what {@link Sources#STUDY} prints, scanning faults mended
   */
  static Paper study() {
    InputStream stream =
        Objects.requireNonNull(Paper.class.getResourceAsStream("study.csv"), "study.csv");
    Problems problems = new Problems();
    List<Claim> claims = PaperReader.claims(
        CsvInput.of("study.csv", stream, CsvFormat.withDefaults().withStrict(true)), problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().get(0).text());
    }
    return ImmutablePaper.builder().citation(Sources.STUDY).addAllClaims(claims).build();
  }

  /**
   * Refuses claims that do not fit each other.
   *
   * @throws IllegalArgumentException if two claims have the same identifier, or one refers to a
   *     claim that is not there or is of another kind than it needs
   */
  @Value.Check
  default void check() {
    Set<String> ids = new HashSet<>();
    claims().forEach(claim -> {
      if (!ids.add(claim.id())) {
        throw new IllegalArgumentException(
            "id [of a claim] must be there once, but " + claim.id() + " is there more than once");
      }
    });
    Map<String, Claim> byId = ClaimReferences.byId(claims());
    claims()
        .forEach(claim -> ClaimReferences.problem(claim, byId).ifPresent(message -> {
          throw new IllegalArgumentException(message);
        }));
  }
}
