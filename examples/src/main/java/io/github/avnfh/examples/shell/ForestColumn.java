package io.github.avnfh.examples.shell;

import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.survival.figure.ForestFigure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A column of estimates with limits as a forest figure. */
final class ForestColumn {
  private ForestColumn() {}

  static Figure of(List<Table> tables, String column) {
    for (Table table : tables) {
      Optional<Integer> found =
          estimates(table).filter(i -> name(table, i).equals(column)).findFirst();
      if (found.isPresent()) {
        String heading = table.columns().get(found.get()).label();
        return Figure.of(
            "forest_" + column,
            heading + ", with limits.",
            figure(table, found.get(), heading).svg());
      }
    }
    String known = tables.stream()
        .flatMap(table -> estimates(table).map(i -> name(table, i)))
        .collect(Collectors.joining(", "));
    throw new IllegalArgumentException("column of estimates [name] must be one of "
        + (known.isEmpty() ? "none here" : known) + ", but was another");
  }

  private static Stream<Integer> estimates(Table table) {
    return IntStream.range(0, table.columns().size())
        .filter(i -> table.columns().get(i).kind() == Kind.ESTIMATE)
        .boxed();
  }

  private static String name(Table table, int column) {
    return table.columns().get(column).name();
  }

  private static ForestFigure figure(Table table, int column, String heading) {
    ForestFigure figure = ForestFigure.of(heading);
    for (List<Cell> row : table.rows()) {
      String label = label(table.columns(), row);
      List<String> parts = row.get(column).parts();
      figure = parts.stream().anyMatch(String::isEmpty)
          ? figure.withoutEstimate(label, row.get(column).printed())
          : figure.withRow(
              label,
              Double.parseDouble(parts.get(0)),
              Double.parseDouble(parts.get(1)),
              Double.parseDouble(parts.get(2)));
    }
    return figure;
  }

  /** The words with which a row begins. */
  private static String label(List<Column> columns, List<Cell> row) {
    return IntStream.range(0, row.size())
        .takeWhile(i -> columns.get(i).kind() == Kind.TEXT)
        .mapToObj(i -> row.get(i).printed())
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
