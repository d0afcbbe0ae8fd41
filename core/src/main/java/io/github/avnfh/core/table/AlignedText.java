package io.github.avnfh.core.table;

import io.github.avnfh.core.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as text whose columns line up. */
final class AlignedText {
  private static final String GAP = "  ";

  private final Table table;
  private final List<List<String>> laid = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  AlignedText(Table table) {
    this.table = table;
    IntStream.range(0, table.columns().size()).forEach(this::lay);
  }

  private void lay(int place) {
    Column column = table.columns().get(place);
    List<Cell> cells = table.rows().stream().map(row -> row.get(place)).toList();
    NumberBlock numbers = NumberBlock.of(
        cells.stream().filter(AlignedText::isNumber).map(Cell::printed).toList());
    List<String> printed = cells.stream()
        .map(cell -> isNumber(cell) ? numbers.lay(cell.printed()) : VisibleText.of(cell.printed()))
        .toList();
    int width = printed.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    widths.add(Math.max(width, DisplayWidth.of(label(column))));
    laid.add(printed);
  }

  private static boolean isNumber(Cell cell) {
    return cell.kind() != Column.Kind.TEXT && !cell.isMissing();
  }

  private static String label(Column column) {
    return VisibleText.of(column.label());
  }

  String text() {
    StringBuilder text = new StringBuilder(VisibleText.of(table.heading())).append("\n\n");
    text.append(line(place -> label(table.columns().get(place))));
    text.append(line(place -> "-".repeat(widths.get(place))));
    IntStream.range(0, table.rows().size())
        .forEach(row -> text.append(line(place -> laid.get(place).get(row))));
    table
        .footnotes()
        .forEach(note -> text.append("\n").append(VisibleText.of(note)).append("\n"));
    return text.toString();
  }

  private String line(IntFunction<String> cells) {
    return IntStream.range(0, widths.size())
            .mapToObj(place -> padded(place, cells.apply(place)))
            .collect(Collectors.joining(GAP))
            .stripTrailing()
        + "\n";
  }

  private String padded(int place, String words) {
    return table.columns().get(place).kind() == Column.Kind.TEXT
        ? DisplayWidth.padRight(words, widths.get(place))
        : DisplayWidth.padLeft(words, widths.get(place));
  }
}
