package io.github.avnfh.core.table;

import io.github.avnfh.core.csv.CsvOutput;
import java.util.List;
import org.immutables.value.Value;

/**
 * A table: its title, what it counts, typed columns, rows and footnotes.
 *
 * <pre>{@code
 * Table table = Table.builder()
 *     .name("outcome_by_stage")
 *     .title("Radiological outcome by stage")
 *     .counted("58 hips")
 *     .addColumns(Column.of("stage", "Stage", TEXT), Column.of("improved", "Improved", SHARE))
 *     .addRows(List.of(Cell.text("I"), Cell.share(Count.of(10, 14))))
 *     .build();
 * System.out.println(table.markdown());
 * }</pre>
 */
@Value.Immutable
public sealed interface Table permits ImmutableTable {

  /**
   * Returns the name, which is also the name of its file.
   *
   * @return the name, in lower case with underscores
   */
  String name();

  /**
   * Returns the title.
   *
   * @return the title
   */
  String title();

  /**
   * Returns what the table counts.
   *
   * @return the number and the unit, such as {@code 58 hips}
   */
  String counted();

  /**
   * Returns the columns.
   *
   * @return the columns from left to right
   */
  List<Column> columns();

  /**
   * Returns the rows.
   *
   * @return the rows from top to bottom, each with a cell per column
   */
  List<List<Cell>> rows();

  /**
   * Returns the footnotes.
   *
   * @return the footnotes in order
   */
  List<String> footnotes();

  /**
   * Refuses rows that do not fit the columns.
   *
   * @throws IllegalArgumentException if a row has too few or too many cells, or one of another kind
   */
  @Value.Check
  default void check() {
    List<Column.Kind> expected = columns().stream().map(Column::kind).toList();
    for (List<Cell> row : rows()) {
      List<Column.Kind> kinds = row.stream().map(Cell::kind).toList();
      if (!kinds.equals(expected)) {
        throw new IllegalArgumentException(
            "row [kinds of cells] must be " + expected + ", but was " + kinds);
      }
    }
  }

  /**
   * Returns the table as Markdown, with its title and footnotes.
   *
   * @return the text, ending with a line feed
   */
  default String markdown() {
    return TableText.markdown(this);
  }

  /**
   * Returns the table as an HTML element, with its title as caption and its footnotes.
   *
   * @return a {@code figure} element, ending with a line feed
   */
  default String html() {
    return TableText.html(this);
  }

  /**
   * Returns the table as CSV at full precision, without title and footnotes.
   *
   * @return the text, with a line feed at the end of each line
   */
  default String csv() {
    String[] header = columns().stream()
        .flatMap(column -> column.kind().suffixes().stream().map(suffix -> column.name() + suffix))
        .toArray(String[]::new);
    CsvOutput csv = CsvOutput.withHeader(header);
    rows()
        .forEach(
            row -> csv.row(row.stream().flatMap(cell -> cell.parts().stream()).toList()));
    return csv.text();
  }

  /**
   * Starts a table.
   *
   * @return a builder; name, title and what is counted are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds tables. */
  final class Builder extends ImmutableTable.Builder {
    Builder() {}
  }
}
