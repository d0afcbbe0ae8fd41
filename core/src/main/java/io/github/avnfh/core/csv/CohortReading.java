package io.github.avnfh.core.csv;

import io.github.avnfh.core.study.Cohort;
import java.util.List;
import org.immutables.value.Value;

/**
 * What came of reading a cohort: the rows that could be taken, and a problem for each that could
 * not.
 */
@Value.Immutable
public sealed interface CohortReading permits ImmutableCohortReading {

  /**
   * Returns the cohort made of the rows that could be taken.
   *
   * @return the cohort, incomplete where there are problems
   */
  @Value.Redacted
  Cohort sound();

  /**
   * Returns what is wrong with the files.
   *
   * @return the problems by file in the order of reading, empty if all is well
   */
  @Value.Redacted
  List<Problem> problems();

  /**
   * Returns the cohort if nothing is wrong with its files.
   *
   * @return the whole cohort
   * @throws UnsoundFilesException if there is a problem
   */
  default Cohort orThrow() {
    if (problems().isEmpty()) {
      return sound();
    }
    throw new UnsoundFilesException(problems());
  }
}
