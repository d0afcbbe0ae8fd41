package io.github.avnfh.core.csv;

import java.util.Arrays;
import java.util.List;

/**
 * Where the columns of a table stand, by name.
 *
 * <p>It is asked for every cell, mostly with the very texts that it knows, and is made for that.
 */
final class ColumnIndex {
  private final String[] names;
  private final int[] cells;

  /**
   * Indexes the names of a header.
   *
   * @param header the names, of which the first counts where one comes twice
   * @param known the texts that will be asked for
   */
  ColumnIndex(List<String> header, List<String> known) {
    int places = Integer.highestOneBit(Math.max(1, header.size())) << 3;
    names = new String[places];
    cells = new int[places];
    Arrays.fill(names, "");
    Arrays.fill(cells, CsvCells.NONE);
    for (int cell = 0; cell < header.size(); cell++) {
      String name = header.get(cell);
      int at = known.indexOf(name);
      put(at < 0 ? name : known.get(at), cell);
    }
  }

  private void put(String name, int cell) {
    int place = place(name);
    if (cells[place] == CsvCells.NONE) {
      names[place] = name;
      cells[place] = cell;
    }
  }

  /** Returns the cell of a column, or {@link CsvCells#NONE}. */
  int cell(String name) {
    return cells[place(name)];
  }

  private int place(String name) {
    int place = name.hashCode() & (names.length - 1);
    while (cells[place] != CsvCells.NONE && !names[place].equals(name)) {
      place = (place + 1) & (names.length - 1);
    }
    return place;
  }
}
