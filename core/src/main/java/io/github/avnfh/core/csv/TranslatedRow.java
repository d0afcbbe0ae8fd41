package io.github.avnfh.core.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row that is put together of texts from rows of other tables, and is read like any other:
 * problems name the file, the line and the column from which a text came.
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
  private final CsvCells cells = new CsvCells();
  private final Places places;
  private final CsvRow row;

  private TranslatedRow(CsvHeader header, List<String> columns, Problems problems) {
    this.header = header;
    this.columns = columns;
    this.problems = problems;
    this.places = new Places(columns.size());
    this.row = new CsvRow(header, cells, problems);
    row.comesFrom(places);
  }

  /** Where a text came from: the file, the line and the column that problems name. */
  record Place(String file, long line, String column) {}

  /** Where the texts of a row came from, by cell; filled again for the next row. */
  static final class Places {
    private final @Nullable String[] files;
    private final long[] lines;
    private final String[] columns;
    private @Nullable String file;
    private long line;

    Places(int cells) {
      files = new @Nullable String[cells];
      lines = new long[cells];
      columns = new String[cells];
      Arrays.fill(columns, "");
    }

    private void begin(@Nullable String from, long at) {
      Arrays.fill(files, null);
      file = from;
      line = at;
    }

    private void note(int cell, String from, long at, String column) {
      files[cell] = from;
      lines[cell] = at;
      columns[cell] = column;
    }

    /** Returns the place of a cell, else that of the row, under the name that problems use. */
    Place of(int cell, String table, long at, String shown) {
      String own = cell == CsvCells.NONE ? null : files[cell];
      if (cell != CsvCells.NONE && own != null) {
        return new Place(own, lines[cell], columns[cell]);
      }
      String row = file;
      return row == null ? new Place(table, at, shown) : new Place(row, line, shown);
    }
  }

  /**
   * Returns a row without a cell.
   *
   * @param table the table from which the texts come; columns that it knows and the new row does
   *     not have are empty
   * @param columns the columns of the new row, in the order in which their texts are added
   * @param labels the name by which problems call a column, mostly one of the other table
   * @param problems takes what is wrong
   * @return the row
   */
  public static TranslatedRow of(
      CsvInput table, List<String> columns, UnaryOperator<String> labels, Problems problems) {
    CsvInput known = table
        .withRequired(List.of())
        .withOptional(
            Stream.concat(columns.stream(), table.columns().stream()).distinct().toList());
    return new TranslatedRow(
        new CsvHeader(known, columns, Objects.requireNonNull(labels, "labels")),
        List.copyOf(columns),
        Objects.requireNonNull(problems, "problems"));
  }

  /**
   * Returns a row of the same columns without a cell, for rows that are kept.
   *
   * @return the row
   */
  public TranslatedRow withoutCells() {
    return new TranslatedRow(header, columns, problems);
  }

  /**
   * Starts another row.
   *
   * @param line the line of the other table, counted from 1
   */
  public void begin(long line) {
    places.begin(null, line);
    cells.begin(line);
    row.begin();
  }

  /**
   * Starts another row of a table with its own name.
   *
   * @param file the name of the table that problems use
   * @param line the line of that table, counted from 1
   */
  public void begin(String file, long line) {
    begin(line);
    places.begin(Objects.requireNonNull(file, "file"), line);
  }

  /**
   * Adds the text of the next column.
   *
   * @param text the text, empty where nothing was written
   * @throws IllegalArgumentException if every column has a text
   */
  public void add(String text) {
    checkRoom();
    cells.add(Objects.requireNonNull(text, "text"));
  }

  private void checkRoom() {
    if (cells.size() >= columns.size()) {
      throw new IllegalArgumentException("texts of a row [count] must lie in 0.." + columns.size()
          + ", but were " + (cells.size() + 1));
    }
  }

  private String next() {
    checkRoom();
    return columns.get(cells.size());
  }

  /**
   * Adds the text of the next column, from another line or column than the row.
   *
   * @param text the text, empty where nothing was written
   * @param file the name of the table from which it comes
   * @param line the line of that table, counted from 1
   * @param column the name of its column there
   * @throws IllegalArgumentException if every column has a text
   */
  public void add(String text, String file, long line, String column) {
    Objects.requireNonNull(text, "text");
    checkRoom();
    places.note(
        cells.size(),
        Objects.requireNonNull(file, "file"),
        line,
        Objects.requireNonNull(column, "column"));
    cells.add(text);
  }

  /**
   * Adds an empty cell for the next column, whose text could not be translated, and reports that.
   *
   * @param text the text, which the problem repeats only where it may
   * @param message what is wrong and what is allowed
   */
  public void refuse(String text, String message) {
    row.refuse(
        next(), Objects.requireNonNull(text, "text"), Objects.requireNonNull(message, "message"));
    add("");
  }

  /**
   * Adds an empty cell for the next column, whose text was reported before.
   *
   * @throws IllegalArgumentException if every column has a text
   */
  public void addReported() {
    row.markReported(next());
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
    return "TranslatedRow{" + columns.size() + " columns, " + problems.size() + " problems}";
  }
}
