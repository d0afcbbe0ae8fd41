package io.github.avnfh.core.dictionary;

import org.immutables.value.Value;

/**
 * How many cells of a column hold a code that was declared to mean a missing value.
 *
 * <pre>{@code
 * MissingCells refused = MissingCells.of("export.csv", "vas_cm", "-999", 12);
 * refused.text(); // export.csv: column vas_cm: -999 in 12 cells
 * }</pre>
 */
@Value.Immutable
public sealed interface MissingCells permits ImmutableMissingCells {

  /**
   * Returns the file.
   *
   * @return its name
   */
  String file();

  /**
   * Returns the column.
   *
   * @return its name in the header
   */
  String column();

  /**
   * Returns the code that the cells hold.
   *
   * @return the code, as it was declared
   */
  String code();

  /**
   * Returns the number of cells.
   *
   * @return how many cells hold the code, each once however often its table was read
   */
  int cells();

  /**
   * Returns a count of cells.
   *
   * @param file the name of the file
   * @param column the name of the column
   * @param code the code that the cells hold
   * @param cells how many cells hold it
   * @return the count
   * @throws IllegalArgumentException if there are fewer than none
   */
  static MissingCells of(String file, String column, String code, int cells) {
    return ImmutableMissingCells.builder()
        .file(file)
        .column(column)
        .code(code)
        .cells(cells)
        .build();
  }

  /**
   * Refuses a negative number of cells.
   *
   * @throws IllegalArgumentException if there are fewer than none
   */
  @Value.Check
  default void check() {
    if (cells() < 0) {
      throw new IllegalArgumentException(
          "cells of a code [count] must be at least 0, but were " + cells());
    }
  }

  /**
   * Returns the count as one line.
   *
   * @return {@code FILE: column NAME: CODE in COUNT cells}
   */
  default String text() {
    return file() + ": column " + column() + ": " + code() + " in " + cells()
        + (cells() == 1 ? " cell" : " cells");
  }
}
