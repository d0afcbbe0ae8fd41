package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table in CSV that is about to be read: where it is, how it is written, which columns it must
 * have.
 *
 * <pre>{@code
 * Quantity pain = Quantity.of("pain", "cm", 0, 10);
 * byte[] file = "patient_id,vas\nP01,3.5\nP02,35\n".getBytes(StandardCharsets.UTF_8);
 * Problems problems = new Problems();
 * CsvInput.of("visits.csv", new ByteArrayInputStream(file), CsvFormat.withDefaults())
 *     .withRequired(List.of("patient_id", "vas"))
 *     .forEachRow(problems, row -> System.out.println(row.number("vas", pain)));
 * // OptionalDouble[3.5]
 * // OptionalDouble.empty
 * problems.list().get(0).text();
 * // visits.csv:3: column vas: pain [cm] must lie in 0.0..10.0, but was 35.0
 * }</pre>
 */
public final class CsvInput {

  private final String name;
  private final Opening opening;
  private final CsvFormat format;
  private final List<String> required;
  private final List<String> optional;
  private final Predicate<String> withheld;
  private Optional<String> likelyCharset = Optional.empty();

  private CsvInput(
      String name,
      Opening opening,
      CsvFormat format,
      List<String> required,
      List<String> optional,
      Predicate<String> withheld) {
    this.name = name;
    this.opening = opening;
    this.format = format;
    this.required = required;
    this.optional = optional;
    this.withheld = withheld;
  }

  private static CsvInput of(String name, CsvFormat format, Opening opening) {
    return new CsvInput(name, opening, format, List.of(), List.of(), text -> false);
  }

  @FunctionalInterface
  private interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * Returns the table in a file; problems name it by the last element of its path.
   *
   * @param file the file, which need not be there
   * @param format how it is written
   * @return the input
   */
  public static CsvInput of(Path file, CsvFormat format) {
    return of(String.valueOf(file.getFileName()), format, () -> Files.newInputStream(file));
  }

  /**
   * Returns the table in a stream, which can be read once and is closed then.
   *
   * @param name the name to use in problems, such as {@code -} for standard input
   * @param stream the bytes of the table
   * @param format how it is written
   * @return the input
   */
  public static CsvInput of(String name, InputStream stream, CsvFormat format) {
    return of(name, format, () -> stream);
  }

  /**
   * Returns the table in streams that can be opened again, for readers that pass a table twice.
   *
   * @param name the name to use in problems
   * @param streams opens the bytes of the table; each stream is closed; an
   *     {@link UncheckedIOException} is reported as a file that cannot be read
   * @param format how the table is written
   * @return the input
   */
  public static CsvInput of(
      String name, Supplier<? extends InputStream> streams, CsvFormat format) {
    Objects.requireNonNull(streams, "streams");
    return of(name, format, () -> {
      try {
        return streams.get();
      } catch (UncheckedIOException e) {
        throw Objects.requireNonNull(e.getCause());
      }
    });
  }

  /**
   * Returns the table that a query of a database gives: its columns by their labels, and its rows
   * as lines from 2 on.
   *
   * <p>NULL is an empty cell, a date or time stamp {@code yyyy-MM-dd}, a boolean 1 or 0, a number
   * its digits with a decimal point. Labels are taken as the database gives them, in some in
   * capitals. Rows pass one by one; none is kept. The result set is closed, and its statement with
   * it where {@link java.sql.Statement#closeOnCompletion} says so.
   *
   * @param name the name to use in problems, and in a dictionary as the source
   * @param query runs the query; a reader that passes a table twice runs it twice
   * @return the input
   */
  public static CsvInput ofQuery(String name, Callable<ResultSet> query) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(query, "query");
    return of(name, CsvFormat.withDefaults(), () -> {
      try {
        return new ResultRows(query.call());
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException("query", e);
      }
    });
  }

  /**
   * Returns the table of rows in memory, as a parser of JSON or a data frame gives them: its
   * columns are the keys of all rows, in the order in which they first come, and its rows lines
   * from 2 on.
   *
   * <p>Values are taken as {@link Codes} takes them; true is 1 and false is 0. Without a row there
   * is no column, which a reader reports as an empty file.
   *
   * @param name the name to use in problems, and in a dictionary as the source
   * @param rows the rows, each by the names of the columns
   * @return the input
   * @throws IllegalArgumentException if a value is of a kind that no cell holds
   */
  public static CsvInput ofRows(
      String name, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    Objects.requireNonNull(name, "name");
    Set<String> columns = new LinkedHashSet<>();
    Objects.requireNonNull(rows, "rows")
        .forEach(row -> Objects.requireNonNull(row, "rows")
            .keySet()
            .forEach(column -> columns.add(Objects.requireNonNull(column, "rows"))));
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    if (!columns.isEmpty()) {
      table.writeBytes(ResultRows.bytes(List.copyOf(columns)));
    }
    for (Map<String, ? extends @Nullable Object> row : rows) {
      table.writeBytes(
          ResultRows.bytes(columns.stream().map(column -> cell(row.get(column))).toList()));
    }
    byte[] bytes = table.toByteArray();
    return of(name, CsvFormat.withDefaults(), () -> new ByteArrayInputStream(bytes));
  }

  private static String cell(@Nullable Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    }
    return Codes.written(value)
        .orElseThrow(() -> new IllegalArgumentException(
            "value of a row [cell] must be " + Codes.VALUES + ", but was another"));
  }

  /**
   * Returns the table of a file that is not there; reading it reports that.
   *
   * @param name the name to use in problems
   * @param format how the file would be written
   * @return the input
   */
  public static CsvInput absent(String name, CsvFormat format) {
    Opening nothing = () -> {
      throw new NoSuchFileException(name);
    };
    return of(name, format, nothing);
  }

  /**
   * Returns this input with the columns that must be in the header.
   *
   * @param columns their names
   * @return the input
   */
  public CsvInput withRequired(List<String> columns) {
    return new CsvInput(name, opening, format, List.copyOf(columns), optional, withheld);
  }

  /**
   * Returns this input with the columns that may be in the header; strict reading refuses all
   * others.
   *
   * @param columns their names
   * @return the input
   */
  public CsvInput withOptional(List<String> columns) {
    return new CsvInput(name, opening, format, required, List.copyOf(columns), withheld);
  }

  /**
   * Returns this input keeping some texts out of every problem: those that tell something of a
   * person, such as an identifier or a value of one patient.
   *
   * @param texts tells whether no problem may repeat a text
   * @return the input
   */
  public CsvInput withWithheld(Predicate<String> texts) {
    return new CsvInput(
        name, opening, format, required, optional, Objects.requireNonNull(texts, "texts"));
  }

  /** Returns what to say of bytes that are not UTF-8. */
  String notUtf8() {
    return "text in UTF-8 was expected"
        + likelyCharset
            .map(name -> ", and this is likely " + name + ", which the format can name")
            .orElse("");
  }

  /**
   * Returns the likely character set of a table that cannot be read as it is declared.
   *
   * @return the name of a character set, if the table was read and holds bytes that are not UTF-8
   */
  public Optional<String> likelyCharset() {
    return likelyCharset;
  }

  /**
   * Returns how the table is written.
   *
   * @return the format
   */
  public CsvFormat format() {
    return format;
  }

  /**
   * Returns this input written in another way.
   *
   * @param written how the table is written
   * @return the input
   */
  public CsvInput withFormat(CsvFormat written) {
    return new CsvInput(
        name, opening, Objects.requireNonNull(written, "written"), required, optional, withheld);
  }

  Predicate<String> withheld() {
    return withheld;
  }

  /**
   * Returns the name that problems use.
   *
   * @return the name of the file, or the name given with the stream
   */
  public String name() {
    return name;
  }

  /**
   * Reports that the table should have had rows.
   *
   * @param problems takes the problem
   */
  public void reportNoRows(Problems problems) {
    reportFile(problems, 2, "no row follows the header; at least one was expected");
  }

  /**
   * Returns this input ignoring columns that are not known, also where its format is strict.
   *
   * @return the input
   */
  public CsvInput withUnknownIgnored() {
    return new CsvInput(name, opening, format.withStrict(false), required, optional, withheld);
  }

  boolean knows(String column) {
    return required.contains(column) || optional.contains(column);
  }

  /** Returns all columns that are known. */
  List<String> columns() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }

  boolean refuses(String column) {
    return format.strict() && !knows(column);
  }

  /**
   * Tells whether the decimal sign is a comma.
   *
   * @return true if numbers are written with a comma, false for a point
   */
  public boolean decimalComma() {
    return format.decimalComma();
  }

  List<String> required() {
    return required;
  }

  /**
   * Reads the table from its first row to its last.
   *
   * <p>A file that is not there, is empty or lacks a required column is reported once and gives no
   * row. A row with too few or too many fields, or with a line break in a cell that is read, is
   * reported and not passed on: a forgotten quote would swallow rows otherwise. Lines of separators
   * only are passed over, and so are a first line {@code sep=;} and empty names at the end of the
   * header.
   *
   * @param problems takes what is wrong
   * @param action is given each row
   * @return the number of rows that follow the header
   */
  public long forEachRow(Problems problems, Consumer<CsvRow> action) {
    return forEachPassingRow(problems, row -> action.accept(row.kept()));
  }

  /**
   * Reads the table like {@link #forEachRow(Problems, Consumer)}, with rows that can be read only
   * until the next one comes: for long tables of which no row is kept.
   *
   * @param problems takes what is wrong
   * @param action is given each row
   * @return the number of rows that follow the header
   */
  public long forEachPassingRow(Problems problems, Consumer<CsvRow> action) {
    try (Reader text = open()) {
      return read(text, problems, action);
    } catch (IOException e) {
      reportUnreadable(problems, e);
    }
    return 0;
  }

  /** A comment in quotes, as a spreadsheet writes one that holds a separator. */
  private boolean isComment(CsvCells cells) {
    return format.comments() && cells.startsWith(0, '#');
  }

  private Reader open() throws IOException {
    BufferedInputStream bytes = Charsets.buffered(opening.open());
    Charsets charsets = Charsets.of(bytes, format.charset());
    likelyCharset = charsets.likely();
    return new BufferedReader(new InputStreamReader(bytes, charsets.charset()));
  }

  private long read(Reader text, Problems problems, Consumer<CsvRow> action) throws IOException {
    Iterator<CsvCells> records = Records.of(text, format.comments(), new CsvCells.Handler());
    long line = 0;
    long rows = 0;
    try {
      if (!records.hasNext()) {
        reportFile(problems, 1, "the file is empty; a header line was expected");
        return 0;
      }
      CsvCells cells = records.next();
      while (isComment(cells) && records.hasNext()) {
        records.next();
      }
      CsvHeader header = new CsvHeader(this, cells.texts());
      if (!header.check(problems)) {
        return 0;
      }
      line = cells.line();
      CsvRow row = new CsvRow(header, cells, problems);
      while (records.hasNext()) {
        records.next();
        line = cells.line() + cells.lineBreaks();
        boolean isPassedOver = cells.areBlank() || isComment(cells);
        rows += isPassedOver ? 0 : 1;
        if (!isPassedOver && header.fits(cells, problems)) {
          row.begin();
          action.accept(row);
        }
      }
    } catch (CsvParseException e) {
      reportFile(problems, line + 1, Records.RowSize.refusal(e));
    } catch (UncheckedIOException e) {
      reportFile(problems, line + 1, "the file breaks off; nothing from there on was read");
    }
    return rows;
  }

  /**
   * Reads the table from its first row to its last, most rows as characters only.
   *
   * <p>For tables so long that texts of all cells would take most of the time. A row that the first
   * taker cannot read is offered to the other one as {@link CsvRow}, which can report what is wrong
   * with it. Files and rows with problems are treated as by {@link #forEachRow(Problems,
   * Consumer)}.
   *
   * @param problems takes what is wrong
   * @param columns required columns, which the first taker knows by their index in this list
   * @param plain is given the cells of each row, and returns false where it did not take them
   * @param other is given the rows that were not taken
   * @return the number of rows that follow the header
   */
  public long forEachRow(
      Problems problems, List<String> columns, Predicate<RowCells> plain, Consumer<CsvRow> other) {
    try (Reader text = open()) {
      RowCells.TableReader reader = new RowCells.TableReader(this, problems);
      return reader.read(
          Records.of(text, format.comments(), new RowCells.Buffer()), columns, plain, other);
    } catch (IOException e) {
      reportUnreadable(problems, e);
    }
    return 0;
  }

  private void reportUnreadable(Problems problems, IOException e) {
    boolean missing = e instanceof NoSuchFileException;
    reportFile(
        problems,
        1,
        missing
            ? "the file is not there; a readable CSV file was expected"
            : "the file cannot be read; a readable CSV file was expected");
  }

  void reportFile(Problems problems, long line, String message) {
    problems.add(Problem.ofFile(name, line, required.isEmpty() ? "1" : required.get(0), message));
  }

  @Override
  public String toString() {
    return "CsvInput{" + required.size() + " required columns}";
  }
}
