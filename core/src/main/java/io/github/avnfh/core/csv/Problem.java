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
   * Returns a problem.
   *
   * @param file the name of the file
   * @param line the line, counted from 1
   * @param column the name of the column
   * @param message what is wrong and what is allowed
   * @return the problem
   */
  static Problem of(String file, long line, String column, String message) {
    return ImmutableProblem.builder()
        .file(file)
        .line(line)
        .column(column)
        .message(message)
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
