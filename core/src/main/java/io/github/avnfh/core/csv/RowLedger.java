package io.github.avnfh.core.csv;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which rows of a caller's table came by, and which of them some mapping reads. */
final class RowLedger {
  private final BitSet seen = new BitSet();
  private final BitSet taken = new BitSet();
  private final Map<String, Set<String>> conditions = new LinkedHashMap<>();
  private final SortedMap<String, SortedMap<String, BitSet>> missing = new TreeMap<>();

  void expect(Map<String, List<String>> more) {
    more.forEach((column, texts) ->
        conditions.computeIfAbsent(column, name -> new LinkedHashSet<>()).addAll(texts));
  }

  void see(CsvRow row, boolean takes) {
    seen.set(Math.toIntExact(row.line()));
    if (takes) {
      taken.set(Math.toIntExact(row.line()));
    }
  }

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

  /** Reports the rows that no mapping reads, which must not be lost in silence. */
  void report(String file, Problems problems) {
    seen.andNot(taken);
    String column = String.join(", ", conditions.keySet());
    String expected =
        conditions.values().stream().map(RowLedger::listed).collect(Collectors.joining("; "));
    String message =
        "says what no mapping of this file reads; one of [" + expected + "] was expected";
    seen.stream().forEach(line -> problems.add(Problem.of(file, line, column, message)));
  }

  private static String listed(Set<String> texts) {
    return String.join(
        ", ", texts.stream().map(text -> text.isEmpty() ? "nothing" : text).toList());
  }
}
