package io.github.avnfh.core.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * The problems found so far, in the order in which they were found.
 *
 * @see CsvInput
 */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Starts without a problem. */
  public Problems() {}

  /**
   * Adds a problem.
   *
   * @param problem what was found
   */
  public void add(Problem problem) {
    found.add(problem);
  }

  /**
   * Tells whether nothing was found.
   *
   * @return true without a problem
   */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Tells whether some file cannot be read as a whole, so that leaving out rows does not help.
   *
   * @return true if a problem {@linkplain Problem#concernsFile() concerns a file}
   */
  public boolean concernFiles() {
    return found.stream().anyMatch(Problem::concernsFile);
  }

  /**
   * Counts what was found.
   *
   * @return the number of problems
   */
  public int size() {
    return found.size();
  }

  /**
   * Returns what was found.
   *
   * @return a copy, in the order in which it was found
   */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /**
   * Counts the rows that were not taken.
   *
   * @return the number of distinct places by file and line
   */
  public int rows() {
    return (int) found.stream()
        .map(problem -> problem.file() + ":" + problem.line())
        .distinct()
        .count();
  }

  @Override
  public String toString() {
    return "Problems{" + found.size() + "}";
  }
}
