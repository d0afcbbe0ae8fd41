package io.github.avnfh.core.csv;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows of a caller's table count, and what holds for all of their cells. */
record RowChoice(
    Map<String, List<String>> conditions,
    List<String> missing,
    boolean namedOnly,
    boolean skipsEmpty,
    boolean repeats,
    boolean ignoresOthers) {

  static RowChoice all() {
    return new RowChoice(Map.of(), List.of(), false, false, false, false);
  }

  RowChoice where(String own, List<String> texts) {
    Map<String, List<String>> joined = new LinkedHashMap<>(conditions);
    joined.put(own, List.copyOf(texts));
    return new RowChoice(joined, missing, namedOnly, skipsEmpty, repeats, ignoresOthers);
  }

  RowChoice withMissing(List<String> codes) {
    return new RowChoice(
        conditions, List.copyOf(codes), namedOnly, skipsEmpty, repeats, ignoresOthers);
  }

  RowChoice namedColumnsOnly() {
    return new RowChoice(conditions, missing, true, skipsEmpty, repeats, ignoresOthers);
  }

  RowChoice withoutEmpty() {
    return new RowChoice(conditions, missing, namedOnly, true, repeats, ignoresOthers);
  }

  RowChoice withRepeats() {
    return new RowChoice(conditions, missing, namedOnly, skipsEmpty, true, ignoresOthers);
  }

  RowChoice ignoringOthers() {
    return new RowChoice(conditions, missing, namedOnly, skipsEmpty, repeats, true);
  }

  boolean takes(CsvRow row) {
    return failing(row).isEmpty();
  }

  /** Returns the caller's columns that hold none of the texts asked for. */
  Set<String> failing(CsvRow row) {
    Set<String> failing = new LinkedHashSet<>();
    conditions.forEach((column, texts) -> {
      if (!texts.contains(row.text(column).orElse(""))) {
        failing.add(column);
      }
    });
    return failing;
  }

  boolean isMissing(String text) {
    return missing.contains(text);
  }
}
