package io.github.avnfh.core.csv;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A row that is put together of texts from a row of another table, and is read like any other:
 * problems name the file, the line and the columns of the other table.
 *
 * <pre>{@code
 * byte[] file = "Seite,EVA\nlinks,3.5\n".getBytes(StandardCharsets.UTF_8);
 * CsvInput own = CsvInput.of("export.csv", new ByteArrayInputStream(file), CsvFormat.withDefaults());
 * Problems problems = new Problems();
 * TranslatedRow translated =
 *     TranslatedRow.of(own, List.of("side"), column -> "Seite", problems);
 * own.forEachRow(problems, row -> {
 *   translated.begin(row.line());
 *   translated.add(row.holds("Seite", "links") ? "L" : "R");
 *   System.out.println(translated.row().required("side", Side::parse));
 * });
 * // Optional[LEFT]
 * }</pre>
 */
public final class TranslatedRow {
  private final CsvHeader header;
  private final List<String> columns;
  private final Problems problems;
  private CsvCells cells = new CsvCells();
  private CsvRow row;

  private TranslatedRow(CsvHeader header, List<String> columns, Problems problems) {
    this.header = header;
    this.columns = columns;
    this.problems = problems;
    this.row = new CsvRow(header, cells, problems);
  }

  /**
   * Returns a row without a cell.
   *
   * @param table the table from which the texts come
   * @param columns the columns of the new row, in the order in which their texts are added
   * @param labels the name by which problems call a column, mostly one of the other table
   * @param problems takes what is wrong
   * @return the row
   */
  public static TranslatedRow of(
      CsvInput table, List<String> columns, UnaryOperator<String> labels, Problems problems) {
    CsvInput known = table.withRequired(List.of()).withOptional(columns);
    return new TranslatedRow(
        new CsvHeader(known, columns, Objects.requireNonNull(labels, "labels")),
        List.copyOf(columns),
        Objects.requireNonNull(problems, "problems"));
  }

  /**
   * Starts another row.
   *
   * @param line the line of the other table, counted from 1
   */
  public void begin(long line) {
    cells = new CsvCells();
    cells.begin(line);
    row = new CsvRow(header, cells, problems);
  }

  /**
   * Adds the text of the next column.
   *
   * @param text the text, empty where nothing was written
   * @throws IllegalArgumentException if every column has a text
   */
  public void add(String text) {
    next();
    cells.add(Objects.requireNonNull(text, "text").toCharArray(), 0, text.length());
  }

  private String next() {
    if (cells.size() >= columns.size()) {
      throw new IllegalArgumentException("texts of a row [count] must lie in 0.." + columns.size()
          + ", but were " + (cells.size() + 1));
    }
    return columns.get(cells.size());
  }

  /**
   * Adds an empty cell for the next column, whose text could not be translated, and reports that.
   *
   * @param text the text, which the problem repeats only where it may
   * @param message what is wrong and what is allowed
   * @throws IllegalArgumentException if every column has a text
   */
  public void refuse(String text, String message) {
    row.refuse(
        next(), Objects.requireNonNull(text, "text"), Objects.requireNonNull(message, "message"));
    add("");
  }

  /**
   * Returns the row, which holds until the next one begins.
   *
   * @return the row
   */
  public CsvRow row() {
    return row;
  }

  @Override
  public String toString() {
    return "TranslatedRow{" + columns.size() + " columns}";
  }
}
