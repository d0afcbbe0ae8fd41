package io.github.avnfh.core.csv;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which cells of a caller's table hold a code for a missing value, each once however often read.
 */
final class MissingCellCounter {
  private final SortedMap<String, SortedMap<String, BitSet>> missing = new TreeMap<>();

  /** Notes a cell that holds a code for a missing value. */
  void miss(String column, String code, CsvRow row) {
    missing
        .computeIfAbsent(column, name -> new TreeMap<>())
        .computeIfAbsent(code, name -> new BitSet())
        .set(Math.toIntExact(row.line()));
  }

  /** Counts the cells that hold a code for a missing value, by column and code. */
  List<MissingCells> missing(String file) {
    List<MissingCells> counts = new ArrayList<>();
    missing.forEach((column, codes) -> codes.forEach(
        (code, lines) -> counts.add(MissingCells.of(file, column, code, lines.cardinality()))));
    return counts;
  }
}
