package io.github.avnfh.survival;

import java.util.Map;
import java.util.Objects;

/** One row of a golden file, its cells by the names of their columns. */
public final class GoldenRow {
  private final Map<String, String> cells;

  GoldenRow(Map<String, String> cells) {
    this.cells = cells;
  }

  /** The cell as it stands. */
  public String get(String column) {
    return Objects.requireNonNull(cells.get(column), column);
  }

  /** Whether the file has such a column. */
  boolean hasColumn(String column) {
    return cells.containsKey(column);
  }

  /** Whether R had a number. */
  boolean hasNumber(String column) {
    return !get(column).isEmpty() && !get(column).equals("NaN");
  }
}
