package io.github.avnfh.core.table;

import io.github.avnfh.core.csv.CsvOutput;
import java.util.List;
import org.immutables.value.Value;

/**
 * A table: its title, what it counts, typed columns, rows and footnotes.
 *
 * <p>It is written as aligned text for a terminal, as Markdown, HTML and LaTeX for a document, and
 * as CSV with every digit. Its own text form is one short line.
 *
 * <pre>{@code
 * Table table = Table.builder()
 *     .name("outcome_by_stage")
 *     .title("Radiological outcome by stage")
 *     .counted("58 hips")
 *     .addColumns(
 *         Column.of("stage", "Stage", Column.Kind.TEXT),
 *         Column.of("improved", "Improved", Column.Kind.PROPORTION))
 *     .addRows(List.of(Cell.text("I"), Cell.proportion(Count.of(10, 14))))
 *     .build();
 * System.out.print(table.text());
 * // Radiological outcome by stage (58 hips)
 * //
 * // Stage     Improved
 * // -----  -----------
 * // I      10 (71.4 %)
 * }</pre>
 */
@Value.Immutable
public abstract sealed class Table permits ImmutableTable {
  Table() {}

  /**
   * Returns the name, which is also the name of its file.
   *
   * @return the name, in lower case with underscores
   */
  public abstract String name();

  /**
   * Returns the title.
   *
   * @return the title
   */
  public abstract String title();

  /**
   * Returns what the table counts.
   *
   * @return the number and the unit, such as {@code 58 hips}
   */
  public abstract String counted();

  /**
   * Returns the columns.
   *
   * @return the columns from left to right
   */
  public abstract List<Column> columns();

  /**
   * Returns the rows.
   *
   * @return the rows from top to bottom, each with a cell per column
   */
  public abstract List<List<Cell>> rows();

  /**
   * Returns the footnotes.
   *
   * @return the footnotes in order
   */
  public abstract List<String> footnotes();

  /**
   * Refuses rows that do not fit the columns.
   *
   * @throws IllegalArgumentException if a row has too few or too many cells, or one of another kind
   */
  @Value.Check
  void check() {
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
   * Returns this table under another title, such as one with its number.
   *
   * @param title the title
   * @return the table
   */
  public Table withTitle(String title) {
    return builder()
        .name(name())
        .title(title)
        .counted(counted())
        .addAllColumns(columns())
        .addAllRows(rows())
        .addAllFootnotes(footnotes())
        .build();
  }

  /**
   * Returns the table as aligned text, with its title and footnotes.
   *
   * <p>Words stand on the left and numbers with their decimal signs one below the other. Columns
   * line up where a terminal shows letters in one cell, East Asian wide ones in two and combining
   * marks in none; line breaks become blanks, and other control characters are shown as
   * {@link io.github.avnfh.core.VisibleText} shows them.
   *
   * @return the text, ending with a line feed
   */
  public String text() {
    return new AlignedText(this).text();
  }

  /**
   * Returns the table as LaTeX, with its title as caption and its footnotes.
   *
   * @return a {@code table} environment that needs no package, ending with a line feed
   */
  public String latex() {
    return LatexText.of(this);
  }

  /**
   * Returns the table as Markdown, with its title and footnotes.
   *
   * <p>Every text is escaped: what looks like emphasis, code, a link, an address, a picture or HTML
   * stays the words it is.
   *
   * @return the text, ending with a line feed
   */
  public String markdown() {
    return MarkupText.markdown(this);
  }

  /**
   * Returns the table as an HTML element, with its title as caption and its footnotes.
   *
   * @return a {@code figure} element, ending with a line feed
   */
  public String html() {
    return MarkupText.html(this);
  }

  /**
   * Returns the table as CSV at full precision, without title and footnotes.
   *
   * <p>Texts are written as they are, so that they read back alike; a spreadsheet takes one that
   * begins with {@code =}, {@code +}, {@code -} or {@code @} for a formula.
   *
   * @return the text, with a line feed at the end of each line
   */
  public String csv() {
    CsvOutput csv = CsvOutput.withHeader(fields().toArray(String[]::new));
    rows()
        .forEach(
            row -> csv.row(row.stream().flatMap(cell -> cell.parts().stream()).toList()));
    return csv.text();
  }

  /**
   * Returns the table as a JSON object: {@code name}, {@code title}, {@code counted}, {@code rows},
   * each with a field for every column of {@link #csv()} in its order, and {@code footnotes}.
   * Numbers are at full precision, and {@code null} where they are missing.
   *
   * @return the text, ending with a line feed
   */
  public String json() {
    List<String> names = fields();
    return "{\n  \"name\": " + JsonText.quoted(name())
        + ",\n  \"title\": " + JsonText.quoted(title())
        + ",\n  \"counted\": " + JsonText.quoted(counted())
        + ",\n  \"rows\": "
        + JsonText.list(rows().stream().map(row -> JsonText.row(names, row)).toList())
        + ",\n  \"footnotes\": "
        + JsonText.list(footnotes().stream().map(JsonText::quoted).toList())
        + "\n}\n";
  }

  /** The names of the parts of a row. */
  List<String> fields() {
    return columns().stream()
        .flatMap(column -> column.kind().suffixes().stream().map(suffix -> column.name() + suffix))
        .toList();
  }

  String heading() {
    return title() + " (" + counted() + ")";
  }

  @Override
  public final String toString() {
    return "Table{" + name() + ": " + rows().size() + " rows, " + columns().size() + " columns, "
        + counted() + "}";
  }

  /**
   * Starts a table.
   *
   * @return a builder; name, title and what is counted are required
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds tables. */
  public static final class Builder extends ImmutableTable.Builder {
    Builder() {}
  }
}
