package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.Problem;
import java.util.List;
import org.immutables.value.Value;

/**
 * What came of reading a cohort: the rows that could be taken, and a problem for each that could
 * not.
 *
 * <pre>{@code
 * Map<String, String> files = Map.of(
 *     "patients.csv", "patient_id,sex,age_years\nP01,F,41\nP02,M,140\n",
 *     "hips.csv", "patient_id,side,etiology,steinberg_stage\nP01,L,idiopathic,II\n",
 *     "visits.csv", "patient_id,side,visit,day\n",
 *     "imaging.csv", "patient_id,side,visit,day,modality,reader\n");
 * CohortReading reading = CohortReader.withDefaults().read(name -> Optional.ofNullable(files.get(name))
 *     .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
 * reading.accepted().patients().size(); // 1
 * for (Problem problem : reading.problems()) {
 *   System.out.println(problem.text());
 * }
 * // patients.csv:3: column age_years: age at enrollment [years] must lie in 0.0..120.0, and this cell does not
 * reading.orThrow();
 * // CohortFormatException: files [problems] must have none, but had 1; the first: patients.csv:3:…
 * }</pre>
 */
@Value.Immutable
public sealed interface CohortReading permits ImmutableCohortReading {

  /**
   * Returns the cohort made of the rows that could be taken.
   *
   * @return the cohort, incomplete where there are problems
   */
  @Value.Redacted
  Cohort accepted();

  /**
   * Returns what is wrong with the files.
   *
   * @return the problems by file in the order of reading, empty if all is well
   */
  @Value.Redacted
  List<Problem> problems();

  /**
   * Returns the rows that are sound but left out, as their patient or hip was refused for one of
   * the problems; only tables read through a dictionary have such rows.
   *
   * @return each row once and none that has a problem, empty if all is well
   */
  @Value.Redacted
  List<Problem> following();

  /**
   * Returns which codes that a {@link DictionaryLine#missing dictionary} declared to mean a missing
   * value were met, and in how many cells.
   *
   * @return the counts by file, column and code, in the order of these; empty where no code was met
   */
  List<MissingCells> missing();

  /**
   * Returns the cohort if nothing is wrong with its files.
   *
   * @return the whole cohort
   * @throws CohortFormatException if there is a problem
   */
  default Cohort orThrow() {
    if (problems().isEmpty()) {
      return accepted();
    }
    throw new CohortFormatException(problems());
  }
}
