package io.github.avnfh.examples.report;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as a page prints it: columns of p values that print alike in every row are one column,
 * whose head names them all. The CSV file keeps each with all digits.
 */
final class PrintedTable {
  private static final Pattern P_VALUE = Pattern.compile("p(?:, (.+))?");

  private PrintedTable() {}

  static Table of(Table table) {
    Map<List<String>, List<Integer>> alike = new LinkedHashMap<>();
    for (int column = 0; column < table.columns().size(); column++) {
      if (P_VALUE.matcher(table.columns().get(column).heading()).matches()) {
        alike
            .computeIfAbsent(printed(table, column), cells -> new ArrayList<>())
            .add(column);
      }
    }
    List<List<Integer>> together =
        alike.values().stream().filter(columns -> columns.size() > 1).toList();
    return together.isEmpty() ? table : merged(table, together);
  }

  private static List<String> printed(Table table, int column) {
    return table.rows().stream().map(row -> row.get(column).printed()).toList();
  }

  private static Table merged(Table table, List<List<Integer>> together) {
    List<Column> columns = new ArrayList<>(table.columns());
    List<Integer> dropped = new ArrayList<>();
    for (List<Integer> alike : together) {
      Column first = columns.get(alike.get(0));
      columns.set(alike.get(0), Column.of(first.name(), heading(table, alike), first.kind()));
      dropped.addAll(alike.subList(1, alike.size()));
    }
    Table.Builder printed = Table.builder()
        .name(table.name())
        .title(table.title())
        .counted(table.counted())
        .addAllColumns(without(columns, dropped));
    for (List<Cell> row : table.rows()) {
      printed.addRows(without(row, dropped));
    }
    return printed.addAllFootnotes(table.footnotes()).build();
  }

  private static String heading(Table table, List<Integer> alike) {
    return alike.stream()
        .map(column -> P_VALUE.matcher(table.columns().get(column).heading()))
        .filter(Matcher::matches)
        .map(heading -> heading.group(1) == null ? "alone" : heading.group(1))
        .collect(Collectors.joining(", ", "p (", ")"));
  }

  private static <T> List<T> without(List<T> values, List<Integer> dropped) {
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!dropped.contains(i)) {
        kept.add(values.get(i));
      }
    }
    return kept;
  }
}
