package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.csv.Problem;
import java.util.List;

/**
 * Files that cannot be read without a problem; the problems come with it.
 *
 * <pre>{@code
 * byte[] empty = "patient_id\n".getBytes(StandardCharsets.UTF_8);
 * CohortReading reading = CohortReader.withDefaults()
 *     .read(name -> Optional.of(new ByteArrayInputStream(empty)));
 * try {
 *   reading.orThrow();
 * } catch (CohortFormatException e) {
 *   System.out.println(e.problems().get(0).text());
 * }
 * // patients.csv:1: column sex: is missing from the header; it is required
 * }</pre>
 */
public final class CohortFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the files; not kept when the exception is serialized. */
  private final transient List<Problem> problems;

  CohortFormatException(List<Problem> problems) {
    super("files [problems] must have none, but had " + problems.size() + "; the first: "
        + problems.get(0).text());
    this.problems = List.copyOf(problems);
  }

  /**
   * Returns what is wrong with the files.
   *
   * @return the problems, at least one
   */
  public List<Problem> problems() {
    return problems;
  }
}
