package io.github.avnfh.core.csv;

import org.immutables.value.Value;

/**
 * Something wrong with a file, told by its place: what is wrong, and what is allowed.
 *
 * <pre>{@code
 * Problem problem = Problem.of("visits.csv", 12, "vas", "must lie in 0.0..10.0, but was 35.0");
 * problem.text(); // visits.csv:12: column vas: must lie in 0.0..10.0, but was 35.0
 * }</pre>
 */
@Value.Immutable
public sealed interface Problem permits ImmutableProblem {

  /**
   * Returns the file.
   *
   * @return its name, or {@code -} for standard input
   */
  String file();

  /**
   * Returns the line on which the row begins.
   *
   * @return the line, counted from 1
   */
  long line();

  /**
   * Returns the column.
   *
   * @return its name in the header, or the name it should have had
   */
  String column();

  /**
   * Returns what is wrong and what is allowed.
   *
   * @return the sentence, without an identifier or a date
   */
  String message();

  /**
   * Tells whether the file as a whole cannot be read, so that leaving out a row does not mend it.
   *
   * <p>Such are a file that is not there or breaks off, a header that lacks a column, and a quote
   * left open that makes one cell of many rows.
   *
   * @return true for the whole file, false for one row
   */
  @Value.Redacted
  boolean concernsFile();

  /**
   * Returns a problem.
   *
   * @param file the name of the file
   * @param line the line, counted from 1
   * @param column the name of the column
   * @param message what is wrong and what is allowed
   * @return the problem
   */
  static Problem of(String file, long line, String column, String message) {
    return of(file, line, column, message, false);
  }

  /**
   * Returns a problem of a whole file, such as a header without a required column.
   *
   * @param file the name of the file
   * @param line the line from which on the file cannot be read, counted from 1
   * @param column the name of the column
   * @param message what is wrong and what is allowed
   * @return the problem
   */
  static Problem ofFile(String file, long line, String column, String message) {
    return of(file, line, column, message, true);
  }

  private static Problem of(
      String file, long line, String column, String message, boolean concernsFile) {
    return ImmutableProblem.builder()
        .file(file)
        .line(line)
        .column(column)
        .message(message)
        .concernsFile(concernsFile)
        .build();
  }

  /**
   * Returns the problem as one line.
   *
   * @return {@code FILE:LINE: column NAME: what is wrong, what is allowed}
   */
  default String text() {
    return file() + ":" + line() + ": column " + column() + ": " + message();
  }
}
