package io.github.avnfh.core.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rows of a caller's table count, and what holds for all of their cells. */
record RowChoice(
    Map<String, List<String>> conditions,
    List<String> missing,
    boolean namedOnly,
    boolean skipsEmpty,
    boolean repeats) {

  static RowChoice all() {
    return new RowChoice(Map.of(), List.of(), false, false, false);
  }

  RowChoice where(String own, List<String> texts) {
    Map<String, List<String>> joined = new LinkedHashMap<>(conditions);
    joined.put(own, List.copyOf(texts));
    return new RowChoice(joined, missing, namedOnly, skipsEmpty, repeats);
  }

  RowChoice withMissing(List<String> codes) {
    return new RowChoice(conditions, List.copyOf(codes), namedOnly, skipsEmpty, repeats);
  }

  RowChoice namedColumnsOnly() {
    return new RowChoice(conditions, missing, true, skipsEmpty, repeats);
  }

  RowChoice withoutEmpty() {
    return new RowChoice(conditions, missing, namedOnly, true, repeats);
  }

  RowChoice withRepeats() {
    return new RowChoice(conditions, missing, namedOnly, skipsEmpty, true);
  }

  boolean takes(CsvRow row) {
    return conditions.entrySet().stream()
        .allMatch(condition ->
            condition.getValue().contains(row.text(condition.getKey()).orElse("")));
  }

  boolean isMissing(String text) {
    return missing.contains(text);
  }
}
