package io.github.avnfh.core.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The cells of one row as characters, for tables too long to make a text of every cell.
 *
 * <p>Cells are known by the index of their column among those asked for, and keep the blanks around
 * them. They hold until the next row comes, which takes their place.
 *
 * <pre>{@code
 * int[] left = {0};
 * Predicate<RowCells> plain = cells -> cells.holds(0, "L") && ++left[0] > 0;
 * byte[] file = "side,vas\nL,3.5\nR,2\nL,4\n".getBytes(StandardCharsets.UTF_8);
 * CsvInput.of("visits.csv", new ByteArrayInputStream(file), CsvFormat.withDefaults())
 *     .withRequired(List.of("side", "vas"))
 *     .forEachRow(new Problems(), List.of("side"), plain,
 *         row -> System.out.println("not taken: " + row.text("side")));
 * // not taken: Optional[R]
 * int taken = left[0]; // 2
 * }</pre>
 */
public final class RowCells {
  private final Buffer row;
  private final int[] fields;

  RowCells(Buffer row, int[] fields) {
    this.row = row;
    this.fields = fields;
  }

  /**
   * Returns the line on which the row begins.
   *
   * @return the line, counted from 1
   */
  public long line() {
    return row.line();
  }

  /**
   * Returns the number of characters of a cell.
   *
   * @param column the index of the column among those asked for, from 0
   * @return the number of characters, 0 for an empty cell
   * @throws IllegalArgumentException if there is no such column
   */
  public int length(int column) {
    return row.length(field(column));
  }

  /**
   * Returns a character of a cell.
   *
   * @param column the index of the column among those asked for, from 0
   * @param index the place of the character, from 0
   * @return the character
   * @throws IllegalArgumentException if there is no such column or character
   */
  public char charAt(int column, int index) {
    int field = field(column);
    int length = row.length(field);
    if (index < 0 || index >= length) {
      throw new IllegalArgumentException(
          "character of a cell [index] must lie in 0 to below " + length + ", but was " + index);
    }
    return row.charAt(field, index);
  }

  /**
   * Returns the text of a cell.
   *
   * @param column the index of the column among those asked for, from 0
   * @return the text, empty for an empty cell
   * @throws IllegalArgumentException if there is no such column
   */
  public String text(int column) {
    return row.text(field(column));
  }

  /**
   * Reads a cell, without a text where the {@linkplain CsvRow#caching(int, Function) parser keeps}
   * what it made of it.
   *
   * @param <T> what a text says
   * @param column the index of the column among those asked for, from 0
   * @param parser reads the text, which is empty for an empty cell
   * @return what the parser made of the text
   * @throws IllegalArgumentException if there is no such column, or from the parser
   */
  public <T> T read(int column, Function<String, T> parser) {
    Objects.requireNonNull(parser, "parser");
    return row.read(field(column), parser);
  }

  /**
   * Tells whether a cell holds exactly a text.
   *
   * @param column the index of the column among those asked for, from 0
   * @param text the text
   * @return true if every character is the same
   * @throws IllegalArgumentException if there is no such column
   */
  public boolean holds(int column, String text) {
    int field = field(column);
    int length = row.length(field);
    boolean same = length == text.length();
    for (int index = 0; same && index < length; index++) {
      same = row.charAt(field, index) == text.charAt(index);
    }
    return same;
  }

  private int field(int column) {
    if (column < 0 || column >= fields.length) {
      throw new IllegalArgumentException("column of a row [index] must lie in 0 to below "
          + fields.length + ", but was " + column);
    }
    return fields[column];
  }

  @Override
  public String toString() {
    return "RowCells{" + fields.length + " columns}";
  }

  /** Takes the characters of a record into a buffer that the next record takes over. */
  static final class Buffer extends AbstractBaseCsvCallbackHandler<Buffer> {
    private static final int ASCII = 0x7F;
    private static final int MOST_CHARACTERS = 1 << 26;

    private char[] characters = new char[1 << 10];
    private int[] ends = new int[32];
    private int fields;
    private boolean plain;

    Buffer() {}

    @Override
    protected void handleBegin(long startingLineNumber) {
      fields = 0;
      plain = true;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      int from = start(index);
      Records.RowSize.check(index, length);
      reserve(index, from + length);
      int all = 0;
      for (int i = 0; i < length; i++) {
        char character = buffer[offset + i];
        characters[from + i] = character;
        all |= character;
      }
      ends[index] = from + length;
      fields = index + 1;
      plain &= (!quoted && all <= ASCII) || isPlainText(from, from + length);
    }

    /** Quotes may hide line breaks, and a replacement character bytes that are not UTF-8. */
    private boolean isPlainText(int from, int to) {
      for (int i = from; i < to; i++) {
        char character = characters[i];
        if (character == '\n' || character == '\r' || character == CsvCells.REPLACEMENT) {
          return false;
        }
      }
      return true;
    }

    private void reserve(int index, int length) {
      if (length > MOST_CHARACTERS) {
        throw Records.RowSize.tooManyCharacters();
      }
      if (index == ends.length) {
        ends = Arrays.copyOf(ends, 2 * index);
      }
      if (length > characters.length) {
        characters = Arrays.copyOf(characters, Math.max(length, 2 * characters.length));
      }
    }

    @Override
    protected Buffer buildRecord() {
      return this;
    }

    private int start(int field) {
      return field == 0 ? 0 : ends[field - 1];
    }

    /**
     * Tells whether the record has so many fields, none of them unnamed, in one line and in UTF-8.
     */
    boolean isPlain(int columns, int named) {
      return plain && fields == columns && ends[columns - 1] == ends[named - 1];
    }

    /** Tells whether no field holds a character but blanks, as in a line of separators only. */
    boolean isBlank() {
      int end = start(fields);
      for (int i = 0; i < end; i++) {
        if (characters[i] > ' ' || characters[i] == '\n' || characters[i] == '\r') {
          return false;
        }
      }
      return true;
    }

    long line() {
      return getStartingLineNumber();
    }

    int length(int field) {
      return ends[field] - start(field);
    }

    char charAt(int field, int index) {
      return characters[start(field) + index];
    }

    <T> T read(int field, Function<String, T> parser) {
      return parser instanceof CellParser.Caching<T> remembered
          ? remembered.read(characters, start(field), ends[field]).orElseThrow()
          : parser.apply(text(field));
    }

    String text(int field) {
      return new String(characters, start(field), length(field));
    }

    List<String> texts() {
      List<String> texts = new ArrayList<>(fields);
      for (int field = 0; field < fields; field++) {
        texts.add(text(field));
      }
      return texts;
    }

    /** Returns the cells for a closer look, apart from the rows that follow. */
    CsvCells cells() {
      CsvCells cells = new CsvCells();
      cells.begin(line());
      for (int field = 0; field < fields; field++) {
        cells.add(characters, start(field), length(field));
      }
      return cells;
    }
  }

  /** Reads a table as characters, and as texts where a row needs a closer look. */
  static final class TableReader {
    private final CsvInput input;
    private final Problems problems;
    private long line;
    private long rows;

    TableReader(CsvInput input, Problems problems) {
      this.input = input;
      this.problems = problems;
    }

    long read(
        Iterator<Buffer> records,
        List<String> columns,
        Predicate<RowCells> plain,
        Consumer<CsvRow> other) {
      try {
        if (!records.hasNext()) {
          input.reportFile(problems, 1, "the file is empty; a header line was expected");
          return 0;
        }
        Buffer first = records.next();
        CsvHeader header = new CsvHeader(input, first.texts());
        if (header.check(problems)) {
          line = first.line();
          int[] fields = columns.stream().mapToInt(header::cell).toArray();
          read(
              records,
              first.texts().size(),
              header,
              new Rows(new RowCells(first, fields), plain, other));
        }
      } catch (CsvParseException e) {
        input.reportFile(problems, line + 1, Records.RowSize.refusal(e));
      } catch (UncheckedIOException e) {
        input.reportFile(problems, line + 1, "the file breaks off; nothing from there on was read");
      }
      return rows;
    }

    /** Who takes the rows; every record fills the same cells. */
    private record Rows(RowCells cells, Predicate<RowCells> plain, Consumer<CsvRow> other) {}

    private void read(Iterator<Buffer> records, int columns, CsvHeader header, Rows takers) {
      while (records.hasNext()) {
        Buffer record = records.next();
        line = record.line();
        if (record.isBlank()) {
          continue;
        }
        rows++;
        if (!record.isPlain(columns, header.names().size())
            || !takers.plain().test(takers.cells())) {
          CsvCells cells = record.cells();
          line += cells.lineBreaks();
          rows -= cells.areBlank() ? 1 : 0;
          if (!cells.areBlank() && header.fits(cells, problems)) {
            takers.other().accept(new CsvRow(header, cells, problems));
          }
        }
      }
    }
  }
}
