package io.github.avnfh.core.csv;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the columns of a table stand, by name.
 *
 * <p>It is asked for every cell, mostly with the very texts that it knows, and is made for that:
 * each of them has a place of its own where the number of places allows it.
 */
final class ColumnIndex {
  private static final int MOST_PLACES = 1 << 12;

  private final Map<String, Integer> all = new LinkedHashMap<>();
  private final String[] names;
  private final int[] cells;

  /**
   * Indexes the names of a header.
   *
   * @param header the names, of which the first counts where one comes twice
   * @param known the texts that will be asked for
   */
  ColumnIndex(List<String> header, List<String> known) {
    known.forEach(name -> all.put(name, header.indexOf(name)));
    for (int cell = 0; cell < header.size(); cell++) {
      all.putIfAbsent(header.get(cell), cell);
    }
    names = new String[places()];
    cells = new int[names.length];
    Arrays.fill(names, "");
    Arrays.fill(cells, cell(all, ""));
    all.forEach((name, cell) -> {
      names[place(name)] = name;
      cells[place(name)] = cell;
    });
  }

  /** Counts the places at which no two names meet, or as many as there may be. */
  private int places() {
    int places = Integer.highestOneBit(all.size() + 1) << 1;
    while (places < MOST_PLACES && !parts(places - 1)) {
      places <<= 1;
    }
    return places;
  }

  private boolean parts(int mask) {
    return all.keySet().stream()
            .mapToInt(name -> name.hashCode() & mask)
            .distinct()
            .count()
        == all.size();
  }

  private int place(String name) {
    return name.hashCode() & (names.length - 1);
  }

  /** Returns the cell of a column, or {@link CsvCells#NONE}. */
  int cell(String name) {
    int place = place(name);
    return names[place].equals(name) ? cells[place] : cell(all, name);
  }

  private static int cell(Map<String, Integer> all, String name) {
    return all.getOrDefault(name, CsvCells.NONE);
  }
}
